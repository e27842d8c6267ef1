// title: Members that joined after a day
// subject: organizations
// answers: which members of an organization on a day came in after another day, such as after the Founding Act of 27 May 1997
// param organization (organization, default NATO): the body
// param after (date): they joined later than on this day
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, since (date), certain, sources, checked, dataset
MATCH (c:Country|Organization)-[m:MEMBER_OF]->(o:Organization {id: $organization})
WHERE {possibly m} AND m.since_latest > $after AND m.dataset IN $datasets
RETURN c.id AS country, c.name AS name, {since m} AS since,
       coalesce(m.since > $after AND {certainly m}, false) AS certain,
       m.sources AS sources, m.checked AS checked, m.dataset AS dataset
ORDER BY m.since, country, m.id
