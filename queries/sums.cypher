// title: Sums of money
// subject: events
// answers: which sums were promised, granted or lent: by which act or promise, how much, for what time
// param party (party, default any): only where this party promises, is promised or takes part
// param datasets (datasets, default core): the datasets asked
// returns: what, name, amount, currency, period, since (date), note, sources, checked, dataset
CALL {
  MATCH (e:Event)
  WHERE e.amount IS NOT NULL AND e.dataset IN $datasets AND ($party IS NULL OR EXISTS {
    MATCH (p:Country|Organization {id: $party})-[:TOOK_PART]->(e) })
  RETURN e.id AS what, e.name AS name, e.amount AS amount, e.currency AS currency, null AS period,
         {since e} AS day, e.note AS note, e.sources AS sources, e.checked AS checked,
         e.dataset AS dataset
  UNION ALL
  MATCH (o:Obligation)
  WHERE o.amount IS NOT NULL AND o.dataset IN $datasets AND ($party IS NULL OR EXISTS {
    MATCH (p:Country|Organization {id: $party})-[:OWES|OWED_TO]-(o) })
  RETURN o.id AS what, o.name AS name, o.amount AS amount, o.currency AS currency, o.period AS period,
         {since o} AS day, o.note AS note, o.sources AS sources, o.checked AS checked,
         o.dataset AS dataset
}
WITH what, name, amount, currency, period, day, note, sources, checked, dataset
RETURN what AS what, name AS name, amount AS amount, currency AS currency, period AS period,
       day AS since, note AS note, sources AS sources, checked AS checked,
       dataset AS dataset
ORDER BY day[0], what
