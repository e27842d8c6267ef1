// title: The agreement that an obligation stands in
// subject: obligations
// answers: in which agreement a promise stands, and how long that agreement runs
// param obligation (obligation): the obligation, such as north-atlantic-treaty/article-5
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, force, signed (date), since (date), until (date), sources, checked, dataset
MATCH (o:Obligation {id: $obligation})<-[c:CREATES]-(a:Agreement)
WHERE c.dataset IN $datasets
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force,
       [a.signed, coalesce(a.signed_latest, a.signed)] AS signed, {since a} AS since, {until a} AS until,
       a.sources AS sources, a.checked AS checked, a.dataset AS dataset
ORDER BY agreement
