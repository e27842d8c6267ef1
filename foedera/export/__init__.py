"""The graph in the formats of other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..graph.errors import BadInput
from ..graph.records import nearest

if TYPE_CHECKING:
    from ..graph.store import Store
    from ..queries.context import Context


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that writes it, the endings by which it is known, and the output's usual name."""

    module: str
    endings: tuple[str, ...]
    output: str


FORMATS: Final[Mapping[str, Format]] = {
    "graphml": Format("graphml", (".graphml",), "foedera.graphml"),
    "gexf": Format("gexf", (".gexf",), "foedera.gexf"),
    "csv": Format("csv_folder", (), "foedera-csv"),
    "json": Format("network", (".json",), "foedera.json"),
    "cypher": Format("cypher", (".cypher", ".cql"), "foedera.cypher"),
    "bibtex": Format("bibtex", (".bib",), "foedera.bib"),
    "csl": Format("csl", (".csl.json",), "foedera.csl.json"),
}


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: facts of the graph, or for a bibliography sources alone, which are nodes."""

    path: Path
    format: str
    nodes: int
    relationships: int
    context: Context
    dated: bool

    @property
    def counted(self) -> str:
        """How much was written, in words."""
        if self.format in ("bibtex", "csl"):
            return f"{self.nodes:,} sources"
        return f"{self.nodes:,} nodes, {self.relationships:,} relationships"


def plan(format: str | None, output: Path | None) -> tuple[str, Path]:
    """The format and the output that are meant; checked before the work.

    Raises:
        BadInput: there is no such format, none is told by the output's ending, or it cannot be written there.
    """
    if format is None:
        format = _told_by(output)
    elif format not in FORMATS:
        raise BadInput(
            f"unknown format {format!r}; expected one of {', '.join(FORMATS)}.{nearest(format, FORMATS)}"
        )
    elif output is not None:
        _fits(format, output)
    place = output if output is not None else Path(FORMATS[format].output)
    _check(format, place)
    return format, place


def _told_by(output: Path | None) -> str:
    if output is None:
        raise BadInput(f"name a format, {', '.join(FORMATS)}, or an output such as foedera.graphml")
    name = output.name.lower()
    found = [
        (len(end), known) for known, each in FORMATS.items() for end in each.endings if name.endswith(end)
    ]
    if not found:
        raise BadInput(f"no format is known by the ending of {output}; name one of {', '.join(FORMATS)}")
    return max(found)[1]


def _fits(format: str, output: Path) -> None:
    """The ending must not be that of another format; of CSL it may be .json alone."""
    last = output.suffix.lower()
    others = [known for known, each in FORMATS.items() if any(end.endswith(last) for end in each.endings)]
    if last and others and format not in others:
        raise BadInput(
            f"{output} ends as {others[0]} does, and the format is {format}; name an output such as"
            f" {FORMATS[format].output}, or the format {others[0]}"
        )


def _check(format: str, output: Path) -> None:
    from .. import files
    from .csv_folder import MARK

    if format == "csv":
        files.check_folder(output, MARK)
    else:
        files.check(output, FORMATS[format].output)


def export(store: Store, context: Context, format: str, output: Path, *, dated: bool) -> Exported:
    """Writes the facts of the context's datasets, whole or not at all, in an order that never changes.

    Args:
        format: a key of `FORMATS`.
        output: the file, or for CSV the folder; an earlier export there is replaced.
        dated: only what possibly held on the context's day, instead of all of the history.

    Raises:
        BadInput: the output cannot be written there.
        FoederaError: writing failed.
    """
    from .. import files
    from .csv_folder import MARK
    from .facts import Facts

    facts = Facts(store, context, dated=dated)
    module: Any = import_module(f".{FORMATS[format].module}", __name__)
    if format == "csv":
        with files.filling(output, MARK) as folder:
            module.write(facts, folder)
    else:
        with files.writing(output, FORMATS[format].output) as file:
            module.write(facts, file)
    return Exported(output, format, facts.node_count, facts.edge_count, context, dated)
