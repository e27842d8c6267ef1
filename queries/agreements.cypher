// title: Agreements
// subject: agreements
// answers: every treaty, declaration, statute and designation, its legal force, and when it was signed and held
// param series (text, default any): only those of a series, such as mnna
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, force, signed (date), since (date), until (date), sources, checked, dataset
MATCH (a:Agreement)
WHERE a.dataset IN $datasets AND ($series IS NULL OR a.series = $series)
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force,
       [a.signed, coalesce(a.signed_latest, a.signed)] AS signed, {since a} AS since, {until a} AS until,
       a.sources AS sources, a.checked AS checked, a.dataset AS dataset
ORDER BY agreement
