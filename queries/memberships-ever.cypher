// title: Every organization that a party ever belonged to
// subject: organizations
// answers: to which organizations a party has belonged, from when to when, with each return as a row of its own
// param party (party): the country or organization
// param datasets (datasets, default core): the datasets asked
// returns: organization, name, since (date), until (date), status, note, sources, checked, dataset
MATCH (c:Country|Organization {id: $party})-[m:MEMBER_OF]->(o:Organization)
WHERE m.dataset IN $datasets
RETURN o.id AS organization, o.name AS name, {since m} AS since, {until m} AS until,
       m.status AS status, m.note AS note, m.sources AS sources, m.checked AS checked,
       m.dataset AS dataset
ORDER BY m.since, organization, m.id
