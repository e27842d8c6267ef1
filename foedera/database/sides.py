"""The questions that set things side by side: two parties, several agreements, one thing over time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .opened import Day, Names, Opened, day_text, many

if TYPE_CHECKING:
    from ..queries.between import BetweenAnswer
    from ..queries.comparison import Comparison
    from ..queries.conflicts_answer import ConflictsAnswer, YearsAnswer
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
        from ..queries.elsewhere import about, elsewhere, speaking
        from ..queries.names import party as named

        context = self._context(on, datasets, prefer)
        one, two = (named(self.store, name, context.as_of) for name in (party, other))
        context = about(self.store, context, one.id, two.id)
        context = speaking(self.store, context, many(kinds) or tuple(KINDS))
        found = between(self.store, context, one, two, many(kinds))
        question = {"party": one.id, "other": two.id, "on": context.on, "kinds": many(kinds)}
        more = elsewhere(self.store, context, found.verdict, many(kinds) or tuple(KINDS))
        told = context.noting(one.note, two.note, more)
        return found.asked(told, f"{one.name} and {two.name}", question)

    def compare(self, *agreements: str, on: Day = None, datasets: Names = None) -> Comparison:
        """Agreements side by side, provision by provision: terms, what an attack sets off, sums, and the rest.

        All times are told; what has ended on the day, is suspended or has not begun is marked.

        What an agreement has nothing of the graph does not hold; that the text is silent does not follow.

        >>> found = db.compare("us-ukraine-2024", "uk-ukraine-2024")
        >>> [(line.provision, line.state, line.differs_in) for line in found.lines if line.section == "set off"][:2]
        [('defense', 'absent', ()), ('consultation', 'differs', ('legal force', 'trigger'))]
        """
        from ..queries.compare import compare

        context = self._context(on, datasets)
        found = compare(self.store, context, agreements)
        ids = [each.id for each in found.agreements]
        told = replace(context.noting(context.said), voices=found.voices)
        return found.asked(told, f"{len(ids)} agreements compared", {"agreements": ids, "on": context.on})

    def conflicts(
        self,
        *,
        countries: Names = None,
        agreement: str | None = None,
        kinds: Names = None,
        year: int | None = None,
        on: Day = None,
        reasons: Names = None,
        datasets: Names = "all",
    ) -> ConflictsAnswer:
        """Where datasets differ about the same pair, kind and day: each difference, and why.

        Args:
            countries: what one owes and is owed; of several, what they owe each other.
            agreement: this one, and those that are the same in other datasets.
            kinds: only these; without them every kind that two datasets both hold.
            year: what touches this year, with a summary of it; `on`: what touches this day. Not both.
            reasons: only these; all but `coverage`, which is no difference, where left out.
            datasets: two or more; all that hold promises where left out.

        Raises:
            BadInput: fewer than two datasets hold promises, or a name, a day or an option is wrong.
        """
        from ..graph.dates import day
        from ..graph.errors import BadInput
        from ..queries.commitments import Wanted
        from ..queries.conflicts import conflicts
        from ..queries.context import context
        from ..queries.names import party
        from ..queries.things import find

        if year is not None and on is not None:
            raise BadInput("a year and a day; expected one of them")
        if year is not None and not 1 <= year <= 9998:
            raise BadInput(f"the year is {year}; expected one from 1 to 9998")
        asked = f"{year:04}-12-31" if year is not None else day_text(on)
        wanted, chosen = Wanted(many(kinds)), ",".join(many(datasets)) or "all"
        held = context(self.store, asked, chosen, dated=False)
        parties = [party(self.store, name, held.on) for name in many(countries)]
        thing = find(self.store, agreement, labels=("Agreement",)) if agreement is not None else None
        if thing and thing.label != "Agreement":
            raise BadInput(f"{thing.name} is a {thing.label.lower()}; expected an agreement")
        found = conflicts(
            self.store,
            held,
            kinds=wanted.kinds,
            parties=[each.id for each in parties],
            agreement=thing.id if thing else None,
            year=year,
            on=day(on) if on is not None else None,
            reasons=many(reasons),
        )
        question = {
            "countries": [each.id for each in parties],
            "agreement": thing.id if thing else None,
            "kinds": list(wanted.kinds),
            "year": year,
            "on": day_text(on),
            "reasons": many(reasons),
        }
        told = replace(held, datasets=held.asked, note=held.unfinished).noting(
            *(each.note for each in parties)
        )
        about = [each.name for each in parties] + ([thing.name] if thing else [])
        when = f", {year if year is not None else day_text(on)}" if asked else ""
        title = f"Where datasets differ{' on ' + ', '.join(about) if about else ''}{when}"
        return found.asked(told, title, question)

    def concordance(
        self, *, kinds: Names = None, year: int | None = None, datasets: Names = "all"
    ) -> YearsAnswer:
        """How far datasets agree, year by year: the Jaccard index of the directed pairs with a kind of promise.

        Raises:
            BadInput: fewer than two datasets hold promises, or an option is wrong.
        """
        from ..queries.commitments import Wanted
        from ..queries.conflicts import concordance
        from ..queries.context import context

        wanted, chosen = Wanted(many(kinds)), ",".join(many(datasets)) or "all"
        held = context(self.store, None, chosen, dated=False)
        found = concordance(self.store, held, kinds=wanted.kinds, year=year)
        question = {"kinds": list(wanted.kinds), "year": year, "summary": True}
        told = replace(held, datasets=held.asked, note=held.unfinished)
        return found.asked(told, "How far datasets agree", question)

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
        from ..queries.elsewhere import about
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
        context = about(self.store, context, found.id)
        answer = timeline(self.store, context, found, window)
        told = replace(context.reaching(window.until), voices=answer.voices)
        return answer.asked(told, title, question)
