// title: Who is on the way to membership
// subject: open door
// answers: which countries are candidates of an organization on a day, and how far they have come
// param organization (organization, default NATO): the body
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, stage, since (date), certain, note, sources, checked, dataset
MATCH (c:Country)-[k:CANDIDATE_OF]->(o:Organization {id: $organization})
WHERE {possibly k} AND k.stage <> 'acceded' AND k.dataset IN $datasets
RETURN c.id AS country, c.name AS name, k.stage AS stage, {since k} AS since,
       coalesce({certainly k}, false) AS certain, k.note AS note,
       k.sources AS sources, k.checked AS checked, k.dataset AS dataset
ORDER BY country, k.since, stage, k.id
