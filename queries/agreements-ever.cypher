// title: Every agreement that a party ever had a part in
// subject: agreements
// answers: in which agreements a party has had a part, when it signed, and from when to when each held for it
// param party (party): the country or organization
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, force, role, signed (date), since (date), until (date), status, note, sources, checked, dataset
MATCH (p:Country|Organization {id: $party})-[r:PARTY_TO]->(a:Agreement)
WHERE r.dataset IN $datasets
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force, r.role AS role,
       CASE WHEN r.signed IS NOT NULL THEN [r.signed, coalesce(r.signed_latest, r.signed)]
            WHEN r.role IN ['party', 'signatory', 'designator', 'enactor', 'guarantor'] AND a.since = r.since
            THEN [a.signed, coalesce(a.signed_latest, a.signed)] ELSE [null, null] END AS signed,
       {since r} AS since, {until r} AS until, r.status AS status, r.note AS note,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY r.since, agreement, role, r.id
