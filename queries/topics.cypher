// title: What a claim or an event is about
// subject: sources
// answers: the parties, agreements, obligations, events and proposals that a claim or an event is about
// param of (thing): the claim or event
// param datasets (datasets, default core): the datasets asked
// returns: about, label, name, sources, checked, dataset
MATCH (n:Claim|Event {id: $of})-[r:ABOUT]->(x:Country|Organization|Agreement|Obligation|Event|Proposal|Area)
WHERE r.dataset IN $datasets
RETURN x.id AS about, labels(x)[0] AS label, coalesce(x.name, x.title) AS name,
       r.sources AS sources, r.checked AS checked, r.dataset AS dataset
ORDER BY about, label, r.id
