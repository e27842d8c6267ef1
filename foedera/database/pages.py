"""The interactive page."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from .opened import Day, Names, many
from .questions import Pairs, Questions
from .statements import Statements

if TYPE_CHECKING:
    from ..page import Summary
    from ..page.answers import Drawable
    from ..page.data import Layout
    from ..queries.rows import Table


class Pages(Questions, Statements):
    """What questions and statements find, drawn; a page is written whole or not at all."""

    def render(
        self,
        output: str | Path = "foedera.html",
        *,
        around: str | None = None,
        hops: int | None = None,
        path: tuple[str, str] | None = None,
        attack: str | None = None,
        by: str | None = None,
        where: str | None = None,
        org: str | None = None,
        query: str | None = None,
        cypher: str | None = None,
        params: Mapping[str, object] | None = None,
        whatif: Names = None,
        join: Pairs = (),
        leave: Pairs = (),
        designate: Pairs = (),
        end: Names = None,
        suggested: bool = False,
        answer: Drawable | None = None,
        layout: Layout = "network",
        on: Day = None,
        datasets: Names = None,
        timeout: float | None = None,
        command: str = "",
        show: bool = False,
    ) -> Summary:
        """Draws one subject, or without one everything, as an interactive HTML file that needs no network.

        Args:
            around: draw what surrounds this party, `hops` steps away, 1 where it is left out.
            path: draw the chains between two parties.
            attack: draw who must act if this party is attacked; `by` whom and `where`, as `attack` takes them.
            org: draw an organization and its members.
            query: draw what a stored query with these `params` finds, or what its rows name.
            cypher: draw the nodes, relationships and paths that a statement with these `params` returns.
            whatif, join, leave, designate, end, suggested: draw what would be gained and lost, as `whatif` takes them.
            answer: draw this answer of `path`, `attack`, `whatif`, `query` or `cypher`.
            layout: how the nodes stand when the page opens, `network` or `map`; it has both.
            timeout: seconds after which the engine is told to stop a stored query or a statement.
            command: what the page says it was made by; this call, where it is left out.
            show: open the page in the browser too.

        Raises:
            BadInput: nothing holds on that day, there is no graph in the rows, several subjects are given, or the file
                cannot be written there.
            TimedOut: `timeout` was over.
            FoederaError: writing failed; nothing was replaced.
        """
        asked = _call(locals())
        from ..files import check
        from ..page import render
        from ..page.subject import Subject
        from ..queries.names import party

        place = Path(output)
        check(place)  # before the work, and again when it is done
        _is_html(place)
        supposed = any(each not in (None, (), []) for each in (whatif, join, leave, designate, end))
        _one(around, path, attack, org, query, cypher, answer, supposed or None)
        _belongs("--hops", hops, "--around", around)
        _belongs("--by", by, "--attack", attack)
        _belongs("--where", where, "--attack", attack)
        _belongs("--param", params or None, "--query or --cypher", query, cypher)
        _belongs("--timeout", timeout, "--query or --cypher", query, cypher)
        _belongs("--suggested", suggested or None, "--whatif", whatif)
        # while the engine starts and answers: what builds the page takes a fifth of a second to import
        Thread(target=import_module, args=("pyvis.network",), daemon=True).start()
        context = self._covered(on, datasets, "nothing to draw")

        def ids(*names: str) -> tuple[str, ...]:
            return tuple(party(self.store, name, context.as_of).id for name in names)

        subject = Subject() if answer is None else Subject.of(answer)
        if around is not None:
            subject = Subject("around", ids(around), 1 if hops is None else hops)
        elif path is not None:
            _are_two(path)
            subject = Subject("path", ids(*path))
        elif attack is not None and by is None and where is None:
            subject = Subject("attack", ids(attack))
        elif attack is not None:
            subject = Subject.of(self.attack(attack, by=by, where=where, on=on, datasets=datasets))
        elif org is not None:
            subject = Subject("org", ids(org))
        elif query is not None:
            subject = Subject.of(self._rows(query, params, on, datasets, timeout))
        elif cypher is not None:
            rows = self.cypher(cypher, params, timeout=timeout)
            subject = Subject.of(rows)
            context = self._context(on, self._spoken(rows) if datasets is None else datasets)
        elif supposed:
            subject = Subject.of(
                self.whatif(
                    *many(whatif),
                    join=join,
                    leave=leave,
                    designate=designate,
                    end=end,
                    suggested=suggested,
                    on=on,
                    datasets=datasets,
                )
            )
        drawn = render(self.store, context, subject, layout=layout, output=place, command=command or asked)
        if show:
            drawn.show()
        return drawn

    def _rows(
        self,
        query: str,
        params: Mapping[str, object] | None,
        on: Day,
        datasets: Names,
        timeout: float | None,
    ) -> Table:
        """What a stored query finds; the page has a day where the query has none."""
        from ..queries.catalogue import get

        dated = any(each.name == "on" for each in get(query).params)
        return self.query(query, params, on=on if dated else None, datasets=datasets, timeout=timeout)


def _call(given: dict[str, Any]) -> str:
    """The call itself, as somebody would type it again.

    >>> _call({"self": None, "around": "UKR", "hops": None, "join": (), "on": "2024-07-01"})
    "db.render(around='UKR', on='2024-07-01')"
    """
    left_out = {"self", "output", "command", "show"}
    usual = {"layout": "network"}
    told = {
        name: value if name != "answer" else getattr(value, "title", "") or type(value).__name__
        for name, value in given.items()
        if name not in left_out and value is not None and value not in (False, "", (), [], usual.get(name))
    }
    return f"db.render({', '.join(f'{name}={value!r}' for name, value in told.items())})"


def _is_html(output: Path) -> None:
    """Raises: BadInput: its name is that of a picture or a paper."""
    from ..files import told
    from ..graph.errors import BadInput

    if output.suffix.lower() in (".pdf", ".png", ".svg", ".jpg", ".jpeg"):
        raise BadInput(
            f"{told(output)}: a page is HTML; write {told(Path(output.with_suffix('.html').name))}, open it, and take PNG, SVG or Print"
            " (to paper or PDF) in its menu Save"
        )


def _are_two(path: object) -> None:
    """Raises: BadInput: a path does not have two ends."""
    from ..graph.errors import BadInput

    if not isinstance(path, (tuple, list)) or len(path) != 2:
        raise BadInput(f"path is {path!r}; expected two names, from whom and to whom")


def _one(*given: object) -> None:
    """Raises: BadInput: several of the subjects are given."""
    from ..graph.errors import BadInput

    if sum(each is not None for each in given) > 1:
        raise BadInput(
            "a page has one subject; expected one of --around, --path, --attack, --org, --query, --cypher and --whatif"
        )


def _belongs(option: str, given: object, to: str, *there: object) -> None:
    """Raises: BadInput: an option is given without what it belongs to."""
    from ..graph.errors import BadInput

    if given is not None and all(each is None for each in there):
        raise BadInput(f"{option} without {to}; expected both")
