// title: What the sources say
// subject: sources
// answers: what each source claims, of what, on which day: as it says it, whether or not it is so
// param about (thing, default any): only claims about this
// param source (source, default any): only claims of this source
// param datasets (datasets, default core): the datasets asked
// returns: claim, subject, predicate, comparator, value, unit, on (date), record, note, sources, checked, dataset
MATCH (c:Claim)
WHERE c.dataset IN $datasets AND ($source IS NULL OR c.id STARTS WITH $source + '/')
OPTIONAL MATCH (c)-[:ABOUT]->(x:Country|Organization|Agreement|Obligation|Event|Proposal|Area {id: $about})
WITH c, count(x) AS about
WHERE $about IS NULL OR about > 0
RETURN c.id AS claim, c.subject AS subject, c.predicate AS predicate, c.comparator AS comparator,
       c.value AS value, c.unit AS unit, [c.on, coalesce(c.on_latest, c.on)] AS on,
       c.record AS record, c.note AS note, c.sources AS sources, c.checked AS checked, c.dataset AS dataset
ORDER BY claim
