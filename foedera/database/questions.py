"""The questions about commitments: paths, who must act, everything about one thing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .opened import Day, Names, Opened, many

if TYPE_CHECKING:
    from ..queries.attack_answer import AttackAnswer
    from ..queries.differences import WhatIfAnswer
    from ..queries.path_answer import PathAnswer
    from ..queries.show import Sheet

Pairs: TypeAlias = Iterable[tuple[str, str]]
"""Pairs of names, such as `[("Georgia", "NATO")]`."""


class Questions(Opened):
    """Parties and things are named by their ids or in any usual spelling.

    Every question takes `on`, the day asked about (today where it is left out), and `datasets`, one or several
    names or `all` (core where left out). Each raises `BadInput` where a name, a day or an option is wrong, and says
    what was expected; nothing that is merely not found is an error.
    """

    def path(
        self,
        source: str,
        target: str,
        *,
        kinds: Names = None,
        forces: Names = None,
        min_rank: int = 0,
        through: Names = None,
        not_through: Names = None,
        max_hops: int = 4,
        count: int = 1,
        undirected: bool = False,
        over: str = "commitments",
        on: Day = None,
        datasets: Names = None,
        prefer: str | None = None,
    ) -> PathAnswer:
        """The chains of commitments from one party to another, best first.

        A promise runs from who owes it to who is owed. The best chain has the strongest weakest link, then the
        fewest hops. A chain of several hops is no commitment of its first party to its last.

        Args:
            kinds: only these kinds of obligation, such as `defense`; without them every kind that is support.
            forces: only these legal forces, such as `binding`.
            min_rank: no hop weaker than this rank, 0 to 5.
            through: parties by which the chain passes.
            not_through: parties that it avoids.
            max_hops: hops at most.
            count: chains at most.
            undirected: follow promises both ways.
            prefer: the dataset believed first where several have the same instrument; core where left out.
            over: `commitments`, `memberships` (from a member to its organization, and from there to another member)
                or `all`. A membership promises nothing: a chain that needs one comes after every chain that does not.

        >>> answer = db.path("USA", "Japan", kinds="defense", on="2024-07-01")
        >>> answer.verdict, answer.reason
        ('yes', 'a direct commitment, rank 5')
        >>> answer.chains[0].hops[0].strongest.obligation
        'us-japan-1960/article-5'
        """
        from ..queries.commitments import Wanted
        from ..queries.elsewhere import about, elsewhere, speaking
        from ..queries.explored import Route
        from ..queries.names import party
        from ..queries.paths import path

        wanted = Wanted(many(kinds), many(forces), min_rank)
        context = self._context(on, datasets, prefer)
        start, end = (party(self.store, name, context.as_of) for name in (source, target))
        passing, avoiding = (
            frozenset(party(self.store, name, context.as_of).id for name in many(names))
            for names in (through, not_through)
        )
        route = Route(wanted, passing, avoiding, max_hops, undirected, over)
        context = about(self.store, context, start.id, end.id)
        promised = wanted.params()["kinds"] if route.promises else ()
        context = speaking(self.store, context, promised, memberships=route.memberships)
        found = path(self.store, context, start, end, route, count=count)
        question = {
            "from": start.id,
            "to": end.id,
            "on": context.on,
            "kinds": wanted.kinds,
            "forces": wanted.forces,
            "min_rank": min_rank,
            "through": sorted(passing),
            "not_through": sorted(avoiding),
            "max_hops": max_hops,
            "undirected": undirected,
            "over": over,
            "count": count,
        }
        more = elsewhere(self.store, context, found.verdict, wanted.kinds)
        told = context.noting(start.note, end.note, more)
        return self._drawn(found.asked(told, f"{start.name} → {end.name}", question))

    def attack(
        self,
        victim: str,
        *,
        by: str | None = None,
        where: str | None = None,
        on: Day = None,
        datasets: Names = None,
        prefer: str | None = None,
    ) -> AttackAnswer:
        """Who must act when a party is attacked, by which article, and who need not although one would expect it.

        Args:
            by: the attacker; its own promises, and who is bound to both sides, are then told too.
            where: the area that is attacked, by id or name; each promise is said to hold there, or not.
            prefer: the dataset believed first where several have the same instrument; core where left out.

        >>> answer = db.attack("Estonia", on="2024-01-01")
        >>> answer.verdict, sum(row.duty == "bound to defend" for row in answer.rows) > 30
        ('yes', True)
        """
        from ..queries.areas import area
        from ..queries.articles import the
        from ..queries.attack import ON_ATTACK, attack
        from ..queries.elsewhere import about, elsewhere, speaking
        from ..queries.names import party

        context = self._context(on, datasets, prefer)
        attacked = party(self.store, victim, context.as_of)
        attacker = party(self.store, by, context.as_of) if by is not None else None
        place = area(self.store, where) if where is not None else None
        context = speaking(self.store, about(self.store, context, attacked.id), ON_ATTACK)
        found = attack(self.store, context, attacked, attacker, place)
        question = {
            "victim": attacked.id,
            "by": attacker.id if attacker else None,
            "where": place.id if place else None,
            "on": context.on,
        }
        by_whom = f" by {the(attacker.name)}" if attacker else ""
        in_which = f" in {the(place.name)}" if place else ""
        more = elsewhere(self.store, context, found.verdict, ("defense",))
        lacking = () if found.words else context.lacking(attacked.id, None, ("defense",)).values()
        short = (why for why in lacking if why not in found.reason)
        told = context.noting(attacked.note, attacker.note if attacker else "", more, *short)
        return self._drawn(
            found.asked(told, f"An armed attack on {the(attacked.name)}{by_whom}{in_which}", question)
        )

    def whatif(
        self,
        *proposals: str,
        join: Pairs = (),
        leave: Pairs = (),
        designate: Pairs = (),
        end: Names = None,
        facts: Iterable[str | Path] = (),
        suggested: bool = False,
        on: Day = None,
        datasets: Names = None,
    ) -> WhatIfAnswer:
        """What would be gained, lost and unchanged on the day if all of this were so; nothing is written.

        Args:
            proposals: ids of proposals that the graph holds, or a part of one or of its title.
            join: who would join which organization, or be party to which agreement.
            leave: who would leave.
            designate: who would be given which status, such as `mnna`.
            end: obligations or agreements that would end.
            facts: files in core's format, with facts that would hold.
            suggested: also what the proposals only suggest.

        >>> answer = db.whatif(join=[("Georgia", "NATO")], on="2026-08-01")
        >>> len(answer.gained), len(answer.lost), answer.attacks[0].after.reason
        (192, 0, '32 bound to defend')
        """
        from ..graph.vocabulary import KINDS
        from ..queries.elsewhere import speaking
        from ..queries.whatif import Asked, whatif

        pairs = {"join": join, "leave": leave, "designate": designate}
        changes: list[tuple[str, ...]] = [
            (verb, *each) for verb, found in pairs.items() for each in _pairs(verb, found)
        ]
        changes += [("end", each) for each in many(end)]
        asked = Asked(tuple(proposals), tuple(changes), tuple(map(Path, facts)), suggested)
        context = self._covered(on, datasets, "nothing can be supposed")
        context = speaking(self.store, context, tuple(KINDS))
        found = whatif(self.store, context, asked)
        question = {
            "proposals": [each.id for each in found.proposals],
            "changes": list(found.terms),
            "facts": [str(path) for path in asked.facts],
            "suggested": suggested,
            "on": context.on,
        }
        return self._drawn(found.asked(context.noting(*found.notes), found.title, question))

    def show(self, thing: str, *, on: Day = None, datasets: Names = None) -> Sheet:
        """Everything about one party, agreement, obligation, area, event, claim, proposal or source.

        What another dataset than core holds is told by that dataset, where none is named.

        >>> sheet = db.show("North Atlantic Treaty", on="2020-01-01")
        >>> sheet.thing.id, str(sheet.properties["signed"])
        ('north-atlantic-treaty', '1949-04-04')
        >>> sheet.section("obligations").rows[-1]["obligation"]
        'north-atlantic-treaty/article-5'
        """
        from ..queries.show import show, speaking
        from ..queries.things import find

        context = self._context(on, datasets)
        found = find(self.store, thing, context.as_of)
        question = {"thing": found.id, "label": found.label, "on": context.on}
        title = f"{found.name} ({found.label} {found.id})"
        if datasets is None:
            context = self._context(on, self._whose(found, context))
        sheet = show(self.store, context, found)
        told = speaking(context.noting(found.note, context.said), sheet)
        return sheet.asked(told, title, question)


def _pairs(verb: str, given: Pairs) -> list[tuple[str, str]]:
    """Pairs of names; a text alone, or one of another length, is none."""
    from ..graph.errors import BadInput

    found = [given] if isinstance(given, str) else list(given)
    for each in found:
        if isinstance(each, str) or len(each) != 2:
            raise BadInput(
                f"{verb}: {each!r} is no pair; expected pairs of names, such as [('Georgia', 'NATO')]"
            )
    return [(one, other) for one, other in found]
