// title: Members of an organization
// subject: organizations
// answers: who belongs to an organization on a day, since when, and until when; one that is disused, though not given up, has that as its status
// param organization (organization): the body, such as NATO
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, since (date), until (date), status, certain, note, sources, checked
MATCH (c:Country|Organization)-[m:MEMBER_OF]->(o:Organization {id: $organization})
WHERE {possibly m} AND m.dataset IN $datasets
RETURN c.id AS country, c.name AS name, {since m} AS since, {until m} AS until,
       m.status AS status, coalesce({certainly m}, false) AS certain, m.note AS note,
       m.sources AS sources, m.checked AS checked
ORDER BY country, m.id
