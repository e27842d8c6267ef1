// title: The same instrument in several datasets
// subject: datasets
// answers: which agreements of two datasets are the same instrument, how that is known, and what of parties and dates agrees
// param agreement (agreement, default any): one of them
// param datasets (datasets, default all): the datasets asked; both agreements are of these
// returns: agreement, title, other, other_title, basis, score, reason, sources
MATCH (a:Agreement)-[r:SAME_AS]->(b:Agreement)
WHERE a.dataset IN $datasets AND b.dataset IN $datasets AND ($agreement IS NULL OR $agreement IN [a.id, b.id])
RETURN a.id AS agreement, a.title AS title, b.id AS other, b.title AS other_title,
       r.basis AS basis, r.score AS score, r.reason AS reason, r.sources AS sources
ORDER BY agreement, other
