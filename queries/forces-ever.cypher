// title: Forces ever stationed abroad
// subject: borders and forces
// answers: which forces a country has had abroad, and which others on its soil, at any time
// caveat core: only the forces abroad that core describes, by no means all that there are: that none is listed says nothing
// param country (country): the country that has them, or that they are in
// param datasets (datasets, default core): the datasets asked
// returns: country, name, host, host_name, basis, troops, since (date), until (date), note, sources, checked, dataset
MATCH (p:Country {id: $country})-[s:STATIONS]-(:Country)
WHERE s.dataset IN $datasets
WITH s, startNode(s) AS c, endNode(s) AS h
RETURN c.id AS country, c.name AS name, h.id AS host, h.name AS host_name, s.basis AS basis, s.troops AS troops,
       {since s} AS since, {until s} AS until, s.note AS note, s.sources AS sources, s.checked AS checked,
       s.dataset AS dataset
ORDER BY s.since, country, host, s.id
