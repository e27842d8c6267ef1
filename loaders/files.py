"""Where a dataset's file is, when its user names the file or the folder that it is in."""

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from ..graph.errors import BadInput
from .manifest import Manifest


def find(path: Path | None, names: Sequence[str], manifest: Manifest) -> Path:
    """The file itself; in a folder the first that is called like one of `names`, which may hold `*`.

    Raises:
        BadInput: there is none, with where the dataset is published, its terms and how to cite it.
    """
    wanted = " or ".join(names)
    if path is None:
        raise BadInput(manifest.missing(f"{manifest.name} without its file: give the path of {wanted}"))
    if not path.is_dir():
        if not path.exists():
            raise BadInput(manifest.missing(repr(str(path))))
        return path
    held = sorted(each for each in path.iterdir() if each.is_file())
    for name in names:
        for each in held:
            if fnmatch(each.name.casefold(), name):
                return each
    raise BadInput(manifest.missing(f"{wanted} in {str(path)!r}"))
