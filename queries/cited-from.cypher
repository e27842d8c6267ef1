// title: What is cited from a source
// subject: sources
// answers: every agreement, obligation, event, claim and proposal that cites a source, and where in it
// param source (source): the document
// param datasets (datasets, default core): the datasets asked
// returns: label, id, name, sources, checked, dataset
MATCH (n:Agreement|Obligation|Event|Claim|Proposal|Organization|Area)
WHERE n.dataset IN $datasets AND any(s IN n.sources WHERE s = $source OR s STARTS WITH $source + '#')
RETURN labels(n)[0] AS label, n.id AS id, coalesce(n.name, n.title, n.subject) AS name,
       n.sources AS sources, n.checked AS checked, n.dataset AS dataset
ORDER BY label, id
