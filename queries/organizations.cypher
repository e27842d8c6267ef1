// title: Organizations
// subject: organizations
// answers: what each alliance, union, forum and commission is, since when and until when there is one, and what founded it
// param organization (organization, default any): one only
// param datasets (datasets, default core): the datasets asked
// returns: organization, name, kind, since (date), until (date), founded_by, note, sources, checked, dataset
MATCH (o:Organization)
WHERE o.dataset IN $datasets AND ($organization IS NULL OR o.id = $organization)
OPTIONAL MATCH (a:Agreement)-[:CONSTITUTES]->(o)
WITH o, a
ORDER BY a.id
WITH o, collect(a.id) AS founded_by
RETURN o.id AS organization, o.name AS name, o.kind AS kind, {since o} AS since, {until o} AS until,
       founded_by AS founded_by, o.note AS note, o.sources AS sources, o.checked AS checked, o.dataset AS dataset
ORDER BY organization
