// title: When a thing was, and from when to when
// subject: events
// answers: the day of a thing, its beginning and its end: of a state, body, agreement, obligation, event, claim, proposal or source
// param of (thing): the thing
// param datasets (datasets, default core): the datasets asked
// returns: label, id, name, kind, day (date), since (date), until (date), status, sources, checked, dataset
MATCH (n:Country|Organization|Agreement|Obligation|Event|Claim|Proposal|Source {id: $of})
WHERE n.dataset IN $datasets
RETURN labels(n)[0] AS label, n.id AS id, coalesce(n.name, n.title, n.subject) AS name, n.kind AS kind,
       [coalesce(n.signed, n.on), coalesce(n.signed_latest, n.signed, n.on_latest, n.on)] AS day,
       {since n} AS since, {until n} AS until, n.status AS status, n.sources AS sources, n.checked AS checked,
       n.dataset AS dataset
ORDER BY label, id
