// title: What an agreement promises
// subject: agreements
// answers: each promise of an agreement: its kind, how firm it is, what it depends on, and the clause that holds it
// param agreement (thing): the agreement, such as us-ukraine-2024
// param datasets (datasets, default core): the datasets asked
// returns: obligation, name, kind, force, rank, summary, trigger, condition, discretion, article, since (date), until (date), sources, checked
MATCH (a:Agreement {id: $agreement})-[:CREATES]->(o:Obligation)
WHERE o.dataset IN $datasets
RETURN o.id AS obligation, o.name AS name, o.kind AS kind, o.force AS force, o.rank AS rank,
       o.summary AS summary, o.trigger AS trigger, o.condition AS condition, o.discretion AS discretion,
       o.article AS article, {since o} AS since, {until o} AS until, o.sources AS sources, o.checked AS checked
ORDER BY obligation
