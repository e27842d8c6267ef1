// title: What a proposal asks for
// subject: proposals
// answers: each thing that a proposal asks for, in our words, when it was made and what became of it
// param proposal (proposal, default any): one proposal only
// param datasets (datasets, default core): the datasets asked
// returns: proposal, ask, on (date), status, sources, checked, dataset
MATCH (p:Proposal)
WHERE p.dataset IN $datasets AND ($proposal IS NULL OR p.id = $proposal)
UNWIND p.asks AS ask
RETURN p.id AS proposal, ask AS ask, [p.on, coalesce(p.on_latest, p.on)] AS on, p.status AS status,
       p.sources AS sources, p.checked AS checked, p.dataset AS dataset
ORDER BY proposal, ask
