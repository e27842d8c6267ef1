// title: How much the datasets hold
// subject: sources
// answers: how many things of each label each dataset holds, and how many of them were compared with a document
// param datasets (datasets, default core): the datasets asked
// returns: dataset, label, held, checked_facts
MATCH (n:Country|Organization|Agreement|Obligation|Area|Event|Claim|Proposal|Source)
WHERE n.dataset IN $datasets
RETURN n.dataset AS dataset, labels(n)[0] AS label, count(n) AS held, count(n.checked) AS checked_facts
ORDER BY dataset, label
