"""M1 to M9: what Foreign Policy wrote on 12 March 2022, and the record."""

from collections.abc import Mapping
from typing import Final

from .seed_answer import FP, Answer, ask, says

REPORTED = "2022-03-12"
LETTER = ask("proposals", proposal="helsinki-2022-letter")
STATUS = "faa-section-517"

MNNA_FACTS: Final[Mapping[str, tuple[Answer, ...]]] = {
    "M1": (
        ask("organizations", organization="Helsinki Commission").gives(
            FP,
            has={"kind": "commission", "since": "1976-06-03", "note": {"commission of the United States"}},
            lacks={"organization": "OSCE"},
        ),
        says("fp-2022-mnna/csce-founded", value="1976", note={"Helsinki Accords"}, lacks={"value": "1975"}),
        says(
            "fp-2022-mnna/csce-members",
            value="18",
            unit="members of Congress",
            predicate={"both parties", "State", "Defense", "Commerce"},
            lacks={"value": "21"},
        ),
        says(
            "fp-2022-mnna/csce-leaders",
            "csce-cohen",
            value={"Cardin, a Democrat", "Cohen, a Republican"},
            record={"Cohen is a Democrat", "117th"},
            lacks={"value": {"Cohen, a Democrat"}},
        ),
    ),
    "M2": (
        LETTER.gives(
            FP,
            has={
                "concerns": "UKR",
                "firmness": "asks",
                "ask": {"major non-NATO ally", "NATO"},
                "on": REPORTED,
            },
            lacks={"concerns": "UKR", "firmness": "suggests"},
        ),
        LETTER.gives(
            FP,
            has={"concerns": "GEO", "firmness": "asks", "ask": {"major non-NATO ally", "accession to NATO"}},
            lacks={"concerns": "GEO", "firmness": "suggests"},
        ),
        ask("proposers", proposal="helsinki-2022-letter").gives(
            FP, has={"party": "CSCE"}, lacks={"party": "USA"}
        ),
        says(
            "fp-2022-mnna/letter-asks",
            value={"Ukraine", "Georgia", "accession"},
            lacks={"value": {"Moldova"}},
        ),
    ),
    "M3": tuple(
        LETTER.gives(
            FP,
            has={"concerns": country, "firmness": "suggests", "ask": {"consider"}},
            lacks={"concerns": country, "firmness": "asks"},
        )
        for country in ("FIN", "MDA", "SWE")
    ),
    "M4": (
        says("fp-2022-mnna/opens-channels", value={"arms", "money", "information"}, lacks={"record": None}),
        says("fp-2022-mnna/no-mutual-defence", value={"no obligation", "defence"}, lacks={"comparator": "="}),
        says(
            "fp-2022-mnna/letter-no-military-action",
            value={"no military action"},
            lacks={"value": {"defend"}},
        ),
        ask("what-a-status-gives").gives(
            FP,
            has={"gives": False, "law": STATUS, "summary": {"no mutual defence", "no commitment"}},
            lacks={"kind": "defense"},
        ),
        ask("what-a-status-gives").gives(
            "us-code-2023", has={"gives": True, "kind": "arms-access"}, lacks={"kind": "consultation"}
        ),
        ask("who-defends", on=REPORTED, party="NOR").gives(
            "nato-treaty-1949",
            has={"party": "USA", "obligation": "north-atlantic-treaty/article-5", "force": "binding"},
            lacks={"agreement": STATUS},
        ),
    ),
    "M5": (
        says(
            "fp-2022-mnna/for-countries-outside-nato",
            value={"no wish", "prospect", "NATO"},
            lacks={"comparator": "="},
        ),
        says(
            "fp-2022-mnna/ukraine-wary-2021", predicate={"objected in 2021"}, lacks={"subject": {"Georgia"}}
        ),
        says(
            "fp-2022-mnna/no-bar-to-accession", value={"30 members"}, unit="members", lacks={"value": {"32"}}
        ),
        ask("members", on=REPORTED, organization="NATO").gives(has={}, lacks={"country": "FIN"}, count=30),
    ),
    "M6": (
        says(
            "fp-2022-mnna/announced-colombia-qatar",
            "fr-2022-05773",
            "wh-colombia-2022",
            value={"Colombia", "Qatar"},
            on="2022-03-10",
            record={
                "Qatar was announced",
                "designated on 10 March itself",
                "Colombia was announced on 10 March and designated on 23 May 2022",
            },
            lacks={"record": None},
        ),
        says(
            "fp-2022-mnna/holders-19",
            value="19",
            comparator="=",
            unit="countries",
            record={"18 held it on 10 March 2022", "Colombia, came on 23 May 2022"},
            lacks={"value": "18"},
        ),
        ask("mnna-steps", country="Colombia").gives(
            FP,
            has={"step": "announced", "on": "2022-03-10"},
            lacks={"step": "designated", "on": "2022-03-10"},
        ),
        ask("mnna-steps", country="Colombia").gives(
            "wh-colombia-2022",
            has={"step": "designated", "on": "2022-05-23"},
            lacks={"step": "announced", "on": "2022-05-23"},
        ),
        ask("mnna-steps", country="Qatar").gives(
            "fr-2022-05773",
            has={"step": "designated", "on": "2022-03-10"},
            lacks={"step": "announced", "on": "2022-03-10"},
        ),
        ask("mnna", on="2022-03-10").gives(
            has={"basis": STATUS, "certain": True}, lacks={"country": "COL"}, count=18
        ),
        ask("mnna", on="2022-05-23").gives(
            has={"basis": STATUS, "certain": True}, lacks={"country": "UKR"}, count=19
        ),
        ask("mnna", on="2022-03-10").gives(
            "wh-afghanistan-end-2022",
            has={"country": "AFG", "until": "2022-09-23"},
            lacks={"country": "AFG", "until": None},
        ),
    ),
    "M7": (
        *(
            each
            for country, name in (("UKR", "Ukraine"), ("GEO", "Georgia"))
            for each in (
                ask("proposals", proposal="bucharest-2008-promise").gives(
                    FP,
                    has={"concerns": country, "on": "2008-04-03", "status": {"neither has been invited"}},
                    lacks={"concerns": "MDA"},
                ),
                ask("candidates", on=REPORTED).gives(
                    FP,
                    has={"country": country, "stage": "promised", "since": "2008-04-03", "note": {"no date"}},
                    lacks={"country": country, "stage": "invited"},
                ),
                ask("agreement-obligations", agreement="nato-bucharest-summit-2008").gives(
                    FP,
                    has={
                        "kind": "open-door",
                        "name": f"{name} will become a member",
                        "article": "paragraph 23",
                        "since": "2008-04-03",
                        "discretion": {"No date"},
                    },
                    lacks={"name": f"{name} will become a member", "force": "binding"},
                ),
            )
        ),
        says(
            "fp-2022-mnna/promised-at-bucharest",
            predicate={"Bucharest in 2008"},
            value={"no timetable"},
            lacks={"value": {"date"}},
        ),
    ),
    "M8": (
        *(
            ask("events", event=event).gives(
                FP,
                has={"kind": "invasion", "since": since, "party": victim, "role": "attacked"},
                lacks={"party": "RUS", "role": "attacked"},
            )
            for event, since, victim in (
                ("russia-invades-georgia-2008", "2008-08-08", "GEO"),
                ("russia-invades-ukraine-2014", "2014-02", "UKR"),
                ("russia-invades-ukraine-2022", "2022-02-24", "UKR"),
            )
        ),
        says(
            "fp-2022-mnna/russian-invasions",
            value={"Georgia in 2008", "Ukraine in 2014", "offensive in March 2022"},
            lacks={"value": {"Moldova"}},
        ),
    ),
    "M9": (
        says(
            "fp-2022-mnna/aid-to-ukraine",
            value={"1.2 billion"},
            comparator=">",
            unit="USD",
            on=REPORTED,
            lacks={"comparator": "="},
        ),
        says(
            "fp-2022-mnna/aid-since-2014", value={"billions"}, predicate={"2014"}, lacks={"comparator": "="}
        ),
    ),
}
