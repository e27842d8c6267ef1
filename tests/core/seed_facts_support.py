"""S8 to S13: the steps beside the agreements, as the American Journal of International Law told them in 2024."""

from collections.abc import Mapping
from typing import Final

from .seed_answer import AJIL, Answer, ask, says

US, G7 = "us-ukraine-2024", "g7-ukraine-declaration-2023"
VILNIUS, WASHINGTON = "nato-vilnius-summit-2023", "nato-washington-summit-2024"
COMPACT = ask("agreement-parties", agreement="ukraine-compact-2024")

SUPPORT_FACTS: Final[Mapping[str, tuple[Answer, ...]]] = {
    "S8": (
        ask("agreement-obligations", agreement=VILNIUS).gives(
            AJIL,
            has={
                "name": {"future is in NATO"},
                "article": "paragraph 11",
                "since": "2023-07-11",
                "summary": {"Membership Action Plan", "invite"},
                "condition": {"allies agree", "conditions"},
                "discretion": {"No date"},
            },
            lacks={"force": "binding"},
        ),
        ask("successions", of="NATO-Ukraine-Council").gives(
            AJIL, has={"of": "NATO-Ukraine-Commission"}, lacks={"successor": "NATO-Ukraine-Commission"}
        ),
        ask("organizations", organization="NATO-Ukraine Commission").gives(
            AJIL, has={"since": "1997-07-09", "until": "2023-07-11"}, lacks={"until": None}
        ),
        ask("organizations", organization="NATO-Ukraine Council").gives(
            AJIL, has={"since": "2023-07-11", "until": None}, lacks={"since": "1997-07-09"}
        ),
        ask("agreement-links", agreement="nato-comprehensive-assistance-package-2016").gives(
            AJIL, has={"from": VILNIUS, "relation": "AMENDS"}, lacks={"from": WASHINGTON}
        ),
        ask("agreement-links", agreement="nato-comprehensive-assistance-package-2016").gives(
            "nato-madrid-2022", has={"from": {"2022"}, "relation": "AMENDS"}, lacks={"relation": "SUCCEEDS"}
        ),
        ask("agreement-terms", agreement="nato-comprehensive-assistance-package-2016").gives(
            AJIL, has={"since": "2016-07-09", "note": {"2022", "July 2023"}}, lacks={"force": "binding"}
        ),
        ask("agreement-obligations", agreement=VILNIUS).gives(
            AJIL,
            has={"kind": "security-assistance", "summary": {"several years"}},
            lacks={"name": {"Membership Action Plan for"}},
        ),
    ),
    "S9": (
        says(
            "ajil-2024-ukraine/finland-sweden-2022",
            value={"offered and accepted", "until accession"},
            record={"11 May 2022", "29 June 2022"},
            lacks={"record": None},
        ),
        *(
            each
            for country in ("FIN", "SWE")
            for each in (
                ask("who-defends", on="2022-06-01", party=country).gives(
                    has={"party": "USA", "force": "political", "since": "2022-05-18"},
                    lacks={"party": "USA", "force": "binding"},
                ),
                ask("who-defends", on="2022-06-01", party=country).gives(
                    has={"party": "GBR", "force": "political", "since": "2022-05-11"}, lacks={"party": "CAN"}
                ),
                ask("open-door", country=country).gives(
                    "nato-enlargement-2024",
                    has={"stage": "invited", "since": "2022-06-29"},
                    lacks={"stage": "promised"},
                ),
            )
        ),
    ),
    "S10": (
        says(
            "ajil-2024-ukraine/kremlin-reaction",
            subject="the G7 declaration",
            on="2023-07-12",
            value={"mistake", "Russia's own security"},
            lacks={"subject": {"Compact"}},
        ),
        ask("topics", of="ajil-2024-ukraine/kremlin-reaction").gives(
            AJIL, has={"about": G7}, lacks={"about": US}
        ),
    ),
    "S11": (
        ask("sums", party="Ukraine").gives(
            AJIL,
            has={"amount": 61e9, "currency": "USD", "since": "2024-04-24"},
            lacks={"amount": 61e9, "currency": "EUR"},
        ),
        ask("sums", party="Ukraine").gives(
            AJIL,
            has={"amount": 50e9, "currency": "USD", "since": "2024-06-14", "name": {"G7", "loan", "assets"}},
            lacks={"amount": 50e9, "name": {"grant"}},
        ),
        says(
            "ajil-2024-ukraine/supplemental-61bn", value="USD 61 billion", unit="USD", lacks={"unit": "EUR"}
        ),
        says("ajil-2024-ukraine/g7-loan-50bn", value="USD 50 billion", unit="USD", lacks={"unit": "EUR"}),
        says(
            "ajil-2024-ukraine/eu-interest-only",
            value={"interest", "no loan"},
            lacks={"subject": {"the G7 "}},
        ),
        ask("events", event="eu-asset-profits-2024").gives(
            AJIL, has={"party": "EU", "since": "2024-05-21"}, lacks={"party": "G7"}
        ),
        ask("events", event="us-sanctions-foreign-banks-2024").gives(
            AJIL,
            has={"kind": "sanction", "since": "2024-06-12", "party": "USA", "name": {"foreign banks"}},
            lacks={"party": "EU"},
        ),
    ),
    "S12": (
        ask("events", event="nato-summit-washington-2024").gives(
            AJIL, has={"since": "2024-07-10", "name": {"75 years"}}, lacks={"place": "Vilnius"}
        ),
        ask("agreement-obligations", agreement=WASHINGTON).gives(
            AJIL, has={"kind": "open-door", "summary": {"irreversible"}}, lacks={"force": "binding"}
        ),
        ask("agreement-obligations", agreement=WASHINGTON).gives(
            AJIL,
            has={
                "name": {"NSATU"},
                "summary": {"allied soil", "part of", "Ukraine Defense Contact Group"},
                "discretion": {"stays out of the war"},
            },
            lacks={"kind": "defense"},
        ),
        ask("agreement-obligations", agreement=WASHINGTON).gives(
            AJIL, has={"name": {"Pledge of Long-Term"}}, lacks={"name": {"Pledge"}, "force": "binding"}
        ),
        ask("organizations", organization="Ukraine Defense Contact Group").gives(
            AJIL, has={"kind": "forum"}, lacks={"kind": "alliance"}
        ),
    ),
    "S13": (
        says(
            "ajil-2024-ukraine/compact-signers",
            value="24",
            on="2024-07-11",
            record={"name 22 or 21 states", "signatures", "name 24", "Czech Republic and Slovenia"},
            lacks={"record": None},
        ),
        says(
            "ajil-2024-ukraine/compact-nothing-new",
            value={"no new"},
            predicate={"NATO"},
            lacks={"value": "24"},
        ),
        ask("agreement-terms", agreement="ukraine-compact-2024").gives(
            AJIL,
            has={"signed": "2024-07-11", "disclaims": {"nothing new", "NATO"}},
            lacks={"force": "binding"},
        ),
        COMPACT.gives(
            "white-house-compact-2024",
            has={"party": "EU", "since": "2024-07-11"},
            lacks={"party": "CZE", "since": "2024-07-11"},
        ),
        COMPACT.gives(
            "white-house-compact-2024", has={"party": "UKR"}, lacks={"party": "SVN", "since": "2024-07-11"}
        ),
        COMPACT.gives(has={"role": "party"}, lacks={"party": "IRL"}, count=25),
    ),
}
