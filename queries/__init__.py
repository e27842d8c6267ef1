"""The questions: stored ones, and those that Cypher alone cannot answer."""
