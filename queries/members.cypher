// title: Members of an organization
// subject: organizations
// answers: who belongs to an organization on a day, since when, and until when; while its founding treaty is signed and not in force, who has signed it, not certain
// param organization (organization): the body, such as NATO
// param on (date, default today): the day
// param datasets (datasets, default core): the datasets asked
// returns: country, name, since (date), until (date), certain, sources, checked
CALL {
  MATCH (c:Country|Organization)-[m:MEMBER_OF]->(o:Organization {id: $organization})
  WHERE {possibly m} AND m.dataset IN $datasets
  RETURN c.id AS country, c.name AS name, m.id AS id, {since m} AS first, {until m} AS last,
         coalesce({certainly m}, false) AS certain, m.sources AS sources, m.checked AS checked
  UNION ALL
  MATCH (c:Country|Organization)-[p:PARTY_TO {role: 'party'}]->(a:Agreement)-[:CONSTITUTES]->(o:Organization {id: $organization}),
        (c)-[m:MEMBER_OF]->(o)
  WHERE o.since <= $on AND p.signed <= $on AND a.since > $on AND m.since > $on AND m.since = p.since
    AND m.dataset IN $datasets AND p.dataset = m.dataset
  RETURN c.id AS country, c.name AS name, m.id AS id, {since m} AS first, {until m} AS last,
         false AS certain, m.sources AS sources, m.checked AS checked
}
WITH country, name, id, first, last, certain, sources, checked
RETURN country AS country, name AS name, first AS since, last AS until,
       certain AS certain, sources AS sources, checked AS checked
ORDER BY country, id
