// title: Parties of an agreement
// subject: agreements
// answers: who has which part in an agreement, when each signed, and since when and until when each was bound
// param agreement (thing): the agreement, such as north-atlantic-treaty
// param datasets (datasets, default core): the datasets asked
// returns: party, name, role, signed (date), since (date), until (date), status, sources, checked
MATCH (p:Country|Organization)-[r:PARTY_TO]->(a:Agreement {id: $agreement})
WHERE r.dataset IN $datasets
RETURN p.id AS party, p.name AS name, r.role AS role, r.signed AS signed, {since r} AS since, {until r} AS until,
       coalesce(r.status, 'in force') AS status, r.sources AS sources, r.checked AS checked
ORDER BY r.since, party, role, r.id
