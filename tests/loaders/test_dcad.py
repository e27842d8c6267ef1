"""DCAD's loader, on made-up rows that carry every quirk of the real file."""

import csv
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera import loaders
from foedera.graph import writer
from foedera.graph.dates import bounds_of, span_of
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Record, Refusal, Relationship, problems
from foedera.graph.store import Store
from foedera.loaders import core, dcad

from .conftest import nodes

FOLDER = Path(__file__).parent / "dcad"
FILE = FOLDER / dcad.FILE
TEXT = FILE.read_text(encoding="utf-8")
STATES = {"USA", "CAN", "GBR", "FRA", "SUN", "RUS", "IND", "POL", "HUN", "TUR", "EGY", "SYR"}


@pytest.fixture(scope="module")
def found() -> list[Record]:
    return [each for each in dcad.records(FOLDER) if not isinstance(each, Refusal)]


def agreement(found: list[Record], number: int) -> Node:
    return nodes(found, "Agreement")[f"dcad:DCADv1.0-{number}"]


def promise(found: list[Record], number: int) -> Node | None:
    held = nodes(found, "Obligation").values()
    return next((each for each in held if each.id.startswith(f"dcad:DCADv1.0-{number}/")), None)


def parties(found: list[Record], number: int) -> dict[str, Relationship]:
    return {
        each.start.id: each
        for each in found
        if isinstance(each, Relationship) and each.type == "PARTY_TO" and each.end.id.endswith(str(number))
    }


def shown(of: Node | Relationship) -> str:
    """Its span as answers show it."""
    span = span_of(of.properties)
    return f"{span.since} – {span.until or ('' if span.until_known else 'unknown')}"


def test_each_record_fits_the_declaration(found: list[Record]) -> None:
    assert [problem for each in found for problem in problems(each)] == []
    assert {each.provenance.dataset for each in found} == {"dcad"}


def test_an_agreement_is_one_instrument_with_two_parties_that_owe_each_other_one_promise(
    found: list[Record],
) -> None:
    one = agreement(found, 9001)
    assert one.properties["title"] == "DCAD 9001: United States and Canada, defence cooperation (1994)"
    assert (one.properties["kind"], one.properties["force"]) == ("security agreement", "unknown")
    assert one.provenance.sources == ("dcad#DCAD-v1.0-main.csv:2",)
    assert str(bounds_of(one.properties, "signed")) == "1994-08-19"
    assert one.properties["duration"] == "indefinite"
    assert {"span=-77", "terminated=0", "endYearEstimate=2010", "UNTS=133345"} < set(one.properties["coded"])
    assert one.properties["note"] is None
    assert {id: each.properties["code"] for id, each in parties(found, 9001).items()} == {
        "USA": "2",
        "CAN": "20",
    }
    owed = promise(found, 9001)
    assert owed and (owed.properties["kind"], owed.properties["rank"]) == ("cooperation", 1)
    ends = {
        (each.type, each.start.id, each.end.id)
        for each in found
        if isinstance(each, Relationship) and owed.id in (each.start.id, each.end.id)
    }
    assert ends == {
        ("CREATES", one.id, owed.id),
        ("OWES", "USA", owed.id), ("OWED_TO", owed.id, "USA"),
        ("OWES", "CAN", owed.id), ("OWED_TO", owed.id, "CAN"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "span"),
    [
        (9001, "1994-09-19 – 2011-01-01 or later"),  # in force on the last day
        (9002, "1996-06-01 or later – unknown"),  # nobody knows whether it came into force
        (9006, "2002-05-20 – 2011-01-01 or later"),  # before its signature: kept, and noted
        (9007, "1998-04-03 – 2001-03-01..2005-04-03"),  # signed 29 February 1996, lasted six years from the one or the other
        (9008, "1999-01-01..2014-12-31 – 2012-01-01..2014-12-31"),  # ended, by its length, after the last day
        (9009, "2001-02-01 – unknown"),  # came into force; its end is not known
        (9010, "1998-02-27 or later – unknown"),  # its parties are doubted
        (9011, "2009-12-11 or later – unknown"),  # not signed
        (9012, "2012 – 2012-01-02 or later"),  # in force later than the last day on which it is in force
        (9013, "2010-11-03 or later – unknown"),  # a month without a year tells nothing
    ],
)  # fmt: skip
def test_it_begins_and_ends_by_what_is_coded_and_never_by_the_estimate(
    found: list[Record], number: int, span: str
) -> None:
    assert shown(agreement(found, number)) == span


@pytest.mark.parametrize(
    ("number", "kind", "name"),
    [
        (9001, "cooperation", "Defence cooperation"),
        (9002, "industry", "Defence research"),
        (9003, "exercises", "Training and exchange"),
        (9004, "industry", "Defence industry cooperation"),
        (9007, "arms-access", "Procurement"),
        (9008, "consultation", "Standing commission"),
        (9012, "cooperation", "Defence cooperation"),  # as the codebook has it: Full DCA
    ],
)
def test_a_category_is_one_promise_of_one_kind(
    found: list[Record], number: int, kind: str, name: str
) -> None:
    held = promise(found, number)
    assert held and (held.properties["kind"], held.properties["name"]) == (kind, name)


@pytest.mark.parametrize(
    ("number", "note"),
    [
        (9002, "DCAD finds what the two owe each other unequal, and does not say how"),
        (9003, "DCAD is little sure of its category"),
        (9004, "DCAD calls it atypical of its category; it may be of another category: procurement or defence research"),
        (9006, "DCAD has it in force since 2002-05-20, before its signature on 2004-03-08"),
        (9007, "ended after 6 years"),
        (9008, "ended after 14 years, though DCAD ends with 2010"),
        (9010, "DCAD has the code 652 (Syria) beside the label EGY: one of the two is wrong"),
        (9011, ("talked about, on 2009-12-11, but not signed, in the news reports that DCAD read; "
               "coded from news reports that DCAD trusts little (2 of 5); DCAD is little sure of its category")),
        (9012, ("the news reports that DCAD read leave open whether it was signed; "
               "it may be of another category: defence industry cooperation; "
               "DCAD has it in force on 2010-12-31, and its entry into force later")),
        (9013, None),
    ],
)  # fmt: skip
def test_a_doubt_is_noted(found: list[Record], number: int, note: str | None) -> None:
    assert agreement(found, number).properties["note"] == note


@pytest.mark.parametrize(
    ("number", "duration"),
    [
        (9002, "5 years; renewed once by itself, 5 years each time"),
        (9003, None),
        (9004, "10 years; renewed again and again by itself"),
        (9007, "5 years; not renewable"),
        (9012, "1 year; renewable if both agree"),
        (9013, "for a limited time that is not known; renewable in a way that is not known"),
    ],
)
def test_numbers_below_zero_are_words(found: list[Record], number: int, duration: str | None) -> None:
    assert agreement(found, number).properties["duration"] == duration


def test_what_was_not_signed_is_owed_by_nobody(found: list[Record]) -> None:
    assert promise(found, 9011) is None and "signed" not in agreement(found, 9011).properties
    assert set(parties(found, 9011)) == {"GBR", "TUR"}


def test_two_agreements_of_one_pair_and_day_stay_two(found: list[Record]) -> None:
    assert agreement(found, 9002).properties["signed"] == agreement(found, 9003).properties["signed"]


def test_a_successor_carries_on_under_the_same_number_and_only_who_signed_has_signed(
    found: list[Record],
) -> None:
    held = parties(found, 9004)
    assert {id: shown(each) for id, each in held.items()} == {
        "SUN": "1987-01-01 – 1991-12-26",
        "RUS": "1991-12-26 – 2011-01-01 or later",
        "IND": "1987-01-01 – 2011-01-01 or later",
    }
    assert "signed" in held["SUN"].properties and "signed" not in held["RUS"].properties


def test_a_state_with_itself_is_refused_and_known() -> None:
    (refused,) = (each for each in dcad.records(FILE) if isinstance(each, Refusal))
    assert refused.known and str(refused) == (
        "DCAD-v1.0-main.csv:6: DCADv1.0-9005: ccode1 and ccode2 are both 145, labelled BOL and VEN: "
        "an agreement of a state with itself, one of its codes must be wrong"
    )


def test_it_loads_and_a_second_load_changes_nothing(store: Store) -> None:
    states = [
        each for each in core.records() if isinstance(each, Node) and each.label in ("Country", "Source")
    ]
    writer.load(store, "core", [each for each in states if each.id in STATES or each.label == "Source"])
    first = loaders.load(store, "dcad", FOLDER)
    again = loaders.load(store, "dcad", FOLDER)
    assert [each.known for each in first.refused] == [True] and first.new == 108
    assert (again.new, again.changed, again.removed, again.unchanged) == (0, 0, 0, first.new)


Edit = Callable[[str], str | bytes]


def swap(old: str, new: str) -> Edit:
    assert old in TEXT
    return lambda text: text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (swap("2,USA,20,CAN,19,8", "2,USA,21,CAN,19,8"), "DCAD-v1.0-main.csv:2: column ccode2: unknown Correlates of War state number 21; expected a number of its list. Did you mean 20 (Canada), 31 (Bahamas), 40 (Cuba)?"),
        (swap("2,USA,20,CAN,19,8", "2,USA,,CAN,19,8"), "DCAD-v1.0-main.csv:2: column ccode2 is ''; expected a Correlates of War state number"),
        (swap("19,8,1994", "31,2,1994"), "DCAD-v1.0-main.csv:2: column signDay: there is no day 1994-2-31; expected one of the calendar"),
        (swap("19,8,1994", "19,13,1994"), "DCAD-v1.0-main.csv:2: column signMonth is '13'; expected 1 to 12"),
        (swap("19,8,1994", "19,,1994"), "DCAD-v1.0-main.csv:2: column signDay is '19'; expected none where signMonth is empty"),
        (swap("19,8,1994", "19,8,"), "DCAD-v1.0-main.csv:2: column signYear is ''; expected a year from 1980 to 2010"),
        (swap("-77,-77,-77,0,", "-77,-77,-77,2,"), "DCAD-v1.0-main.csv:2: column terminated is '2'; expected -99 or -88 or 0 or 1"),
        (swap("general,DCA,,,-77", "general,DCB,,,-77"), "DCAD-v1.0-main.csv:2: column category1 is 'DCB'; expected one of COMMISSION, DCA, DIC, PROCUREMENT, RESEARCH, TREX. Did you mean DIC, DCA?"),
        (swap("0,high,133345", "0,hihg,133345"), "DCAD-v1.0-main.csv:2: column categoryConf is 'hihg'; expected one of high, med, medium, low, atypical. Did you mean high?"),
        (swap("9002", "9001"), "DCAD-v1.0-main.csv:3: column DCAid is 'DCADv1.0-9001'; expected another id than that of line 2"),
        (swap("DCADv1.0-9001", ""), "DCAD-v1.0-main.csv:2: column DCAid is ''; expected the agreement's id, such as DCADv1.0-0001"),
        (swap("DCADv1.0-9001", "DCADv2.0-9001"), "DCAD-v1.0-main.csv:2: column DCAid is 'DCADv2.0-9001'; expected the agreement's id, such as DCADv1.0-0001"),
        (swap("DCADv1.0-9001", "9001"), "DCAD-v1.0-main.csv:2: column DCAid is '9001'; expected the agreement's id, such as DCADv1.0-0001"),
        (swap("span", "Span"), "DCAD-v1.0-main.csv:1: no column 'span'; expected it in the header\nDCAD-v1.0-main.csv:1: unknown column 'Span'; expected none but the dataset's own. Did you mean span?"),
        (lambda text: text.replace(",", ";"), "DCAD-v1.0-main.csv:1: cells are not separated by ',' but ';'; expected ','"),
        (lambda text: text.replace("\n", "\r").encode(), "DCAD-v1.0-main.csv:1: lines end with CR alone; expected LF or CR LF"),
        (lambda text: text.replace("Gazette", "Gaceta Espa\u00f1ola").encode("latin-1"), "DCAD-v1.0-main.csv:3: byte 0xf1 is not UTF-8; save the file in UTF-8"),
        (lambda text: text[:-30], "DCAD-v1.0-main.csv:14: 25 cells; expected 30, one for each column"),
        (lambda text: "<html>" + text, "DCAD-v1.0-main.csv:1: a page of the web; expected the data file that it links to"),
        (lambda text: b"PK\x03\x04" + text.encode(), "DCAD-v1.0-main.csv: a zip archive; unpack it, and give the file that it holds"),
        (lambda text: "ccode1,cowName1,ccode2,cowName2,year,dcaAnyV1\n", "DCAD-v1.0-main.csv:1: the file of pairs and years; expected DCAD-v1.0-main.csv, one row an agreement"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_file_line_and_column(tmp_path: Path, edit: Edit, told: str) -> None:
    changed = edit(TEXT)
    (tmp_path / dcad.FILE).write_bytes(changed.encode() if isinstance(changed, str) else changed)
    with pytest.raises(BadInput) as error:
        list(dcad.records(tmp_path))
    assert str(error.value) == told


@pytest.mark.parametrize("edit", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_a_mark_of_byte_order_and_other_line_ends_change_nothing(
    tmp_path: Path, found: list[Record], edit: Callable[[str], str]
) -> None:
    (tmp_path / dcad.FILE).write_bytes(edit(TEXT).encode())
    assert [each for each in dcad.records(tmp_path) if not isinstance(each, Refusal)] == found


def test_a_missing_file_is_named_with_where_to_get_it_and_how_to_cite_it(tmp_path: Path) -> None:
    for path, name in ((None, dcad.FILE), (tmp_path, f"{dcad.FILE} in '{tmp_path}'")):
        with pytest.raises(BadInput) as error:
            list(dcad.records(path))
        told = str(error.value)
        assert told.startswith(f"no {name}; get it from https://www.brandonkinne.com/dcad (no licence stated")
        assert told.endswith("Journal of Conflict Resolution 64 (4): 729-755.")


def test_what_is_wrong_reaches_no_database(tmp_path: Path, embedded: Store) -> None:
    (tmp_path / dcad.FILE).write_text(TEXT.replace("19,8,1994", "31,2,1994"), encoding="utf-8")
    with pytest.raises(BadInput):
        loaders.load(embedded, "dcad", tmp_path)
    assert embedded.read("MATCH (n:Country|Agreement|Dataset) RETURN n.id AS id").rows == []


@settings(deadline=None)
@given(line=st.integers(1, 13), column=st.integers(0, 29), value=st.sampled_from(
    ["", "0", "1", "-1", "-88", "2", "x", "1e9", "nan", "inf", "2010", "99999", " ", "é", "\u0662", "DCA", "1.5", "-0", "365"]
))  # fmt: skip
def test_any_other_cell_is_read_or_told_in_one_line_and_never_breaks(
    tmp_path_factory: pytest.TempPathFactory, line: int, column: int, value: str
) -> None:
    table = list(csv.reader(TEXT.splitlines()))
    table[line][column] = value
    path = tmp_path_factory.mktemp("mutated") / dcad.FILE
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    try:
        found = list(dcad.records(path))
    except BadInput as error:
        lines = str(error).splitlines()
        for each in lines:
            assert each.startswith(f"{dcad.FILE}:") and ("expected" in each or "unknown" in each)
    else:
        assert [each for each in found if not isinstance(each, Refusal) and list(problems(each))] == []
    shutil.rmtree(path.parent)


def test_the_order_of_rows_and_columns_does_not_matter(tmp_path: Path, found: list[Record]) -> None:
    header, *rows = list(csv.reader(TEXT.splitlines()))
    order = list(range(len(header)))
    random.Random(7).shuffle(order)
    with (tmp_path / dcad.FILE).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([row[each] for each in order] for row in (header, *rows))
    again = [each for each in dcad.records(tmp_path) if not isinstance(each, Refusal)]
    assert again == found
