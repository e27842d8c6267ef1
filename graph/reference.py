"""The reference page of the graph's model, from the declaration: `docs/schema.md`, `foedera schema`."""

from collections.abc import Iterator

from . import vocabulary as words
from .properties import PROVENANCE, Properties
from .schema import NODES, RELATIONSHIPS

_HEAD = """\
# The graph's model

Made from `graph/schema/` and `graph/vocabulary.py` by `foedera schema --format markdown`.
One label a node, each with a unique `id`; every relationship has a unique `id` too.
"""

_TERMS = {
    "Kinds of obligation": words.KINDS,
    "Legal force": words.FORCES,
    "Status": words.STATUSES,
    "Roles of a party": words.ROLES,
    "Stages of a candidacy": words.STAGES,
    "Kinds of agreement": words.AGREEMENT_KINDS,
    "Kinds of organization": words.ORGANIZATION_KINDS,
    "How near a border is": words.CONTIGUITY,
    "Memberships held": words.MEMBERS_HELD,
    "Kinds of event": words.EVENT_KINDS,
    "How the same instrument is known": words.SAME_BECAUSE,
}


def markdown() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_nodes(), *_relationships(), *_terms()])


def _nodes() -> Iterator[str]:
    yield "## Labels\n"
    for label, node in NODES.items():
        yield f"### {label}\n\n{node.description}; id: {node.id}\n"
        yield from _properties(node.properties)


def _relationships() -> Iterator[str]:
    yield "## Relationship types\n"
    for name, relationship in RELATIONSHIPS.items():
        ends = ", ".join(f"`({start})-[:{name}]->({end})`" for start, end in relationship.ends)
        yield f"### {name}\n\n{relationship.description}: {ends}\n"
        yield from _properties(relationship.properties)
    yield "## Properties of every fact\n"
    yield from _properties(PROVENANCE)


def _properties(properties: Properties) -> Iterator[str]:
    if not properties:
        return
    yield "| property | type | |\n| --- | --- | --- |"
    for name, declared in properties.items():
        required = ", required" if declared.required else ""
        allowed = _allowed(declared.terms)
        yield f"| `{name}` | {declared.type}{required} | {declared.description}{allowed} |"
    yield ""


def _allowed(terms: words.Terms | None) -> str:
    return f": {', '.join(f'`{term}`' for term in terms)}" if terms else ""


def _terms() -> Iterator[str]:
    yield "## Terms\n"
    for title, terms in _TERMS.items():
        yield f"### {title}\n\n| term | |\n| --- | --- |"
        for term, meaning in terms.items():
            yield f"| {term} | {meaning} |"
        yield ""
    yield "### Rank\n\n| kind | " + " | ".join(words.FORCES) + " |"
    yield "| --- |" + " --- |" * len(words.FORCES)
    for kind in words.KINDS:
        ranks = " | ".join(str(words.rank(kind, force)) for force in words.FORCES)
        yield f"| {kind} | {ranks} |"
    yield ""
