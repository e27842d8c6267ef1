"""`foedera serve`: the embedded database for other programs that speak Bolt."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from foedera.graph import store as stores
from foedera.graph.store import holder

from ..store.processes import Process, environment
from .conftest import Foedera

DRIVER = "neo4j-driver@6.3.0"
# reads as who it is told to be, tries to write, and prints what came of it
SCRIPT = """
const neo4j = require("neo4j-driver");
const [address, database, user, password] = process.argv.slice(1);
(async () => {
  const driver = neo4j.driver(address, neo4j.auth.basic(user, password));
  const told = {};
  const attempt = async (name, work) => {
    const session = driver.session({ database });
    try { told[name] = await work(session); }
    catch (error) { told[name] = error.code; }
    finally { await session.close(); }
  };
  await attempt("read", (session) => session.executeRead(async (tx) =>
    (await tx.run("MATCH (c:Country {id: $id}) RETURN c.name AS name, c.since AS since, c", { id: "FIN" }))
      .records.map((row) => [row.get("name"), String(row.get("since")), row.get("c").labels])));
  await attempt("write", (session) => session.executeWrite(async (tx) =>
    (await tx.run("CREATE (c:Country {id: 'NEW'}) RETURN c.id AS id")).records.map((row) => row.get("id"))));
  await driver.close();
  console.log(JSON.stringify(told));
})();
"""


class Serving:
    """A `foedera serve` of its own, and what it said of itself."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "foedera", "serve", "--port", "0", "--format", "json"],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        assert self._process.stdout
        lines = []
        for line in self._process.stdout:
            lines.append(line)
            if line == "}\n":
                break
        self.told: dict[str, Any] = json.loads("".join(lines))

    @property
    def pid(self) -> int:
        return self._process.pid

    def login(self, place: int) -> tuple[str, str]:
        user = self.told["users"][place]
        return user["user"], user["password"]

    def end(self, by: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
        self._process.send_signal(by)
        _, said = self._process.communicate(timeout=20)
        return self._process.returncode, said

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.returncode is None:
            self._process.kill()
            self._process.communicate()


@pytest.fixture
def finland(home: Path) -> Path:
    """A database with one country."""
    with stores.open() as store:
        store.write_cypher("CREATE (:Country {id: 'FIN', name: 'Finland', since: date('1917-12-06')})")
    return home


@pytest.fixture
def serving(finland: Path) -> Iterator[Serving]:
    with Serving() as made:
        yield made


@pytest.fixture(scope="session")
def javascript_driver(request: pytest.FixtureRequest) -> Path:
    """The folder in which node finds the official driver; npm fetches it once."""
    if not (node := shutil.which("node")) or not shutil.which("npm"):
        _without("no node and npm: install them to test with the official JavaScript driver")
    assert node
    folder = Path(request.config.cache.mkdir(DRIVER.replace("@", "-")))
    if not (folder / "node_modules" / "neo4j-driver" / "package.json").exists():
        quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--prefix", str(folder)]
        done = subprocess.run(["npm", "install", *quiet, DRIVER], capture_output=True, text=True, check=False)
        if done.returncode:
            _without(f"npm cannot fetch {DRIVER}: {done.stderr.strip().splitlines()[-1:]}")
    return folder


def _without(reason: str) -> None:
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.mark.parametrize(
    ("user", "written"), [(0, "Neo.ClientError.Security.Forbidden"), (1, ["NEW"])], ids=["reader", "writer"]
)
def test_the_official_javascript_driver_reads_and_only_the_writer_writes(
    serving: Serving, javascript_driver: Path, user: int, written: object
) -> None:
    """Neo4j's own driver, by the address and the passwords that are printed."""
    name, password = serving.login(user)
    done = subprocess.run(
        ["node", "-e", SCRIPT, "--", serving.told["address"], serving.told["database"], name, password],
        cwd=javascript_driver,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout) == {"read": [["Finland", "1917-12-06", ["Country"]]], "write": written}
    with stores.open() as store:
        found = store.read("MATCH (c:Country) RETURN c.id AS id ORDER BY id")
        assert [row["id"] for row in found] == (["FIN"] if user == 0 else ["FIN", "NEW"])


def test_others_get_in_with_a_password_alone(serving: Serving) -> None:
    """On this machine alone, and not with another password."""
    import neo4j

    address = serving.told["address"]
    assert address.startswith("bolt://127.0.0.1:")
    for login in (("reader", "guessed"), ("root", ""), ("neo4j", "neo4j")):
        with (
            neo4j.GraphDatabase.driver(address, auth=login) as driver,
            pytest.raises(neo4j.exceptions.AuthError),
        ):
            driver.execute_query("RETURN 1", database_="foedera")
    assert [user["may"] for user in serving.told["users"]] == ["read", "read and write"]


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_in_order_when_it_is_asked_to(serving: Serving, by: signal.Signals) -> None:
    """Also while a program is connected; what was written is there, and nobody holds the database any more."""
    import neo4j

    with neo4j.GraphDatabase.driver(serving.told["address"], auth=serving.login(1)) as driver:
        driver.execute_query("CREATE (:Country {id: 'NEW'})", database_="foedera")
        assert serving.end(by) == (0, "foedera: closed\n")
    with stores.open(share=False) as store:
        assert len(store.read("MATCH (c:Country) RETURN c.id")) == 2


def test_other_commands_go_on_meanwhile(serving: Serving, foedera: Foedera) -> None:
    """They use the database that is served."""
    assert foedera("cypher", "CREATE (:Country {id: 'NEW'})", "--write").code == 0
    ran = foedera("cypher", "MATCH (c:Country) RETURN c.id AS id ORDER BY id", "--format", "csv")
    assert (ran.code, ran.out) == (0, "id\nFIN\nNEW\n")


def test_a_second_one_says_who_serves_and_where(serving: Serving, foedera: Foedera) -> None:
    """One line, and nothing changes."""
    ran = foedera("serve")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        f"foedera: the database is open already: foedera serve (pid {serving.pid}) shares it at "
        f"{serving.told['address']}; end that first\n"
    )


def test_who_has_the_database_to_himself_is_named(
    finland: Path, foedera: Foedera, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After waiting for a while."""
    monkeypatch.setattr(holder, "PATIENCE", 0.3)
    with Process(share=False, command="foedera path").ready() as holding:
        ran = foedera("serve", "--port", "0")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        f"foedera: waiting for foedera path (pid {holding.pid}), which has the database open",
        f"foedera: the database is in use by foedera path (pid {holding.pid}); try again when it has ended",
    ]


def test_a_port_in_use_is_told(finland: Path, foedera: Foedera) -> None:
    """And what to do; the database is free again."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = foedera("serve", "--port", str(port))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"foedera: port {port} is in use by another program; choose another with --port, or 0 for any free one\n"
    )
    assert foedera("cypher", "RETURN 1 AS one", "--format", "csv").out == "one\n1\n"


def test_a_server_serves_itself(foedera: Foedera, home: Path) -> None:
    """With NEO4J_URI there is nothing to open."""
    ran = foedera("serve", NEO4J_URI="neo4j://example.org:7687")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "foedera: NEO4J_URI is set, and the server at neo4j://example.org:7687 serves other programs already; "
        "unset it to serve the embedded database\n"
    )
    assert not home.exists()
