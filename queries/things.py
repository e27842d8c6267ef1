"""Anything that the graph holds, found by its id or by what it is called."""

from dataclasses import dataclass
from typing import Any, Final

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.records import fold
from ..graph.store import Store
from .names import meant, party

LABELS: Final = (
    "Country", "Organization", "Agreement", "Obligation", "Area", "Event", "Claim", "Proposal", "Source",
)  # fmt: skip
_PARTIES: Final = ("Country", "Organization")
_ANY: Final = "|".join(LABELS)


@dataclass(frozen=True, slots=True)
class Thing:
    """A node that a user may ask for."""

    id: str
    label: str
    name: str
    note: str = ""


_NAME: Final = "coalesce(n.name, n.title, n.subject)"
_BY_ID: Final = f"MATCH (n:{_ANY} {{id: $id}}) RETURN n.id AS id, labels(n)[0] AS label, {_NAME} AS name"
_ALL: Final = f"""
MATCH (n:{_ANY})
RETURN n.id AS id, labels(n)[0] AS label, {_NAME} AS name,
       coalesce(n.names, []) AS names, coalesce(n.keys, []) AS keys, n.until IS NULL AS present
ORDER BY label, id
"""
_SHOWN: Final = 5


def find(store: Store, text: str, on: Date | None = None) -> Thing:
    """The one thing of that id or name; a party before anything else that is called the same.

    A name of states is that of the day, where one is given.

    Raises:
        BadInput: nothing is called so (with the nearest names), or several things are (with their ids).
    """
    wanted = text.strip()
    found = store.read(_BY_ID, {"id": wanted}).rows
    if len(found) != 1:
        everything = [{**row, "keys": _keys(row)} for row in store.read(_ALL)]
        found = _called(fold(wanted), found or everything)
        if not found:
            found = _holding(fold(wanted), everything)
            if len(found) != 1:
                raise BadInput(_unknown(wanted, found, everything))
    if len(found) > 1:
        listed = ", ".join(f"{row['name']} ({row['id']})" for row in found[:_SHOWN])
        raise BadInput(f"{wanted!r} may be {listed}; say which, by its id")
    key = fold(wanted)
    if on and found[0]["label"] == "Country" and key in found[0].get("keys", [key]):
        state = party(store, wanted, on)
        return Thing(state.id, state.label, state.name, state.note)
    return Thing(found[0]["id"], found[0]["label"], found[0]["name"])


def _keys(row: dict[str, Any]) -> list[str]:
    return [*row["keys"], *(fold(each) for each in (row["id"], row["name"], *row["names"]))]


def _called(key: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those called so; a party before an agreement, an agreement before its text among the sources."""
    found = [row for row in rows if key and key in row.get("keys", [key])]
    for group in (_PARTIES, *((label,) for label in LABELS)):
        of_group = [row for row in found if row["label"] in group]
        if of_group:
            present = [row for row in of_group if row.get("present")]
            return present if len(present) == 1 else of_group
    return []


def _holding(key: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those in whose names the text occurs: titles of agreements are long."""
    return [row for row in rows if len(key) > 3 and any(key in each for each in row["keys"])]


def _with_ids(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "name": f"{row['name']} ({row['id']})"} for row in rows]


def _unknown(text: str, holding: list[dict[str, Any]], everything: list[dict[str, Any]]) -> str:
    if 1 < len(holding) <= _SHOWN:
        return f"{text!r} may be {', '.join(row['id'] for row in holding)}; say which, by its id"
    return f"the graph holds nothing called {text!r}.{meant(text, _with_ids(everything))}"
