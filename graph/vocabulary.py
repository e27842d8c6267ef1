"""The words of the graph: each term with one line that says what it means.

Kinds keep the terms of ATOP (Leeds, Ritter, Mitchell and Long 2002) and add what treaties of other
sorts need. The order of a table is the order in which answers and pages show its terms.
"""

from collections.abc import Mapping
from typing import Final

Terms = Mapping[str, str]

KINDS: Final[Terms] = {
    "defense": "come to the aid of a party that is attacked",
    "offense": "join a party in a war that it begins",
    "consultation": "confer, or meet, in a crisis or when asked",
    "guarantee": "answer for the independence, the borders or the status of another",
    "security-assistance": "give military help: equipment, training, money for forces",
    "basing": "let forces be stationed, or station them",
    "arms-access": "open the way to buy, borrow or be given arms, without a duty to give them",
    "information-sharing": "share intelligence or classified information",
    "exercises": "train and exercise together",
    "status-of-forces": "settle the legal position of forces on another's soil",
    "cooperation": "cooperate in defence at large, with no single matter that is promised",
    "industry": "cooperate in defence industry, research and production",
    "financial": "give or lend money for other than military use",
    "reform": "change one's own institutions or law",
    "neutrality": "stay out of a war against the other",
    "nonaggression": "not use force against the other",
    "restraint": "limit one's own forces, their numbers or their place, or leave undone what one is free to do",
    "open-door": "a way to membership of an organization",
}

NOT_SUPPORT: Final = frozenset({"neutrality", "nonaggression", "restraint", "open-door"})
"""Kinds that are not steps on a scale of support: a path follows them only where it is asked to."""

FORCES: Final[Terms] = {
    "binding": "binds its parties under international law",
    "domestic-law": "a statute or an executive act of one state, which binds that state's own organs",
    "contested": "its legal force is disputed, with a citation for each view",
    "political": "a political commitment, not binding in law",
    "unknown": "cannot be told, for example because the text is unpublished",
}

STATUSES: Final[Terms] = {
    "in force": "holds",
    "dormant": "in practice disused, but not denounced: it still holds in law",
    "disputed": "the parties do not agree that it holds",
    "suspended": "does not hold for the time being",
}

ROLES: Final[Terms] = {
    "party": "bound by the instrument and entitled under it",
    "signatory": "has signed; the instrument does not bind it (yet)",
    "designator": "gives another a status",
    "designee": "is given a status",
    "enactor": "has made the statute or the decision",
    "donor": "gives what the instrument promises",
    "beneficiary": "is promised something without being bound",
    "guarantor": "answers for another under the instrument",
    "endorser": "has joined a declaration made by others",
    "depositary": "keeps the instrument and its ratifications",
}

STAGES: Final[Terms] = {
    "promised": "told that it will become a member",
    "intensified dialogue": "in talks on its aspirations and reforms",
    "action plan": "in the Membership Action Plan",
    "applied": "has asked for membership",
    "invited": "invited to accede",
    "protocol signed": "its accession protocol is signed by the members",
    "ratified by all": "every member has ratified its accession protocol",
    "acceded": "has deposited its instrument and is a member",
}

AGREEMENT_KINDS: Final[Terms] = {
    "treaty": "an international agreement that was ratified or is subject to ratification",
    "protocol": "an agreement added to a treaty, such as an accession protocol",
    "executive agreement": "an international agreement concluded without the legislature's consent",
    "security agreement": "a bilateral agreement on security cooperation, whatever its legal force",
    "political declaration": "a statement of intent by governments",
    "memorandum": "a memorandum of understanding",
    "statute": "a law of one state",
    "designation": "an act that gives a status to a state",
    "decision": "a decision of an organization or a government",
    "alliance": "what a dataset counts as one alliance, whatever its instruments are",
}

ORGANIZATION_KINDS: Final[Terms] = {
    "alliance": "a standing alliance with an organization",
    "union": "a union of states",
    "forum": "a forum without a founding treaty",
    "commission": "a commission of a state or between states",
    "organization": "any other international organization",
}

CONTIGUITY: Final[Terms] = {
    "land": "by land, a river that is the border included",
    "12 miles": "across no more than 12 miles of water",
    "24 miles": "across more than 12 miles of water, and no more than 24",
    "150 miles": "across more than 24 miles of water, and no more than 150",
    "400 miles": "across more than 150 miles of water, and no more than 400",
}

MEMBERS_HELD: Final[Terms] = {
    "none": "no membership of it is held: an empty list of its members says nothing",
    "some": "not all its memberships are held",
}

EVENT_KINDS: Final[Terms] = {
    "announcement": "an intention made public",
    "notification": "a notice that a law requires",
    "summit": "a meeting of heads of state or government",
    "talks": "a round of negotiations",
    "invasion": "an armed attack on a state's territory",
    "fighting": "an armed conflict, wherever it was fought",
    "application": "a request to join",
    "invitation": "an invitation to join or to talk",
    "signature": "a signing that is not of an agreement held here",
    "ratification": "a ratification, or the last of several",
    "accession": "a deposit of an instrument of accession",
    "withdrawal": "a leaving of an organization or a treaty, or of a part of it",
    "return": "a coming back to what was left",
    "appropriation": "a grant of money by law",
    "sanction": "a sanctions measure",
}

SAME_BECAUSE: Final[Terms] = {
    "named": "one of the datasets names the other's",
    "known": "somebody has looked at both",
    "parties and dates": "they have the same parties and days",
}

COMPARATORS: Final[Terms] = {
    "=": "exactly",
    "<": "fewer or less than",
    ">": "more than",
    "about": "about",
}


def rank(kind: str, force: str) -> int:
    """How firm a promise is, from 5 (binding defence) to 1 (political, other); 0 is no support.

    A contested or unknown force counts as political, and a statute, which one state can repeal
    alone, never above 3: argued in `docs/decisions/0001-ranks.md`.

    >>> rank("defense", "binding"), rank("defense", "contested"), rank("consultation", "binding")
    (5, 4, 3)
    >>> rank("arms-access", "domestic-law"), rank("consultation", "political"), rank("restraint", "binding")
    (2, 1, 0)
    """
    if kind in NOT_SUPPORT:
        return 0
    fights = kind in {"defense", "offense"}
    if force not in {"binding", "domestic-law"}:
        return 4 if fights else 1
    if fights:
        return 5 if force == "binding" else 3
    return 3 if kind in {"consultation", "guarantee", "security-assistance", "basing"} else 2
