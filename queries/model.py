"""The model as rows, for `foedera schema`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph.properties import PROVENANCE, Property
from ..graph.schema import NODES, RELATIONSHIPS
from .plain import plain
from .result import Result

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Model(Result):
    """The model as rows: labels, relationship types, and the properties of both."""

    labels: Sequence[Row]
    relationships: Sequence[Row]
    properties: Sequence[Row]

    def to_dict(self) -> dict[str, Any]:
        parts = {name: getattr(self, name) for name in ("labels", "relationships", "properties")}
        found: dict[str, Any] = plain(parts)
        return self.about() | found

    def table(self) -> Sequence[Row]:
        """A row a property, with the label or type that has it."""
        return self.properties


def model() -> Model:
    """The model as it is declared."""
    return Model(labels(), relationships(), properties()).asked(None, "The model", {"schema": "everything"})


def labels() -> list[Row]:
    """One row a label."""
    return [{"label": label, "id": node.id, "description": node.description} for label, node in NODES.items()]


def relationships() -> list[Row]:
    """One row a relationship type, with the labels that it may join."""
    return [
        {
            "type": type,
            "from": list(dict.fromkeys(start for start, _ in found.ends)),
            "to": list(dict.fromkeys(end for _, end in found.ends)),
            "description": found.description,
        }
        for type, found in RELATIONSHIPS.items()
    ]


def properties() -> list[Row]:
    """One row a property; those of provenance, which everything has, come last."""
    declared = [(label, node.properties) for label, node in NODES.items()]
    declared += [(type, found.properties) for type, found in RELATIONSHIPS.items()]
    rows = [row for of, found in declared for row in _rows(of, found)]
    return rows + list(_rows("everything", PROVENANCE))


def _rows(of: str, found: Mapping[str, Property]) -> Iterator[Row]:
    for name, each in found.items():
        yield {
            "of": of,
            "property": name,
            "type": each.type,
            "required": each.required,
            "description": each.description,
            "terms": list(each.terms or ()),
        }
