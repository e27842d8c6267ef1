// title: Every spell of membership
// subject: organizations
// answers: who has ever belonged to an organization, with each return as a row of its own
// param organization (organization): the body, such as NATO
// param datasets (datasets, default core): the datasets asked
// returns: country, name, since (date), until (date), status, sources, checked, dataset
MATCH (c:Country|Organization)-[m:MEMBER_OF]->(o:Organization {id: $organization})
WHERE m.dataset IN $datasets
RETURN c.id AS country, c.name AS name, {since m} AS since, {until m} AS until,
       m.status AS status, m.sources AS sources, m.checked AS checked, m.dataset AS dataset
ORDER BY m.since, country, m.id
