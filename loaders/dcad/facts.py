"""An agreement of DCAD as facts: the instrument, its two parties, the one promise that its category stands for."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from ...graph.dates import Bounds, Date, Span
from ...graph.derive import Part, arrow
from ...graph.records import Node, Provenance, Record, Ref, Relationship
from ...graph.vocabulary import rank
from ..manifest import Manifest
from ..states import States
from .codebook import CATEGORIES, CONFIDENCE
from .rows import Agreement, Party
from .spans import span

_FORCE: Final = {"force": "unknown", "force_note": "DCAD does not tell treaties from memoranda"}
_NOT_SIGNED: Final = 0
_UNCLEAR: Final = -99


def facts(
    agreement: Agreement, manifest: Manifest, states: States, doubted: Collection[Party]
) -> Iterator[Record]:
    """All that a row says.

    What the news reports show as talked about, not signed, has neither a day of signature nor a promise.
    """
    id, place = f"{manifest.name}:{agreement.id}", str(agreement.place)
    said = manifest.cite(agreement.place.file, agreement.place.line)
    whole, note = (
        _span(agreement, manifest, doubted),
        "; ".join(_notes(agreement, manifest, states, doubted)) or None,
    )
    node = Node("Agreement", id, _instrument(agreement, states, whole, note), said, place)
    yield node
    promise = None
    if agreement.signature != _NOT_SIGNED:
        promise = Node(
            "Obligation", f"{id}/{agreement.category.lower()}", _promise(agreement, whole, note), said, place
        )
        yield promise
        yield Relationship(
            "CREATES", Ref("Agreement", id), Ref("Obligation", promise.id), {}, said, place=place
        )
    for party in agreement.parties:
        for state, time in states.stretches("cow", party.code, whole):
            signed = (
                _signed(agreement) if states.of_cow(party.code, agreement.days.signed.latest) == state else {}
            )
            extra = {"code": str(party.code), "coded": [f"cowName={party.label}"]}
            properties = {"role": "party", **signed, **time.properties(), **extra}
            yield Relationship("PARTY_TO", state, Ref("Agreement", id), properties, said, place=place)
            if promise:
                yield from _arrows(promise, whole, state, time, said, str(party.code))


def _arrows(
    promise: Node, whole: Span, state: Ref, time: Span, said: Provenance, code: str
) -> Iterator[Relationship]:
    """Each owes it to the other."""
    for type in ("OWES", "OWED_TO"):
        for each in arrow(type, promise, whole, Part(state, "party", time, said)):
            properties = {**each.properties, "code": code}
            yield Relationship(type, each.start, each.end, properties, said, place=each.place)


def _span(agreement: Agreement, manifest: Manifest, doubted: Collection[Party]) -> Span:
    """Where it was not signed, or who signed it is doubted: some day since then, if at all."""
    found = span(agreement.days, manifest)
    if agreement.signature == _NOT_SIGNED or any(party in doubted for party in agreement.parties):
        since = found.since or agreement.days.signed
        return Span(Bounds(since.earliest, Date.max), None, until_known=False)
    return found


def _instrument(agreement: Agreement, states: States, whole: Span, note: str | None) -> Mapping[str, Any]:
    return {
        "title": _title(agreement, states),
        "kind": "security agreement",
        **_FORCE,
        **_signed(agreement),
        **whole.properties(),
        "duration": agreement.duration,
        "note": note,
        "coded": list(agreement.coded),
    }


def _title(agreement: Agreement, states: States) -> str:
    on = agreement.days.signed.latest
    names = " and ".join(states.named("cow", party.code, on) for party in agreement.parties)
    number = agreement.id.rpartition("-")[2]
    return f"DCAD {number}: {names}, {CATEGORIES[agreement.category].title} ({on.year})"


def _signed(agreement: Agreement) -> Mapping[str, Date]:
    if agreement.signature == _NOT_SIGNED:
        return {}
    signed = agreement.days.signed
    return {"signed": signed.earliest, "signed_latest": signed.latest}


def _promise(agreement: Agreement, whole: Span, note: str | None) -> Mapping[str, Any]:
    category = CATEGORIES[agreement.category]
    return {
        "name": category.title.capitalize(),
        "kind": category.kind,
        **_FORCE,
        "rank": rank(category.kind, _FORCE["force"]),
        "summary": category.summary,
        "bound": "named",
        "note": note,
        **whole.properties(),
    }


def _notes(
    agreement: Agreement, manifest: Manifest, states: States, doubted: Collection[Party]
) -> Iterator[str]:
    """What is to be known before the row is believed."""
    days, last = agreement.days, manifest.covers_until
    for party in agreement.parties:
        if party in doubted:
            state = states.named("cow", party.code, days.signed.latest)
            yield f"DCAD has the code {party.code} ({state}) beside the label {party.label}: one of the two is wrong"
    yield from _doubts(agreement)
    if days.eif and days.eif.latest < days.signed.earliest:
        yield f"DCAD has it in force since {days.eif.words()}, before its signature {days.signed.when()}"
    if days.eif and days.terminated == 0 and days.eif.earliest > last:
        yield f"DCAD has it in force on {last.isoformat()}, and its entry into force later"
    if days.terminated == 1 and days.lasted:
        late = days.signed.latest.year + days.lasted > last.year
        yield f"ended after {days.lasted} years" + (f", though DCAD ends with {last.year}" if late else "")


def _doubts(agreement: Agreement) -> Iterator[str]:
    """How sure DCAD is of what it coded."""
    if agreement.signature == _NOT_SIGNED:
        yield f"talked about, {agreement.days.signed.when()}, but not signed, in the news reports that DCAD read"
    elif agreement.signature == _UNCLEAR:
        yield "the news reports that DCAD read leave open whether it was signed"
    if agreement.news is not None and agreement.news < 3:
        yield f"coded from news reports that DCAD trusts little ({agreement.news} of 5)"
    if agreement.confidence in CONFIDENCE:
        yield CONFIDENCE[agreement.confidence]
    if agreement.others:
        named = " or ".join(CATEGORIES[each].title for each in agreement.others)
        yield f"it may be of another category: {named}"
    if agreement.asymmetry == 2:
        yield "DCAD finds what the two owe each other unequal, and does not say how"
