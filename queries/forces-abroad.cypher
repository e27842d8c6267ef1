// title: Forces stationed abroad
// subject: borders and forces
// answers: which country has forces in which other on a day, on what basis, and how many where a source says so
// caveat core: only the forces abroad that core describes, by no means all that there are: that none is listed says nothing
// param country (country, default any): only forces of this country
// param host (country, default any): only forces in this country
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, host, basis, troops, since (date), until (date), certain, note, sources, checked, dataset
MATCH (c:Country)-[s:STATIONS]->(h:Country)
WHERE {possibly s} AND s.dataset IN $datasets AND ($country IS NULL OR c.id = $country)
  AND ($host IS NULL OR h.id = $host)
RETURN c.id AS country, h.id AS host, s.basis AS basis, s.troops AS troops, {since s} AS since,
       {until s} AS until, coalesce({certainly s}, false) AS certain, s.note AS note,
       s.sources AS sources, s.checked AS checked, s.dataset AS dataset
ORDER BY country, host, s.since, s.id
