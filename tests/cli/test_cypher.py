"""`foedera cypher`: plans, limits, where a mistake is, and that nothing goes on running or piles up."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from foedera.graph.store import Store

from ..store.processes import Process, environment
from ..store.test_stopping import ended
from ..store.test_two_processes import ENDLESS, idle, wait_for_query
from .conftest import Foedera

PAIRS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b"
MEMBERS = "MATCH (c:Country {id: 'FIN'})-[:MEMBER_OF]->(o:Organization) RETURN o.id AS id ORDER BY id"


def test_a_plan_is_shown_and_nothing_is_executed(core: Foedera, core_store: Store) -> None:
    """Of a statement that would write too, with and without --write."""
    statement = "MATCH (c:Country {id: 'FIN'}) CREATE (n:Country {id: 'XXX'}) RETURN n, c"
    for more in ([], ["--write"]):
        ran = core("cypher", statement, "--explain", "--format", "json", *more)
        assert (ran.code, ran.err) == (0, "")
        operators = " ".join(step["operator"] for step in ran.json["plan"]).upper()
        assert "CREATE" in operators and ran.json["engine"].startswith(core_store.engine.name)
        assert "rows" not in ran.json
    assert core_store.read("MATCH (c:Country {id: 'XXX'}) RETURN c").rows == []


@pytest.mark.parametrize(
    "asking", [(MEMBERS, "--explain"), (f"explain\n{MEMBERS}",), (f"PROFILE {MEMBERS}",)]
)
def test_explain_may_stand_in_the_statement(core: Foedera, asking: tuple[str, ...]) -> None:
    """As Cypher has it; PROFILE runs the statement."""
    ran = core("cypher", *asking)
    assert (ran.code, ran.err) == (0, "")
    assert ("NATO" in ran.out) == ("PROFILE" in asking[0])
    assert ran.out.startswith("Plan of ") == ("PROFILE" not in asking[0])


def test_steps_stand_indented_below_what_they_feed(core: Foedera) -> None:
    """In a table; JSON has the depth."""
    steps = core("cypher", MEMBERS, "--explain", "--format", "json").json["plan"]
    assert max(step["depth"] for step in steps) > 0
    deep = next(step for step in steps if step["depth"] > 0)
    drawn = core("cypher", MEMBERS, "--explain").out
    assert f"\n{' ' * deep['depth']}{deep['operator']}" in drawn


def test_what_has_no_plan_is_told(foedera: Foedera, embedded: Store) -> None:
    """The embedded engine would execute it; it is asked as the reader, and what stops others is not asked at all."""
    for statement in (
        "SHOW INDEXES",
        "TERMINATE TRANSACTIONS 'x'",
        "CREATE INDEX i FOR (n:Country) ON (n.x)",
    ):
        ran = foedera("cypher", statement, "--explain", "--write", FOEDERA_HOME=str(embedded.engine.home))
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "foedera: the engine gives no plan of this statement; it does of queries\n"
    assert embedded.read("SHOW INDEXES YIELD name WHERE name = 'i' RETURN name").rows == []


def test_a_limit_stops_the_statement_in_the_engine(core: Foedera, core_store: Store) -> None:
    """Three rows of ten thousand million, and then it is at rest."""
    ran = core("cypher", PAIRS, "--limit", "3", "--format", "csv")
    assert (ran.code, ran.out, ran.err) == (0, "a,b\n1,1\n1,2\n1,3\n", "")
    assert ended(core_store)


def test_a_limit_is_no_part_of_a_write(core: Foedera) -> None:
    """What writes is done whole or not at all."""
    ran = core("cypher", "CREATE (n:Country {id: 'XXX'}) RETURN n", "--write", "--limit", "1")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("foedera: --limit stops a statement midway")
    left = core("cypher", "MATCH (n:Country {id: 'XXX'}) RETURN count(n) AS n", "--format", "csv")
    assert left.out == "n\n0\n"


MISTAKES = {
    "MATCH (n) RETRUN n": ("line 1, column 11", "  MATCH (n) RETRUN n", "            ^"),
    "\n\nMATCH (n:Country)\n  RETRUN n": ("line 4, column 3", "    RETRUN n", "    ^"),
    "// a comment\n/* and\nanother */ MATCH (n) RETRUN n": (
        "line 3, column 22",
        "  another */ MATCH (n) RETRUN n",
        "                       ^",
    ),
    "RETURN 'Türkiye 日本', RETURN 1 +": (None, "  RETURN 'Türkiye 日本', RETURN 1 +", None),
    "RETURN 1 +\t+": ("line 1, column 13", "  RETURN 1 + +", "              ^"),
    f"MATCH (n) WHERE n.name = '{'x' * 300}' RETRUN n": ("line 1, column 329", None, "  …"),
}


@pytest.mark.parametrize("way", ["run", "explain"])
@pytest.mark.parametrize("statement", MISTAKES, ids=range(len(MISTAKES)))
def test_the_place_of_a_mistake_is_marked(core: Foedera, statement: str, way: str) -> None:
    """On each engine the line of the statement, and a caret below the place; of a long line what is around it."""
    place, shown, caret = MISTAKES[statement]
    ran = core("cypher", statement, *(["--explain"] if way == "explain" else []))
    assert (ran.code, ran.out) == (2, "")
    message, excerpt, mark = ran.err.splitlines()
    assert message.startswith("foedera: Cypher syntax error at line ") and mark.endswith("^")
    assert place is None or f" at {place}: " in message
    assert shown is None or excerpt == shown
    if caret == "  …":
        assert len(excerpt) <= 100 and excerpt[len(mark) - 1 :].startswith("RETRUN n")
    elif caret:
        assert mark == caret


def test_a_mistake_without_a_place_has_no_mark(core: Foedera) -> None:
    """Both engines say of a division by zero only that it is one."""
    assert core("cypher", "RETURN 1 / 0").err == "foedera: Cypher error: / by zero\n"


def test_an_empty_answer_has_its_columns(core: Foedera) -> None:
    """Those that its RETURN names, on either engine; JSON has no row."""
    asked = ("cypher", "MATCH (n:Country {id: 'zz'}) RETURN n.id AS id, n.name AS name ORDER BY id")
    assert core(*asked, "--format", "csv").out == "id,name\n"
    assert core(*asked, "--format", "markdown").out.startswith("| id | name |\n")
    assert core(*asked).out.startswith("id  name\n") and core(*asked).out.endswith("(0 rows)\n")
    assert core(*asked, "--format", "json").json["rows"] == []


def test_an_unused_parameter_is_remarked(core: Foedera) -> None:
    """On standard error; the answer is the same. One that is used is not named."""
    ran = core("cypher", "RETURN $a AS a", "-p", "a=1", "-p", "b=2", "--format", "csv")
    assert (ran.code, ran.out) == (0, "a\n1\n")
    assert ran.err == "foedera: the statement has no $b; parameter b is not used\n"


def test_a_write_ends_with_what_it_changed(foedera: Foedera, embedded: Store) -> None:
    """What was created and deleted, as the engine counts; nothing where nothing was."""

    def wrote(statement: str) -> str:
        return foedera("cypher", statement, "--write", FOEDERA_HOME=str(embedded.engine.home)).err

    made = wrote("CREATE (n:Country {id: 'XXX'}) RETURN n.id AS id")
    assert made.startswith("foedera: done: nodes created 1, ") and "deleted" not in made
    assert wrote("MATCH (n:Country {id: 'XXX'}) DETACH DELETE n") == "foedera: done: nodes deleted 1\n"
    assert wrote("MATCH (n:Country {id: 'XXX'}) DETACH DELETE n") == "foedera: done: nothing changed\n"


SEVERAL = """// how many; and of which
MATCH (c:Country {id: 'FIN'}) RETURN c.id AS `a;b`; /* ; */ RETURN "x;" AS x; // ;

RETURN $n AS n
"""


def test_several_statements_are_answered_in_turn(core: Foedera, tmp_path: Path) -> None:
    """From a file, as for cypher-shell; what a semicolon stands in that is text, a name or a comment is one piece."""
    (tmp_path / "several.cypher").write_text(SEVERAL, "utf-8")
    asked = ("cypher", "--file", str(tmp_path / "several.cypher"), "-p", "n=3", "-p", "m=4")
    ran = core(*asked, "--format", "csv")
    assert (ran.code, ran.out) == (0, "a;b\nFIN\nx\nx;\nn\n3\n")
    assert ran.err == "foedera: no statement has $m; parameter m is not used\n"
    tables = core(*asked).out.split("\n\n")
    assert len(tables) == 3 and tables[1] == "x\n──\nx;\n(1 row)"
    assert core("cypher", "RETURN 1 AS one; // and no more", "--format", "csv").out == "one\n1\n"


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("RETURN 1 / 0", "foedera: line 4: Cypher error: / by zero\n"),
        ("RETRUN 1", "foedera: Cypher syntax error at line 4, column 1: "),
        (
            "CREATE (n:Country {id: 'XXX'})",
            "foedera: line 4: this statement writes; reading commands do not.",
        ),
    ],
)
def test_the_first_mistake_of_several_ends_them(core: Foedera, second: str, told: str) -> None:
    """Its line is told; what stands behind it is not run."""
    ran = core(
        "cypher", f"RETURN 1 AS one;\n\n// the second\n{second};\nRETURN 3 AS three", "--format", "csv"
    )
    assert (ran.code, ran.out) == (2, "one\n1\n")
    assert ran.err.startswith(told)


def test_a_command_of_the_shell_is_no_statement(core: Foedera) -> None:
    """Nothing is run; the shell is named, which knows it."""
    ran = core("cypher", "RETURN 1 AS one;\n:param x 1\nRETURN $x")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "foedera: line 2: :param is a command of the shell; foedera shell < FILE runs it\n"


def test_what_was_written_before_a_mistake_stays(foedera: Foedera, embedded: Store) -> None:
    """Each statement is a transaction of its own, and that is said; what stands behind the mistake is not done."""
    text = "CREATE (:Country {id: 'XXA'});\nCREATE (:Country {id: 'XXB'});\nRETURN 1 / 0;\nCREATE (:Country {id: 'XXC'})"
    ran = foedera("cypher", text, "--write", FOEDERA_HOME=str(embedded.engine.home))
    assert ran.code == 2 and ran.err.count("foedera: done: nodes created 1") == 2
    assert ran.err.splitlines()[-2:] == [
        "foedera: what the 2 statements before it changed stays",
        "foedera: line 3: Cypher error: / by zero",
    ]
    left = "MATCH (c:Country) WHERE c.id STARTS WITH 'XX' RETURN c.id AS id ORDER BY id"
    assert [row["id"] for row in embedded.read(left)] == ["XXA", "XXB"]
    alone = foedera("cypher", "RETURN 1 / 0", "--write", FOEDERA_HOME=str(embedded.engine.home))
    assert alone.err == "foedera: Cypher error: / by zero\n"


def _foedera(*arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-m", "foedera", *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def interrupted(home: Path) -> tuple[int, bytes]:
    with _foedera("cypher", ENDLESS) as process:
        wait_for_query(home, "UNWIND")
        process.send_signal(signal.SIGINT)
        return process.wait(20), process.stderr.read() if process.stderr else b""


def late(home: Path) -> tuple[int, bytes]:
    with _foedera("cypher", ENDLESS, "--timeout", "1") as process:
        _, told = process.communicate(timeout=20)
        return process.returncode, told


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize(
    ("stop", "code", "told"),
    [
        (interrupted, 130, b"foedera: stopped\n"),
        (late, 1, b"foedera: stopped: the time given by --timeout is over\n"),
    ],
)
def test_a_stopped_command_leaves_the_engine_at_rest(
    home: Path, stop: Callable[[Path], tuple[int, bytes]], code: int, told: bytes
) -> None:
    """Ctrl-C and --timeout, where another process holds the database."""
    with Process().ready() as holding:
        assert stop(home) == (code, told)
        assert idle(holding)


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="measures the memory of a process")
def test_rows_do_not_pile_up(home: Path) -> None:
    """20 times the rows take no more memory, the engine's included; bench/stream.py asks for a million."""
    assert _peak(200_000) - _peak(10_000) < 16 << 20


def _peak(rows: int) -> int:
    """Bytes of memory at most."""
    statement = f"UNWIND range(1, {rows}) AS n RETURN n AS dataset, 'a text of some length' AS text"
    process = subprocess.Popen(
        [sys.executable, "-m", "foedera", "cypher", statement, "--format", "jsonl"],
        env=environment(),
        stdout=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
