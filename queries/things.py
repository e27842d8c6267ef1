"""Anything that the graph holds, found by its id or by what it is called."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ..graph.dates import Date
from ..graph.errors import BadInput
from ..graph.named import listed, meant, sharing, squeezed
from ..graph.records import fold
from ..graph.store import Store
from .names import party

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


Row = Mapping[str, Any]

_NAME: Final = "coalesce(n.name, n.title, n.subject)"
_BY_ID: Final = f"MATCH (n:{_ANY} {{id: $id}}) RETURN n.id AS id, labels(n)[0] AS label, {_NAME} AS name"
_ALL: Final = f"""
MATCH (n:{_ANY})
RETURN n.id AS id, labels(n)[0] AS label, {_NAME} AS name,
       coalesce(n.names, []) AS names, coalesce(n.keys, []) AS keys, n.until IS NULL AS present
ORDER BY label, id
"""
_SHOWN: Final = 5


def find(store: Store, text: str, on: Date | None = None, labels: Collection[str] = LABELS) -> Thing:
    """The one thing of that id or name; a party before anything else that is called the same.

    A name of states is that of the day, where one is given. What has one of `labels` goes before other things, and
    only such things are offered where nothing is called so.

    Raises:
        BadInput: nothing is called so (with the nearest names), or several things are (with their ids).
    """
    if not isinstance(text, str):
        raise BadInput(f"{text!r} is no name; expected text, such as 'Estonia' or 'EST'")
    wanted = text.strip()
    key = fold(wanted)
    if not wanted:
        raise BadInput("a name is empty; expected one such as Estonia, NATO or north-atlantic-treaty")
    found: Sequence[Row] = store.read(_BY_ID, {"id": wanted}).rows
    if len(found) > 1:
        found = _called(key, found)
    elif not found:
        everything: list[Row] = [{**row, "keys": _keys(row)} for row in store.read(_ALL)]
        found = _named(wanted, [row for row in everything if row["label"] in labels], everything)
    if len(found) > 1:
        ids = ", ".join(f"{row['name']} ({row['id']})" for row in found[:_SHOWN])
        raise BadInput(f"{wanted!r} may be {ids}; say which, by its id")
    if on and found[0]["label"] == "Country" and key in found[0].get("keys", [key]):
        state = party(store, wanted, on)
        return Thing(state.id, state.label, state.name, state.note)
    return Thing(found[0]["id"], found[0]["label"], found[0]["name"])


def _named(text: str, fitting: Sequence[Row], everything: Sequence[Row]) -> Sequence[Row]:
    """Those called so, else the one in whose name the text occurs; where several parties share it, they are told."""
    key = fold(text)
    found = _called(key, fitting) or _called(key, everything)
    if found and (found[0]["label"] != "Source" or len(fitting) < len(everything)):
        return found
    if found:  # an agreement is told of sooner than a text about it that has its title
        return [row for row in _holding(key, everything) if row["label"] == "Agreement"] or found
    parties = [row for row in fitting if row["label"] in _PARTIES]
    if len(spaced := squeezed(text, parties)) == 1:
        return spaced
    if len(parties := sharing(text, parties)) > 1:
        present = [row for row in parties if row["present"]]
        raise BadInput(f"{text!r} may be {listed(present if len(present) > 1 else parties)}; say which")
    found = _holding(key, fitting)
    if len(found) != 1:
        raise BadInput(_unknown(text, found, fitting))
    return found


def _keys(row: Row) -> list[str]:
    return [*row["keys"], *(fold(each) for each in (row["id"], row["name"], *row["names"]))]


def _called(key: str, rows: Sequence[Row]) -> Sequence[Row]:
    """Those called so; a party before an agreement, an agreement before its text among the sources."""
    found = [row for row in rows if key and key in row.get("keys", [key])]
    for group in (_PARTIES, *((label,) for label in LABELS)):
        of_group = [row for row in found if row["label"] in group]
        if of_group:
            present = [row for row in of_group if row.get("present")]
            return present if len(present) == 1 else of_group
    return []


def _holding(key: str, rows: Sequence[Row]) -> Sequence[Row]:
    """Those in whose names the text occurs: titles of agreements are long. Sources only where nothing else is."""
    found = [row for row in rows if len(key) > 3 and any(key in each for each in row["keys"])]
    return [row for row in found if row["label"] != "Source"] or found


def _with_ids(rows: Sequence[Row]) -> Sequence[Row]:
    return [{**row, "name": f"{row['name']} ({row['id']})"} for row in rows]


def _unknown(text: str, holding: Sequence[Row], everything: Sequence[Row]) -> str:
    if 1 < len(holding) <= _SHOWN:
        return f"{text!r} may be {', '.join(row['id'] for row in holding)}; say which, by its id"
    return f"the graph holds nothing called {text!r}.{meant(text, _with_ids(everything))}"
