// title: What a status, law or agreement gives, and what it does not
// subject: mnna
// answers: the promises that follow from one instrument, in it or in other laws, with their clauses, and what it says it does not do
// param agreement (agreement, default faa-section-517): the statute or agreement
// param datasets (datasets, default core): the datasets asked
// returns: gives, summary, kind, force, rank, law, article, obligation, sources, checked, dataset
CALL {
  MATCH (law:Agreement)-[:CREATES]->(o:Obligation)
  WHERE o.dataset IN $datasets AND (law.id = $agreement OR o.parties_of = $agreement)
  RETURN true AS gives, o.summary AS summary, o.kind AS kind, o.force AS force, o.rank AS rank, law.id AS law,
         o.article AS article, o.id AS obligation, o.sources AS sources, o.checked AS checked,
         o.dataset AS dataset
  UNION ALL
  MATCH (a:Agreement {id: $agreement})
  WHERE a.dataset IN $datasets AND a.disclaims IS NOT NULL
  RETURN false AS gives, a.disclaims AS summary, null AS kind, a.force AS force, null AS rank, a.id AS law,
         null AS article, null AS obligation, a.sources AS sources, a.checked AS checked,
         a.dataset AS dataset
}
WITH gives, summary, kind, force, rank, law, article, obligation, sources, checked, dataset
RETURN gives AS gives, summary AS summary, kind AS kind, force AS force, rank AS rank, law AS law,
       article AS article, obligation AS obligation, sources AS sources, checked AS checked,
       dataset AS dataset
ORDER BY gives DESC, law, obligation
