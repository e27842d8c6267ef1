"""A user's own stored queries, in the folder that FOEDERA_QUERIES names."""

from pathlib import Path

import pytest

from foedera.cli.stored import complete

from .conftest import Foedera

MINE = """\
// title: Parties of my agreement
// subject: my work
// answers: who has a part in it
// param agreement (agreement): the agreement
// param on (date, default today): the day
// returns: party, since (date)
MATCH (p:Country)-[r:PARTY_TO]->(a:Agreement {id: $agreement})
WHERE {possibly r}
RETURN p.id AS party, {since r} AS since
ORDER BY party
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good query."""
    (tmp_path / "mine.cypher").write_text(MINE, "utf-8")
    (tmp_path / "notes.txt").write_text("no query", "utf-8")
    monkeypatch.setenv("FOEDERA_QUERIES", str(tmp_path))
    return tmp_path


def test_an_own_query_is_listed_shown_completed_and_run(core: Foedera, folder: Path) -> None:
    """Beside ours, as yours; with its parameters typed and its dates shown."""
    rows = core("query", "list", "--format", "json").json["queries"]
    (mine,) = (row for row in rows if row["file"])
    assert (mine["query"], mine["subject"], mine["file"]) == ("mine", "my work", str(folder / "mine.cypher"))
    assert "yours: my work" in core("query", "list").out and "members" in {row["query"] for row in rows}
    assert core("query", "list", "my", "agreement").out.count("mine") == 1
    assert core("query", "show", "mine").out == MINE
    assert complete("mi") == ["mine"]
    asked = (
        "query",
        "run",
        "mine",
        "-p",
        "agreement=us-ukraine-2024",
        "--on",
        "2024-07-01",
        "--format",
        "csv",
    )
    assert core(*asked).out == "party,since\nUKR,2024-06-13\nUSA,2024-06-13\n"
    ran = core("query", "run", "mine", "-p", "agreement=Ukraine")
    assert (ran.code, ran.err) == (
        2,
        "foedera: parameter agreement: Ukraine is a country; expected an agreement\n",
    )


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE (n:Country {id: 'XXX'}) RETURN n.id AS party, null AS since",
        "MATCH (n:Country) SET n.name = 'x' RETURN n.id AS party, null AS since",
        "MATCH (n:Country) DETACH DELETE n RETURN 1 AS party, null AS since",
    ],
)
def test_an_own_query_cannot_write(core: Foedera, folder: Path, statement: str) -> None:
    """It passes the guard that free Cypher passes, and nothing is changed."""
    count = ("cypher", "MATCH (n:Country) RETURN count(n) AS n, max(n.name) AS last", "--format", "csv")
    before = core(*count).out
    header = "".join(
        line + "\n" for line in MINE.splitlines() if line.startswith("//") and "param" not in line
    )
    (folder / "writes.cypher").write_text(header + statement, "utf-8")
    ran = core("query", "run", "writes")
    assert ran.code == 2
    assert (
        ran.err
        == f"foedera: {folder / 'writes.cypher'}: a stored query only reads, and this one may do more\n"
    )
    assert core(*count).out == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("odd name", MINE, "'odd name' is no name of a query; expected letters, digits, - and _"),
        (
            "bad",
            MINE.replace("// answers: who has a part in it\n", ""),
            "6: missing '// answers: …' above the Cypher",
        ),
        (
            "bad",
            MINE.replace("(agreement):", "(treaty):"),
            "4: unknown type 'treaty'; expected one of date, party",
        ),
        (
            "bad",
            MINE.replace("$agreement", "$agrement"),
            "7: $agrement is not declared; expected a line '// param agrement (TYPE): …'",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_told(
    core: Foedera, folder: Path, name: str, content: str, told: str
) -> None:
    """With its place and what was expected; the other queries run on."""
    file = folder / f"{name}.cypher"
    file.write_text(content, "utf-8")
    for asked in (("query", "run", name), ("query", "show", name)):
        ran = core(*asked)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(f"foedera: {file}:") and ran.err.removeprefix(
            f"foedera: {file}:"
        ).strip().startswith(told)
    listed = core("query", "list", "--format", "json")
    assert listed.code == 0 and listed.err.startswith(f"foedera: left out: {file}:") and told in listed.err
    assert {"members", "mine"} <= {row["query"] for row in listed.json["queries"]}
    assert name not in {row["query"] for row in listed.json["queries"]}
    assert core("query", "run", "mnna", "--on", "2022-04-01").code == 0
    assert core("show", "NATO").code == 0


def test_a_file_named_as_one_of_ours_does_not_take_its_place(core: Foedera, folder: Path) -> None:
    """The list says so, and ours is shown and run."""
    (folder / "members.cypher").write_text(MINE, "utf-8")
    ours = "a query that comes with Foedera is called members; give yours another name"
    assert ours in core("query", "list").err
    ran = core("query", "show", "members")
    assert (ran.code, ran.err) == (0, "") and ran.out != MINE


def test_what_an_own_query_does_not_return_is_told(core: Foedera, folder: Path) -> None:
    """Which column its header declares in vain; and a mistake in its Cypher with the file."""
    (folder / "mine.cypher").write_text(MINE.replace("AS since", "AS start"), "utf-8")
    ran = core("query", "run", "mine", "-p", "agreement=us-ukraine-2024")
    assert ran.code == 2 and ran.err == (
        f"foedera: {folder / 'mine.cypher'}: its header returns since, its Cypher does not; it returns party, start\n"
    )
    (folder / "mine.cypher").write_text(MINE.replace("RETURN", "RETRUN"), "utf-8")
    ran = core("query", "run", "mine", "-p", "agreement=us-ukraine-2024")
    assert ran.code == 2 and ran.err.startswith(f"foedera: {folder / 'mine.cypher'}: ")


def test_a_folder_that_is_none_is_told(core: Foedera, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what was expected; completion goes on with ours, commands do not notice."""
    monkeypatch.setenv("FOEDERA_QUERIES", str(folder / "none"))
    wrong = (
        f"FOEDERA_QUERIES: {folder / 'none'}: No such file or directory; expected a folder of .cypher files\n"
    )
    ran = core("query", "list")
    assert (ran.code, ran.err) == (0, f"foedera: left out: {wrong}")
    assert "members" in ran.out and "mine" not in ran.out
    assert core("query", "run", "mnna", "--on", "2022-04-01").code == 0
    ran = core("query", "run", "mine")
    assert (ran.code, ran.err) == (
        2,
        f"foedera: unknown query 'mine', and of your own there is none: {wrong}",
    )
    assert complete("memb") == ["members", "membership-history", "memberships-ever", "memberships-of"]
    assert core("show", "NATO").code == 0
