// title: Promises that are dormant, disputed or suspended
// subject: obligations
// answers: which promises are, on a day, disused though not denounced, disputed or suspended, on whose side, and why
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: obligation, side, party, status, since (date), until (date), note, sources, checked, dataset
MATCH (p:Country|Organization)-[r:OWES|OWED_TO]-(o:Obligation)
WHERE r.status IN ['dormant', 'disputed', 'suspended'] AND {running r} AND r.dataset IN $datasets
RETURN o.id AS obligation, CASE type(r) WHEN 'OWES' THEN 'owes' ELSE 'is owed' END AS side, p.id AS party,
       r.status AS status, {since r} AS since, {until r} AS until, coalesce(r.note, o.note) AS note,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY obligation, side DESC, party, r.id
