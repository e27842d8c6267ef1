// title: Members of an organization
// subject: organizations
// answers: who belongs to an organization on a day, since when, and until when; a suspension between ends neither; one that is disused, though not given up, has that as its status
// param organization (organization): the body, such as NATO
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, since (date), until (date), status, certain, note, sources, checked, dataset
MATCH (c:Country|Organization)-[m:MEMBER_OF]->(o:Organization {id: $organization})
WHERE {possibly m} AND m.dataset IN $datasets
MATCH (c)-[s:MEMBER_OF]->(o)
WHERE s.dataset = m.dataset
WITH c, m, s
ORDER BY s.since
WITH c, m, collect({since: {since s}, until: {until s}}) AS spells
WITH c, m,
     reduce(begun = {since m}, s IN reverse(spells) | CASE WHEN s.until[0] = begun[0] THEN s.since ELSE begun END) AS since,
     reduce(ended = {until m}, s IN spells | CASE WHEN s.since[0] = ended[0] THEN s.until ELSE ended END) AS until
RETURN c.id AS country, c.name AS name, since AS since, until AS until,
       m.status AS status, coalesce({certainly m}, false) AS certain, m.note AS note,
       m.sources AS sources, m.checked AS checked, m.dataset AS dataset
ORDER BY country, m.id
