"""What leaves as a file, and the whole graph in networkx."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .opened import Day, Names, Opened, day_text

if TYPE_CHECKING:
    import networkx

    from ..export import Exported
    from ..export.panel import Panel
    from ..queries.context import Context


class Files(Opened):
    """Pages and exports are written whole or not at all."""

    def export(
        self,
        output: str | Path | None = None,
        format: str | None = None,
        *,
        on: Day = None,
        datasets: Names = None,
    ) -> Exported:
        """Writes the graph in a format of other programs, or its sources as a bibliography.

        Args:
            output: the file; for `csv` a folder.
            format: `graphml`, `gexf`, `csv`, `json`, `cypher`, `bibtex` or `csl`; by the output's ending where left out.
            on: only what possibly held on that day; all of the history where left out.

        Raises:
            BadInput: there is no such format, or the output cannot be written there.
            FoederaError: writing failed; nothing was replaced.
        """
        from ..export import export, plan

        chosen, place = plan(format, Path(output) if output is not None else None)
        day_text(on)
        context = self._exported(on, datasets)
        return export(self.store, context, chosen, place, dated=on is not None)

    def panel(
        self,
        output: str | Path = "panel.csv",
        unit: str = "directed-dyad-year",
        *,
        first: int | None = None,
        last: int | None = None,
        rule: str | None = None,
        codes: str = "cow",
        datasets: Names = None,
    ) -> Panel:
        """Writes who has promised what to whom, a row a year, and what to cite beside it (docs/panels.md).

        Args:
            output: the file, CSV or Parquet by its ending.
            unit: `directed-dyad-year`, `dyad-year` or `state-year`.
            first, last: years; as far as the datasets reach where left out.
            rule: when a year counts: `atop`, `any`, `start` or `end`; ATOP's own for ATOP, else `any`, where left out.
            codes: of states: `cow`, `gw` or `iso`.

        Raises:
            BadInput: an option is none, no year is covered, or the output cannot be written there.
            FoederaError: writing failed; nothing was replaced.
        """
        from ..export.panel import asked, panel

        wanted = asked(unit, first, last, rule, codes)
        return panel(self.store, self._exported(None, datasets), wanted, Path(output))

    def to_networkx(self, *, on: Day = None, datasets: Names = None) -> networkx.MultiDiGraph[str]:
        """The whole graph, as of a day or with all of the history.

        Nodes are keyed by their ids, with `label`, `name` and all properties; edges by theirs, with `type`.
        Dates are ISO text. Sources, datasets and scopes, which nothing joins, are left out.

        >>> graph = db.to_networkx(on="2024-07-01")
        >>> graph.nodes["NATO"]["label"], graph.has_edge("EST", "NATO", key="core:MEMBER_OF:EST:NATO")
        ('Organization', True)
        """
        from ..export.facts import Facts
        from ..export.network import graph

        return graph(Facts(self.store, self._exported(on, datasets), dated=on is not None))

    def _exported(self, on: Day, datasets: Names) -> Context:
        """The datasets that speak of the day; without one all that were asked, with all of their history."""
        if on is None:
            return self._context(None, datasets, dated=False)
        return self._covered(on, datasets, "nothing to export")
