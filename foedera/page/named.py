"""Rows of ids as a subject: what the graph holds between the things that each row names.

A promise is drawn with the parties that its row names, an agreement alone with all its promises. Other relationships
are drawn where the query's own text follows their type. A query's parameters belong to every row: the members of NATO are
joined to it. What is still joined to nothing in its row gets a line for the row itself.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from ..graph.dates import Span, parse
from ..graph.errors import BadInput
from ..graph.schema import PARTIES
from ..queries.header import Query
from . import properties as made
from .data import Arrow, Tie, View
from .part import Part
from .subgraph import Reader

Thing = tuple[str, str]
"""Its label and its id."""

_SAID = ("source", "sources", "publisher", "dataset", "name", "title", "kind", "force")
"""Columns that tell of a thing and name none."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row, the things that its columns name, in their order, and those that the parameters do."""

    cells: Mapping[str, Any]
    things: Mapping[Thing, str]
    given: frozenset[Thing] = frozenset()

    @property
    def all(self) -> set[Thing]:
        return {*self.things, *self.given}

    def ids(self, *labels: str) -> set[str]:
        return {id for label, id in self.all if label in labels}


@dataclass
class _Joined:
    """What is drawn, and the keys of things that it joins."""

    arrows: list[Arrow] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    pairs: set[frozenset[str]] = field(default_factory=set)


def named(
    reader: Reader, query: Query, question: str, rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]
) -> Part:
    """The subject that rows name; without ties and promises where they name no two things.

    Args:
        values: the query's parameters.
    """
    found, told = _things(reader, query, rows, values)
    joined = _Joined()
    _promises(reader, told, joined)
    _between(reader, query, told, joined)
    for each in told:
        joined.ties += _by_row(query, each, joined.pairs)
    used = {arrow.obligation for arrow in joined.arrows}
    tied = {end for tie in joined.ties for end in (tie.start, tie.end)}
    here = {thing for each in told for thing in each.things}
    drawn = sorted(
        thing
        for thing in found
        if made.key(*thing) in tied or (thing in here and not (thing[0] == "Obligation" and thing[1] in used))
    )
    return Part(
        query.title,
        question,
        obligations=used,
        view=View("given"),
        ties=joined.ties,
        arrows=joined.arrows,
        parties=[
            (made.party if label in PARTIES else made.thing)(label, found[label, id])
            for label, id in drawn
            if label != "Agreement"
        ],
        agreements=[made.agreement(found[thing]) for thing in drawn if thing[0] == "Agreement"],
    )


def _things(
    reader: Reader, query: Query, rows: Sequence[Mapping[str, Any]], values: Mapping[str, Any]
) -> tuple[dict[Thing, Mapping[str, Any]], list[_Row]]:
    told = {name for name in query.columns if name not in _SAID and name not in query.dates}
    texts = [[(text, name) for name in row if name in told for text in _texts(row[name])] for row in rows]
    given = {text for value in values.values() for text in _texts(value)}
    wanted = {text for each in texts for text, _ in each} | given
    found = {(label, id): held for label, id, held in reader.things(wanted)}
    by_id: dict[str, list[Thing]] = defaultdict(list)
    for thing in found:
        by_id[thing[1]].append(thing)
    asked = frozenset(thing for text in given for thing in by_id[text])
    return found, [
        _Row(row, {thing: name for text, name in each for thing in by_id[text]}, asked)
        for row, each in zip(rows, texts, strict=True)
    ]


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _texts(each)


def _promises(reader: Reader, rows: Iterable[_Row], joined: _Joined) -> None:
    """The promises that rows name, or that the agreements do that they name without one."""
    parties: dict[str, set[str]] = defaultdict(set)
    whole: set[str] = set()
    for row in rows:
        for promise in row.ids("Obligation"):
            parties[promise] |= row.ids(*PARTIES)
        if not row.ids("Obligation"):
            whole |= row.ids("Agreement")
    agreement_of = {
        promise: agreement for agreement, each in reader.promises(whole).items() for promise in each
    }
    held = reader.arrows(parties.keys() | agreement_of.keys())
    meant = {each.obligation for each in held if each.party in parties.get(each.obligation, ())}
    for each in held:
        if (
            each.obligation in agreement_of
            or each.obligation not in meant
            or each.party in parties[each.obligation]
        ):
            joined.arrows.append(each)
            ends = {f"party:Obligation:{each.obligation}", f"party:{each.party}"}
            joined.pairs.add(frozenset(ends))
            joined.pairs.add(
                frozenset((f"agreement:{agreement_of.get(each.obligation)}", f"party:{each.party}"))
            )
    promised = {each.obligation for each in joined.arrows}
    for row in rows:
        for promise in row.ids("Obligation") & promised:
            joined.pairs |= {
                frozenset((f"party:Obligation:{promise}", f"agreement:{id}")) for id in row.ids("Agreement")
            }


def _between(reader: Reader, query: Query, rows: Sequence[_Row], joined: _Joined) -> None:
    """The relationships of the types that the query follows, between things of one row."""
    pairs = {
        frozenset(pair)
        for row in rows
        for pair in combinations(sorted(made.key(*thing) for thing in row.all), 2)
    }
    ids = {id for row in rows for _, id in row.all}
    for type, tie in reader.between(ids):
        ends = frozenset((tie.start, tie.end))
        if type in query.cypher and ends in pairs and (type != "PARTY_TO" or ends not in joined.pairs):
            joined.ties.append(tie)
            joined.pairs.add(ends)


def _by_row(query: Query, row: _Row, pairs: set[frozenset[str]]) -> Iterator[Tie]:
    """Lines from the first thing of a row to each that nothing joins to another of it."""
    keys = {made.key(*thing): name for thing, name in row.things.items()}
    asked = {made.key(*thing) for thing in row.given}
    first = next(iter(keys), "")
    for key, name in list(keys.items())[1:]:
        if not any(frozenset((key, other)) in pairs for other in {*keys, *asked} - {key}):
            pairs.add(frozenset((first, key)))
            yield Tie(
                name.replace("_", " "),
                first,
                key,
                _span(query, row.cells),
                made.grounds({"id": "", **row.cells}),
            )


def _span(query: Query, cells: Mapping[str, Any]) -> Span | None:
    """When the row holds, as its columns say; what a query finds for a day alone may not hold on another."""
    dates = [name for name in query.columns if name in query.dates]
    if not dates:
        dated = any(each.name == "on" for each in query.params)
        return Span(until_known=False) if dated else None
    since, until = ("since" if "since" in dates else dates[0]), "until"
    told = {name: cells.get(name) for name in (since, until)}
    try:
        begun, ended = (parse(each) if each and each != "unknown" else None for each in told.values())
    except BadInput:
        return Span(until_known=False)
    return Span(begun, ended if since != until else None, until_known=told[until] != "unknown")
