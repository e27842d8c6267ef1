"""Opening the embedded database: where it may live, and what is said when it cannot be opened."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from foedera.graph import errors
from foedera.graph import store as stores
from foedera.graph.store import embedded, home

from .processes import environment


def test_a_new_folder_becomes_an_empty_database(home: Path) -> None:
    with stores.open(share=False) as store:
        assert store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]
        assert store.engine.home == home
    with stores.open(share=False) as store:
        assert store.read("MATCH (n) RETURN count(n) AS n").rows == [{"n": 0}]


def test_an_empty_folder_is_taken(home: Path) -> None:
    home.mkdir()
    (home / ".DS_Store").touch()
    stores.open(share=False).close()


def test_without_a_variable_it_is_where_the_system_keeps_data(monkeypatch: pytest.MonkeyPatch) -> None:
    import platformdirs

    monkeypatch.delenv("FOEDERA_HOME")
    assert home.folder() == Path(platformdirs.user_data_dir("foedera", appauthor=False))


def test_a_tilde_means_the_users_own_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDERA_HOME", "~/graph")
    assert home.folder() == Path.home() / "graph"


def test_a_file_is_refused(home: Path) -> None:
    home.write_text("mine", "utf-8")
    with pytest.raises(errors.BadInput) as told:
        stores.open()
    assert str(told.value) == (
        f"FOEDERA_HOME: {home} is a file; expected a folder, new, empty or made by foedera"
    )
    assert home.read_text("utf-8") == "mine"


def test_a_folder_with_other_things_is_refused_and_left_alone(home: Path) -> None:
    home.mkdir(mode=0o755)
    (home / "thesis.docx").touch()
    with pytest.raises(errors.BadInput) as told:
        stores.open()
    assert str(told.value) == (
        f"FOEDERA_HOME: {home} is not a Foedera database (it holds 'thesis.docx'); "
        "expected a folder, new, empty or made by foedera"
    )
    assert os.listdir(home) == ["thesis.docx"]
    assert home.stat().st_mode & 0o777 == 0o755


def test_a_mark_that_was_cut_short_is_made_anew(home: Path) -> None:
    home.mkdir()
    (home / "foedera.json").touch()
    stores.open(share=False).close()
    assert (home / "foedera.json").read_text("utf-8") == '{"format": 1}\n'


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (
            '{"format": 2}',
            "{home} has format 2, and this Foedera reads format 1 alone; use the Foedera that made it, or name another folder",
        ),
        (
            "[]",
            '{home}/foedera.json is damaged; expected {{"format": 1}}: restore the folder, or name another one',
        ),
    ],
)
def test_a_database_of_another_format_is_refused_and_left_alone(home: Path, mark: str, told: str) -> None:
    home.mkdir()
    (home / "foedera.json").write_text(mark, "utf-8")
    with pytest.raises(errors.BadInput) as error:
        stores.open(share=False)
    assert str(error.value) == f"FOEDERA_HOME: {told.format(home=home)}"
    assert os.listdir(home) == ["foedera.json"] and (home / "foedera.json").read_text("utf-8") == mark


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder that nobody may write")
def test_a_place_that_cannot_be_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDERA_HOME", "/proc/foedera")
    with pytest.raises(errors.BadInput) as told:
        stores.open()
    assert str(told.value) == (
        "FOEDERA_HOME: /proc/foedera cannot be written (No such file or directory); name a folder of your own"
    )


ATTEMPT = """
from foedera.graph import errors, store
try:
    store.open()
except errors.BadInput as told:
    print(told)
"""
BOUND_BY_PERMISSIONS = ("setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override")
"""The superuser may write everywhere; without that one capability it is bound like anybody."""


@pytest.mark.skipif(os.name != "posix", reason="needs permissions as POSIX has them")
def test_a_database_whose_folder_cannot_be_written_is_told(home: Path) -> None:
    stores.open().close()
    home.chmod(0o500)
    prefix = BOUND_BY_PERMISSIONS if os.geteuid() == 0 else ()
    attempt = subprocess.run(
        [*prefix, sys.executable, "-c", ATTEMPT], capture_output=True, text=True, check=True
    )
    home.chmod(0o700)
    assert attempt.stdout == (
        f"FOEDERA_HOME: {home} cannot be written (Permission denied); name a folder of your own\n"
    )


DAMAGE = {
    "schema.json": "schema.json is missing or damaged",
    "configuration.json": "Invalid JSON object format",
    "dictionary.0.65536.v1.dict": "Dictionary file not found in database directory",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_database_is_told_in_one_line(home: Path, name: str) -> None:
    with stores.open() as store:
        store.write_cypher("CREATE (:Country {id: 'USA'})")
    damaged = home / "databases/foedera" / name
    kept = damaged.read_bytes()
    if name.startswith("dictionary"):
        damaged.unlink()
    else:
        damaged.write_text("{ half of", "utf-8")
    with pytest.raises(errors.Unavailable) as told:
        stores.open()
    text = str(told.value)
    assert text.startswith(f"the database in {home} cannot be opened: ")
    assert DAMAGE[name] in text
    assert text.endswith("; put back a copy of the folder, or move it away and load again")
    assert "\n" not in text
    assert "com.arcadedb" not in text
    damaged.write_bytes(kept)
    with stores.open() as store:  # and it is free again
        assert store.read("MATCH (c:Country) RETURN c.id AS id").rows == [{"id": "USA"}]


def test_a_machine_without_an_engine_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(errors.Unavailable) as told:
        stores.open()
    assert str(told.value) == "no embedded engine for this machine; set NEO4J_URI"


def test_a_port_that_was_just_taken_is_replaced(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        free = embedded._free_port()
        ports = [other.getsockname()[1], free]
        monkeypatch.setattr(embedded, "_free_port", lambda: ports.pop(0))
        with stores.open() as store:
            assert store.engine.address == f"bolt://127.0.0.1:{free}"
            assert store.read("RETURN 1 AS one").rows == [{"one": 1}]


def test_where_no_port_is_free_one_line_says_so(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        monkeypatch.setattr(embedded, "_free_port", lambda: other.getsockname()[1])
        with pytest.raises(errors.Unavailable, match="Unable to listen") as told:
            stores.open()
    assert "\n" not in str(told.value)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_it_listens_on_this_machine_only(home: Path) -> None:
    listening = "0A"
    with stores.open():
        inodes = {
            os.readlink(link).removeprefix("socket:[").removesuffix("]")
            for link in Path("/proc/self/fd").iterdir()
            if os.path.islink(link) and os.readlink(link).startswith("socket:")
        }
        rows = [
            line.split()
            for file in ("tcp", "tcp6")
            for line in Path("/proc/self/net", file).read_text().splitlines()[1:]
        ]
    ours = {row[1].rpartition(":")[0] for row in rows if row[3] == listening and row[9] in inodes}
    assert ours <= {"0100007F", "0000000000000000FFFF00000100007F"}
    assert ours


def test_nothing_is_said_and_nothing_is_left_where_the_user_stands(home: Path, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    script = (
        "from foedera.graph import store\n"
        "with store.open(share=False) as s:\n"
        "    s.write_cypher('CREATE (:Country {id: 1})')\n"
        "    s.read('MATCH (c:Country) RETURN c.id AS id, c.no_such_property AS x')\n"
        "    try: s.read('MATCH (n')\n"
        "    except Exception: pass\n"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        check=False,
        cwd=here,
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert list(here.iterdir()) == []


def test_the_driver_is_imported_when_it_is_needed() -> None:
    script = "import sys, foedera.graph.store; print('neo4j' in sys.modules, 'arcadedb' in sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True
    )
    assert ran.stdout == "False False\n"
