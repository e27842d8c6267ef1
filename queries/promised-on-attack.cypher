// title: What is promised to a party if something happens
// subject: obligations
// answers: who has promised a party to defend, consult or help it, and what sets the promise off
// param party (party): the party that is attacked, or threatened
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: party, name, kind, trigger, deadline, force, rank, obligation, since (date), status, certain, sources, checked, dataset
MATCH (v:Country|Organization {id: $party})<-[t:OWED_TO]-(o:Obligation)
WHERE {possibly t} AND o.trigger IS NOT NULL AND t.dataset IN $datasets
MATCH (o)<-[r:OWES]-(d:Country|Organization)
WHERE d.id <> $party AND {possibly r}
RETURN d.id AS party, d.name AS name, o.kind AS kind, o.trigger AS trigger, o.deadline AS deadline,
       o.force AS force, o.rank AS rank, o.id AS obligation,
       CASE WHEN t.since IS NULL OR r.since > t.since THEN {since r} ELSE {since t} END AS since,
       CASE WHEN 'disputed' IN [r.status, t.status] THEN 'disputed'
            WHEN 'dormant' IN [r.status, t.status] THEN 'dormant' ELSE 'in force' END AS status,
       coalesce({certainly r} AND {certainly t}, false) AS certain,
       r.sources + [s IN t.sources WHERE NOT s IN r.sources] AS sources,
       CASE WHEN r.checked < t.checked THEN r.checked WHEN r.checked IS NOT NULL THEN t.checked END AS checked,
       r.dataset AS dataset
ORDER BY rank DESC, party, obligation, r.id, t.id
