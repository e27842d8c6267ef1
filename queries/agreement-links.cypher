// title: How an agreement hangs together with others
// subject: agreements
// answers: what an agreement carries out, changes, follows or is modelled on, and what does so to it
// param agreement (thing): the agreement
// param datasets (datasets, default core): the datasets asked
// returns: from, relation, to, title, sources, checked
MATCH (a:Agreement {id: $agreement})-[r:IMPLEMENTS|AMENDS|SUCCEEDS|MODELLED_ON|SAME_AS]-(b:Agreement)
WHERE r.dataset IN $datasets
RETURN startNode(r).id AS from, type(r) AS relation, endNode(r).id AS to, b.title AS title,
       r.sources AS sources, r.checked AS checked
ORDER BY from, relation, to, r.id
