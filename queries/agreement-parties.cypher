// title: Parties of an agreement
// subject: agreements
// answers: who has which part in an agreement, when each signed, since when and until when each was bound; in a dataset of others, by which number and in which phase
// param agreement (agreements): the agreement, such as north-atlantic-treaty, or several with commas
// param datasets (datasets, default core): the datasets asked
// returns: agreement, party, name, code, role, phase, signed (date), since (date), until (date), status, note, sources, checked, dataset
MATCH (a:Agreement)<-[r:PARTY_TO]-(p:Country|Organization)
WHERE a.id IN $agreement AND r.dataset IN $datasets
RETURN a.id AS agreement, p.id AS party, p.name AS name, r.code AS code, r.role AS role, r.phase AS phase,
       [r.signed, coalesce(r.signed_latest, r.signed)] AS signed, {since r} AS since, {until r} AS until,
       r.status AS status, r.note AS note, r.sources AS sources, r.checked AS checked,
       r.dataset AS dataset
ORDER BY agreement, r.since, party, role, r.id
