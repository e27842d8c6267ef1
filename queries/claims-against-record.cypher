// title: Where a source and the record differ
// subject: sources
// answers: what a source says that the record does not bear out, and what the record says
// param datasets (datasets, default core): the datasets asked
// returns: claim, subject, predicate, value, record, sources, checked, dataset
MATCH (c:Claim)
WHERE c.record IS NOT NULL AND c.dataset IN $datasets
RETURN c.id AS claim, c.subject AS subject, c.predicate AS predicate, c.value AS value,
       c.record AS record, c.sources AS sources, c.checked AS checked, c.dataset AS dataset
ORDER BY claim
