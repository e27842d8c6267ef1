// title: Major non-NATO allies
// subject: mnna
// answers: which countries hold the status on a day, since when, and under which law: a row for each legal basis; whether the first list, of 1987, still stands nobody knows
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, designated (date), until (date), certain, basis, law, title, sources, checked, dataset
MATCH (c:Country)-[p:PARTY_TO {role: 'designee'}]->(d:Agreement)
WHERE d.series STARTS WITH 'mnna' AND {possibly p} AND p.dataset IN $datasets
OPTIONAL MATCH (d)-[:IMPLEMENTS]->(law:Agreement)
WHERE {possibly law}
WITH c, p, d, coalesce(law, d) AS basis
RETURN c.id AS country, c.name AS name, {since p} AS designated, {until p} AS until,
       coalesce({certainly p}, false) AS certain,
       basis.id AS basis,
       coalesce(head([n IN coalesce(basis.names, []) WHERE n CONTAINS ' U.S.C. ']), basis.title) AS law,
       d.title AS title, p.sources AS sources, p.checked AS checked, p.dataset AS dataset
ORDER BY country, basis, p.id
