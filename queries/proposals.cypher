// title: What has been asked for and is not (yet) so
// subject: proposals
// answers: who proposed what for whom, when, how firmly it is put, and what became of it
// param about (thing, default any): only proposals that concern this
// param proposal (proposal, default any): this one only
// param datasets (datasets, default core): the datasets asked
// returns: proposal, title, on (date), concerns, ask, firmness, status, sources, checked, dataset
MATCH (p:Proposal)
WHERE p.dataset IN $datasets AND ($proposal IS NULL OR p.id = $proposal)
OPTIONAL MATCH (p)-[r:CONCERNS]->(x:Country|Organization|Agreement|Obligation|Event|Proposal|Area)
WITH p, r, x
WHERE $about IS NULL OR x.id = $about
RETURN p.id AS proposal, p.title AS title, [p.on, coalesce(p.on_latest, p.on)] AS on, x.id AS concerns, r.ask AS ask,
       r.firmness AS firmness, p.status AS status, coalesce(r.sources, p.sources) AS sources,
       p.checked AS checked, p.dataset AS dataset
ORDER BY proposal, concerns, ask, r.id
