// title: Steps to and from major non-NATO ally status
// subject: mnna
// answers: when a designation was announced, notified to Congress, made and ended: these are different days
// param country (country, default any): one country only
// param datasets (datasets, default core): the datasets asked
// returns: country, name, step, on (date), what, sources, checked, dataset
CALL {
  MATCH (c:Country)-[p:PARTY_TO {role: 'designee'}]->(d:Agreement)
  WHERE d.series STARTS WITH 'mnna' AND p.dataset IN $datasets
  RETURN c AS c, 'designated' AS step, {since p} AS day, d.id AS what, p.sources AS sources, p.checked AS checked,
         p.dataset AS dataset
  UNION ALL
  MATCH (c:Country)-[p:PARTY_TO {role: 'designee'}]->(d:Agreement)
  WHERE d.series STARTS WITH 'mnna' AND p.dataset IN $datasets AND (p.until IS NOT NULL OR NOT p.until_known)
  RETURN c AS c, 'ended' AS step, {until p} AS day, d.id AS what, p.sources AS sources, p.checked AS checked,
         p.dataset AS dataset
  UNION ALL
  MATCH (c:Country)-[:PARTY_TO {role: 'designee'}]->(d:Agreement)<-[:ABOUT]-(e:Event)
  WHERE d.series STARTS WITH 'mnna' AND e.dataset IN $datasets AND e.kind IN ['announcement', 'notification']
    AND (c)-[:TOOK_PART]->(e)
  RETURN c AS c, CASE e.kind WHEN 'announcement' THEN 'announced' ELSE 'notified' END AS step,
         {since e} AS day, e.id AS what, e.sources AS sources, e.checked AS checked,
         e.dataset AS dataset
}
WITH c, step, day, what, sources, checked, dataset
WHERE $country IS NULL OR c.id = $country
RETURN c.id AS country, c.name AS name, step AS step, day AS on, what AS what,
       sources AS sources, checked AS checked, dataset AS dataset
ORDER BY country, day[0], step, what
