"""Which of ATOP's files lie where a user points: told by their columns, where these are damaged by their names."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from ...graph.errors import BadInput
from .. import tabular
from ..files import instead
from .manifest import missing

_MARKS: Final[Mapping[str, frozenset[str]]] = {
    "member": frozenset({"atopid", "member", "yrent"}),
    "institutions": frozenset({"atopidphase", "milinst"}),
    "phase": frozenset({"atopidphase", "begyr"}),
    "alliance": frozenset({"atopid", "begyr"}),
}
"""What tells each file, the first that fits."""

_NAMED: Final[Mapping[str, re.Pattern[str]]] = {
    "member": re.compile(r"atop\d_\d+m(_nna)?"),
    "institutions": re.compile(r"atopinst\d.*"),
    "phase": re.compile(r"atop\d_\d+aph(_nna)?"),
    "alliance": re.compile(r"atop\d_\d+a(_nna)?"),
}
"""As the project calls them: what is called so and cannot be read is told, not passed over for another."""

_ENOUGH: Final = 2


class Files(NamedTuple):
    """The member level file, and those that lie beside it, by what they hold."""

    members: Path
    beside: Mapping[str, Sequence[Path]]


def find(path: Path) -> Files:
    """The files under a folder, or beside a file.

    Raises:
        BadInput: there is no member level file, or more than one.
    """
    if not path.is_dir():
        if not path.exists():
            raise BadInput(missing(str(path)))
        _refuse_another(path)
        return Files(path, _beside(path))
    tables, unread = _tables(path)
    found = tables.get("member", [])
    chosen = found if len(found) == 1 else [each for each in found if not _without_pacts(each)]
    if len(chosen) == 1:
        return Files(chosen[0], _beside(chosen[0]))
    if found:
        names = ", ".join(each.name for each in found)
        raise BadInput(f"{path}: several member level files ({names}); expected one: give its path")
    wanted = f"member level file (atop5_1m.csv) in {str(path)!r}{instead(sorted(path.iterdir()))}"
    raise unread or BadInput(missing(wanted))


def _refuse_another(path: Path) -> None:
    """Say in one line what a file is that is none by member, where it is far from one."""
    header = tabular.header(path)
    if (level := _level(header)) not in ("member", None):
        raise BadInput(f"{path.name}:1: ATOP's {level} file; expected the member level file (atop5_1m.csv)")
    if len(header) > 1 and len(_MARKS["member"] - set(header)) >= _ENOUGH:
        lacking = " and ".join(repr(each) for each in sorted(_MARKS["member"] - set(header)))
        raise BadInput(
            f"{path.name}:1: no column {lacking}; expected ATOP's member level file (atop5_1m.csv)"
        )


def _beside(members: Path) -> Mapping[str, Sequence[Path]]:
    """The other files of the folder that have pure nonaggression pacts where this one has, or not."""
    alike = _without_pacts(members)
    tables, _ = _tables(members.parent)
    return {
        level: [each for each in paths if level == "institutions" or _without_pacts(each) == alike]
        for level, paths in tables.items()
        if level != "member"
    }


def _without_pacts(path: Path) -> bool:
    return "nna" in path.stem.lower()


def _tables(folder: Path) -> tuple[dict[str, list[Path]], BadInput | None]:
    """The files of a folder by what they hold, and what is wrong with the first that might be by member."""
    tables: dict[str, list[Path]] = {}
    unread = None
    for path in sorted(each for each in folder.iterdir() if each.suffix.lower() == ".csv"):
        named = _called(path)
        try:
            level = _level(tabular.header(path)) or named
        except BadInput as error:
            if named:
                raise
            unread = unread or error
        else:
            if level:
                tables.setdefault(level, []).append(path)
    return tables, unread


def _called(path: Path) -> str | None:
    stem = path.stem.lower()
    return next((level for level, pattern in _NAMED.items() if pattern.fullmatch(stem)), None)


def _level(header: Collection[str]) -> str | None:
    return next((level for level, marks in _MARKS.items() if marks <= set(header)), None)
