// title: What an agreement promises
// subject: agreements
// answers: each promise of an agreement: its kind, how firm it is, who has owed it to whom, what it depends on, its sum and time limit, and the clause that holds it
// param agreement (agreements): the agreement, such as us-ukraine-2024, or several with commas
// param datasets (datasets, default core): the datasets asked
// returns: agreement, obligation, name, kind, force, rank, summary, owed_by, owed_to, owed_to_class, trigger, condition, discretion, deadline, deadline_hours, amount, currency, period, article, since (date), until (date), status, sources, checked, dataset
MATCH (a:Agreement)-[:CREATES]->(o:Obligation)
WHERE a.id IN $agreement AND o.dataset IN $datasets
OPTIONAL MATCH (o)<-[:OWES]-(d:Country|Organization)
WITH a, o, d
ORDER BY d.id
WITH a, o, collect(DISTINCT d.id) AS owed_by
OPTIONAL MATCH (o)-[:OWED_TO]->(c:Country|Organization)
WITH a, o, owed_by, c
ORDER BY c.id
WITH a, o, owed_by, collect(DISTINCT c.id) AS owed_to
RETURN a.id AS agreement, o.id AS obligation, o.name AS name, o.kind AS kind, o.force AS force, o.rank AS rank,
       o.summary AS summary, owed_by AS owed_by, owed_to AS owed_to, o.owed_to_class AS owed_to_class,
       o.trigger AS trigger, o.condition AS condition, o.discretion AS discretion, o.deadline AS deadline,
       o.deadline_hours AS deadline_hours, o.amount AS amount, o.currency AS currency, o.period AS period,
       o.article AS article, {since o} AS since, {until o} AS until, o.status AS status,
       o.sources AS sources, o.checked AS checked, o.dataset AS dataset
ORDER BY agreement, obligation
