// title: What happened
// subject: events
// answers: invasions, summits, talks, announcements: when, where, and who took part as what
// param party (party, default any): only events in which this party took part
// param about (thing, default any): only events about this
// param event (event, default any): this one only
// param datasets (datasets, default core): the datasets asked
// returns: event, name, kind, since (date), until (date), place, party, role, note, sources, checked, dataset
MATCH (e:Event)
WHERE e.dataset IN $datasets AND ($event IS NULL OR e.id = $event)
  AND ($about IS NULL OR EXISTS {
    MATCH (e)-[:ABOUT]->(x:Country|Organization|Agreement|Obligation|Event|Proposal|Area {id: $about}) })
OPTIONAL MATCH (p:Country|Organization)-[t:TOOK_PART]->(e)
WITH e, p, t
WHERE $party IS NULL OR p.id = $party
RETURN e.id AS event, e.name AS name, e.kind AS kind, {since e} AS since,
       CASE WHEN e.until_latest <= e.since_latest + duration({days: 1}) THEN null ELSE {until e} END AS until,
       e.place AS place, p.id AS party, t.role AS role, e.note AS note,
       e.sources AS sources, e.checked AS checked, e.dataset AS dataset
ORDER BY e.since, event, party, role, t.id
