// title: Agreements of a party
// subject: agreements
// answers: in which agreements a party has a part on a day, which part, and since when
// param party (party): the country or organization
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, force, role, signed (date), since (date), until (date), certain, sources, checked, dataset
MATCH (p:Country|Organization {id: $party})-[r:PARTY_TO]->(a:Agreement)
WHERE {possibly r} AND r.dataset IN $datasets
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force, r.role AS role,
       [coalesce(r.signed, a.signed), coalesce(r.signed, a.signed_latest, a.signed)] AS signed,
       {since r} AS since, {until r} AS until, coalesce({certainly r}, false) AS certain,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY agreement, role, r.id
