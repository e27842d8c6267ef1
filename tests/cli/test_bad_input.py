"""What a user can do wrong: one line that says what to do next, the right exit code, nothing on standard output."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from foedera.graph.errors import Interrupted
from foedera.graph.store import Store

from .conftest import Foedera

RANGE = "from 0.001 to 86400"
USAGE = [
    (["path", "A", "B", "--knd", "x"], "unknown option --knd. Did you mean --kind?"),
    (["path"], "missing FROM; `foedera path --help` shows how"),
    (["path", "EST"], "missing TO; `foedera path --help` shows how"),
    (["path", "A", "B", "C"], "got unexpected extra argument (C); `foedera path --help` shows how"),
    (["path", "A", "B", "--max-hops", "x"], "--max-hops: expected a whole number from 1 to 12"),
    (["path", "A", "B", "--min-rank", "9"], "--min-rank: expected a whole number from 0 to 5"),
    (["path", "A", "B", "--on"], "option '--on' requires an argument; `foedera path --help` shows how"),
    (
        ["render", "--path", "JPN"],
        "option '--path' requires 2 arguments; `foedera render --help` shows how",
    ),
    (
        ["render", "--path", "JPN", "-o", "x.html"],
        "--path: expected two, FROM TO, and got -o, after JPN",
    ),
    (
        ["whatif", "--leave", "HUN", "--on", "2024-07-01"],
        "--leave: expected two, PARTY BODY, and got --on, after HUN",
    ),
    (["render", "--path", "--open", "JPN"], "--path: expected two, FROM TO, and got --open"),
    (
        ["query", "run", "mnna", "-p"],
        "option '-p' requires an argument; `foedera query run --help` shows how",
    ),
    (["path", "A", "B", "--format", "jsn"], "--format: 'jsn' is not one of"),
    (["pth"], "unknown command pth. Did you mean path?"),
    (["zzz"], "unknown command zzz; expected one of load, path, attack, show,"),
    (["query"], "missing command; expected one of list, show, run"),
    (["query", "rum"], "unknown command rum. Did you mean run?"),
    *(
        (["cypher", "RETURN 1", "--timeout", given], f"--timeout: expected a number of seconds {RANGE}")
        for given in ("0", "-1", "nan", "inf", "0.0001", "86401", "soon")
    ),
    (
        ["path", "EST", "USA", "--on", "2023-02-30"],
        "there is no such day: '2023-02-30'; expected a date such as",
    ),
    (["attack", "EST", "--on", "yesterday"], "not a date: 'yesterday'; expected a date such as 2004-03-29"),
    (["attack", "EST", "--on", ""], "not a date: ''; expected a date such as 2004-03-29"),
    (["query", "run", "mnna", "--on", ""], "not a date: ''; expected a date such as 2004-03-29"),
    (["query", "run", "sources", "--on", ""], "query 'sources' has no parameter 'on'. It has datasets."),
    (["attack", "EST", "--on", "2004"], "not a single day: '2004'; expected a date such as 2004-03-29"),
    (["path", "A", "B", "--kind", "defence"], "unknown kind 'defence'"),
    (["query", "run", "memebers"], "unknown query 'memebers'. Did you mean members"),
    (["query", "show", "memebers"], "unknown query 'memebers'. Did you mean members"),
    (
        ["query", "run", "members", "-p", "organization"],
        "not a parameter: 'organization'; expected name=value",
    ),
    (
        ["query", "run", "members", "-p", "organisation=NATO"],
        "query 'members' has no parameter 'organisation'. Did",
    ),
    (
        ["query", "run", "sources", "--on", "2020-01-01"],
        "query 'sources' has no parameter 'on'. It has datasets.",
    ),
    (["query", "run", "mnna", "-p", "on=2020-01-01", "--on", "2021-01-01"], "--on and --param on differ"),
    (["cypher", "RETURN $x", "-p", "x=1", "-p", "x=2"], "parameter 'x' is given twice"),
    (
        ["cypher", "RETURN $x", "-p", "x:int=1"],
        "parameter x: unknown type 'int'; expected one of string, integer",
    ),
    (["cypher", "RETURN $x", "-p", "x:date=tomorrow"], "parameter x: not a date: 'tomorrow'"),
    (["cypher", "RETURN $x", "-p", "x=2024-13-01"], "there is no such day: '2024-13-01'"),
    (
        ["cypher", "RETURN $n", "-p", "n=[1,"],
        "parameter n: '[1,' begins with [ and does not end with ]; expected such as [1, 2]",
    ),
    (["cypher", "RETURN $n", "-p", "n='x"], "parameter n: \"'x\" begins with ' and does not end with '"),
    (
        ["export", "graphml", "-o", "x.gexf"],
        "x.gexf ends as gexf does, and the format is graphml; name an output such as foedera.graphml",
    ),
    (["export", "csv", "-o", "x.json"], "x.json ends as json does, and the format is csv; name an output"),
    (["cypher", "--file", "/no/such/file"], "/no/such/file: No such file or directory"),
    (["cypher", " "], "the statement is empty"),
    (["render", "-o", "-"], "name a file to write, such as page.html"),
    (["render", "-o", ""], "name a file to write, such as page.html"),
    (["render", "-o", "/dev/null"], "/dev/null is not a file that can be written; name another"),
]


def named(each: object) -> str:
    return " ".join(each)[:60] if isinstance(each, list) else ""


@pytest.mark.parametrize(("arguments", "message"), USAGE, ids=named)
def test_usage_errors_are_one_line(foedera: Foedera, arguments: list[str], message: str) -> None:
    """These are told before the database is opened, or without it."""
    ran = foedera(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"foedera: {message}")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "ends"),
    [
        (["query", "run", "x" * 100_000], "xxx'. `foedera query list` shows them all."),
        (["path", "A", "B", "--kind", "x" * 100_000], "restraint, open-door."),
        (
            ["attack", "EST", "--on", "2" * 100_000],
            "22'; expected a date such as 2004-03-29, 2004-03 or 2004",
        ),
        (["x" * 100_000], "db"),
    ],
    ids=["query", "kind", "day", "command"],
)
def test_a_very_long_argument_is_not_repeated_in_full(
    foedera: Foedera, arguments: list[str], ends: str
) -> None:
    """Its beginning is, and the end of the line, which says what to do."""
    ran = foedera(*arguments)
    assert ran.code == 2 and ran.err.startswith("foedera: ") and len(ran.err) < 450
    assert " … " in ran.err and ran.err.endswith(f"{ends}\n")


CORE = [
    (["path", "Estonnia", "USA"], "unknown country or organization 'Estonnia'. Did you mean Estonia?"),
    (["attack", "Korea"], "'Korea' may be South Korea (KOR) or North Korea (PRK); say which"),
    (["path", "EST", "Estonia"], "a path needs two parties; both ends are Estonia"),
    (
        ["show", "north-atlantic-treety"],
        "the graph holds nothing called 'north-atlantic-treety'. Did you mean",
    ),
    (["query", "run", "members"], "query 'members' needs organization, the body, such as NATO; give the"),
    (["attack", "EST", "--datasets", "cow"], "dataset 'cow' is not loaded; expected core, all."),
    (["cypher", "RETURN 1 / 0"], "Cypher error: / by zero"),
    (["cypher", "RETURN $missing"], ""),
    (
        ["cypher", "CREATE (n:Country {id: 'XXX'})"],
        "this statement writes; reading commands do not. `foedera cypher` and `foedera shell` run it with --write",
    ),
    (
        ["cypher", "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"],
        "this statement reads a file or an address",
    ),
    (["render", "--around", "Estonnia"], "unknown country or organization 'Estonnia'. Did you mean Estonia?"),
]


@pytest.mark.parametrize(("arguments", "message"), CORE, ids=named)
def test_bad_questions_are_one_line(core: Foedera, arguments: list[str], message: str) -> None:
    """On each engine the same line, and no part of an answer."""
    ran = core(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"foedera: {message}") and "Traceback" not in ran.err
    assert ran.err.count("\n") == 1


def test_an_empty_database_says_how_to_fill_it(foedera: Foedera, home: Path) -> None:
    """A question is bad input; `foedera` alone is answered."""
    ran = foedera("attack", "EST", FOEDERA_HOME=str(home))
    assert ran.code == 2
    assert ran.err == f"foedera: nothing is loaded in {home}; run `foedera load core`\n"
    alone = foedera()
    assert alone.code == 0 and "foedera load core" in alone.out


def test_an_unknown_dataset_is_told(foedera: Foedera, home: Path) -> None:
    """With the ones that there are."""
    ran = foedera("load", "cores", FOEDERA_HOME=str(home))
    assert ran.code == 2
    known = "core, atop, cow, dcad, cow-contiguity, cow-igo, us-forces, csv"
    assert ran.err == f"foedera: unknown dataset 'cores'; expected one of {known}. Did you mean core?\n"


def test_a_folder_that_is_no_database_is_told(foedera: Foedera, tmp_path: Path) -> None:
    """A file where the folder should be."""
    place = tmp_path / "file"
    place.write_text("")
    ran = foedera("doctor", FOEDERA_HOME=str(place))
    assert ran.code in (1, 2) and ran.out == ""
    assert str(place) in ran.err and ran.err.count("\n") == 1


def test_a_server_that_is_down_is_told(foedera: Foedera) -> None:
    """Which one, and what to do."""
    ran = foedera("doctor", NEO4J_URI="bolt://127.0.0.1:1", NEO4J_PASSWORD="x")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("foedera: no Neo4j server answers at ") and "NEO4J_URI" in ran.err


def test_a_reset_is_asked_for(foedera: Foedera, home: Path) -> None:
    """Not at a terminal and without --yes nothing is removed."""
    ran = foedera("db", "reset", FOEDERA_HOME=str(home))
    assert ran.code == 2
    assert ran.err.startswith("foedera: this removes everything from ") and "--yes" in ran.err
    assert foedera("db", "reset", "--yes").code == 0


def test_writing_needs_a_flag(foedera: Foedera, home: Path) -> None:
    """With --write the statement is run as the writer."""
    create = ("cypher", "CREATE (n:Note {id: 'x'}) RETURN n.id AS id")
    count = ("cypher", "MATCH (n:Note) RETURN count(n) AS notes", "--format", "json")
    assert foedera(*create, FOEDERA_HOME=str(home)).code == 2
    assert foedera(*create, "--write").code == 0
    assert foedera(*count).json["rows"] == [{"notes": 1}]


def test_a_broken_dataset_is_told_a_line_a_mistake(foedera: Foedera, home: Path, tmp_path: Path) -> None:
    """With file and line; nothing is written."""
    (tmp_path / "x.yaml").write_text("sources:\n  a: {titel: x, publisher: y, kind: press}\n")
    ran = foedera("load", "core", str(tmp_path), FOEDERA_HOME=str(home))
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.splitlines()
    assert len(lines) > 1 and all(line.startswith("foedera: ") for line in lines)
    assert any("x.yaml:2: unknown key 'titel'" in line for line in lines)
    count = foedera("cypher", "MATCH (n) RETURN count(n) AS n", "--format", "json").json
    assert count["rows"] == [{"n": 0}]


def test_an_answer_that_breaks_off_is_no_answer(core: Foedera, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some rows may have been printed; the exit code is 1 and the reason is told."""

    def broken(rows: Iterable[object]) -> Iterator[object]:
        yield next(iter(rows))
        raise Interrupted("the answer broke off")

    monkeypatch.setattr("foedera.cli.free.primed", broken)
    ran = core("cypher", "UNWIND [1, 2] AS n RETURN n", "--format", "jsonl")
    assert (ran.code, ran.out, ran.err) == (1, '{"n": 1}\n', "foedera: the answer broke off\n")


def test_what_fails_within_is_one_line(foedera: Foedera, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of ours too, with the way to more."""

    def broken(*_: object) -> None:
        raise RuntimeError("out of\norder")

    monkeypatch.setattr("foedera.queries.catalogue.search", broken)
    ran = foedera("query", "list")
    assert ran.code == 1 and ran.err.count("\n") == 1
    assert ran.err.startswith("foedera: failed: RuntimeError: out of order (FOEDERA_DEBUG=1 shows where")


def test_control_of_the_terminal_cannot_come_from_data(foedera: Foedera, store: Store) -> None:
    """Escape sequences and turned text are left out of tables."""
    text = "RETURN 'a\\u001b[31mb\\u0007\\u202ec' AS x"
    ran = foedera("cypher", text, **_reaching(store))
    assert "\x1b" not in ran.out and "\x07" not in ran.out and "\u202e" not in ran.out
    assert "a[31mbc" in ran.out


def _reaching(store: Store) -> dict[str, str]:
    if store.engine.home is not None:
        return {"FOEDERA_HOME": str(store.engine.home)}
    from conftest import neo4j_variables

    return dict(neo4j_variables())
