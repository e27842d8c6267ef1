"""`compare`, `between` and `timeline` as they are printed, on both engines."""

import csv
import io

import pytest

from foedera.cli.beside import Citations, money
from foedera.cli.tables import width

from .conftest import Foedera

UKRAINE = ("us-ukraine-2024", "uk-ukraine-2024", "germany-ukraine-2024")
FIVE = (*UKRAINE, "france-ukraine-2024", "japan-ukraine-2024")


@pytest.fixture
def wide(core: Foedera, monkeypatch: pytest.MonkeyPatch) -> Foedera:
    """In a terminal of 100 columns."""
    monkeypatch.setenv("COLUMNS", "100")
    return core


@pytest.mark.parametrize(
    "asked",
    [
        ("compare", *UKRAINE),
        ("compare", *FIVE),
        ("compare", "north-atlantic-treaty", "warsaw-pact-1955", "rio-treaty-1947"),
        ("between", "USA", "NZL", "--on", "1990-01-01"),
        ("between", "EST", "USA", "--on", "2003-01-01"),
        ("timeline", "UKR"),
        ("timeline", "ankara-treaty-1953"),
    ],
)
def test_a_hundred_columns_are_enough(wide: Foedera, asked: tuple[str, ...]) -> None:
    """No line is wider."""
    ran = wide(*asked)
    assert ran.code == 0
    assert max(map(width, ran.out.splitlines())) <= 100


def test_three_agreements_stand_side_by_side(wide: Foedera) -> None:
    """With their ids above the columns, what differs marked and named, and numbered sources below."""
    out = wide("compare", *UKRAINE).out
    (head, *_) = (line for line in out.splitlines() if line.split() == list(UKRAINE))
    (sums,) = (line for line in out.splitlines() if "GBP 2.5 billion, 2024" in line)
    assert sums.index("GBP") == head.index(UKRAINE[1]) and sums.index("EUR 7.1") == head.index(UKRAINE[2])
    assert "≠ legal force," in out and "— none of them" in out
    assert "core holds nothing of it, which does not say that the text is silent" in " ".join(out.split())
    assert "ajil-2024-ukraine: 2; 9 at Footnote 26" in out
    assert "None" not in out


def test_five_agreements_stand_below_one_another(wide: Foedera) -> None:
    """Each line begins with its agreement; those with nothing share one."""
    lines = wide("compare", *FIVE).out.splitlines()
    assert any(line.startswith("   france-ukraine-2024: 10 years [") for line in lines)
    assert not any(line.split() == list(FIVE) for line in lines)
    assert any(line.startswith("defense  — none of them") for line in lines)


def test_a_comparison_in_json_cites_each_cell(core: Foedera) -> None:
    """Lines of cells in the order asked; a cell with nothing says so and has no source."""
    answer = core("compare", *UKRAINE, "--on", "2024-08-01", "--format", "json").json
    assert answer["question"] == {"agreements": list(UKRAINE), "on": "2024-08-01"}
    assert (answer["as_of"], answer["datasets"]) == ("2024-08-01", ["core"])
    for line in answer["lines"]:
        assert line["state"] in ("same", "differs", "absent")
        assert [cell["agreement"] for cell in line["cells"]] == list(UKRAINE)
        assert all(cell["absent"] or cell["sources"] for cell in line["cells"])
    assert any(cell["absent"] and not cell["sources"] for line in answer["lines"] for cell in line["cells"])
    assert [each["agreements"] for each in answer["force_notes"]] == [[UKRAINE[0]], list(UKRAINE[1:])]


def test_what_has_ended_is_not_said_to_hold(wide: Foedera) -> None:
    """The treaty of 1951 and its promises have ended by now; on a day of 1955 they hold, and those of 1960 do not yet."""
    now = wide("compare", "us-japan-1951", "us-japan-1960", "--format", "csv").out
    assert {
        (row["agreement"], row["status"]) for row in csv.DictReader(io.StringIO(now)) if row["obligation"]
    } == {
        ("us-japan-1951", "ended"),
        ("us-japan-1960", "in force"),
    }
    shown = " ".join(wide("compare", "us-japan-1951", "us-japan-1960", "--on", "1955-01-01").out.split())
    assert "as of 1955-01-01, from core" in shown
    assert "not yet in force" in shown and "ended" not in shown.partition("Sources")[0]


def test_a_comparison_in_markdown_has_a_column_an_agreement(core: Foedera) -> None:
    """And in CSV a row a provision."""
    out = core("compare", *UKRAINE, "--format", "markdown").out
    assert f"| provision | state | {' | '.join(UKRAINE)} |" in out
    rows = list(csv.DictReader(io.StringIO(core("compare", *UKRAINE, "--format", "csv").out)))
    assert {row["amount"] for row in rows if row["currency"] == "EUR"} == {"7100000000.0"}


def test_between_prints_both_directions(wide: Foedera) -> None:
    """What is suspended or dormant is marked; with nothing there is the reason alone."""
    out = wide("between", "USA", "NZL", "--on", "1990-01-01").out
    assert "United States → New Zealand" in out and "New Zealand → United States" in out
    assert "2 in force, 2 suspended" in out and "all dormant" in out
    nothing = wide("between", "EST", "USA", "--kind", "defense", "--on", "2003-01-01").out
    assert "no: core is complete for defence commitments" in " ".join(nothing.split()) and "→" not in nothing


def test_a_timeline_prints_dates_as_they_are_known(wide: Foedera) -> None:
    """A date, what changed and of what, with its source; an end that nobody knows."""
    lines = wide("timeline", "ankara-treaty-1953").out.splitlines()
    assert any(line.startswith("1953-02-28..1953-12-31  in force") for line in lines)
    assert any(line.startswith("unknown ") and "end unknown" in line for line in lines)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("compare",), "missing AGREEMENT...; `foedera compare --help` shows how"),
        (
            ("compare", "us-ukraine-2024"),
            "a comparison needs two agreements or more, such as us-ukraine-2024 uk-ukraine-2024",
        ),
        (("between", "USA", "usa"), "it takes two parties; both are the United States"),
        (
            ("timeline", "UKR", "--from", "May 2022"),
            "not a date: 'May 2022'; expected a date such as 2004-03-29, 2004-03 or 2004",
        ),
        (
            ("timeline", "UKR", "--from", "2023", "--to", "2022"),
            "--to 2022-12-31 comes before --from 2023-01-01",
        ),
    ],
)
def test_what_is_asked_wrongly_is_one_line(core: Foedera, asked: tuple[str, ...], told: str) -> None:
    """What, and what was expected."""
    ran = core(*asked)
    assert (ran.code, ran.out, ran.err) == (2, "", f"foedera: {told}\n")


def test_money_is_read_at_a_glance() -> None:
    """Billions and millions by name; odd sums whole."""
    assert [money(7.1e9, "EUR"), money(977e6, "EUR"), money(1_234.5, "USD"), money(5e9, None)] == [
        "EUR 7.1 billion",
        "EUR 977 million",
        "USD 1,234.5",
        "5 billion",
    ]


def test_citations_keep_their_numbers() -> None:
    """Runs are shortened, and listed by document."""
    cited = Citations()
    assert cited.of(("a#1", "a#2", "b", "c")) == "[1-4]"
    assert cited.of(("b", "a#1")) == "[1,3]"
    assert list(cited.listed()) == ["a: 1 1; 2 2", "b: 3", "c: 4"]
