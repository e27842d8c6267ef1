// title: Who owes an obligation, and to whom
// subject: obligations
// answers: both ends of one promise, each with its own time and status; in a dataset of others, by which number
// param obligation (obligation): the obligation, such as north-atlantic-treaty/article-5
// param datasets (datasets, default core): the datasets asked
// returns: side, party, name, code, since (date), until (date), status, note, sources, checked, dataset
MATCH (p:Country|Organization)-[r:OWES|OWED_TO]-(o:Obligation {id: $obligation})
WHERE r.dataset IN $datasets
RETURN CASE type(r) WHEN 'OWES' THEN 'owes' ELSE 'is owed' END AS side, p.id AS party, p.name AS name,
       r.code AS code, {since r} AS since, {until r} AS until, r.status AS status,
       r.note AS note, r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY side DESC, r.since, party, r.id
