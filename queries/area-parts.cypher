// title: Which area lies within which
// subject: obligations
// answers: the areas that treaties name, and within which other each lies
// param area (area, default any): only what this one lies within, or what lies within it
// param datasets (datasets, default core): the datasets asked
// returns: area, name, within, within_name, sources, checked, dataset
MATCH (a:Area)-[r:WITHIN]->(b:Area)
WHERE r.dataset IN $datasets AND ($area IS NULL OR a.id = $area OR b.id = $area)
RETURN a.id AS area, a.name AS name, b.id AS within, b.name AS within_name, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY area, within, r.id
