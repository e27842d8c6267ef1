// title: The terms of an agreement
// subject: agreements
// answers: how firm an agreement is and why, how long it runs, how it ends, and what it says that it does not do
// param agreement (agreements): the agreement, such as us-ukraine-2024, or several with commas
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, series, force, force_note, signed (date), since (date), until (date), status, duration, termination, disclaims, note, url, sources, checked, dataset
MATCH (a:Agreement)
WHERE a.id IN $agreement AND a.dataset IN $datasets
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.series AS series, a.force AS force,
       a.force_note AS force_note, [a.signed, coalesce(a.signed_latest, a.signed)] AS signed,
       {since a} AS since, {until a} AS until, a.status AS status,
       a.duration AS duration, a.termination AS termination, a.disclaims AS disclaims, a.note AS note,
       a.url AS url, a.sources AS sources, a.checked AS checked, a.dataset AS dataset
ORDER BY agreement
