// title: What two parties have ever promised each other
// subject: obligations
// answers: every commitment of two parties in both directions at any time, from when to when
// param party (party): one of the two
// param other (party): the other
// param datasets (datasets, default core): the datasets asked
// returns: from, to, obligation, kind, force, rank, agreement, since (date), until (date), status, sources, checked, dataset
UNWIND [[$party, $other], [$other, $party]] AS pair
WITH pair[0] AS one, pair[1] AS two
MATCH (d:Country|Organization {id: one})-[r:OWES]->(o:Obligation)-[t:OWED_TO]->(c:Country|Organization {id: two})
WHERE (r.until_latest IS NULL OR t.since IS NULL OR r.until_latest > t.since)
  AND (t.until_latest IS NULL OR r.since IS NULL OR t.until_latest > r.since) AND r.dataset IN $datasets
MATCH (o)<-[:CREATES]-(a:Agreement)
RETURN d.id AS from, c.id AS to, o.id AS obligation, o.kind AS kind, o.force AS force, o.rank AS rank,
       a.id AS agreement,
       CASE WHEN t.since IS NULL OR r.since > t.since THEN {since r} ELSE {since t} END AS since,
       CASE WHEN r.until IS NULL AND t.until IS NULL THEN [null, null, r.until_known AND t.until_known]
            WHEN t.until IS NULL OR r.until < t.until THEN {until r} ELSE {until t} END AS until,
       CASE WHEN 'suspended' IN [r.status, t.status] THEN 'suspended'
            WHEN 'disputed' IN [r.status, t.status] THEN 'disputed'
            WHEN 'dormant' IN [r.status, t.status] THEN 'dormant' ELSE null END AS status,
       r.sources + [s IN t.sources WHERE NOT s IN r.sources] AS sources,
       CASE WHEN r.checked < t.checked THEN r.checked WHEN r.checked IS NOT NULL THEN t.checked END AS checked,
       r.dataset AS dataset
ORDER BY from, CASE WHEN r.since > t.since THEN r.since ELSE t.since END, obligation, r.id, t.id
