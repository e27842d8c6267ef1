// title: What may be the same instrument in several datasets
// subject: datasets
// answers: which agreements of two datasets may be the same instrument, and what speaks against it; nothing follows these
// param agreement (agreement, default any): one of them
// param datasets (datasets, default all): the datasets asked; both agreements are of these
// returns: agreement, title, other, other_title, score, reason, sources
MATCH (a:Agreement)-[r:MAY_BE_SAME_AS]->(b:Agreement)
WHERE a.dataset IN $datasets AND b.dataset IN $datasets AND ($agreement IS NULL OR $agreement IN [a.id, b.id])
RETURN a.id AS agreement, a.title AS title, b.id AS other, b.title AS other_title,
       r.score AS score, r.reason AS reason, r.sources AS sources
ORDER BY agreement, score DESC, other
