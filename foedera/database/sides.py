"""The questions that set things side by side: two parties, several agreements, one thing over time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .opened import Day, Names, Opened, many

if TYPE_CHECKING:
    from ..queries.between import BetweenAnswer
    from ..queries.comparison import Comparison
    from ..queries.timeline import Timeline


class Sides(Opened):
    """Parties and things are named by their ids or in any usual spelling, agreements by id or title."""

    def between(
        self,
        party: str,
        other: str,
        *,
        kinds: Names = None,
        on: Day = None,
        datasets: Names = None,
        prefer: str | None = None,
    ) -> BetweenAnswer:
        """Every commitment of two parties on a day, in both directions, the strongest first.

        What is dormant, suspended or only possibly in force is there and marked.

        Args:
            kinds: only these kinds of obligation; without them every kind.
            prefer: the dataset believed first where several have the same instrument; core where left out.

        >>> answer = db.between("USA", "New Zealand", on="1990-01-01")
        >>> [(way.debtor.id, way.verdict, way.commitments[-1].status) for way in answer.directions]
        [('USA', 'yes', 'suspended'), ('NZL', 'yes', 'dormant')]
        """
        from ..graph.vocabulary import KINDS
        from ..queries.between import between
        from ..queries.elsewhere import elsewhere
        from ..queries.names import party as named

        context = self._context(on, datasets, prefer)
        one, two = (named(self.store, name, context.as_of) for name in (party, other))
        found = between(self.store, context, one, two, many(kinds))
        question = {"party": one.id, "other": two.id, "on": context.on, "kinds": many(kinds)}
        more = elsewhere(self.store, context, found.verdict, many(kinds) or tuple(KINDS))
        told = context.noting(one.note, two.note, more)
        return found.asked(told, f"{one.name} and {two.name}", question)

    def compare(self, *agreements: str, datasets: Names = None) -> Comparison:
        """Agreements side by side, provision by provision: terms, what an attack sets off, sums, and the rest.

        What an agreement has nothing of the graph does not hold; that the text is silent does not follow.

        >>> found = db.compare("us-ukraine-2024", "uk-ukraine-2024")
        >>> [(line.provision, line.state, line.differs_in) for line in found.lines if line.section == "set off"][:2]
        [('defense', 'absent', ()), ('consultation', 'differs', ('legal force', 'trigger'))]
        """
        from ..queries.compare import compare

        context = self._context(None, datasets, dated=False)
        found = compare(self.store, context, agreements)
        ids = [each.id for each in found.agreements]
        timeless = replace(context, note=context.unfinished)
        return found.asked(timeless, f"{len(ids)} agreements compared", {"agreements": ids})

    def timeline(
        self,
        thing: str,
        *,
        since: str | None = None,
        until: str | None = None,
        kinds: Names = None,
        datasets: Names = None,
    ) -> Timeline:
        """What began and ended when, of a party, agreement, obligation, event or proposal.

        What another dataset than core holds is told by that dataset, where none is named.

        Args:
            since, until: nothing before and after; days, months or years, such as `2004-03`.
            kinds: only about this, such as `membership`, or promises of this kind of obligation.

        >>> found = db.timeline("NATO", since="2023", kinds="membership")
        >>> [(str(each.on), each.change, each.parties) for each in found.moments]
        [('2023-04-04', 'joins', ('Finland',)), ('2024-03-07', 'joins', ('Sweden',))]
        """
        from ..graph.dates import parse
        from ..queries.things import find
        from ..queries.timeline import Window, timeline

        days = parse(since).earliest if since else None, parse(until).latest if until else None
        window = Window(*days, many(kinds))
        context = self._context(None, datasets, dated=False)
        found = find(self.store, thing)
        if datasets is None:
            context = self._context(None, self._whose(found, context), dated=False)
        question = {
            "thing": found.id,
            "label": found.label,
            "from": since,
            "to": until,
            "kinds": many(kinds),
        }
        title = f"{found.name} ({found.label} {found.id})"
        told = context.reaching(window.until)
        return timeline(self.store, context, found, window).asked(told, title, question)
