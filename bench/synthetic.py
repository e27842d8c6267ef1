"""Made-up graphs of a given size, for measurements: the same ones every time."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from foedera.graph.dates import Bounds, Span
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.vocabulary import FORCES, KINDS, rank
from foedera.page.data import Agreement, Arrow, Dataset, Grounds, Obligation, PageData, Party, Source

ON = date(2024, 1, 1)
_SYLLABLES = (
    "ka",
    "lo",
    "mi",
    "ren",
    "tu",
    "sa",
    "vor",
    "ne",
    "il",
    "da",
    "bo",
    "quin",
    "es",
    "ta",
    "ru",
    "an",
)
_TEXT = (
    "each party will consult the other at once when either sees its security threatened and will give such"
    " help as it deems necessary including equipment training information and use of bases subject to its"
    " own law and to funds that its legislature has appropriated for a period agreed between them"
)


def graph(parties: int, commitments: int) -> PageData:
    """So many parties, and so many agreements of two of them, all in force on `ON`; few have many."""
    dice = random.Random(parties)
    found = [_party(dice, number) for number in range(parties)]
    weights = [1 / (1 + number) ** 0.6 for number in range(parties)]
    sources = [_source(number) for number in range(commitments // 8)]
    agreements, obligations, arrows = [], [], []
    for number in range(commitments):
        one, two = _ends(dice, found, weights)
        agreement, obligation = _promise(dice, number, one, two, sources)
        agreements.append(agreement)
        obligations.append(obligation)
        arrows += _arrows(dice, obligation, one, two)
    return PageData(
        title=f"{parties:,} parties, {commitments:,} commitments",
        question="How fast is the page?",
        on=ON,
        as_of=ON,
        datasets=[Dataset("core", "Made up", "1", date(1945, 1, 1), ON, "CC0", "Nobody")],
        parties=found,
        agreements=agreements,
        obligations=obligations,
        arrows=arrows,
        sources=sources,
        total=commitments,
    )


def _party(dice: random.Random, number: int) -> Party:
    name = "".join(dice.choices(_SYLLABLES, k=dice.randint(2, 4))).title()
    return Party(f"P{number:04}", name, "Country", (f"Republic of {name}", f"P{number:04}"))


def _source(number: int) -> Source:
    address = f"https://www.example.org/treaties/{number}"
    return Source(
        f"source-{number}", f"Treaty Series, volume {number}", "Registry", address, date(2001, 1, 1)
    )


def _ends(dice: random.Random, parties: list[Party], weights: list[float]) -> tuple[Party, Party]:
    while True:
        one, two = dice.choices(parties, weights, k=2)
        if one != two:
            return one, two


def _promise(
    dice: random.Random, number: int, one: Party, two: Party, sources: list[Source]
) -> tuple[Agreement, Obligation]:
    kind, force = dice.choice(list(KINDS)), dice.choice(list(FORCES))
    grounds = Grounds("core", (f"{dice.choice(sources).id}#Article {dice.randint(1, 12)}",))
    agreement = f"agreement-{number}"
    title = f"Agreement on {kind} between {one.name} and {two.name}"
    summary = " ".join(dice.sample(_TEXT.split(), dice.randint(8, 20)))
    return (
        Agreement(agreement, title, "treaty", force, grounds, None, (("signed", str(_day(dice))),)),
        Obligation(
            f"{agreement}/article-1", agreement, "Article 1", kind, force, rank(kind, force), summary, grounds
        ),
    )


def _arrows(dice: random.Random, obligation: Obligation, one: Party, two: Party) -> Iterator[Arrow]:
    begin = _day(dice)
    latest = date(begin.year, 12, 31) if dice.random() < 0.1 else begin
    until = ON + timedelta(dice.randint(400, 4000))
    ended = Bounds(until, until) if dice.random() < 0.2 else None
    span = Span(Bounds(begin, latest), ended, until_known=dice.random() < 0.9 or bool(ended))
    both = dice.random() < 0.5
    for party, owes in ((one, True), (two, False), *(((one, False), (two, True)) if both else ())):
        yield Arrow(obligation.id, party.id, owes, span, obligation.grounds)


def _day(dice: random.Random) -> date:
    return date(1945, 1, 1) + timedelta(dice.randint(0, 78 * 365))


def records(data: PageData) -> Iterator[Record]:
    """The same facts, for a database."""
    own = Provenance("core")
    for dataset in data.datasets:
        reach = {"covers_from": dataset.covers_from, "covers_until": dataset.covers_until}
        yield Node("Dataset", dataset.id, {"title": dataset.title, "version": dataset.version, **reach}, own)
    for party in data.parties:
        yield Node("Country", party.id, {"name": party.name, **Span().properties()}, own)
    for source in data.sources:
        yield Node("Source", source.id, {"title": source.title, "publisher": source.publisher}, own)
    for made in data.agreements:
        terms = {"title": made.title, "kind": made.kind, "force": made.force, **Span().properties()}
        yield Node("Agreement", made.id, terms, own)
    for each in data.obligations:
        terms = {"name": each.name, "kind": each.kind, "force": each.force, "rank": each.rank}
        more = {"summary": each.summary, "bound": "named", **Span().properties()}
        yield Node("Obligation", each.id, terms | more, Provenance("core", each.grounds.sources))
        yield Relationship("CREATES", Ref("Agreement", each.agreement), Ref("Obligation", each.id), {}, own)
    for arrow in data.arrows:
        ends = (Ref("Country", arrow.party), Ref("Obligation", arrow.obligation))
        kind, ends = ("OWES", ends) if arrow.owes else ("OWED_TO", ends[::-1])
        yield Relationship(kind, *ends, arrow.span.properties(), Provenance("core", arrow.grounds.sources))
