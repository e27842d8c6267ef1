// title: What nobody has compared with its source yet
// subject: sources
// answers: every agreement, obligation, event, claim and proposal that is cited but unchecked
// param datasets (datasets, default core): the datasets asked
// returns: label, id, name, sources, dataset
MATCH (n:Agreement|Obligation|Event|Claim|Proposal)
WHERE n.checked IS NULL AND n.dataset IN $datasets
RETURN labels(n)[0] AS label, n.id AS id, coalesce(n.name, n.title, n.subject) AS name, n.sources AS sources,
       n.dataset AS dataset
ORDER BY label, id
