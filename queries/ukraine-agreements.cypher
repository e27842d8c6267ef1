// title: Security agreements with Ukraine
// subject: ukraine
// answers: with whom Ukraine has agreed on security, when each was signed, and what it is called
// param on (date, default today): only those signed by this day
// param datasets (datasets, default core): the datasets asked
// returns: partner, name, signed (date), agreement, title, kind, force, since (date), until (date), sources, checked, dataset
MATCH (p:Country|Organization)-[r:PARTY_TO]->(a:Agreement {series: 'ukraine-security-agreements'})
WHERE p.id <> 'UKR' AND (a.signed IS NULL OR a.signed <= $on) AND r.dataset IN $datasets
RETURN p.id AS partner, p.name AS name, [a.signed, coalesce(a.signed_latest, a.signed)] AS signed,
       a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force,
       {since a} AS since, {until a} AS until, a.sources AS sources, a.checked AS checked, a.dataset AS dataset
ORDER BY a.signed, partner, agreement, r.id
