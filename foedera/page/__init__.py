"""The interactive page: one file that opens from disk and asks the network for nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..queries.context import Context
    from .answers import Drawable
    from .data import Layout, PageData
    from .drawing import Drawing
    from .shown import Shown
    from .subject import Subject

__all__ = ["Summary", "framed", "render"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What was drawn, on the day on which the page opens.

    `left_out` counts the obligations of the datasets that are not: of another subject, or of another time.
    """

    path: Path
    nodes: int
    edges: int
    left_out: int
    context: Context

    def _repr_html_(self) -> str:
        """The page itself, in a notebook."""
        from html import escape

        from ..files import told
        from .frame import frame

        try:
            return frame(self.path.read_text(encoding="utf-8"), self.path.name)
        except OSError as error:
            return f"<p>{escape(f'{told(self.path)}: {error.strerror}')}</p>"

    def show(self) -> None:
        """Opens the page in the browser.

        Raises:
            FoederaError: there is none.
        """
        import webbrowser

        from ..graph.errors import FoederaError

        address = self.path.resolve().as_uri()
        if not webbrowser.open(address):
            raise FoederaError(f"no browser was found; open {address} in one")


def render(
    store: Store,
    ctx: Context,
    subject: Subject,
    *,
    layout: Layout = "network",
    output: Path,
    command: str = "",
) -> Summary:
    """Writes the page of a subject.

    Args:
        layout: how the nodes stand when the page opens; it has both.
        output: the file; it replaces one that is there only when it is complete.
        command: the command that the page says it was made by.

    Raises:
        BadInput: nothing holds on that day, it is too large to draw, or there is no such folder.
        FoederaError: the file cannot be written.
    """
    from ..files import write
    from .network import page

    data, drawn, found = _drawn(store, ctx, subject, layout, command)
    write(page(data, drawn), output)
    lines = sum(found.draws(line) for line in drawn.lines)
    return Summary(output, len(found.nodes(drawn)), lines, data.total - len(found.obligations), ctx)


def framed(store: Store, ctx: Context, answer: Drawable) -> str:
    """The page of an answer, as HTML for a notebook.

    Raises:
        BadInput: there is nothing to draw, or it is too large.
    """
    from .frame import frame
    from .network import page
    from .packed import cut
    from .subject import Subject

    data, drawn, _ = _drawn(store, ctx, Subject.of(answer))
    return frame(page(data, drawn), cut(data.title))


def _drawn(
    store: Store, ctx: Context, subject: Subject, layout: Layout = "network", command: str = ""
) -> tuple[PageData, Drawing, Shown]:
    """All of the page, what is drawn for it, and what of that shows on the day.

    Raises:
        BadInput: nothing holds on the day.
    """
    from .. import __version__
    from .drawing import drawing
    from .shown import shown
    from .subject import collect

    data = replace(collect(store, ctx, subject), version=__version__, command=command, layout=layout)
    drawn, found = drawing(data), shown(data, ctx.as_of)
    empty = not found.arrows and not found.ties
    alone = subject.kind in ("around", "org") and not drawn.lines
    if empty and (alone or data.arrows or data.ties or not found.nodes(drawn)):
        from ..graph.errors import BadInput
        from ..queries.ended import ended

        one = subject.parties[0] if subject.parties else None
        verdict, reason = ctx.nothing_found(one, None, ())
        reason += ended(store, ctx, subject.parties)
        raise BadInput(
            f'nothing to draw: nothing in "{data.title}" is in force on {ctx.as_of.isoformat()} ({verdict}: {reason});'
            f" name another {'party, or other --datasets' if alone else 'day'}"
        )
    return data, drawn, found
