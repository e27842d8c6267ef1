"""What the stored queries tell of the times of each sort of thing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from ..graph.dates import Bounds
from ..graph.schema import PARTIES
from .articles import the
from .moments import Moment, Spells, point, spell
from .things import Thing

Rows = Callable[..., list[dict[str, Any]]]
"""The rows of a stored query of that name, with its dates as `Bounds`."""


def _self(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("time-of", of=thing.id):
        if row["label"] == thing.label:
            about = {"Agreement": "agreement", "Obligation": "obligation"}.get(thing.label, "existence")
            changes = ("in force", "ends") if thing.label == "Agreement" else ("begins", "ends")
            yield from point(row, "day", "signed", about, thing.id, row["name"])
            if row["since"] or row["until"]:
                yield from spell(row, about, thing.id, row["name"], changes)


def _agreements(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    among = Spells(rows("agreements-ever", party=thing.id), "agreement", "role")
    for row in among.rows:
        text = row["title"] if row["role"] == "party" else f"{row['title']}, as {row['role']}"
        yield from point(row, "signed", "signed", "agreement", row["agreement"], text)
        yield from spell(row, "agreement", row["agreement"], text, ("in force", "ends"), among=among)


def _promises(thing: Thing, rows: Rows, kinds: frozenset[str]) -> Iterator[Moment]:
    """Where kinds are asked for every promise of them, else those that begin or end apart from their agreement."""
    ends = {(row["agreement"], row[end]) for row in rows("agreements-ever", party=thing.id) for end in _ENDS}
    found = [row for row in rows("promises-ever", party=thing.id) if not kinds or row["kind"] in kinds]
    among = Spells(found, "obligation", "side")
    sides: dict[tuple[object, ...], set[str]] = {}
    for row in found:
        sides.setdefault(_time_of(row), set()).add(row["side"])
    for row in found:
        both = " and ".join(sorted(sides[_time_of(row)], reverse=True))
        text = f"{row['title']}: {both} {row['kind']}"
        for each in spell(
            row, "obligation", row["agreement"], text, obligation=row["obligation"], among=among
        ):
            if kinds or (row["agreement"], each.on) not in ends:
                yield each


def _time_of(row: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(row[name] for name in ("obligation", "since", "until", "status"))


_ENDS: Final = ("since", "until")


def _memberships(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    among = Spells(rows("memberships-ever", party=thing.id), "organization")
    for row in among.rows:
        yield from spell(row, "membership", row["organization"], row["name"], _JOINS, among=among)


_JOINS: Final = ("joins", "leaves")


def _members(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    among = Spells(rows("membership-history", organization=thing.id), "country")
    for row in among.rows:
        yield from spell(row, "membership", thing.id, "", _JOINS, party=row["name"], among=among)


def _candidacies(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("open-door", **{thing.label.lower(): thing.id}):
        text = f"way into {the(row['organization'])}"
        party = row["name"] if thing.label == "Organization" else ""
        yield from point(row, "since", row["stage"], "candidacy", row["organization"], text, party)


def _forces(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("forces-ever", country=thing.id):
        text = f"forces of {the(row['name'])} in {the(row['host_name'])}, by {row['basis']}"
        yield from spell(row, "forces", row["host"], text)


def _took_part(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    yield from _events(rows("events", party=thing.id), lambda row: f"{row['name']} (as {row['role']})")


def _happened(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    took_part = {row["event"] for row in rows("events", party=thing.id)} if thing.label in PARTIES else set()
    about = [row for row in rows("events", about=thing.id) if row["event"] not in took_part]
    yield from _events(about, lambda row: str(row["name"]))


def _event(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    yield from _events(rows("events", event=thing.id), lambda row: str(row["name"]))


def _events(found: Sequence[Mapping[str, Any]], text: Callable[[Mapping[str, Any]], str]) -> Iterator[Moment]:
    for row in found:
        yield from point(row, "since", row["kind"], "event", row["event"], text(row))
        if isinstance(row["until"], Bounds):
            yield from point(row, "until", f"{row['kind']} over", "event", row["event"], text(row))


def _proposals(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("proposals", about=thing.id):
        yield from point(row, "on", "proposed", "proposal", row["proposal"], row["title"])


def _parties(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    among = Spells(rows("agreement-parties", agreement=thing.id), "party", "role")
    for row in among.rows:
        role = "" if row["role"] == "party" else f" as {row['role']}"
        yield from point(row, "signed", "signed", "agreement", thing.id, f"by its parties{role}", row["name"])
        yield from spell(
            row,
            "agreement",
            thing.id,
            f"for its parties{role}",
            ("in force", "ends"),
            party=row["name"],
            among=among,
        )


def _clauses(thing: Thing, rows: Rows, kinds: frozenset[str]) -> Iterator[Moment]:
    whole = {row[end] for row in rows("agreement-terms", agreement=thing.id) for end in _ENDS}
    for row in rows("agreement-obligations", agreement=thing.id):
        if kinds and row["kind"] not in kinds:
            continue
        text = f"{row['name']} ({row['kind']})"
        for each in spell(row, "obligation", row["obligation"], text, obligation=row["obligation"]):
            if kinds or each.on not in whole:
                yield each


def _linked(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("agreement-links", agreement=thing.id):
        if row["to"] == thing.id:
            for other in rows("time-of", of=row["from"]):
                text = f"{other['name']}, which {_SAID[row['relation']]}"
                yield from point(other, "day", "signed", "agreement", row["from"], text)


_SAID: Final = {
    "IMPLEMENTS": "carries it out",
    "AMENDS": "changes it",
    "SUCCEEDS": "takes its place",
    "MODELLED_ON": "is modelled on it",
    "SAME_AS": "is the same instrument",
}


def _ends(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    among = Spells(rows("obligation-parties", obligation=thing.id), "party", "side")
    for row in among.rows:
        changes = (row["side"], f"{row['side']} no longer")
        yield from spell(row, "obligation", thing.id, "", changes, party=row["name"], among=among)


def _replaced(thing: Thing, rows: Rows, _: frozenset[str]) -> Iterator[Moment]:
    for row in rows("replacements", obligation=thing.id):
        old, new = (row["replaces"], row["obligation"])
        text = f"by {new} ({row['name']})" if old == thing.id else f"{old} ({row['replaced_name']})"
        change = "replaced" if old == thing.id else "replaces"
        yield from point(row, "since", change, "obligation", thing.id, text)


_PARTY: Final = (_self, _agreements, _promises, _memberships, _candidacies, _took_part, _happened, _proposals)
OF: Final[Mapping[str, Sequence[Callable[[Thing, Rows, frozenset[str]], Iterator[Moment]]]]] = {
    "Country": (*_PARTY, _forces),
    "Organization": (*_PARTY, _members),
    "Agreement": (_self, _parties, _clauses, _linked, _happened, _proposals),
    "Obligation": (_self, _ends, _replaced, _happened, _proposals),
    "Event": (_event, _happened, _proposals),
    "Proposal": (_self, _happened),
}
