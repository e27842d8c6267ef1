"""`render`: each subject from the command line, and what goes wrong as one line that leaves no file."""

import errno
import os
import webbrowser
from pathlib import Path

import pytest

from ..store.test_two_processes import ENDLESS
from .conftest import Foedera

DAY = ("--on", "2024-07-01")


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked to open."""
    found: list[str] = []

    def open(address: str) -> bool:
        found.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", open)
    return found


@pytest.mark.parametrize(
    ("arguments", "drawn"),
    [
        (
            ["--query", "members", "--param", "organization=Collective Security Treaty Organization"],
            "7 nodes, 6 lines",
        ),
        (["--cypher", "MATCH (c:Country {id: $id}) RETURN c", "-p", "id:string=FIN"], "1 node, 0 lines"),
        (["--leave", "HUN", "NATO"], "34 nodes, 34 lines"),
    ],
)
def test_what_was_drawn_is_told(
    core: Foedera, tmp_path: Path, shown: list[str], arguments: list[str], drawn: str
) -> None:
    output = tmp_path / "page.html"
    ran = core("render", *arguments, *DAY, "-o", str(output))
    assert (ran.code, ran.out) == (0, f"{output}: {drawn}, as of 2024-07-01\n")
    assert "not drawn: " in ran.err and output.exists() and shown == []


def test_a_page_of_a_day_before_the_first_says_that_it_holds_single_facts(
    core: Foedera, tmp_path: Path
) -> None:
    """As other answers do; of a day from the first on nothing is remarked, and without a fact there is no page."""
    early = "core covers from 1945-01-01: of 1800-01-01 it holds single facts at most"
    output = tmp_path / "page.html"
    ran = core("render", "--on", "1800-01-01", "-o", str(output))
    assert (ran.code, ran.out) == (0, f"{output}: 2 nodes, 2 lines, as of 1800-01-01; {early}\n")
    assert "covers from" not in core("render", "--on", "1945-01-01", "-o", str(output)).out
    for asked in (
        ("path", "GBR", "PRT"),
        ("attack", "POL"),
        ("query", "run", "members", "-p", "organization=NATO"),
    ):
        assert early in core(*asked, "--on", "1800-01-01").out
        assert "covers from" not in core(*asked, "--on", "1950-01-01").out
    ran = core("render", "--org", "NATO", "--on", "1800-01-01", "-o", str(tmp_path / "none.html"))
    assert ran.code == 2 and "(not covered: " in ran.err and not (tmp_path / "none.html").exists()


def test_a_name_with_a_line_break_is_told_on_one_line(core: Foedera, tmp_path: Path) -> None:
    """Of the page that was written, and in what goes wrong."""
    ran = core("render", "--attack", "EST", *DAY, "-o", str(tmp_path / "a\nb é.html"))
    assert ran.out.startswith(f"{tmp_path}/a\\nb é.html: ") and ran.out.count("\n") == 1
    assert (tmp_path / "a\nb é.html").exists()
    for name, wrong in (
        ("a\nb.pdf", "a\\nb.pdf: a page is HTML; "),
        ("c\nd/e.html", "c\\nd; make it, or name"),
    ):
        ran = core("render", "--attack", "EST", *DAY, "-o", str(tmp_path / name))
        assert (ran.code, ran.err.count("\n")) == (2, 1) and wrong in ran.err


def test_the_page_is_opened_when_it_is_there(core: Foedera, tmp_path: Path, shown: list[str]) -> None:
    output = tmp_path / "page.html"
    assert core("render", "--attack", "EST", *DAY, "-o", str(output), "--open").code == 0
    assert shown == [output.as_uri()] and output.exists()


def test_without_a_browser_the_address_is_told(
    core: Foedera, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    output = tmp_path / "page.html"
    ran = core("render", "--attack", "EST", *DAY, "-o", str(output), "--open")
    assert (ran.code, ran.err) == (1, f"foedera: no browser was found; open {output.as_uri()} in one\n")
    assert output.exists()


def test_a_full_disk_leaves_the_page_that_was_there(
    core: Foedera, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    output = tmp_path / "page.html"
    output.write_text("good")
    monkeypatch.setattr(os, "fsync", full)
    ran = core("render", "--attack", "EST", *DAY, "-o", str(output))
    assert ran.code == 1 and ran.out == ""
    assert ran.err == f"foedera: cannot write {output}: No space left on device; name another output file\n"
    assert output.read_text() == "good" and list(tmp_path.iterdir()) == [output]


def test_a_statement_is_stopped_when_its_time_is_over(core: Foedera, tmp_path: Path) -> None:
    ran = core("render", "--cypher", ENDLESS, "--timeout", "0.5", "-o", str(tmp_path / "page.html"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "foedera: stopped: the time given by --timeout is over\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["page.pdf", "page.PNG", "page.svg"])
def test_a_picture_is_had_from_the_page(core: Foedera, tmp_path: Path, name: str) -> None:
    ran = core("render", "--around", "UKR", *DAY, "-o", str(tmp_path / name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"foedera: {tmp_path / name}: a page is HTML; write page.html, open it, and take PNG, SVG or Print"
        " (to paper or PDF) in its menu Save\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--query", "members"], "query 'members' needs organization, the body, such as NATO"),
        (["--query", "members", "-p", "organisation=NATO"], "query 'members' has no parameter 'organisation'. Did you mean organization?"),
        (["--cypher", "RETURN 1 AS n"], "nothing to draw: the statement returns no graph but n; return nodes, relationships or paths, as in MATCH p = (:Country)-[:MEMBER_OF]->(:Organization) RETURN p"),
        (["--cypher", "CREATE (n) RETURN n"], "this statement writes; reading commands do not. `foedera cypher` and `foedera shell` run it with --write, "),
        (["--join", "FRA", "NATO"], "France is a member of NATO already"),
        (["--where", "north-atlantic-area"], "--where without --attack; expected both"),
        (["--attack", "EST", "--where", ""], "unknown area ''. `foedera query run areas` lists those that promises name"),
        (["--attack", "EST", "--by", ""], "the name of a country or organization is empty; expected one such as"),
        (["--by", "", "--around", "UKR"], "--by without --attack; expected both"),
        (["--whatif", ""], "unknown proposal ''; expected one of"),
        (["--hops", "2"], "--hops without --around; expected both"),
        (["--hops", "1", "--org", "NATO"], "--hops without --around; expected both"),
        (["--timeout", "1", "--around", "UKR"], "--timeout without --query or --cypher; expected both"),
        (["--cypher", "RETURN 1", "--timeout", "nan"], "--timeout: expected a number of seconds from 0.001 to 86400"),
        (["--suggested", "--around", "UKR"], "--suggested without --whatif; expected both"),
        (["--attack", "EST", "--by", "EST"], "Estonia cannot be its own attacker; expected another party"),
        (["--on", "2024-02-30"], "there is no such day: '2024-02-30'"),
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_one_line(
    core: Foedera, tmp_path: Path, arguments: list[str], message: str
) -> None:
    day = () if "--on" in arguments else DAY
    ran = core("render", *arguments, *day, "-o", str(tmp_path / "page.html"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"foedera: {message}") and ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
