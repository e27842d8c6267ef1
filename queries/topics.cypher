// title: What a claim or an event is about
// subject: sources
// answers: the parties, agreements, obligations, events and proposals that a claim or an event is about
// param of (thing): the claim or event
// returns: about, label, name, sources, checked
MATCH (n:Claim|Event {id: $of})-[r:ABOUT]->(x:Country|Organization|Agreement|Obligation|Event|Proposal|Area)
RETURN x.id AS about, labels(x)[0] AS label, coalesce(x.name, x.title) AS name,
       r.sources AS sources, r.checked AS checked
ORDER BY about, label, r.id
