"""S1 to S7: the agreements with Ukraine, as the American Journal of International Law told them in 2024, and the record."""

from collections.abc import Mapping
from typing import Final

from .seed_answer import AJIL, Answer, ask, says

US, G7 = "us-ukraine-2024", "g7-ukraine-declaration-2023"
ARTICLE = "2024-07-18"
G7_PROMISES = ask("agreement-obligations", agreement=G7)
US_PROMISES = ask("agreement-obligations", agreement=US)
SERIES = ask("ukraine-agreements", on=ARTICLE)

UKRAINE_FACTS: Final[Mapping[str, tuple[Answer, ...]]] = {
    "S1": (
        says(
            "ajil-2024-ukraine/countries-24",
            value="24",
            comparator="=",
            unit="countries",
            record={"Ireland, Croatia, Greece and Albania make 28"},
            lacks={"value": "28"},
        ),
        SERIES.gives(AJIL, has={"partner": "USA", "signed": "2024-06-13"}, lacks={"partner": "IRL"}),
        SERIES.gives(AJIL, has={"partner": "JPN", "signed": "2024-06-13"}, lacks={"partner": "HUN"}),
        SERIES.gives(AJIL, has={"partner": "EU", "signed": "2024-06-27"}, lacks={"partner": "NATO"}),
        SERIES.gives(has={}, lacks={"partner": "UKR"}, count=25),
        says(
            "ajil-2024-ukraine/nato-members-and-japan",
            value={"members of NATO", "Japan"},
            record={"Ireland", "4 September 2024"},
            lacks={"record": None},
        ),
        ask("members", on=ARTICLE, organization="NATO").gives(
            has={"country": "SWE"}, lacks={"country": "JPN"}
        ),
        says("ajil-2024-ukraine/more-under-negotiation", value={"negotiated"}, lacks={"value": {"signed"}}),
        ask("ukraine-agreements", on="2025-02-01").gives(
            "albania-ukraine-agreement-text",
            has={"partner": "ALB", "signed": "2025-01-21"},
            lacks={"signed": "2025-01-13"},
        ),
    ),
    "S2": (
        ask("agreement-links", agreement=G7).gives(
            AJIL,
            has={"from": US, "relation": "IMPLEMENTS", "to": G7},
            lacks={"from": "budapest-memorandum-1994"},
        ),
        says("ajil-2024-ukraine/endorsers-25", value="25", unit="states", lacks={"value": "24"}),
        ask("agreement-parties", agreement=G7).gives(
            has={"role": "endorser"}, lacks={"party": "JPN", "role": "endorser"}, count=25
        ),
        ask("agreement-terms", agreement=G7).gives(
            AJIL, has={"signed": "2023-07-12", "force": "political"}, lacks={"force": "binding"}
        ),
    ),
    "S3": tuple(
        G7_PROMISES.gives(
            AJIL,
            has={"obligation": f"{G7}/{strand}", "kind": kind, "summary": words, "trigger": trigger},
            lacks={"kind": "defense"},
        )
        for strand, kind, words, trigger in (
            ("sustainable-force", "security-assistance", {"defend it now", "deter"}, None),
            ("economic-stability", "financial", {"economy", "resilience"}, None),
            ("immediate-needs", "financial", {"technical and financial", "immediate"}, None),
            ("consultation", "consultation", {"confer", "without delay"}, "a future Russian armed attack"),
            ("help-on-attack", "security-assistance", {"quick", "lasting"}, "a future Russian armed attack"),
        )
    ),
    "S4": (
        says(
            "ajil-2024-ukraine/political-commitments", value={"political commitments"}, lacks={"record": None}
        ),
        says(
            "ajil-2024-ukraine/step-without-membership", value={"Euro-Atlantic"}, lacks={"value": {"invites"}}
        ),
        SERIES.gives(AJIL, has={"partner": "GBR", "force": "political"}, lacks={"force": "binding"}),
        ask("candidates").gives(
            AJIL, has={"country": "UKR", "stage": "promised"}, lacks={"country": "UKR", "stage": "invited"}
        ),
    ),
    "S5": (
        SERIES.gives(
            AJIL,
            has={"partner": "USA", "kind": "executive agreement", "force": "contested"},
            lacks={"partner": "USA", "force": "political"},
        ),
        ask("events", event="g7-summit-apulia-2024").gives(
            AJIL, has={"since": "2024-06-13", "party": "G7", "note": {"signed"}}, lacks={"place": "Vilnius"}
        ),
        says(
            "ajil-2024-ukraine/us-executive-agreement",
            value={"executive", "Bahrain"},
            lacks={"comparator": "="},
        ),
        ask("agreement-links", agreement=US).gives(
            AJIL, has={"relation": "MODELLED_ON", "to": "c-sipa-bahrain-2023"}, lacks={"relation": "AMENDS"}
        ),
        says(
            "ajil-2024-ukraine/us-no-legal-duties",
            value={"no rights", "no obligations"},
            record={"annex, part B", "disputed"},
            lacks={"record": None},
        ),
        says(
            "ajil-2024-ukraine/us-appropriated-funds",
            value={"appropriated funds"},
            record={"Article VII"},
            lacks={"record": None},
        ),
        US_PROMISES.gives(
            "us-ukraine-agreement-text",
            has={"obligation": f"{US}/annex-training", "force": "political", "condition": {"appropriated"}},
            lacks={"article": {"Annex"}, "force": "contested"},
        ),
        ask("agreement-terms", agreement=US).gives(
            AJIL,
            "lawfare-goldsmith-2024",
            has={
                "signed": "2024-06-13",
                "since": "2024-06-13",
                "force": "contested",
                "force_note": {"Goldsmith"},
                "duration": {"10 years"},
                "termination": {"six months", "Article XI"},
            },
            lacks={"termination": None},
        ),
    ),
    "S6": (
        says(
            "ajil-2024-ukraine/us-one-specific-obligation",
            value={"one only", "where possible within 24 hours"},
            lacks={"value": "10"},
        ),
        US_PROMISES.gives(
            AJIL,
            has={"obligation": f"{US}/consultation", "kind": "consultation", "trigger": {"attack", "threat"}},
            lacks={"kind": "defense"},
        ),
        ask("consultation-deadlines").gives(
            AJIL,
            has={"agreement": US, "hours": 24.0, "deadline": {"24 hours", "where possible"}},
            lacks={"agreement": G7, "hours": 24.0},
        ),
        ask("claims", about=US).gives(
            AJIL,
            has={"subject": {"future aggression"}, "value": {"grave concern"}},
            lacks={"value": {"will fight"}},
        ),
    ),
    "S7": (
        says("ajil-2024-ukraine/us-ten-forms", value="10", unit="forms", lacks={"value": "9"}),
        US_PROMISES.gives(
            AJIL,
            has={"article": "Article II(3)", "summary": {"ten forms", "articles and services", "industry"}},
            lacks={"article": "Article II(3)", "force": "binding"},
        ),
        US_PROMISES.gives(
            "us-ukraine-agreement-text",
            has={"article": {"Annex", "Implementation"}, "kind": "exercises"},
            lacks={"kind": "guarantee"},
        ),
        US_PROMISES.gives(
            AJIL,
            has={"kind": "financial", "summary": {"strategic investment", "nuclear"}},
            lacks={"kind": "financial", "force": "binding"},
        ),
        US_PROMISES.gives(
            AJIL,
            has={"kind": "reform", "summary": {"EU", "NATO"}},
            lacks={"kind": "reform", "trigger": {"attack"}},
        ),
    ),
}
