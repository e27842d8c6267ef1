// title: How far the datasets reach
// subject: sources
// answers: which parts of the field a dataset covers, from when to when, and where it is complete: there nothing found is a no; one whose last load or removal was cut short is complete nowhere
// param datasets (datasets, default core): the datasets asked
// returns: dataset, scope, title, complete, since (date), until (date), sources
MATCH (s:Scope)
WHERE s.dataset IN $datasets
MATCH (d:Dataset {id: s.dataset})
RETURN s.dataset AS dataset, s.id AS scope, s.title AS title, s.complete AND NOT coalesce(d.loading, false) AS complete,
       {since s} AS since, {until s} AS until, s.sources AS sources
ORDER BY dataset, scope
