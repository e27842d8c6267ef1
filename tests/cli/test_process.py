"""`foedera` as a process of its own: what it imports, how it ends."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from foedera import __version__

FOEDERA = [sys.executable, "-m", "foedera"]


def run(
    arguments: list[str], env: Mapping[str, str] | None = None, text: str | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        FOEDERA + arguments,
        env={**os.environ, **(env or {})},
        encoding="utf-8",
        capture_output=True,
        check=False,
        input=text,
    )


def test_the_version_is_printed() -> None:
    """And nothing else."""
    assert run(["--version"]).stdout == f"foedera {__version__}\n"


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    """Neither the driver nor the engine, networkx, pyvis or YAML."""
    code = "import sys; from foedera.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=True)
    loaded = set(done.stderr.split())
    heavy = {"neo4j", "arcadedb", "networkx", "pyvis", "yaml", "rich", "numpy", "IPython", "prompt_toolkit"}
    assert not loaded & heavy


def test_path_imports_no_more_than_it_needs(core_env: Mapping[str, str]) -> None:
    """The driver is most of its time: networkx, pyvis and YAML would be as much again.

    Driver and engine would import numpy, pandas and pyarrow, which are installed here; they can be imported afterwards.
    """
    code = "import sys; from foedera.cli import main; main(['path', 'JPN', 'UKR']); print(*sys.modules, file=sys.stderr); import pandas"
    env = {**os.environ, **core_env}
    done = subprocess.run([sys.executable, "-c", code], text=True, capture_output=True, check=True, env=env)
    assert "neo4j" in done.stderr.split()
    heavy = {"networkx", "pyvis", "yaml", "rich", "IPython", "numpy", "pandas", "pyarrow"}
    assert not set(done.stderr.split()) & heavy


def test_a_statement_comes_from_standard_input(core_env: Mapping[str, str]) -> None:
    """Where neither it nor a file is given."""
    done = run(
        ["cypher", "--format", "csv"], core_env, text="MATCH (c:Country {id: 'FIN'}) RETURN c.name AS name\n"
    )
    assert (done.returncode, done.stdout) == (0, "name\nFinland\n")


@pytest.mark.parametrize("by", ["file", "input"])
def test_a_byte_order_mark_is_no_part_of_a_statement(
    core_env: Mapping[str, str], tmp_path: Path, by: str
) -> None:
    """Some editors put one first; text is UTF-8 whatever the locale."""
    text = "\ufeffMATCH (c:Country {id: 'TUR'}) WHERE c.name = 'Türkiye' RETURN c.id AS id\n"
    (tmp_path / "question.cypher").write_text(text, "utf-8")
    given = ["--file", str(tmp_path / "question.cypher")] if by == "file" else []
    env = {**core_env, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = run(["cypher", "--format", "csv", *given], env, text="" if given else text)
    assert (done.returncode, done.stdout, done.stderr) == (0, "id\nTUR\n", "")


def test_arguments_and_input_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    """In one line, before the database is opened."""
    env = {**os.environ, "FOEDERA_HOME": str(tmp_path / "home")}
    named = subprocess.run([*FOEDERA, "show", b"T\xfcrkiye"], capture_output=True, check=False, env=env)
    told = b"foedera: the argument 'T\\xfcrkiye' is not UTF-8 text; write it in UTF-8\n"
    assert (named.returncode, named.stdout, named.stderr) == (2, b"", told)
    read = subprocess.run(
        [*FOEDERA, "cypher"], input=b"RETURN '\xfc'", capture_output=True, check=False, env=env
    )
    assert (read.returncode, read.stderr) == (2, b"foedera: standard input: not UTF-8 text\n")
    assert not (tmp_path / "home").exists()


def test_a_reader_who_leaves_is_no_failure_of_ours(core_env: Mapping[str, str]) -> None:
    """`| head -1`: quiet, and not answered in full."""
    text = "UNWIND range(1, 200000) AS n RETURN n"
    with subprocess.Popen(
        [*FOEDERA, "cypher", text, "--format", "jsonl"],
        env={**os.environ, **core_env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == b'{"n": 1}\n'
        process.stdout.close()
        told = process.stderr.read()
        assert process.wait(60) == 1
    assert told == b""


@pytest.mark.parametrize("command", ["query list", "show UKR", "--help"])
def test_a_closed_standard_output_is_told(tmp_path: Path, command: str) -> None:
    """In one line, before anything is done: `foedera show UKR >&-`."""
    shell = f"{shlex.join(FOEDERA)} {command} >&-"
    env = {**os.environ, "FOEDERA_HOME": str(tmp_path / "home")}
    done = subprocess.run(shell, shell=True, text=True, capture_output=True, check=False, env=env)
    told = "foedera: standard output is closed; open it, or send it to a file\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize(
    ("command", "code"), [("query list ukraine 2>&-", 0), ("path 2>&-", 2), ("cypher <&-", 2)]
)
def test_other_closed_streams_do_no_harm(command: str, code: int) -> None:
    """Complaints go nowhere, never among the answers; what is read is empty."""
    done = subprocess.run(
        f"{shlex.join(FOEDERA)} {command}", shell=True, text=True, capture_output=True, check=False
    )
    assert done.returncode == code and "foedera: " not in done.stdout
    assert done.stderr in ("", "foedera: the statement is empty\n")


def test_ctrl_c_ends_in_one_line(core_env: Mapping[str, str]) -> None:
    """With the code that shells expect."""
    text = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS x"
    with subprocess.Popen(
        [*FOEDERA, "cypher", text],
        env={**os.environ, **core_env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        time.sleep(3)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    assert (process.returncode, out, told) == (130, b"", b"foedera: stopped\n")


def test_names_are_utf8_whatever_the_locale(core_env: Mapping[str, str]) -> None:
    """In a pipe under the C locale too."""
    shown = run(["show", "TUR"], {**core_env, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert shown.returncode == 0, shown.stderr
    assert "Türkiye" in shown.stdout
