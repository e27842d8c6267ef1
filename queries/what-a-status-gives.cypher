// title: What a status, law or agreement gives, and what it does not
// subject: mnna
// answers: the promises that follow from one instrument, with the clause that holds each, and what it says it does not do
// param agreement (thing, default faa-section-517): the statute or agreement
// param datasets (datasets, default core): the datasets asked
// returns: obligation, kind, force, rank, summary, article, disclaims, sources, checked
MATCH (a:Agreement {id: $agreement})-[:CREATES]->(o:Obligation)
WHERE o.dataset IN $datasets
RETURN o.id AS obligation, o.kind AS kind, o.force AS force, o.rank AS rank, o.summary AS summary,
       o.article AS article, a.disclaims AS disclaims, o.sources AS sources, o.checked AS checked
ORDER BY obligation
