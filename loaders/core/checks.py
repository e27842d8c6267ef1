"""What can only be seen with all records at hand: clashing ids and names, spells that overlap, parties out of their time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from ...graph.dates import Bounds, Span, bounds_of, span_of
from ...graph.errors import BadInput
from ...graph.records import Node, Record, Ref, Relationship, problems
from ...graph.schema import PARTIES
from ..mistakes import Mistakes, Place
from .codes import codes
from .spans import certainly_overlap

_APART_BY = {"MEMBER_OF": "", "PARTY_TO": "role", "CANDIDATE_OF": "stage", "BORDERS": "", "STATIONS": "basis"}
"""What has spells, and the property by which two at a time are two facts."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_ADDRESS = re.compile(r"https?://[^\s/]+\S*")


def check(records: Sequence[Record], mistakes: Mistakes) -> None:
    """All of them; the schema last, as a net for what should have been seen before."""
    nodes = [record for record in records if isinstance(record, Node)]
    facts = [record for record in records if isinstance(record, Relationship)]
    _names(nodes, mistakes)
    _codes(nodes, mistakes)
    _money(nodes, mistakes)
    _addresses(nodes, mistakes)
    _reach(nodes, records, mistakes)
    _twice(facts, mistakes)
    _overlaps(facts, mistakes)
    _existence(nodes, facts, mistakes)
    if not mistakes.found:
        for record in records:
            for problem in problems(record):
                mistakes.add(_place(record), problem)


def _names(nodes: Iterable[Node], mistakes: Mistakes) -> None:
    """A name must mean one party: countries and organizations are looked up together."""
    owners: dict[str, Node] = {}
    for node in nodes:
        if node.label in ("Country", "Organization"):
            for key in node.properties["keys"]:
                other = owners.setdefault(key, node)
                if other is not node:
                    mistakes.add(
                        _place(node),
                        f"name or code {key!r} of {node.id} is also one of {other.id} ({other.place});"
                        " expected names of its own",
                    )


def _codes(nodes: Iterable[Node], mistakes: Mistakes) -> None:
    """A number goes from a state that ends to the next, so two that have no end cannot both have it."""
    owners: dict[tuple[str, int], Node] = {}
    for node in nodes:
        if node.label != "Country":
            continue
        try:
            held = list(codes(node.properties))
        except BadInput as error:
            mistakes.add(_place(node), f"other_codes: {error}")
            continue
        for code in held:
            if node.properties.get("until") or code.until:
                continue
            other = owners.setdefault((code.scheme, code.number), node)
            if other is not node:
                mistakes.add(
                    _place(node),
                    f"{code.scheme} {code.number} of {node.id} is also that of {other.id} ({other.place});"
                    " expected an 'until' of one of them",
                )


def _money(nodes: Iterable[Node], mistakes: Mistakes) -> None:
    for node in nodes:
        amount, currency = node.properties.get("amount"), node.properties.get("currency")
        if amount is not None and amount <= 0:
            mistakes.add(_place(node), f"amount is {amount:g}; expected more than 0")
        if currency is not None and amount is None and node.label == "Obligation":
            mistakes.add(_place(node), "'currency' without 'amount'; expected the sum, or neither")
        if amount is not None and currency is None:
            mistakes.add(_place(node), "'amount' without 'currency'; expected an ISO 4217 code such as USD")
        elif currency is not None and not _CURRENCY.fullmatch(currency):
            mistakes.add(_place(node), f"currency is {currency!r}; expected an ISO 4217 code such as USD")


def _addresses(nodes: Iterable[Node], mistakes: Mistakes) -> None:
    for node in nodes:
        url = node.properties.get("url")
        if url is not None and not _ADDRESS.fullmatch(url):
            mistakes.add(_place(node), f"url is {url!r}; expected an address that begins with https://")


def _reach(nodes: Iterable[Node], records: Iterable[Record], mistakes: Mistakes) -> None:
    """Nothing begins after the last day of which the dataset speaks."""
    last = next((node.properties.get("covers_until") for node in nodes if node.label == "Dataset"), None)
    for record in records:
        since = record.properties.get("since")
        if last and since and since > last:
            mistakes.add(
                _place(record), f"since {since} is after {last}, the last day that the dataset covers"
            )


def _twice(facts: Iterable[Relationship], mistakes: Mistakes) -> None:
    """Two facts with one id would overwrite each other."""
    first: dict[str, Relationship] = {}
    for fact in facts:
        other = first.setdefault(fact.id, fact)
        if other is not fact:
            mistakes.add(
                _place(fact),
                f"{_words(fact)} again, first at {other.place}; expected it once, or a 'spell' for a return",
            )


def _overlaps(facts: Iterable[Relationship], mistakes: Mistakes) -> None:
    """Spells of one membership, part, border or presence: nobody can return before having left."""
    spells: dict[tuple[object, ...], list[Relationship]] = defaultdict(list)
    for fact in facts:
        if fact.type in _APART_BY:
            part = fact.properties.get(_APART_BY[fact.type])
            spells[fact.type, fact.start, fact.end, part].append(fact)
    for group in spells.values():
        for one, two in combinations(group, 2):
            spans = span_of(one.properties), span_of(two.properties)
            if one.id != two.id and certainly_overlap(*spans):
                mistakes.add(
                    _place(two),
                    f"{_words(two)}: its spell overlaps the one at {one.place}; expected an 'until'",
                )


def _existence(nodes: Iterable[Node], facts: Iterable[Relationship], mistakes: Mistakes) -> None:
    """No state or organization has a part in anything before it began or after it ended.

    Arrows that follow a party's row are left out: the row is told, and they go with it.
    """
    lives: dict[Ref, Span] = {}
    following = set()
    for node in nodes:
        if node.label in PARTIES:
            lives[Ref(node.label, node.id)] = span_of(node.properties)
        elif node.properties.get("bound") == "parties":
            following.add(Ref(node.label, node.id))
    for fact in facts:
        if fact.start not in following and fact.end not in following:
            for end in (fact.start, fact.end):
                for text in _strangeness(fact, lives.get(end, Span())):
                    mistakes.add(_place(fact), f"{end.id} {text}")


def _strangeness(fact: Relationship, life: Span) -> Iterator[str]:
    """Where the fact cannot be on any reading of its dates and of the span in which the party existed."""
    if "until_known" not in fact.properties:
        return
    span, signed = span_of(fact.properties), bounds_of(fact.properties, "signed")
    for day in dict.fromkeys(day for day in (signed, span.since) if day):
        if life.since and day.latest < life.since.earliest:
            yield f"did not exist {_when(day)}; it began {_when(life.since)}"
        elif life.until and day.earliest >= life.until.latest:
            yield f"did not exist {_when(day)}; it ended {_when(life.until)}"
    if life.since and not span.since and span.until and span.until.latest <= life.since.earliest:
        yield f"did not exist before {span.until}; it began {_when(life.since)}"
    if life.until and span.since and span.since.earliest < life.until.latest:
        outlasts = span.until.earliest > life.until.latest if span.until else span.until_known
        if outlasts:
            yield f"ended {_when(life.until)}; expected an 'until' no later"


def _when(bounds: Bounds) -> str:
    """`on 1991-12-26`, `in 1991`."""
    return f"{'on' if bounds.earliest == bounds.latest else 'in'} {bounds}"


def _words(fact: Relationship) -> str:
    return f"{fact.type} of {fact.start.id} and {fact.end.id}"


def _place(record: Record) -> Place:
    file, _, line = record.place.rpartition(":")
    return Place(file, int(line))
