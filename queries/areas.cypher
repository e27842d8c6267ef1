// title: Where promises hold
// subject: obligations
// answers: in which area an obligation holds, and which it leaves out
// param obligation (obligation, default any): one obligation only
// param area (area, default any): one area only
// param datasets (datasets, default core): the datasets asked
// returns: obligation, relation, area, name, description, sources, checked, dataset
MATCH (o:Obligation)-[r:APPLIES_IN|EXCLUDES]->(a:Area)
WHERE r.dataset IN $datasets AND ($obligation IS NULL OR o.id = $obligation) AND ($area IS NULL OR a.id = $area)
RETURN o.id AS obligation, CASE type(r) WHEN 'EXCLUDES' THEN 'does not hold in' ELSE 'holds in' END AS relation,
       a.id AS area, a.name AS name, a.description AS description, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY obligation, relation DESC, area, r.id
