"""H1 to H12: what the Heritage Foundation wrote in January 2022, and the record."""

from collections.abc import Mapping
from typing import Final

from .seed_answer import HERITAGE, Answer, ask, says

WEEK = "2022-01-12"
FOUNDING_ACT = "nato-russia-founding-act-1997"
DRAFT = ask("proposals", proposal="russia-nato-draft-2021")
AFTER_1997 = ask("joined-after", on=WEEK, after="1997-05-27")
RULES = (
    {"open", "moratorium"},
    {"do not give them up"},
    {"Russia have no say"},
    {"do not negotiate", "National Defense Authorization Acts"},
    {"do not withdraw"},
    {"concede nothing", "permanent presence"},
    {"agree to none"},
)

OPEN_DOOR_FACTS: Final[Mapping[str, tuple[Answer, ...]]] = {
    "H1": (
        says("heritage-ib5242/open-door", value={"criteria of Article 10"}, lacks={"value": {"Article 5"}}),
        ask("agreement-obligations", agreement="North Atlantic Treaty").gives(
            "nato-treaty-1949",
            has={"article": "Article 10", "kind": "open-door", "summary": {"invite", "European state"}},
            lacks={"article": "Article 5", "kind": "open-door"},
        ),
        ask("agreement-terms", agreement="North Atlantic Treaty").gives(
            has={"signed": "1949-04-04"}, lacks={"until": "unknown"}
        ),
    ),
    "H2": (
        says(
            "heritage-ib5242/demand-no-enlargement",
            subject="Russia",
            value={"no further state", "Ukraine above all"},
            lacks={"record": None},
        ),
        says(
            "heritage-ib5242/moratorium-a-veto", value={"veto", "in fact"}, lacks={"subject": {"Article 5"}}
        ),
        DRAFT.gives(
            has={"concerns": "UKR", "ask": {"out of NATO"}, "on": "2021-12-17"},
            lacks={"status": {"agreed to by NATO"}},
        ),
        DRAFT.gives(has={"concerns": "NATO", "ask": {"no further state"}}, lacks={"firmness": "suggests"}),
        ask("proposers", proposal="russia-nato-draft-2021").gives(
            has={"party": "RUS"}, lacks={"party": "NATO"}
        ),
    ),
    "H3": (
        says(
            "heritage-ib5242/demand-withdrawal",
            "guardian-2021-12-17",
            value={"joined after 1997"},
            record={"27 May 1997", "deployments"},
            lacks={"record": None},
        ),
        DRAFT.gives(
            "tass-2021-12-17",
            has={"concerns": "NATO", "ask": {"deployments of 27 May 1997"}},
            lacks={"ask": {"joined after 1997"}},
        ),
        says(
            "heritage-ib5242/joined-after-1997",
            value={"14: Albania", "Slovakia and Slovenia"},
            unit="countries",
            lacks={"value": {"Germany"}},
        ),
        AFTER_1997.gives(has={"certain": True}, lacks={"country": "ESP"}, count=14),
        *(
            AFTER_1997.gives(has={"country": country, "since": since}, lacks={"country": "FIN"})
            for since, countries in (
                ("1999-03-12", ("CZE", "HUN", "POL")),
                ("2004-03-29", ("BGR", "EST", "LVA", "LTU", "ROU", "SVK", "SVN")),
                ("2009-04-01", ("ALB", "HRV")),
                ("2017-06-05", ("MNE",)),
                ("2020-03-27", ("MKD",)),
            )
            for country in countries
        ),
        ask("members", on=WEEK, organization="NATO").gives(has={}, lacks={"country": "SWE"}, count=30),
        says(
            "heritage-ib5242/guardian-date",
            "guardian-2021-12-17",
            value="17 December 2022",
            record={"17 December 2021"},
            lacks={"record": None},
        ),
    ),
    "H4": (
        says(
            "heritage-ib5242/demand-exercises",
            subject="Russia",
            value={"line", "distance to be agreed", "Black Sea"},
            lacks={"subject": "NATO"},
        ),
        ask("proposal-asks", proposal="russia-nato-draft-2021").gives(
            "tass-2021-12-17",
            has={"ask": {"exercises", "brigade", "zone"}, "on": "2021-12-17"},
            lacks={"ask": {"Black Sea"}},
        ),
        says("heritage-ib5242/exercises-in-ukraine", value="western Ukraine", lacks={"value": {"eastern"}}),
    ),
    "H5": (
        ask("agreement-obligations", agreement=FOUNDING_ACT).gives(
            HERITAGE,
            has={
                "kind": "restraint",
                "since": "1997-05-27",
                "summary": {"reinforce", "substantial combat forces"},
                "condition": {"security environment of 1997", "as far ahead"},
            },
            lacks={"force": "binding"},
        ),
        says(
            "heritage-ib5242/founding-act", on="1997-05-27", value={"reinforcement"}, lacks={"value": {"ban"}}
        ),
        says("heritage-ib5242/founding-act-no-ban", value={"myths"}, lacks={"comparator": "="}),
    ),
    "H6": (
        says(
            "heritage-ib5242/russia-land-borders",
            value="14 countries",
            comparator="=",
            lacks={"value": {"15"}},
        ),
        says(
            "heritage-ib5242/russia-nato-neighbours",
            value="5",
            comparator="=",
            unit="countries",
            record={"Five in January 2022", "six since Finland joined on 4 April 2023"},
            lacks={"record": None},
        ),
        ask("neighbours", on=WEEK, country="Russia").gives(
            "world-factbook", has={"country": "NOR", "member": True}, lacks={"country": "TUR"}
        ),
        ask("neighbours", on=WEEK, country="Russia").gives(
            has={"certain": True}, lacks={"country": "FIN", "member": True}, count=14
        ),
        ask("neighbours", on=WEEK, country="Russia").gives(
            has={"member": True}, lacks={"country": "UKR", "member": True}, count=5
        ),
        ask("neighbours", on="2023-04-04", country="Russia").gives(
            has={"member": True}, lacks={"country": "FIN", "member": False}, count=6
        ),
        says(
            "heritage-ib5242/russia-nato-border-length",
            value={"750 miles", "a sixteenth"},
            comparator="about",
            unit="miles",
            lacks={"comparator": "="},
        ),
        says(
            "heritage-ib5242/russia-border-length",
            value={"just over 12,000 miles"},
            comparator=">",
            unit="miles",
            lacks={"comparator": "="},
        ),
    ),
    "H7": (
        says(
            "heritage-ib5242/us-troops-norway-poland",
            value="fewer than 7,000",
            comparator="<",
            unit="troops",
            lacks={"comparator": "="},
        ),
        says(
            "heritage-ib5242/russian-troops-abroad", value="48,300", unit="troops", lacks={"value": "7,000"}
        ),
        *(
            ask("forces-abroad", on=WEEK, country="Russia").gives(
                HERITAGE,
                has={"host": host, "basis": "occupation", "certain": True},
                lacks={"host": host, "basis": "invitation"},
            )
            for host in ("GEO", "MDA", "UKR")
        ),
        *(
            ask("forces-abroad", on=WEEK, country="USA").gives(
                HERITAGE,
                has={"host": host, "basis": "invitation", "note": {"7,000"}},
                lacks={"host": host, "basis": "occupation"},
            )
            for host in ("NOR", "POL")
        ),
    ),
    "H8": (
        says(
            "heritage-ib5242/russian-troops-at-ukraine",
            value="100,000",
            comparator="about",
            unit="troops",
            on="2022-01",
            lacks={"comparator": "="},
        ),
    ),
    "H9": (
        says(
            "heritage-ib5242/talks-of-the-week",
            value={"Geneva on Monday", "NATO-Russia Council on Wednesday", "OSCE on Thursday"},
            lacks={"value": {"Minsk"}},
        ),
        *(
            ask("events", event=event).gives(
                HERITAGE, has={"kind": "talks", "since": since, "party": party}, lacks={"party": "UKR"}
            )
            for event, since, parties in (
                ("geneva-talks-2022", "2022-01-10", ("USA", "RUS")),
                ("nato-russia-council-2022", "2022-01-12", ("NATO", "RUS")),
                ("osce-talks-2022", "2022-01-13", ("OSCE", "USA", "RUS")),
            )
            for party in parties
        ),
        *(
            ask("memberships-of", on=WEEK, party=party).gives(
                HERITAGE, has={"organization": "OSCE"}, lacks={"organization": "EU"}
            )
            for party in ("USA", "RUS")
        ),
    ),
    "H10": (
        ask("claims", source=HERITAGE).gives(
            HERITAGE,
            has={"predicate": {"for the United States"}},
            lacks={"predicate": {"rule 8 for the United States"}},
            count=7,
        ),
        *(
            says(
                f"heritage-ib5242/rule-{number}",
                predicate={f"rule {number} for the United States"},
                value=words,
                lacks={"value": RULES[number % 7]},
            )
            for number, words in enumerate(RULES, 1)
        ),
    ),
    "H11": (
        says("heritage-ib5242/article-5-undermined", value={"Article 5"}, lacks={"value": {"Article 10"}}),
        ask("who-defends", on=WEEK, party="EST").gives(
            "nato-treaty-1949",
            has={"party": "USA", "obligation": "north-atlantic-treaty/article-5", "rank": 5},
            lacks={"party": "UKR"},
        ),
    ),
    "H12": (
        says(
            "heritage-ib5242/belarus-ally", subject="Belarus", value="the ally", lacks={"subject": "Ukraine"}
        ),
        ask("who-defends", on=WEEK, party="BLR").gives(
            has={"party": "RUS", "force": "binding", "certain": True}, lacks={"party": "UKR"}
        ),
        ask("memberships-of", on=WEEK, party="BLR").gives(
            has={"organization": "union-state"}, lacks={"organization": "NATO"}
        ),
    ),
}
