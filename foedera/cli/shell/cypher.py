"""The words of Cypher that both engines know, as the shell completes them."""

from typing import Final

KEYWORDS: Final = (
    "MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "WITH", "UNWIND", "ORDER BY", "SKIP", "LIMIT", "DISTINCT",
    "AS", "AND", "OR", "NOT", "XOR", "IN", "IS NULL", "IS NOT NULL", "STARTS WITH", "ENDS WITH", "CONTAINS",
    "CASE", "WHEN", "THEN", "ELSE", "END", "UNION", "UNION ALL", "CALL", "YIELD", "EXISTS", "ASC", "DESC", "ALL",
    "ANY", "NONE", "SINGLE", "TRUE", "FALSE", "NULL", "EXPLAIN", "PROFILE", "SHOW", "CREATE", "MERGE", "SET",
    "REMOVE", "DELETE", "DETACH DELETE", "ON CREATE SET", "ON MATCH SET", "FOREACH",
)  # fmt: skip

FUNCTIONS: Final = (
    "count", "collect", "sum", "avg", "min", "max", "size", "head", "last", "coalesce", "labels", "type",
    "properties", "keys", "nodes", "relationships", "length", "startNode", "endNode", "shortestPath", "range",
    "reduce", "date", "duration", "toString", "toInteger", "toFloat", "toUpper", "toLower", "trim", "split",
    "substring", "replace", "abs", "round",
)  # fmt: skip
