"""Where a dataset's file is, when its user names the file or the folder that it is in."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from ..graph.errors import BadInput
from ..graph.records import enumerated
from .manifest import Manifest


def find(path: Path | None, names: Sequence[str], manifest: Manifest) -> Path:
    """The file itself; in a folder the first that is called as one of `names`, be it packed with gzip.

    Underscores are no matter: publishers put them in and leave them out.

    Raises:
        BadInput: there is none, with what is there instead, where the dataset is published, its terms and how to cite it.
    """
    wanted = " or ".join(names)
    if path is None:
        raise BadInput(manifest.missing(wanted))
    if not path.is_dir():
        if not path.exists():
            raise BadInput(manifest.missing(repr(str(path))))
        return path
    held = sorted(each for each in path.iterdir() if each.is_file())
    for name in names:
        for each in held:
            if _plain(each.name) == _plain(name):
                return each
    raise BadInput(manifest.missing(f"{wanted} in {str(path)!r}{instead(held)}"))


def instead(held: Iterable[Path]) -> str:
    """What a folder holds that may be the file that is not there: packed, or under another name."""
    for endings, advice in _INSTEAD.items():
        names = [each.name for each in held if each.suffix.casefold() in endings]
        if names:
            more = [f"{len(names) - _NAMED} more"] if len(names) > _NAMED else []
            return f" (it holds {enumerated([*names[:_NAMED], *more])}: {advice})"
    return ""


_INSTEAD: Final = {
    (".zip", ".7z", ".rar", ".tar", ".tgz"): "unpack it first",
    (".csv", ".txt", ".tsv", ".gz"): "where it is under another name, give the path of the file",
    (".xlsx", ".xls", ".ods", ".dta", ".sav", ".rds", ".rda"): "expected CSV",
}
_NAMED: Final = 3


def _plain(name: str) -> str:
    return name.casefold().removesuffix(".gz").replace("_", "")
