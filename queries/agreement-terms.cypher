// title: The terms of an agreement
// subject: agreements
// answers: how firm an agreement is and why, how long it runs, how it ends, and what it says that it does not do
// param agreement (thing): the agreement, such as us-ukraine-2024
// param datasets (datasets, default core): the datasets asked
// returns: agreement, title, kind, force, force_note, signed (date), since (date), until (date), duration, termination, disclaims, note, url, sources, checked
MATCH (a:Agreement {id: $agreement})
WHERE a.dataset IN $datasets
RETURN a.id AS agreement, a.title AS title, a.kind AS kind, a.force AS force, a.force_note AS force_note,
       [a.signed, coalesce(a.signed_latest, a.signed)] AS signed, {since a} AS since, {until a} AS until,
       a.duration AS duration, a.termination AS termination, a.disclaims AS disclaims, a.note AS note,
       a.url AS url, a.sources AS sources, a.checked AS checked
ORDER BY agreement
