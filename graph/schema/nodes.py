"""The labels of nodes: what each is identified by, and its properties."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .. import vocabulary as words
from ..properties import CODED, PHASE, SPAN, STATUS, Properties, Property, date, text, texts


@dataclass(frozen=True, slots=True)
class NodeType:
    """One label; `id` says what its nodes are identified by."""

    description: str
    id: str
    properties: Properties


_NAMES: Final[Properties] = {
    "name": text("usual name", required=True),
    "names": texts("other names and spellings"),
    "keys": texts("all of these and the codes, folded, to look names up"),
}

NODES: Final[Mapping[str, NodeType]] = {
    "Country": NodeType(
        "a state, past or present",
        "ISO 3166-1 alpha-3 (USA), for a former state ISO 3166-3 (SUN, DDR, CSK, YUG), or its number (cow-300, gw-99)",
        {
            **_NAMES,
            "official_name": text("official name in English"),
            "iso2": text("ISO 3166-1 alpha-2"),
            "cow": Property("integer", "Correlates of War country code"),
            "gw": Property("integer", "Gleditsch-Ward country code"),
            "other_codes": texts("codes for a time only, such as cow 260 since 1949-05-23 until 1990-10-03"),
            **SPAN,
        },
    ),
    "Organization": NodeType(
        "a collective body: alliance, union, forum, commission",
        "short name (NATO, EU, G7)",
        {
            **_NAMES,
            "kind": text("what sort of body", True, words.ORGANIZATION_KINDS),
            "members_held": text("how many of its memberships are not here", terms=words.MEMBERS_HELD),
            **STATUS,
            **SPAN,
        },
    ),
    "Agreement": NodeType(
        "the instrument: treaty, executive agreement, declaration, statute, designation, decision",
        "slug (north-atlantic-treaty), or <dataset>:<its id> (atop:3180)",
        {
            "title": text("its title", required=True),
            "names": texts("other names"),
            "kind": text("what sort of instrument", True, words.AGREEMENT_KINDS),
            "force": text("its legal force", True, words.FORCES),
            "force_note": text("why its legal force is what it is, or who disputes it"),
            "signed": date("day of signature, or of adoption"),
            "signed_latest": date("day of signature; the latest that it can be"),
            "duration": text("how long it is to run"),
            "termination": text("how it ends"),
            "disclaims": text("what it says, or its law says, that it does not do"),
            "left_out": texts(
                "kinds of promise in its text that its dataset leaves out by its rule", words.KINDS
            ),
            "series": text("the series it belongs to, such as ukraine-security-agreements or mnna"),
            "url": text("official address"),
            **CODED,
            **STATUS,
            **SPAN,
        },
    ),
    "Obligation": NodeType(
        "one promise: every debtor owes it to every beneficiary but itself",
        "<agreement>/<slug> (north-atlantic-treaty/article-5)",
        {
            "name": text("short name (Article 5)", required=True),
            "kind": text("what is promised", True, words.KINDS),
            "force": text("its legal force", True, words.FORCES),
            "force_note": text("why its legal force is what it is, or who disputes it"),
            "rank": Property("integer", "how firm, 5 to 0, from kind and force", required=True),
            "summary": text("what is promised, in our words", required=True),
            "article": text("where it stands in the instrument"),
            "trigger": text("what sets it off"),
            "condition": text("what it depends on"),
            "discretion": text("how much is left to who owes it"),
            "among_parties": text("what is held where one that owes it attacks another"),
            "deadline": text("time limit"),
            "deadline_hours": Property("float", "time limit in hours"),
            "amount": Property("float", "sum of money"),
            "currency": text("its currency, ISO 4217"),
            "period": text("the time that the amount is for"),
            "owed_to_class": text("a class that it is owed to, shown and never followed"),
            "bound": text("who owes it", True, {"parties": "follows PARTY_TO", "named": "named one by one"}),
            **PHASE,
            "parties_of": text("the agreement whose parties it follows, where not its own"),
            "debtor_roles": texts("roles of the parties that owe it", words.ROLES),
            "beneficiary_roles": texts("roles of the parties that it is owed to", words.ROLES),
            **STATUS,
            **SPAN,
        },
    ),
    "Area": NodeType(
        "where a promise holds",
        "slug (north-atlantic-area)",
        {**_NAMES, "description": text("its limits")},
    ),
    "Event": NodeType(
        "something that happened: when, where, who took part",
        "slug",
        {
            "name": text("what happened", required=True),
            "kind": text("what sort of event", True, words.EVENT_KINDS),
            "place": text("where"),
            "amount": Property("float", "sum of money"),
            "currency": text("its currency, ISO 4217"),
            "note": text("a remark, in our words"),
            **SPAN,
        },
    ),
    "Claim": NodeType(
        "what a source says, in our words; never used by paths",
        "<source>/<slug>",
        {
            "subject": text("what it is about", required=True),
            "predicate": text("what it says of it", required=True),
            "value": text("what value it gives", required=True),
            "number": Property("float", "the value as a number"),
            "unit": text("unit or currency"),
            "comparator": text("how exact", terms=words.COMPARATORS),
            "on": date("the day that it speaks of"),
            "on_latest": date("that day; the latest that it can be"),
            "record": text("what the record says where it differs, in our words"),
            "note": text("a remark, in our words"),
        },
    ),
    "Proposal": NodeType(
        "what somebody asked for and is not (yet) so",
        "slug",
        {
            "title": text("its title", required=True),
            "on": date("its day"),
            "on_latest": date("its day; the latest that it can be"),
            "asks": texts("what it asks for, in our words"),
            "would": texts("what would change, each a term such as `join UKR NATO`, for what-if"),
            "might": texts("the same for what it only suggests to consider"),
            "draft": text(
                "what would hold beside, in core's format as JSON: proposed, so nothing follows it"
            ),
            "status": text("what became of it"),
            "note": text("a remark, in our words"),
        },
    ),
    "Source": NodeType(
        "a document or dataset that facts are cited from",
        "slug (ajil-2024-ukraine)",
        {
            "title": text("its title", required=True),
            "publisher": text("who published it", required=True),
            "on": date("its date"),
            "on_latest": date("its date; the latest that it can be"),
            "url": text("its address"),
            "licence": text("its terms"),
            "kind": text("official text, official page, statute, article, press, data file"),
            "note": text("a remark, in our words"),
        },
    ),
    "Dataset": NodeType(
        "a loaded dataset and how far it reaches",
        "its name (core)",
        {
            "title": text("its title", required=True),
            "version": text("its version", required=True),
            "holds": text("what it holds, in the plural, as in: COW alliances end on 2012-12-31"),
            "covers_from": date("the first day that it speaks of"),
            "covers_until": date("the day up to which it was kept"),
            "closed": Property("boolean", "true where it ends there and says nothing of any later day"),
            "of_states": Property("boolean", "true where it is about the states of COW's system alone"),
            "leaves_out": text("what it leaves out by rule; the agreements that have such a promise say so"),
            "licence": text("its terms"),
            "citation": text("how to cite it"),
            "url": text("where it comes from"),
            "loading": Property("boolean", "true while it is loaded, and where that was cut short; no fact"),
            "linking": Property(
                "boolean", "true once it is loaded, until its links with other datasets stand; no fact"
            ),
        },
    ),
    "Scope": NodeType(
        "a part of a dataset's field, and whether it is complete there",
        "<dataset>/<slug>",
        {
            "title": text("what it is about", required=True),
            "kinds": texts("kinds of obligation; none: all", words.KINDS),
            "parties": texts("ids of parties of which one is an end; none: all"),
            "counterparties": texts("ids of parties of which one is the other end; none: all"),
            "apart": texts("pairs of parties of which it does not hold everything, such as GBR PRT"),
            "complete": Property("boolean", "true where what is not there is not so", required=True),
            "note": text("a remark, in our words"),
            **SPAN,
        },
    ),
}
