// title: How an agreement hangs together with others
// subject: agreements
// answers: what an agreement carries out, changes, follows or is modelled on, and what does so to it
// param agreement (agreements): the agreement, or several with commas
// param datasets (datasets, default core): the datasets asked
// returns: agreement, from, relation, to, title, note, sources, checked, dataset
MATCH (a:Agreement)-[r:IMPLEMENTS|AMENDS|SUCCEEDS|MODELLED_ON|SAME_AS]-(b:Agreement)
WHERE a.id IN $agreement
  AND (r.dataset IN $datasets OR type(r) = 'SAME_AS' AND b.dataset IN $datasets)
RETURN a.id AS agreement, startNode(r).id AS from, type(r) AS relation, endNode(r).id AS to, b.title AS title,
       coalesce(r.note, r.reason) AS note, r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY agreement, from, relation, to, r.id
