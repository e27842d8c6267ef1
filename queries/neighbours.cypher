// title: Neighbours by land
// subject: borders and forces
// answers: with which countries a country shares a land border on a day, and which of them belong to an organization (empty where the datasets asked do not hold its members)
// caveat core: all land borders of today of NATO's members, Russia, Belarus, Ukraine, Moldova and Georgia; of other countries only those with these
// param country (country): the country
// param organization (organization, default NATO): the body that a neighbour may belong to
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, member, since (date), certain, sources, checked, dataset
MATCH (c:Country {id: $country})-[b:BORDERS]-(n:Country)
WHERE {possibly b} AND b.dataset IN $datasets AND coalesce(b.contiguity, 'land') = 'land'
OPTIONAL MATCH (n)-[m:MEMBER_OF]->(:Organization {id: $organization})
WHERE {certainly m} AND m.dataset IN $datasets
WITH b, n, count(m) AS spells
OPTIONAL MATCH (:Organization {id: $organization})<-[m:MEMBER_OF]-(:Country)
WHERE m.dataset IN $datasets
WITH b, n, spells, count(m) AS held
RETURN n.id AS country, n.name AS name, CASE WHEN held > 0 THEN spells > 0 ELSE null END AS member, {since b} AS since,
       coalesce({certainly b}, false) AS certain, b.sources AS sources, b.checked AS checked, b.dataset AS dataset
ORDER BY country, b.id
