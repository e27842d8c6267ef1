// title: Which promise took the place of which
// subject: obligations
// answers: what an obligation replaced, and what has replaced it, with the time of each
// param obligation (obligation, default any): only where this one replaces or is replaced
// param datasets (datasets, default core): the datasets asked
// returns: obligation, name, since (date), replaces, replaced_name, replaced_since (date), replaced_until (date), sources, checked, dataset
MATCH (b:Obligation)-[r:REPLACES]->(a:Obligation)
WHERE r.dataset IN $datasets AND ($obligation IS NULL OR a.id = $obligation OR b.id = $obligation)
RETURN b.id AS obligation, b.name AS name, {since b} AS since, a.id AS replaces, a.name AS replaced_name,
       {since a} AS replaced_since, {until a} AS replaced_until, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY replaces, obligation, r.id
