// title: Organizations that a party belongs to
// subject: organizations
// answers: to which organizations a party belongs on a day, since when, and until when
// param party (party): the country or organization
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: organization, name, since (date), until (date), certain, sources, checked, dataset
MATCH (c:Country|Organization {id: $party})-[m:MEMBER_OF]->(o:Organization)
WHERE {possibly m} AND m.dataset IN $datasets
RETURN o.id AS organization, o.name AS name, {since m} AS since, {until m} AS until,
       coalesce({certainly m}, false) AS certain,
       m.sources AS sources, m.checked AS checked, m.dataset AS dataset
ORDER BY organization, m.id
