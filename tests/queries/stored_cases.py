"""For each stored query: what it is asked, a row that its answer must hold, and one that it must not."""

from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True)
class Case:
    """`has` and `lacks` are parts of rows, by column name; `has` is None where core alone holds no such row."""

    has: dict[str, Any] | None
    lacks: dict[str, Any]
    on: str = "2024-07-01"
    params: dict[str, str] = field(default_factory=dict)


CASES: Final = {
    "agreement-links": Case(
        {"from": "us-ukraine-2024", "relation": "IMPLEMENTS", "to": "g7-ukraine-declaration-2023"},
        {"from": "north-atlantic-treaty"},
        params={"agreement": "us-ukraine-2024"},
    ),
    "agreement-obligations": Case(
        {"obligation": "us-ukraine-2024/consultation", "kind": "consultation", "article": "Article II"},
        {"kind": "defense"},
        params={"agreement": "us-ukraine-2024"},
    ),
    "agreement-parties": Case(
        {"party": "FIN", "role": "party", "since": "2023-04-04", "status": None},
        {"party": "UKR"},
        params={"agreement": "North Atlantic Treaty"},
    ),
    "agreement-terms": Case(
        {"agreement": "us-ukraine-2024", "force": "contested", "signed": "2024-06-13"},
        {"force": "binding"},
        params={"agreement": "us-ukraine-2024"},
    ),
    "agreements": Case(
        {"agreement": "us-ukraine-2024", "signed": "2024-06-13", "force": "contested"},
        {"agreement": "north-atlantic-treaty"},
        params={"series": "ukraine-security-agreements"},
    ),
    "agreements-ever": Case(
        {"agreement": "manila-pact-1954", "since": "1955-02-19", "until": "1977-06-30"},
        {"agreement": "us-japan-1960"},
        params={"party": "New Zealand"},
    ),
    "agreements-of": Case(
        {"agreement": "mnna-qatar-2022", "role": "designee", "since": "2022-03-10"},
        {"agreement": "north-atlantic-treaty"},
        params={"party": "Qatar"},
    ),
    "area-parts": Case(
        {"area": "senkaku-islands", "within": "territories-administered-by-japan"},
        {"area": "hawaii", "within": "north-atlantic-area"},
    ),
    "areas": Case(
        {"obligation": "north-atlantic-treaty/article-5", "relation": "does not hold in", "area": "hawaii"},
        {"relation": "holds in", "area": "hawaii"},
    ),
    "candidates": Case(
        {"country": "UKR", "stage": "promised", "since": "2008-04-03", "certain": True},
        {"country": "FIN"},
        params={"organization": "nato"},
    ),
    "cited-from": Case(
        {"label": "Proposal", "id": "helsinki-2022-letter"},
        {"id": "us-ukraine-2024"},
        params={"source": "fp-2022-mnna"},
    ),
    "claims": Case(
        {"claim": "fp-2022-mnna/csce-founded"},
        {"claim": "ajil-2024-ukraine/countries-24"},
        params={"source": "fp-2022-mnna"},
    ),
    "claims-against-record": Case(
        {"claim": "ajil-2024-ukraine/countries-24", "value": "24"},
        {"claim": "fp-2022-mnna/csce-founded"},
    ),
    "commitments-between": Case(
        {
            "from": "USA",
            "to": "NZL",
            "obligation": "anzus/article-4-to-new-zealand",
            "status": "suspended",
            "certain": False,
        },
        {"from": "USA", "obligation": "anzus/article-4-to-new-zealand", "status": "in force"},
        on="1990-01-01",
        params={"party": "USA", "other": "New Zealand"},
    ),
    "commitments-ever-between": Case(
        {
            "from": "USA",
            "obligation": "anzus/article-4-to-new-zealand",
            "until": "1986-08-11",
            "status": None,
        },
        {"to": "AUS"},
        params={"party": "USA", "other": "New Zealand"},
    ),
    "consultation-deadlines": Case(
        {"agreement": "us-ukraine-2024", "hours": 24.0},
        {"agreement": "north-atlantic-treaty"},
    ),
    "coverage": Case(
        {"scope": "core/baltic-defence-before-nato", "complete": True, "until": "2004-03-29"},
        {"scope": "core/everything", "complete": True},
    ),
    "events": Case(
        {"event": "mnna-colombia-announced", "since": "2022-03-10", "party": "COL", "role": "subject"},
        {"party": "QAT"},
        params={"party": "Colombia"},
    ),
    "forces-ever": Case(
        {"country": "RUS", "host": "GEO", "basis": "occupation"},
        {"country": "USA", "host": "NOR"},
        params={"country": "Georgia"},
    ),
    "foundings": Case(
        {"agreement": "north-atlantic-treaty", "organization": "NATO"},
        {"organization": "CSTO"},
        params={"organization": "NATO"},
    ),
    "holdings": Case({"dataset": "core", "label": "Agreement"}, {"label": "Scope"}),
    "forces-abroad": Case(
        {"country": "RUS", "host": "GEO", "basis": "occupation"},
        {"host": "NOR"},
        params={"country": "Russia"},
    ),
    "joined-after": Case(
        {"country": "HUN", "since": "1999-03-12"},
        {"country": "DEU"},
        params={"after": "1997-05-27"},
    ),
    "members": Case(
        {"country": "FIN", "since": "2023-04-04", "certain": True},
        {"country": "SWE"},
        on="2024-01-01",
        params={"organization": "NATO"},
    ),
    "membership-history": Case(
        {"country": "SWE", "since": "2024-03-07"}, {"country": "UKR"}, params={"organization": "NATO"}
    ),
    "memberships-ever": Case(
        {"organization": "arab-league", "since": "1989-05-21..1989-05-23"},
        {"organization": "NATO"},
        params={"party": "Egypt"},
    ),
    "memberships-of": Case(
        {"organization": "NATO", "since": "2004-03-29"}, {"organization": "G7"}, params={"party": "Eesti"}
    ),
    "mnna": Case(
        {"country": "QAT", "designated": "2022-03-10", "basis": "faa-section-517"},
        {"country": "COL"},
        on="2022-04-01",
    ),
    "mnna-steps": Case(
        {"country": "COL", "step": "designated", "on": "2022-05-23"},
        {"country": "COL", "step": "designated", "on": "2022-03-10"},
        params={"country": "Colombia"},
    ),
    "neighbours": Case(
        {"country": "FIN", "member": False},
        {"country": "UKR", "member": True},
        on="2022-01-10",
        params={"country": "Russia"},
    ),
    "not-in-use": Case(
        {"obligation": "anzus/article-3-to-new-zealand", "party": "USA", "status": "suspended"},
        {"obligation": "north-atlantic-treaty/article-5"},
    ),
    "obligation-agreement": Case(
        {"agreement": "us-ukraine-2024", "signed": "2024-06-13"},
        {"agreement": "uk-ukraine-2024"},
        params={"obligation": "us-ukraine-2024/consultation"},
    ),
    "obligation-parties": Case(
        {"side": "is owed", "party": "UKR", "since": "2024-06-13"},
        {"party": "POL"},
        params={"obligation": "us-ukraine-2024/consultation"},
    ),
    "obligations-of": Case(
        {"obligation": "north-atlantic-treaty/article-5", "rank": 5, "owed_to": "30 parties"},
        {"kind": "consultation"},
        on="2024-01-01",
        params={"party": "USA", "kind": "defense"},
    ),
    "open-door": Case(
        {"country": "FIN", "organization": "NATO", "stage": "acceded", "since": "2023-04-04"},
        {"country": "SWE"},
        params={"country": "Finland"},
    ),
    "organizations": Case(
        {"organization": "CSCE", "kind": "commission", "since": "1976-06-03"},
        {"organization": "OSCE"},
        params={"organization": "Helsinki Commission"},
    ),
    "owed-to": Case(
        {"obligation": "us-ukraine-2024/consultation", "owed_by": "USA", "force": "contested"},
        {"kind": "defense"},
        params={"party": "Ukraine"},
    ),
    "promised-on-attack": Case(
        {"party": "USA", "kind": "consultation", "obligation": "us-ukraine-2024/consultation"},
        {"kind": "defense"},
        params={"party": "Ukraine"},
    ),
    "promises-ever": Case(
        {"side": "is owed", "obligation": "anzus/article-4-to-new-zealand", "since": "1952-04-29"},
        {"kind": "consultation"},
        params={"party": "New Zealand", "kind": "defense"},
    ),
    "proposal-asks": Case(
        {"proposal": "russia-nato-draft-2021", "on": "2021-12-17", "status": "not agreed to"},
        {"proposal": "helsinki-2022-letter"},
        params={"proposal": "russia-nato-draft-2021"},
    ),
    "proposals": Case(
        {"proposal": "helsinki-2022-letter", "concerns": "MDA", "firmness": "suggests"},
        {"concerns": "UKR"},
        params={"about": "Moldova"},
    ),
    "proposers": Case(
        {"proposal": "helsinki-2022-letter", "party": "CSCE"},
        {"party": "RUS"},
        params={"proposal": "helsinki-2022-letter"},
    ),
    "replacements": Case(
        {
            "obligation": "us-japan-1960/article-6",
            "replaces": "us-japan-1951/article-1",
            "since": "1960-06-23",
        },
        {"replaces": "brussels-treaty-1948/article-4"},
        params={"obligation": "us-japan-1951/article-1"},
    ),
    "same-instrument": Case(None, {"basis": "known"}),
    "same-instrument-unsure": Case(None, {"score": 1.0}),
    "signed-between": Case(
        {"agreement": "us-ukraine-2024", "signed": "2024-06-13", "parties": ["UKR", "USA"]},
        {"agreement": "uk-ukraine-2024"},
        params={"from": "2024-06-01"},
    ),
    "sources": Case({"source": "ajil-2024-ukraine"}, {"source": "atop"}),
    "successions": Case(
        {"successor": "RUS", "of": "SUN", "kind": "continues"},
        {"successor": "UKR", "kind": "continues"},
        params={"of": "Soviet Union"},
    ),
    "sums": Case(
        {"what": "g7-loan-decided-2024", "amount": 50e9, "currency": "USD"},
        {"what": "us-israel-memorandum-2016/military-financing"},
        params={"party": "Ukraine"},
    ),
    "time-of": Case(
        {
            "label": "Agreement",
            "id": "us-japan-1951",
            "day": "1951-09-08",
            "since": "1952-04-28",
            "until": "1960-06-23",
        },
        {"label": "Organization"},
        params={"of": "us-japan-1951"},
    ),
    "topics": Case(
        {"about": "mnna-colombia-2022", "label": "Agreement"},
        {"about": "mnna-qatar-2022"},
        params={"of": "mnna-colombia-announced"},
    ),
    "ukraine-agreements": Case(
        {"partner": "USA", "signed": "2024-06-13", "agreement": "us-ukraine-2024"},
        {"partner": "UKR"},
    ),
    "unchecked": Case(
        {"label": "Agreement", "id": "mnna-saudi-arabia"}, {"id": "north-atlantic-treaty/article-5"}
    ),
    "what-a-status-gives": Case(
        {"gives": True, "law": "usc-22-2321h", "kind": "arms-access"},
        {"kind": "defense"},
    ),
    "who-defends": Case(
        {"party": "FIN", "obligation": "north-atlantic-treaty/article-5", "since": "2023-04-04"},
        {"party": "SWE", "obligation": "north-atlantic-treaty/article-5"},
        on="2024-01-01",
        params={"party": "EST"},
    ),
}
