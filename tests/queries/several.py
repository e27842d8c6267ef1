"""Three datasets that speak of one small world: core, which is kept up, and two that are closed.

Treaty `pact` of core binds ALL to defend VIC from 2000 on and is known to be `field:7`, which counts it from its signature
in 1999 and has FAR as a party too, each by its number and in phase 0. `ledger` has a promise of NEU alone. `field` ends in 2018, `ledger` in 2012.
"""

import datetime
from collections.abc import Iterator

from foedera.graph.dates import Date, Span, parse
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.vocabulary import rank
from foedera.graph.writer import load
from foedera.loaders.manifest import Manifest

FIELD = Manifest(
    "field",
    "Field of Pacts",
    "1.0",
    "the tests",
    datetime.date(1815, 1, 1),
    datetime.date(2018, 12, 31),
    "for research",
    "Tests (2022)",
    "https://example.org/field",
    "every promise of defence",
    holds="field pacts",
    kinds=("defense", "consultation"),
)
LEDGER = Manifest(
    "ledger",
    "Ledger of Alliances",
    "4.1",
    "the tests",
    datetime.date(1816, 1, 1),
    datetime.date(2012, 12, 31),
    "ask its authors",
    "Tests (2009)",
    "https://example.org/ledger",
    "every alliance",
    kinds=("defense",),
)
CORE = Provenance("core", ("made-up#1",))
NAMES = {"VIC": "Victim", "ALL": "Ally", "FAR": "Farland", "NEU": "Neutral", "OUT": "Outsider"}


def fill(store: Store) -> None:
    """All three, loaded one after the other."""
    for dataset, records in (("core", _core()), ("field", _field()), ("ledger", _ledger())):
        assert load(store, dataset, list(records)).refused == []


def _core() -> Iterator[Record]:
    reach = {"covers_from": datetime.date(1945, 1, 1), "covers_until": datetime.date(2026, 8, 21)}
    yield Node("Dataset", "core", {"title": "Core", "version": "0.1.0", **reach}, CORE)
    yield Node("Source", "made-up", {"title": "Made up", "publisher": "the tests"}, CORE)
    scope = {"title": "what it describes", "complete": False, **Span(parse("1945-01-01")).properties()}
    yield Node("Scope", "core/everything", scope, CORE)
    for id, name in NAMES.items():
        yield Node("Country", id, {"name": name, "keys": [name.lower()], **Span().properties()}, CORE)
    since = Span(parse("2000-06-01"))
    yield from _promise("pact", "Pact", "article-3", ["ALL", "VIC"], since, CORE, "1999-04-04")


def _field() -> Iterator[Record]:
    yield from FIELD.records()
    by, since = FIELD.cite("rows.csv", 2), Span(parse("1999-04-04"), FIELD.still)
    yield from _promise("field:7", "FIELD 7: Pact", "defense", ["ALL", "FAR", "VIC"], since, by)
    yield Relationship("SAME_AS", Ref("Agreement", "field:7"), Ref("Agreement", "pact"), {}, by)


def _ledger() -> Iterator[Record]:
    yield from LEDGER.records()
    by, since = LEDGER.cite("rows.csv", 3), Span(parse("1990-01-01"), LEDGER.still)
    yield from _promise("ledger:9", "Ledger 9", "defense", ["NEU", "VIC"], since, by)


def _promise(
    agreement: str, title: str, slug: str, parties: list[str], span: Span, by: Provenance, signed: str = ""
) -> Iterator[Record]:
    """A promise of defence, of each to each, signed on the day from which it counts where no other is told."""
    id = f"{agreement}/{slug}"
    treaty, there = Ref("Agreement", agreement), Ref("Obligation", id)
    dates = span.properties()
    day = Date.fromisoformat(signed) if signed else dates["since"]
    days = {"signed": day, "signed_latest": day, **dates}
    terms = {"title": title, "kind": "treaty", "force": "binding", **days}
    yield Node("Agreement", agreement, terms, by)
    terms = {"kind": "defense", "force": "binding", "rank": rank("defense", "binding"), "bound": "named"}
    yield Node("Obligation", id, {"name": slug, "summary": "made up", **terms, **dates}, by)
    yield Relationship("CREATES", treaty, there, {}, by)
    for party in parties:
        yield Relationship("OWES", Ref("Country", party), there, dates, by)
        yield Relationship("OWED_TO", there, Ref("Country", party), dates, by)
        coded = {"code": str(ord(party[0])), "phase": 0} if agreement == "field:7" else {}
        yield Relationship("PARTY_TO", Ref("Country", party), treaty, {"role": "party", **coded, **dates}, by)
