"""Where a dataset's file is, when its user names the file or the folder that it is in."""

from collections.abc import Sequence
from pathlib import Path

from ..graph.errors import BadInput
from .manifest import Manifest


def find(path: Path | None, names: Sequence[str], manifest: Manifest) -> Path:
    """The file itself; in a folder the first that is called as one of `names`, be it packed with gzip.

    Underscores are no matter: publishers put them in and leave them out.

    Raises:
        BadInput: there is none, with where the dataset is published, its terms and how to cite it.
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
    raise BadInput(manifest.missing(f"{wanted} in {str(path)!r}"))


def _plain(name: str) -> str:
    return name.casefold().removesuffix(".gz").replace("_", "")
