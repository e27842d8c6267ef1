// title: Who has promised to defend a party
// subject: obligations
// answers: each party that owes another its defence on a day, under which article, since when, and how firmly
// param party (party): the party that would be attacked
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: party, name, obligation, force, rank, agreement, since (date), certain, sources, checked, dataset
MATCH (v:Country|Organization {id: $party})<-[t:OWED_TO]-(o:Obligation {kind: 'defense'})
MATCH (d:Country|Organization)-[r:OWES]->(o)
MATCH (a:Agreement)-[:CREATES]->(o)
WHERE d.id <> $party AND {possibly r} AND {possibly t} AND r.dataset IN $datasets
RETURN d.id AS party, d.name AS name, o.id AS obligation, o.force AS force, o.rank AS rank, a.id AS agreement,
       CASE WHEN r.since > t.since THEN {since r} ELSE {since t} END AS since,
       coalesce({certainly r} AND {certainly t}, false) AS certain,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY rank DESC, party, obligation, r.id, t.id
