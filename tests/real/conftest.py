"""Tests with the field's real files, which are not ours to ship: run wherever `../shared/data` lies beside the project."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from foedera.database import Database
from foedera.graph import store as stores
from foedera.graph.records import Record
from foedera.loaders import atop

DATA = Path(__file__).parents[3] / "shared" / "data"

collect_ignore_glob = [] if DATA.is_dir() else ["test_*.py"]


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the real files, one folder a dataset."""
    return DATA


@pytest.fixture(scope="session")
def everything(_own_home: None, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Core, ATOP, COW and DCAD in one embedded database, loaded once; not to be written to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDERA_HOME", str(tmp_path_factory.mktemp("everything") / "home"))
        store = stores.open(command="the tests")
    with store:
        db = Database(lambda: store, closing=False)
        for name, folder in (("core", None), ("atop", "atop"), ("cow", "cow_alliances"), ("dcad", "dcad")):
            db.load(name, folder and data / folder)
        yield db


@pytest.fixture(scope="session")
def atop_newest(data: Path) -> Sequence[Record]:
    """What ATOP 5.1 says, with the files that lie beside the member level file."""
    found = list(atop.records(data / "atop"))
    facts = [each for each in found if isinstance(each, Record)]
    assert len(facts) == len(found)
    return facts
