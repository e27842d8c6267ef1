"""A user's own agreements, from one file of separated values (docs/datasets/csv.md)."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from ...graph.dates import Date, Span
from ...graph.errors import BadInput
from ...graph.records import Node, Provenance, Record
from ..core.checks import check
from ..mistakes import Mistakes
from .facts import Owner, facts
from .held import check_parties
from .lines import Line, read, slug
from .parties import Parties, known

__all__ = ["check_parties", "name", "records"]

_HOW: Final = "foedera load csv my-pacts.csv, with the columns that docs/datasets/csv.md lists"


def name(path: Path | None, called: str | None, taken: Collection[str] = ()) -> str:
    """What the dataset is called: that, or as the file.

    Raises:
        BadInput: it has no name of its own.
    """
    given = called if called is not None or path is None else path.stem
    if given is None:
        raise BadInput(f"csv needs a file; expected {_HOW}")
    found = slug(given)
    if not found or found in {*taken, "all"}:
        text = f"a dataset of your own cannot be called {found or given!r}"
        raise BadInput(f"{text}; expected another name, by --as NAME")
    return found


def records(
    path: Path | None = None, *, today: Date | None = None, dataset: str | None = None
) -> Iterator[Record]:
    """The agreements of a file, all of them checked as core's are before the first is given out.

    They belong to `dataset`, the name of the file where it is left out; `today` is no matter here.

    Raises:
        BadInput: with a line for each mistake.
    """
    if path is None:
        raise BadInput(f"csv needs a file; expected {_HOW}")
    mistakes = Mistakes()
    lines = read(path, Parties(known()), mistakes)
    mistakes.raise_any()
    owner = Owner(dataset or name(path, None))
    agreements: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        agreements[line.agreement].append(line)
    found = list(chain.from_iterable(facts(each, owner, mistakes) for each in agreements.values()))
    sources = list(_sources(path, owner, lines, mistakes))
    if not mistakes.found:
        parties = [each for each in known() if isinstance(each, Node)]
        check([*parties, *sources, *found], mistakes)
    mistakes.raise_any()
    return chain(sources, found)


def _sources(path: Path, owner: Owner, lines: Sequence[Line], mistakes: Mistakes) -> Iterator[Record]:
    """The dataset, which claims to be complete nowhere; the file, and the documents that its rows name."""
    dataset = owner.dataset
    whole = Provenance(dataset, (dataset,))
    place = f"{path.name}:1"
    version = hashlib.blake2b(path.read_bytes(), digest_size=4).hexdigest()
    reach = {"title": f"agreements of {path.name}", "version": version}
    yield Node("Dataset", dataset, reach, whole, place)
    scope = {"title": f"what {path.name} lists", "complete": False, **Span().properties()}
    yield Node("Scope", f"{dataset}/all", scope, whole, place)
    file = {"title": path.name, "publisher": "its user", "kind": "data file"}
    yield Node("Source", dataset, file, Provenance(dataset), place)
    named: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        if line.said("source"):
            named[slug(line.said("source"))].append(line)
        elif line.said("source_url"):
            line.row.wrong("source_url", "it only where column source says what is there")
    for id, citing in named.items():
        urls = {line.said("source_url"): line for line in reversed(citing) if line.said("source_url")}
        if len(urls) > 1:
            line = max(urls.values(), key=lambda each: each.place)
            line.row.wrong("source_url", f"one address for {line.said('source')!r}")
        about = {"title": citing[0].said("source"), "publisher": "not given", "url": next(iter(urls), None)}
        yield Node("Source", f"{dataset}/{id}", about, Provenance(dataset), str(citing[0].place))
