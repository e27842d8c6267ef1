"""Opening: which database, two at once, threads, after closing."""

import datetime
import gc
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import foedera
from foedera.database import Database

NODE = "MERGE (c:Country {id: $id}) RETURN c.id AS id"


@pytest.fixture
def small(home: Path) -> Path:
    """A folder with one country and nothing else."""
    with foedera.open(home=home) as db:
        db.cypher(NODE, {"id": "AAA"}, write=True)
    return home


def ids(db: Database) -> list[str]:
    return [row["id"] for row in db.cypher("MATCH (c:Country) RETURN c.id AS id ORDER BY id")]


def test_the_folder_may_be_named(small: Path, tmp_path: Path) -> None:
    """Whatever the variable says."""
    with foedera.open(home=str(tmp_path / "other")) as other, foedera.open() as own:
        assert (ids(other), ids(own)) == ([], ["AAA"])
        assert repr(own) == f"<foedera database, ArcadeDB {own.engine.version} at {small}>"


def test_two_may_be_open_at_once_and_the_second_goes_on_alone(small: Path) -> None:
    """What one writes the other reads; when the first closes, the second takes the database over."""
    first, second = foedera.open(), foedera.open()
    first.cypher(NODE, {"id": "BBB"}, write=True)
    assert ids(second) == ["AAA", "BBB"]
    first.close()
    assert ids(second) == ["AAA", "BBB"]
    second.close()


def test_another_process_reads_beside_it(small: Path) -> None:
    with foedera.open():
        code = (
            "import foedera\nwith foedera.open() as db: print(len(db.cypher('MATCH (c:Country) RETURN c')))"
        )
        done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=False)
        assert (done.stdout, done.stderr) == ("1\n", "")


def test_after_closing_it_says_so(small: Path) -> None:
    """And closing again does nothing."""
    db = foedera.open()
    db.close()
    db.close()
    with pytest.raises(foedera.FoederaError, match=r"this database was closed; open it again with foedera"):
        db.cypher("RETURN 1")
    assert repr(db) == "<foedera database, closed>"


def test_what_is_forgotten_is_closed(small: Path) -> None:
    """With the last reference, and at the end of the program, without a word."""
    db = foedera.open(share=False)
    del db
    gc.collect()
    with foedera.open(share=False) as again:
        assert ids(again) == ["AAA"]
    code = "import foedera; db = foedera.open(); print(len(db.cypher('RETURN 1')))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")


def test_several_threads_may_ask_and_write_at_once(small: Path) -> None:
    """Every call is a transaction of its own, and no write is lost."""
    with foedera.open() as db, ThreadPoolExecutor(8) as pool:
        wanted = [f"C{n:02}" for n in range(24)]
        written = pool.map(lambda id: db.cypher(NODE, {"id": id}, write=True)[0]["id"], wanted)
        read = pool.map(lambda id: db.cypher("RETURN $id AS id", {"id": id})[0]["id"], wanted)
        assert list(written) == list(read) == wanted
        assert ids(db) == ["AAA", *wanted]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"home": "x", "uri": "bolt://localhost"}, "home and uri are two databases; expected one of them"),
        ({"password": "x"}, "password without uri; expected the address of the server too"),
        ({"uri": "http://localhost"}, "NEO4J_URI: 'http://localhost' is no address of a server"),
    ],
)
def test_what_cannot_be_opened_is_told(given: dict[str, str], told: str) -> None:
    with pytest.raises(foedera.BadInput) as raised:
        foedera.open(**given)  # type: ignore[arg-type]
    assert str(raised.value).startswith(told)


def test_a_server_that_is_not_there_is_told() -> None:
    """It is the one that was named, whatever the variables say."""
    with pytest.raises(foedera.FoederaError, match=r"no Neo4j server answers at bolt://127\.0\.0\.1:1;"):
        foedera.open(uri="bolt://127.0.0.1:1", username="a", password="b")


def test_a_server_may_be_named(neo4j_env: dict[str, str]) -> None:
    server = {"uri": neo4j_env["NEO4J_URI"], "password": neo4j_env["NEO4J_PASSWORD"]}
    with foedera.open(**server) as db:  # type: ignore[arg-type]
        assert db.engine.name == "Neo4j" and db.cypher("RETURN 1 AS n")[0] == {"n": 1}


def test_nothing_loaded_is_told(small: Path) -> None:
    with foedera.open() as db, pytest.raises(foedera.BadInput, match="run `foedera load core`"):
        db.attack("AAA", on=datetime.date(2024, 1, 1))


def test_importing_is_cheap() -> None:
    """Nothing but the errors is imported until a database is opened."""
    code = "import sys, foedera; foedera.open; print(*(m for m in sys.modules if m.startswith('foedera')))"
    told = subprocess.run(
        [sys.executable, "-c", code], text=True, capture_output=True, check=True, env=os.environ
    )
    assert set(told.stdout.split()) == {"foedera", "foedera.graph", "foedera.graph.errors"}
