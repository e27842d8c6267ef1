"""Files in COW's format: a few alliances with every quirk, hand-made, and plain ones for all other numbers."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from foedera.loaders.cow import directed, members
from foedera.loaders.cow.manifest import ALLIANCES

HERE = Path(__file__).parent
_PLAIN = '{id},2,"United States of America",{all}"Type I: Defense Pact",{own}0,0,0,0,0,0,4.1\n{id},20,"Canada",{all}"Type I: Defense Pact",{own}0,0,0,0,0,0,4.1\n'
_PLAIN_PAIR = '{id},2,"United States of America",20,"Canada",{own}0,0,0,0,0,0,4.1\n{id},20,"Canada",2,"United States of America",{own}0,0,0,0,0,0,4.1\n'
_DAYS = "1,1,1900,31,12,1900,"

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of both files, whole: 414 alliances, those not hand-made of two members in 1900 who owe nothing."""
    place = tmp_path / "cow"
    place.mkdir()
    write(place)
    return place


def write(place: Path) -> None:
    """Both files, into a folder."""
    for name, plain in ((members.NAME, _PLAIN), (directed.NAME, _PLAIN_PAIR)):
        shutil.copy(HERE / name, place / name)
        text = (place / name).read_text(encoding="utf-8")
        made = {int(line.split(",")[0]) for line in text.splitlines()[1:]}
        rest = (id for id in range(1, ALLIANCES + 1) if id not in made)
        more = (plain.format(id=id, all=_DAYS, own=_DAYS) for id in rest)
        (place / name).write_text(text + "".join(more), encoding="utf-8")


@pytest.fixture
def edit(folder: Path) -> Edit:
    """Replaces what stands once in a file; the folder is returned."""

    def replace(name: str, old: str, new: str) -> Path:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, (text.count(old), old)
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")
        return folder

    return replace
