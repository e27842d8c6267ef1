"""`foedera shell` on a terminal of its own, and as a script."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pexpect
import pytest

from foedera.graph import store as stores

from ..store.processes import environment
from ..store.test_stopping import ended
from ..store.test_two_processes import ENDLESS, wait_for_query

on_a_terminal = pytest.mark.skipif(os.name != "posix", reason="needs a terminal of its own")


class Terminal:
    """A person at a shell: types, and sees what the terminal shows, without its control sequences."""

    def __init__(self, env: Mapping[str, str], *arguments: str) -> None:
        variables = {"TERM": "xterm", "PROMPT_TOOLKIT_NO_CPR": "1", "COLUMNS": "100", "LINES": "40"}
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "foedera", "shell", *arguments],
            env=environment(**{**env, **variables}),
            encoding="utf-8",
            dimensions=(40, 100),
            timeout=60,
        )
        # with nothing typed behind it
        self._prompt = f"foedera{' (write)' if '--write' in arguments else ''}>\x1b"
        self.sees(":help lists the commands")

    def types(self, text: str, *, enter: bool = True) -> None:
        """At the next prompt: before it a terminal would take Ctrl-D for itself."""
        self.sees(self._prompt)
        self.goes_on(text + ("\r" if enter else ""))

    def goes_on(self, text: str) -> None:
        self._child.send(text)

    def completes(self, rest: str) -> None:
        """Presses Tab, and sees what the terminal adds."""
        self.goes_on("\t")
        self.sees(rest)

    def sees(self, text: str) -> str:
        """Waits for the text; what came before it."""
        self._child.expect_exact(text)
        return str(self._child.before)

    def interrupts(self) -> None:
        self._child.sendintr()

    def leaves(self) -> int:
        """By Ctrl-D; the exit code."""
        self.types("\x04", enter=False)
        self._child.expect(pexpect.EOF)
        self._child.close()
        assert self._child.exitstatus is not None
        return int(self._child.exitstatus)

    def end(self) -> None:
        self._child.close(force=True)


@pytest.fixture
def terminal() -> Iterator[Callable[..., Terminal]]:
    """Opens a shell on the database that the variables name."""
    opened: list[Terminal] = []

    def open_(env: Mapping[str, str], *arguments: str) -> Terminal:
        opened.append(Terminal(env, *arguments))
        return opened[-1]

    yield open_
    for each in opened:
        each.end()


@on_a_terminal
def test_a_session(
    terminal: Callable[..., Terminal], core_env: Mapping[str, str], core_store: stores.Store
) -> None:
    """Completion, several lines, a mistake, an interrupt; and then it still answers."""
    shell = terminal(core_env)
    shell.types("MATCH (c:Coun", enter=False)
    shell.completes("try")
    shell.goes_on(" {id: 'Finl")
    shell.completes("IN")
    shell.goes_on("'})\rRETURN c.name + ', ' + c.off")
    shell.completes("icial_name")
    shell.goes_on(" AS both;\r")
    shell.sees("Finland, Republic of Finland")
    shell.sees("(1 row)")
    shell.types("RETRUN 1;")
    shell.sees("foedera: Cypher syntax error at line 1, column 1: ")
    shell.sees("^")
    shell.types(ENDLESS + ";")
    _running(core_store)
    shell.interrupts()
    shell.sees("foedera: stopped")
    assert ended(core_store)
    shell.types("RETURN 'still ' + 'here' AS answer;")
    shell.sees("still here")
    shell.types("MATCH (half a statement", enter=False)
    shell.goes_on("\x03")  # Ctrl-C on what is being typed throws it away
    shell.types(":ru", enter=False)
    shell.completes("n")
    shell.goes_on(" members org")
    shell.completes("anization=")
    shell.goes_on("NATO on=1949-12-31\r")
    shell.sees("ISL")
    assert "TUR" not in shell.sees("(12 rows)")
    assert shell.leaves() == 0


def _running(store: stores.Store) -> None:
    if store.engine.home:
        wait_for_query(store.engine.home, "UNWIND")
        return
    for _ in range(200):
        rows = store.read("SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery").rows
        if any((row["currentQuery"] or "").startswith("UNWIND") for row in rows):
            return
    raise AssertionError("it never started")


@on_a_terminal
def test_it_reads_only_and_others_use_the_database_meanwhile(
    terminal: Callable[..., Terminal], home: Path
) -> None:
    """Unless it is started with --write; the database is shared while it is open."""
    shell = terminal({})
    shell.types("CREATE (n:Country {id: 'NEW'});")
    shell.sees("foedera: this statement writes; reading commands do not.")
    with stores.open(share=False) as other:
        assert other.read("MATCH (n) RETURN n").rows == []
        other.write_cypher("CREATE (:Country {id: 'FIN', name: 'Finland'})")
    shell.types("MATCH (n:Country) RETURN n.name;")
    shell.sees("Finland")
    assert shell.leaves() == 0
    writing = terminal({}, "--write")
    writing.types("CREATE (n:Country {id: 'NEW'});")
    writing.sees("foedera: done")
    assert writing.leaves() == 0
    with stores.open(share=False) as store:
        found = store.read("MATCH (n:Country) RETURN n.id AS id ORDER BY id")
        assert [row["id"] for row in found] == ["FIN", "NEW"]


@on_a_terminal
def test_what_was_typed_is_remembered_for_this_user_alone(
    terminal: Callable[..., Terminal], home: Path
) -> None:
    """In the data folder; the next session has it."""
    shell = terminal({})
    shell.types("RETURN 'something to\r", enter=False)
    shell.goes_on("remember' AS it;\r")
    shell.sees("(1 row)")
    assert shell.leaves() == 0
    (history,) = home.glob("shell-history")
    assert stat.S_IMODE(history.stat().st_mode) == 0o600
    again = terminal({})
    again.types("\x1b[A")
    again.sees("remember' AS it;")
    again.sees("(1 row)")


def script(text: str, env: Mapping[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "foedera", "shell", *arguments],
        input=text,
        env=environment(**env),
        encoding="utf-8",
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_standard_input_is_a_script(core_env: Mapping[str, str]) -> None:
    """Plain rows of one statement after the other; the last needs no semicolon."""
    text = """\ufeff// a comment; and
    RETURN 'a;b' AS first; RETURN $x AS x,
      date('2024-01-01') < $on AS later;
    :param x 2024-06-13
    RETURN $x = date('2024-06-13') AS day;
    :on 1949-12-31
    :run members organization=NATO
    RETURN $on AS on, $datasets AS datasets;
    :format jsonl
    MATCH (c:Country {id: 'TUR'}) RETURN c.name AS name
    """
    done = script(text, core_env, "--param", "x=3")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[:6] == ["first", "a;b", "x,later", "3,true", "day", "true"]
    assert lines[6].startswith("country,name,") and len(lines[7:19]) == 12
    assert lines[19:] == ["on,datasets", "1949-12-31,core", '{"name": "Türkiye"}']


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "RETURN 1 AS one;\n\nRETURN 2 AS two; MATCH (n)\n RETRUN n;\nRETURN 3;",
            ["Cypher syntax error at line 4, column 2: ", "   RETRUN n", "   ^"],
        ),
        (
            "RETURN 1 AS one; RETURN 2 AS two; MATCH (n) RETRUN n;\nRETURN 3;",
            ["Cypher syntax error at line 1, column 45: ", "", ""],
        ),
        ("RETURN 1 AS one;\nRETURN 2 AS two;\nRETURN 1 / 0;\nRETURN 3;", ["line 3: Cypher error: / by zero"]),
        (
            "RETURN 1 AS one;\nRETURN 2 AS two;\n:runn mnna\nRETURN 3;",
            ["line 3: unknown command :runn. Did you mean run?"],
        ),
        (
            "RETURN 1 AS one;\nRETURN 2 AS two;\n:run members organisation=NATO\n",
            ["line 3: query 'members' has no parameter 'organisation'. Did you mean organization?"],
        ),
        (
            "RETURN 1 AS one;\nRETURN 2 AS two;CREATE (n:Country {id: 'XXX'});",
            [
                "line 2: this statement writes; reading commands do not. `foedera cypher` and `foedera shell` run it with --write"
            ],
        ),
    ],
)
def test_a_script_ends_at_its_first_mistake(core_env: Mapping[str, str], text: str, told: list[str]) -> None:
    """With exit code 2 and the line of the script; what came before is answered, what comes after is not."""
    done = script(text, core_env)
    assert (done.returncode, done.stdout) == (2, "one\n1\ntwo\n2\n")
    lines = done.stderr.splitlines()
    assert len(lines) == len(told)
    assert lines[0].startswith(f"foedera: {told[0]}")
    assert all(line == wanted for line, wanted in zip(lines[1:], told[1:], strict=True) if wanted)


def test_a_script_may_leave(core_env: Mapping[str, str]) -> None:
    """What comes after is not run."""
    done = script("RETURN 1 AS one;\n:exit\nRETURN 2 AS two;", core_env)
    assert (done.returncode, done.stdout, done.stderr) == (0, "one\n1\n", "")


def test_a_script_is_run_as_it_comes(core_env: Mapping[str, str]) -> None:
    """A program may write a statement and wait for its answer."""
    with subprocess.Popen(
        [sys.executable, "-m", "foedera", "shell"],
        env=environment(**core_env),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdin and process.stdout
        for n in ("1", "2"):
            process.stdin.write(f"RETURN {n} AS n;\n")
            process.stdin.flush()
            assert [process.stdout.readline(), process.stdout.readline()] == ["n\n", f"{n}\n"]
        process.stdin.close()
        assert process.wait(20) == 0
