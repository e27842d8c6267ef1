"""A user's own agreements from a table: what its rows become, and what is wrong with them."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import foedera
from foedera import loaders
from foedera.database import Database
from foedera.graph import writer
from foedera.graph.dates import span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record
from foedera.graph.store import Store
from foedera.queries.doctor import examine

from ..conftest import facts, nodes

PAGE = Path(foedera.__file__).parent.parent / "docs" / "datasets" / "csv.md"
HEADER = "agreement,title,kind,force,party,since,until,role,signed,obligation,owed_to,article,summary,source,source_url,locator,note"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A file of these rows below a header of all columns, each row filled up with empty cells."""

    def of(*rows: str, name: str = "my-pacts.csv") -> Path:
        count = HEADER.count(",")
        filled = [row + "," * (count - row.count(",")) for row in rows]
        (tmp_path / name).write_text("\n".join([HEADER, *filled]) + "\n", encoding="utf-8")
        return tmp_path / name

    return of


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the page."""
    found = re.search(r"```csv\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    (tmp_path / "my-pacts.csv").write_text(found[1], encoding="utf-8")
    return tmp_path / "my-pacts.csv"


def read(path: Path) -> list[Record]:
    return [each for each in loaders.records("csv", path) if isinstance(each, Record)]


def told(path: Path) -> str:
    with pytest.raises(BadInput) as error:
        list(loaders.records("csv", path))
    return str(error.value)


def span(fact: Record) -> str:
    held = span_of(fact.properties)
    return f"{held.since} – {held.until}"


def test_the_example_of_the_page(example: Path, store: Store) -> None:
    """It answers as the page says; loading it again changes nothing, and the changed file only what has changed."""
    first = loaders.load(store, "csv", example)
    assert (first.dataset, first.refused) == ("my-pacts", [])
    db = Database(lambda: store, closing=False)
    for attacked, on, expected in (
        ("Iceland", "2000-01-01", {"DNK", "NOR"}),
        ("Iceland", "2007-01-01", {"NOR"}),
        ("Denmark", "2012-01-01", {"NOR"}),
    ):
        answer = db.attack(attacked, on=on, datasets="my-pacts")
        bound = {row.commitment.debtor for row in answer.rows if row.duty == "bound to defend"}
        assert bound == expected, (attacked, on)
    assert {row["check"]: row["found"] for row in examine(store).integrity if row["found"]} == {}
    again = loaders.load(store, "csv", example)
    assert (again.new, again.changed, again.removed, again.unchanged) == (0, 0, 0, first.new)
    text = example.read_text(encoding="utf-8")
    shorter = "".join(line for line in text.splitlines(keepends=True) if "basing" not in line)
    example.write_text(shorter, encoding="utf-8")
    changed = loaders.load(store, "csv", example)
    assert (changed.new, changed.changed) == (0, 1)  # the dataset's version
    gone = store.read("MATCH (o:Obligation {dataset: 'my-pacts'}) RETURN o.kind AS kind ORDER BY kind").rows
    assert [row["kind"] for row in gone] == ["consultation", "defense"]
    assert changed.removed == 5


def test_rows_become_parties_with_spells_and_promises(example: Path) -> None:
    """A party with no forces owes no defence, and is owed it; who comes back has a second spell."""
    records = read(example)
    agreement = nodes(records, "Agreement")["my-pacts:harbours"]
    assert agreement.properties["title"] == "Northern Harbours Pact"
    assert agreement.provenance.sources == ("my-pacts/the-pact-as-published#Articles 1-3",)
    parts = {id: span(each) for id, each in facts(records, "PARTY_TO").items()}
    assert parts == {
        "my-pacts:PARTY_TO:NOR:my-pacts:harbours": "1992-01-01 – None",
        "my-pacts:PARTY_TO:ISL:my-pacts:harbours": "1992-01-01 – None",
        "my-pacts:PARTY_TO:DNK:my-pacts:harbours": "1992-01-01 – 2005-07-01",
        "my-pacts:PARTY_TO:DNK:my-pacts:harbours:2": "2010-09 – None",
    }
    defence = {id for id in facts(records, "OWES", "OWED_TO") if ":harbours/defense" in id}
    assert "my-pacts:OWED_TO:my-pacts:harbours/defense:ISL" in defence
    assert "my-pacts:OWES:ISL:my-pacts:harbours/defense" not in defence
    basing = {each.end.id for each in facts(records, "OWED_TO").values() if "basing" in each.start.id}
    assert basing == {"ISL", "USA"}
    back = facts(records, "PARTY_TO")["my-pacts:PARTY_TO:DNK:my-pacts:harbours:2"]
    assert back.provenance.sources == ("my-pacts/the-pact-as-published#Protocol of 2010",)


def test_a_name_means_the_state_of_the_day(write: Write) -> None:
    """Russia since 1980 is the Soviet Union; with no source named, the file is cited."""
    path = write("a,A,treaty,binding,Russia,1980,1985,,,consultation", "a,,,,Turkey,1980")
    records = read(path)
    (promise,) = facts(records, "OWES").values()
    assert promise.start.id == "SUN" and promise.provenance.sources == ("my-pacts",)
    assert {each.end.id for each in facts(records, "OWED_TO").values()} == {"TUR"}


def test_an_end_that_nobody_knows_blurs_no_other(write: Write) -> None:
    """One party's end is known, another's is not."""
    path = write(
        "a,A,treaty,binding,NOR,1992-01-01,2005-07-01,,,defense", "a,,,,DNK,,unknown,,,defense", "a,,,,ISL"
    )
    owed = facts(read(path), "OWES")
    assert span(owed["my-pacts:OWES:NOR:my-pacts:a/defense"]) == "1992-01-01 – 2005-07-01"
    denmark = span_of(owed["my-pacts:OWES:DNK:my-pacts:a/defense"].properties)
    day = datetime.date(2000, 1, 1)
    assert denmark.possibly(day) and not denmark.certainly(day)


PACT = "a,A,treaty,binding,Norway,1992-01-01,,,,defense"
OTHER = "a,,,,Denmark"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,A,treety,binding,Norway,1992,,,,defense", OTHER], "2: column kind is 'treety'; expected one of treaty, "),
        ([PACT, "a,,,,Denmrk"], "3: column party: unknown country or organization 'Denmrk'. Did you mean Denmark"),
        ([PACT, "a,,,,Korea"], "3: column party: 'Korea' may be "),
        ([PACT, "a,,,,Scotland"], "3: column party: unknown country or organization 'Scotland'. Did you mean United Kingdom?"),
        ([PACT, "a,,,,Xyzzy"], "3: column party: unknown country or organization 'Xyzzy'. Expected a usual English name, such as Russia"),
        ([PACT, "a,,,,"], "3: column party is ''; expected a country or organization, such as Estonia, EST or NATO"),
        ([PACT, "a,,,,Denmark,29/03/2004"], "3: column since: not a date: '29/03/2004'; expected a date such as 2004-03-29"),
        ([PACT, "a,,,,Denmark,2004-02-30"], "3: column since: there is no such day: '2004-02-30'"),
        ([PACT, "a,,,,Denmark,1995,1990"], "3: column until is '1990'; expected the first day no longer, after since (1995)"),
        (["a,A,treaty,binding,Norway,,,,,defense", OTHER], "2: column since is ''; expected the first day, month or year"),
        ([PACT, "a,,,,Denmark,,,,,defence"], "3: column obligation is 'defence'; expected one of defense, "),
        ([PACT, "a,,,,Denmark,,,,,,Norway"], "3: column owed_to is 'Norway'; expected it only where column obligation"),
        ([PACT, "a,,,,Denmark,,,,,defense,Denmark"], "3: column owed_to is 'Denmark'; expected another than the party"),
        ([PACT], "2: column obligation is 'defense'; expected another party of the agreement, or 'owed_to'"),
        ([PACT, OTHER, OTHER], "4: the row stands in line 3 too; expected it once"),
        ([PACT, OTHER, "a,,,,Denmark,1995"], "4: PARTY_TO of DNK and my-pacts:a: its spell overlaps the one at my-pacts.csv:3"),
        ([PACT, "a,B,,,Denmark"], "3: column title is 'B'; expected 'A', as in line 2, or nothing"),
        (["a,,treaty,binding,Norway,1992"], "2: column title is ''; expected it in a row of agreement 'a'"),
        ([PACT, "a,,,,East Germany,1992"], "3: DDR did not exist"),
        ([PACT, "a,,,,Denmark,,,partner"], "3: column role is 'partner'; expected one of party, "),
        ([PACT, ",,,,Denmark,1992"], "3: column agreement is ''; expected a name of yours for it"),
        ([], "1: no row below the header; expected one a party of an agreement"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(write: Write, rows: list[str], expected: str) -> None:
    """A line each, in the words of core's own files where they have the rule too."""
    assert told(write(*rows)).startswith(f"my-pacts.csv:{expected}")


def test_a_header_needs_six_columns(tmp_path: Path) -> None:
    """The others may be left out; what is unknown is told with the nearest."""
    path = tmp_path / "my-pacts.csv"
    path.write_text(
        "agreement,title,kind,force,party,since\na,A,treaty,binding,Norway,1992\n", encoding="utf-8"
    )
    assert set(facts(read(path), "PARTY_TO")) == {"my-pacts:PARTY_TO:NOR:my-pacts:a"}
    path.write_text("agreement,title,kind,force,party,since,obligations\n", encoding="utf-8")
    assert told(path) == (
        "my-pacts.csv:1: unknown column 'obligations'; expected none but the dataset's own. Did you mean obligation?"
    )


def test_the_dataset_has_a_name_of_its_own(write: Write) -> None:
    """That of the file, or another; never one of ours."""
    path = write(PACT, OTHER, name="My Pacts (2).csv")
    assert loaders.dataset("csv", path) == "my-pacts-2"
    assert loaders.dataset("csv", path, "Other Name") == "other-name"
    assert {each.provenance.dataset for each in loaders.records("csv", path, called="x") if isinstance(each, Record)} == {"x"}  # fmt: skip
    for name in ("core.csv", "cow.csv", "all.csv", "csv.csv", "!.csv"):
        with pytest.raises(
            BadInput, match=r"^a dataset of your own cannot be called .*; expected another name, by --as"
        ):
            loaders.records("csv", write(PACT, OTHER, name=name))
    with pytest.raises(BadInput, match=r"^core has its name; expected --as with csv alone$"):
        loaders.records("core", None, called="mine")
    with pytest.raises(BadInput, match=r"^csv needs a file; expected foedera load csv my-pacts.csv"):
        loaders.records("csv")


CELLS = st.sampled_from(
    [
        "",
        " ",
        "x",
        "1992",
        "unknown",
        "2030-13",
        "Norway",
        "Norway; Denmark",
        "defense",
        "9999-12-31",
        "é",
        '"',
    ]
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(1, 5), column=st.integers(0, 14), cell=CELLS)
def test_a_changed_cell_is_read_or_told(example: Path, line: int, column: int, cell: str) -> None:
    """Never another error, and never a message without its place."""
    original = example.read_text(encoding="utf-8")
    lines = original.splitlines()
    cells = lines[line].split(",")
    cells[column] = cell
    try:
        example.write_text("\n".join([*lines[:line], ",".join(cells), *lines[line + 1 :]]), encoding="utf-8")
        list(loaders.records("csv", example))
    except BadInput as error:
        assert all(each.startswith("my-pacts.csv:") for each in str(error).splitlines())
    finally:
        example.write_text(original, encoding="utf-8")


def test_an_organization_comes_along_where_core_is_not_loaded(write: Write, store: Store) -> None:
    """NATO is there to owe and to be owed, without a treaty of core's; the doctor is content."""
    path = write(PACT, "a,,,,NATO,,,,,consultation")
    assert loaders.load(store, "csv", path).refused == []
    owing = store.read("MATCH (p:Organization)-[:OWES]->(:Obligation) RETURN p.id AS id ORDER BY id").rows
    assert [row["id"] for row in owing] == ["NATO"]
    assert examine(store).healthy and not store.read("MATCH (a:Agreement {dataset: 'core'}) RETURN a").rows


def test_a_party_that_the_database_does_not_hold_is_told_before_anything_is_written(
    write: Write, store: Store
) -> None:
    """The core that is loaded is not the one that names are looked up in; once for each row."""
    about = Node("Dataset", "core", {"title": "Core", "version": "0"}, Provenance("core", ()))
    norway = Node(
        "Country", "NOR", {"name": "Norway", "keys": ["norway"], "until_known": True}, Provenance("core", ())
    )
    writer.load(store, "core", [about, norway])
    with pytest.raises(BadInput) as error:
        loaders.load(store, "csv", write(PACT, OTHER, "a,,,,NATO"))
    mended = "is not in this database; expected core as it is now: run `foedera load core`"
    assert str(error.value).splitlines() == [
        f"my-pacts.csv:3: country DNK {mended}",
        f"my-pacts.csv:4: organization NATO {mended}",
    ]
    assert store.read("MATCH (n) WHERE n.dataset <> 'core' RETURN n.id AS id").rows == []
