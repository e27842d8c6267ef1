// title: Agreements signed between two days
// subject: agreements
// answers: which agreements were signed or adopted from one day to another, who has a part in each, and how firm it is
// param from (date): the first day
// param to (date, default today): the last day
// param datasets (datasets, default core): the datasets asked
// returns: signed (date), agreement, title, kind, force, parties, sources, checked, dataset
MATCH (a:Agreement)
WHERE a.signed <= $to AND coalesce(a.signed_latest, a.signed) >= $from AND a.dataset IN $datasets
OPTIONAL MATCH (a)<-[r:PARTY_TO]-(p:Country|Organization)
WITH a, p
ORDER BY p.id
WITH a, collect(DISTINCT p.id) AS parties
RETURN [a.signed, coalesce(a.signed_latest, a.signed)] AS signed, a.id AS agreement, a.title AS title,
       a.kind AS kind, a.force AS force, parties AS parties, a.sources AS sources, a.checked AS checked,
       a.dataset AS dataset
ORDER BY a.signed, agreement
