// title: What came after what
// subject: organizations
// answers: which state, organization or agreement came after which, and whether it is the same state
// param of (thing, default any): only where this comes before or after
// param datasets (datasets, default core): the datasets asked
// returns: successor, of, kind, note, sources, checked, dataset
MATCH (b:Country|Organization|Agreement)-[r:SUCCEEDS]->(a:Country|Organization|Agreement)
WHERE r.dataset IN $datasets AND ($of IS NULL OR a.id = $of OR b.id = $of)
RETURN b.id AS successor, a.id AS of, r.kind AS kind, r.note AS note, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY of, successor, r.id
