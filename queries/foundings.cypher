// title: Which agreement founded which body
// subject: organizations
// answers: the instruments that founded an alliance, union, forum or commission, and when it began
// param agreement (agreement, default any): one agreement only
// param organization (organization, default any): one organization only
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, signed (date), organization, name, since (date), until (date), sources, checked, dataset
MATCH (a:Agreement)-[r:CONSTITUTES]->(o:Organization)
WHERE r.dataset IN $datasets AND ($agreement IS NULL OR a.id = $agreement)
  AND ($organization IS NULL OR o.id = $organization)
RETURN a.id AS agreement, a.title AS title, [a.signed, coalesce(a.signed_latest, a.signed)] AS signed,
       o.id AS organization, o.name AS name, {since o} AS since, {until o} AS until,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY organization, agreement, r.id
