// title: What a party is owed
// subject: obligations
// answers: what has been promised to a party, by how many, under what, and how firmly, on a day
// param party (party): the country or organization that is owed
// param kind (kind, default any): one kind of obligation only
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: obligation, kind, force, rank, agreement, owed_by, since (date), until (date), status, certain, sources, checked, dataset
MATCH (p:Country|Organization {id: $party})<-[r:OWED_TO]-(o:Obligation)<-[:CREATES]-(a:Agreement)
WHERE {possibly r} AND r.dataset IN $datasets AND ($kind IS NULL OR o.kind = $kind)
MATCH (q:Country|Organization)-[t:OWES]->(o)
WHERE {possibly t} AND q.id <> $party
WITH o, r, a, count(DISTINCT q.id) AS many, min(q.id) AS one
RETURN o.id AS obligation, o.kind AS kind, o.force AS force, o.rank AS rank, a.id AS agreement,
       CASE WHEN many = 1 THEN one ELSE toString(many) + ' parties' END AS owed_by,
       {since r} AS since, {until r} AS until, coalesce(r.status, 'in force') AS status,
       coalesce({certainly r}, false) AS certain,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY rank DESC, obligation, r.id
