// title: Steps towards membership
// subject: open door
// answers: which stages a country went through on its way into an organization, from when to when
// param country (country, default any): one country only
// param organization (organization, default any): one organization only
// param datasets (datasets, default core): the datasets asked
// returns: country, name, organization, stage, since (date), until (date), sources, checked, dataset
MATCH (c:Country)-[k:CANDIDATE_OF]->(o:Organization)
WHERE k.dataset IN $datasets AND ($country IS NULL OR c.id = $country)
  AND ($organization IS NULL OR o.id = $organization)
RETURN c.id AS country, c.name AS name, o.id AS organization, k.stage AS stage,
       {since k} AS since, {until k} AS until, k.sources AS sources, k.checked AS checked, k.dataset AS dataset
ORDER BY country, organization, k.since, stage, k.id
