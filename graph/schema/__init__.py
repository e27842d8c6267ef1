"""The graph, declared once: labels, relationship types, their properties, ends and descriptions.

Constraints, validation, the one write statement, the core dataset's keys and the reference page
(`docs/schema.md`) all come from here.
"""

from .nodes import NODES, NodeType
from .relationships import LINKS, PARTIES, RELATIONSHIPS, RelationshipType

__all__ = ["LINKS", "NODES", "PARTIES", "RELATIONSHIPS", "NodeType", "RelationshipType"]
