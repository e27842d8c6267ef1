"""Hand-made pages: a treaty of many parties, bilateral agreements, a status and a candidacy."""

from dataclasses import replace
from datetime import date

from foedera.graph.dates import Span, parse
from foedera.page.data import Agreement, Arrow, Dataset, Grounds, Obligation, PageData, Party, Source, Tie

READ = Grounds("core", ("treaty#Article 5",), date(2026, 11, 23))
CITED = Grounds("core", ("members", "treaty"))

MEMBERS = {
    "USA": ("United States", "1949-08-24"),
    "GBR": ("United Kingdom", "1949-08-24"),
    "FRA": ("France", "1949-08-24"),
    "EST": ("Estonia", "2004-03-29"),
    "TUR": ("Türkiye", "1952-02-18"),
    "FIN": ("Finland", "2023-04-04"),
}
OTHERS = {"UKR": "Ukraine", "JPN": "Japan", "PHL": "Philippines", "ATA": "Atlantis"}


def span(since: str | None, until: str | None = None, *, until_known: bool = True) -> Span:
    return Span(parse(since) if since else None, parse(until) if until else None, until_known=until_known)


def agreement(id: str, title: str, kind: str = "treaty", force: str = "binding") -> Agreement:
    return Agreement(
        id, title, kind, force, READ, "https://www.example.org/text", (("signed", "1949-04-04"),)
    )


def obligation(id: str, kind: str, force: str, rank: int, name: str = "Article 5") -> Obligation:
    parent = id.partition("/")[0]
    return Obligation(id, parent, name, kind, force, rank, f"{kind} in our words", READ, (("article", name),))


def both_ways(obligation: str, one: str, other: str, time: Span) -> list[Arrow]:
    return [
        Arrow(obligation, party, owes, time, CITED, None, None)
        for party in (one, other)
        for owes in (True, False)
    ]


def one_way(
    obligation: str, debtor: str, beneficiary: str, time: Span, status: str | None = None
) -> list[Arrow]:
    ends = ((debtor, True), (beneficiary, False))
    return [Arrow(obligation, party, owes, time, CITED, status) for party, owes in ends]


def days(data: PageData) -> set[date]:
    """Every day on which something begins or ends."""
    spans = [*(arrow.span for arrow in data.arrows), *(tie.span for tie in data.ties if tie.span)]
    found = [bounds for span in spans for bounds in (span.since, span.until) if bounds]
    return {day for bounds in found for day in (bounds.earliest, bounds.latest)}


def sample(**changes: object) -> PageData:
    """Six allies, Japan's and Ukraine's agreements, a treaty of unknown end, Finland's candidacy."""
    treaty = [
        Arrow(f"nato/{article}", id, owes, span(since), READ if id == "USA" else CITED)
        for article in ("article-4", "article-5")
        for id, (_, since) in MEMBERS.items()
        for owes in (True, False)
    ]
    class_only = [
        Arrow("nato/article-10", id, True, span(since), CITED) for id, (_, since) in MEMBERS.items()
    ]
    arrows = [
        *treaty,
        *class_only,
        *both_ways("us-japan/article-5", "USA", "JPN", span("1960-06-23")),
        *one_way("us-japan-arms/supply", "USA", "JPN", span("1954-05-01")),
        *one_way("us-ukraine/consult", "USA", "UKR", span("2024-06-13")),
        *one_way("us-ukraine/reform", "UKR", "USA", span("2024-06-13")),
        *both_ways("old-pact/nonaggression", "GBR", "ATA", span("1951", until_known=False)),
        *one_way("manila/article-4", "USA", "PHL", span("1952-08-27"), "suspended"),
        *one_way("year-only/help", "FRA", "UKR", span("2002", "2010")),
    ]
    data: dict[str, object] = {
        "title": "Commitments of a sample",
        "question": "Who has promised what?",
        "on": date(2024, 7, 15),
        "as_of": date(2024, 7, 1),
        "note": "core covers until 2024-07-01; this is the answer as of that day",
        "datasets": [
            Dataset("core", "Core", "0.1.0", date(1945, 1, 1), date(2024, 7, 1), "CC BY 4.0", "Cite it so")
        ],
        "parties": sorted(
            [
                *(Party(id, name, "Country", (id,)) for id, (name, _) in MEMBERS.items()),
                *(Party(id, name, "Country", (id,)) for id, name in OTHERS.items()),
                Party("NATO", "NATO", "Organization", ("North Atlantic Treaty Organization",)),
            ],
            key=lambda party: party.id,
        ),
        "agreements": [
            agreement("manila", "Manila Pact"),
            agreement("nato", "North Atlantic Treaty"),
            agreement("old-pact", "Pact of Old"),
            agreement("us-japan", "Treaty of Mutual Cooperation and Security"),
            agreement("us-japan-arms", "Mutual Defense Assistance Agreement"),
            agreement("us-ukraine", "US-Ukraine security agreement", "security agreement", "contested"),
            agreement("year-only", "Agreement of 2002", "memorandum", "political"),
        ],
        "obligations": [
            obligation("manila/article-4", "defense", "binding", 5),
            obligation("nato/article-10", "open-door", "binding", 0, "Article 10"),
            obligation("nato/article-4", "consultation", "binding", 3, "Article 4"),
            obligation("nato/article-5", "defense", "binding", 5),
            obligation("old-pact/nonaggression", "nonaggression", "binding", 0, "Article 1"),
            obligation("us-japan-arms/supply", "arms-access", "binding", 2, "Article I"),
            obligation("us-japan/article-5", "defense", "binding", 5),
            obligation("us-ukraine/consult", "consultation", "contested", 1, "Article II"),
            obligation("us-ukraine/reform", "reform", "contested", 1, "Article IV"),
            obligation("year-only/help", "security-assistance", "political", 1, "Paragraph 3"),
        ],
        "arrows": arrows,
        "ties": [
            Tie("candidacy", "party:UKR", "party:NATO", span("2008-04-03"), CITED, "promised"),
            Tie("membership", "party:FIN", "party:NATO", span("2023-04-04"), READ),
        ],
        "sources": [
            Source(
                "treaty", "The Treaty", "The Organization", "https://www.example.org/treaty", date(1949, 4, 4)
            ),
            Source("members", "Member countries", "The Organization", "http://www.example.org/insecure"),
        ],
        "total": 25,
        "spoken": [span("1945-01-01")],
        "version": "0.1.0",
        "command": "foedera render -o sample.html",
    }
    return PageData(**{**data, **changes})  # type: ignore[arg-type]


def succeeded(**changes: object) -> PageData:
    """The sample with a treaty of Finland and the Soviet Union, in which Russia followed on 1991-12-26, until 1992."""
    data = sample(**changes)
    parts = {
        "FIN": span("1948-05-31", "1992-01-20"),
        "SUN": span("1948-05-31", "1991-12-26"),
        "RUS": span("1991-12-26", "1992-01-20"),
    }
    both = [
        Arrow("finland-ussr/consult", id, owes, time, CITED)
        for id, time in parts.items()
        for owes in (True, False)
    ]
    more = {
        "parties": [
            *data.parties,
            Party("RUS", "Russia", "Country", ("RUS",)),
            Party("SUN", "Soviet Union", "Country", ("SUN",)),
        ],
        "agreements": [*data.agreements, agreement("finland-ussr", "Treaty of Friendship")],
        "obligations": [*data.obligations, obligation("finland-ussr/consult", "consultation", "binding", 3)],
        "arrows": [*data.arrows, *both],
    }
    return replace(data, **more)  # type: ignore[arg-type]
