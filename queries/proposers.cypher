// title: Who made a proposal
// subject: proposals
// answers: the parties behind each proposal
// param proposal (proposal, default any): one proposal only
// param datasets (datasets, default core): the datasets asked
// returns: proposal, party, name, sources, checked, dataset
MATCH (c:Country|Organization)-[r:PROPOSED]->(p:Proposal)
WHERE r.dataset IN $datasets AND ($proposal IS NULL OR p.id = $proposal)
RETURN p.id AS proposal, c.id AS party, c.name AS name, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY proposal, party, r.id
