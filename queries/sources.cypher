// title: Documents that facts are cited from
// subject: sources
// answers: every source, who published it, when, where it is, and under which terms
// param datasets (datasets, default core): the datasets asked
// returns: source, title, publisher, on (date), kind, licence, url
MATCH (s:Source)
WHERE s.dataset IN $datasets
RETURN s.id AS source, s.title AS title, s.publisher AS publisher,
       [s.on, coalesce(s.on_latest, s.on)] AS on, s.kind AS kind, s.licence AS licence, s.url AS url
ORDER BY source
