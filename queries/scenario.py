"""A scenario: the changes that are supposed, in a user's words and as what would be added and would end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from ..graph.changes import VERBS, Change
from ..graph.dates import possibly
from ..graph.errors import BadInput
from ..graph.records import Record, Relationship, a, fold, nearest
from ..graph.store import Store
from .context import Context
from .names import Party, party
from .things import find


@dataclass(slots=True)
class Scenario:
    """What would be added, and what would end, on the day of the question.

    `briefly` has each change as a clause, `told` also what follows from it; `parties` are new rows of PARTY_TO; `designations` are theirs by the statute under which they stand; `leaving`
    are parties with the agreement that they would leave; `records` are the facts of files and drafts.
    """

    changes: list[Change] = field(default_factory=list)
    briefly: dict[Change, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    parties: list[Relationship] = field(default_factory=list)
    designations: dict[str, tuple[str, list[Relationship]]] = field(default_factory=dict)
    leaving: set[tuple[str, str]] = field(default_factory=set)
    ended_agreements: set[str] = field(default_factory=set)
    ended_obligations: set[str] = field(default_factory=set)
    records: list[Record] = field(default_factory=list)
    concerned: dict[str, Party] = field(default_factory=dict)
    joined: dict[str, list[str]] = field(default_factory=dict)
    """Agreements by the body that would be joined or left."""

    def tell(self, change: Change, clause: str, then: str = "") -> None:
        self.briefly[change] = clause
        self.told.append(clause + then)


def named(
    store: Store, context: Context, own: Collection[str], notes: list[str], verb: str, *texts: str
) -> Change:
    """The change of a user's words: names in any usual spelling, as ids.

    `own` are ids of parties that facts add; `notes` learns where a name means another state on that day.

    Raises:
        BadInput: nothing, or several things, are called so; or what is called so is of no use there.
    """
    if verb == "end":
        return Change(verb, (_thing(store, context, texts[0], VERBS["end"][0], "end"),))
    member = texts[0]
    if member not in own:
        who = party(store, member, context.as_of)
        member = who.id
        notes.append(who.note)
    if verb == "designate":
        return Change(verb, (member, _statute(store, context, texts[1])))
    return Change(verb, (member, _thing(store, context, texts[1], VERBS[verb][1], verb)))


def _thing(store: Store, context: Context, text: str, labels: Sequence[str], verb: str) -> str:
    found = find(store, text, context.as_of, labels)
    if found.label not in labels:
        wanted = " or ".join(map(a, labels))
        raise BadInput(f"cannot {verb} {found.name}, which is {a(found.label)}; expected {wanted}")
    return found.id


_STATUTES = f"""
MATCH (d:Agreement {{kind: 'designation'}})-[:IMPLEMENTS]->(a:Agreement)
WHERE a.dataset IN $datasets
RETURN DISTINCT a.id AS id, a.title AS title, coalesce(a.names, []) AS names, a.series AS series,
       {possibly("a")} AS running
ORDER BY id
"""


def _statute(store: Store, context: Context, text: str) -> str:
    """The act under which designations are made: by id, by name, or by the series that it is in, as `mnna`."""
    rows = store.read(_STATUTES, context.params).rows
    wanted = fold(text)
    for row in rows:
        if wanted in map(fold, (row["id"], row["title"], *row["names"])):
            return str(row["id"])
    of_series = [row["id"] for row in rows if fold(row["series"] or "") == wanted and row["running"]]
    if len(of_series) == 1:
        return str(of_series[0])
    known = dict.fromkeys(each for row in rows for each in (row["series"], row["id"]) if each)
    raise BadInput(
        f"{text!r} is no status that is given by designation; expected one of {', '.join(known)}.{nearest(text, known)}"
    )
