// title: Every promise that a party ever owed or was owed
// subject: obligations
// answers: what a party has promised or been promised at any time, under which agreement, from when to when
// param party (party): the country or organization
// param kind (kind, default any): one kind of obligation only
// param datasets (datasets, default core): the datasets asked
// returns: side, obligation, name, kind, force, rank, agreement, title, since (date), until (date), status, note, sources, checked, dataset
MATCH (p:Country|Organization {id: $party})-[r:OWES|OWED_TO]-(o:Obligation)<-[:CREATES]-(a:Agreement)
WHERE r.dataset IN $datasets AND ($kind IS NULL OR o.kind = $kind)
RETURN CASE type(r) WHEN 'OWES' THEN 'owes' ELSE 'is owed' END AS side, o.id AS obligation, o.name AS name,
       o.kind AS kind, o.force AS force, o.rank AS rank, a.id AS agreement, a.title AS title,
       {since r} AS since, {until r} AS until, r.status AS status, r.note AS note,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY r.since, obligation, side, r.id
