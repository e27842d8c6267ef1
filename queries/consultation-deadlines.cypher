// title: Consultation within a time limit
// subject: obligations
// answers: which agreements say how soon their parties must confer, and what sets it off
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: agreement, obligation, deadline, hours, trigger, force, sources, checked, dataset
MATCH (a:Agreement)-[:CREATES]->(o:Obligation {kind: 'consultation'})
WHERE o.deadline IS NOT NULL AND {possibly o} AND o.dataset IN $datasets
RETURN a.id AS agreement, o.id AS obligation, o.deadline AS deadline, o.deadline_hours AS hours,
       o.trigger AS trigger, o.force AS force, o.sources AS sources, o.checked AS checked, o.dataset AS dataset
ORDER BY coalesce(hours, 1000000.0), obligation
