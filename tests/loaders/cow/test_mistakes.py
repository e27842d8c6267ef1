"""What is wrong with COW's files is told, a line each, with file, line and column; nothing is given out."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera import loaders
from foedera.graph.errors import BadInput
from foedera.loaders.cow import checks, directed, members

from .conftest import Edit

M, D = members.NAME, directed.NAME
FRANCE = '227,220,"France",4,4,1949,,,,"Type I: Defense Pact",4,4,1949,,,,0,1,1,0,1,1,4.1\n'


def told(path: Path) -> str:
    with pytest.raises(BadInput) as error:
        list(loaders.records("cow", path))
    return str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("227,220,", "227,221,", f"{M}:12: column ccode is 221; expected 220, as France has in line 6"),
        ("227,220,", "227,8152,", f"{M}:12: column ccode: unknown Correlates of War state number 8152"),
        ('227,20,"Canada"', '227,20,"Canda"', f"{M}:28: column state_name is 'Canada'; expected 'Canda', which 20 is"),
        ("227,220,", "415,220,", f"{M}:12: column version4id is '415'; expected 1 to 414"),
        ("9,5,1386,,,,\"Type I: Defense Pact\",1,1,1816,,,,1,1,1,0,1,0,4.1\n1,235", "9,5,1387,,,,\"Type I: Defense Pact\",1,1,1816,,,,1,1,1,0,1,0,4.1\n1,235", f"{M}:3: columns all_st_* and all_end_* are 1386-05-09 to after 2012-12-31; expected 1387-05-09 to after 2012-12-31, as in line 2 of alliance 1"),
        ("\"Type IIa: Non-Aggression Pact\",22,4,1926,8,7,1937,0,0,0,1,1,,4.1\n122,640", "\"Type IIc\",22,4,1926,8,7,1937,0,0,0,1,1,,4.1\n122,640", f"{M}:8: column ss_type is 'Type IIc'; expected one of Type I: Defense Pact, "),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",31,9,1990,,,,0,1", f"{M}:13: column mem_st_day: there is no day 1990-9-31; expected one of the calendar"),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,5,,1991,0,1", f"{M}:13: column mem_end_month is ''; expected a month"),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,2,10,1990,0,0", f"{M}:13: column mem_end_year is '1990'; expected a day not before the first, 1990-10-03"),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,0", f"{M}:13: column right_censor is '0'; expected 1, as there is no end"),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,1,1", f"{M}:13: column left_censor is '1'; expected 0, as the member does not count from 1816-01-01 in an older alliance"),
        ("4,4,1949,,,,\"Type I: Defense Pact\",3,10,1990,,,,0,1", "4,4,1949,,,,\"Type I: Defense Pact\",3,10,2018,,,,0,1", f"{M}:13: column mem_st_year is '2018'; expected 1 to 2012"),
        (FRANCE, FRANCE.replace("1,0,1,1,4.1", "2,0,1,1,4.1"), f"{M}:12: column defense is '2'; expected 0 or 1"),
        (FRANCE, FRANCE.replace("4.1\n", "4.0\n"), f"{M}:12: column version is '4.0'; expected 4.1, the version that is read"),
        (FRANCE, FRANCE + FRANCE, f"{M}:13: France is in alliance 227 already by line 12 (1949-04-04 to after 2012-12-31); expected a row once"),
        ('233,740,"Japan",8,9,1951,,,,"Type I: Defense Pact",8,9,1951,,,,0,1,0,0,0,0,4.1\n', "", f"{M}:15: alliance 233 has one member, United States of America; expected another row"),
        ("state_name,all_st_day", "state,all_st_day", f"{M}:1: no column 'state_name'; expected it in the header\n"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(edit: Edit, old: str, new: str, expected: str) -> None:
    """One thing is wrong with a file that is well else."""
    assert told(edit(M, old, new)).startswith(expected)


def test_a_truncated_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of a row, of an alliance or within the last one, which can be known by the number of rows alone; and within a row."""
    text = (folder / M).read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    monkeypatch.setattr(checks, "ROWS", len(lines))
    assert (
        told(folder)
        == f"{M}:{len(lines)}: the file ends after {len(lines) - 1} rows; expected {len(lines)}, as it is published"
    )
    (folder / M).write_text("".join(lines[:-10]), encoding="utf-8")
    assert told(folder) == (
        f"{M}:{len(lines) - 10}: the file ends without alliance 410, 411, 412, 413, 414;"
        " expected version4id 1 to 414, all of them"
    )
    (folder / M).write_text(text[:-20], encoding="utf-8")
    assert told(folder) == f"{M}:{len(lines)}: 16 cells; expected 23, one for each column"


def test_another_file(folder: Path, tmp_path: Path) -> None:
    """Semicolons, a page of the web, the pairs instead of the members."""
    text = (folder / M).read_text(encoding="utf-8")
    (folder / M).write_text(text.replace(",", ";"), encoding="utf-8")
    assert told(folder) == f"{M}:1: cells are not separated by ',' but ';'; expected ','"
    (folder / M).write_text("<html>", encoding="utf-8")
    assert told(folder) == f"{M}:1: a page of the web; expected the data file that it links to"
    expected = (
        f"{D}: has pairs, which follow from the members and are not needed; expected {M}, or its folder"
    )
    assert told(folder / D) == expected


def test_a_missing_file_names_the_wish_of_its_maintainer_first(tmp_path: Path) -> None:
    """Then where it is published, on what terms, and how to cite it."""
    for path, named in ((tmp_path, f"{M} in '{tmp_path}'"), (tmp_path / M, f"'{tmp_path / M}'")):
        wish, missing = told(path).splitlines()
        assert wish.startswith(
            "COW's maintainer has asked that software not ease the use of its alliance data; ATOP"
        )
        assert missing.startswith(f"no {named}; get it from https://correlatesofwar.org/")
        assert "Gibler" in missing


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            '233,740,"Japan",2,"United States of America",8,9,1951,,,,0,1,0,0',
            '233,740,"Japan",2,"United States of America",8,9,1951,,,,0,1,1,0',
            f"{D}:31: 740 to 2 in alliance 233, 1951-09-08 to after 2012-12-31, defense=1, neutrality=0, nonaggression=0, entente=0: not so by {M}; expected the files to agree",
        ),
        (
            '122,640,"Turkey",630,"Iran",22,4,1926,8,7,1937,0,0,0,1,1,,4.1\n',
            "",
            f"{D}:1: no row for 640 to 630 in alliance 122, 1926-04-22 to 1937-07-08, defense=0, neutrality=1, nonaggression=1, entente=; expected it, by {M}",
        ),
        (
            '38,325,"Italy",220,"France",19,1,1859,11,7,1859,0,0,0,0,0,0,4.1\n',
            '38,325,"Italy",220,"France",19,1,1859,11,7,1859,0,0,0,0,0,0,4.1\n' * 2,
            f"{D}:8: the row stands in line 7 too; expected it once",
        ),
    ],
)  # fmt: skip
def test_pairs_that_do_not_follow_from_the_members(edit: Edit, old: str, new: str, expected: str) -> None:
    """Another flag, a row too few, a row twice."""
    assert told(edit(D, old, new)) == expected


CELLS = st.sampled_from(
    ["", " ", "0", "1", "2", "-1", "4.1", "99999", "1e400", "nan", "x", "é", "12", "1816", "2012", "2013", "220", "Canada", '"', "\0"]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.integers(1, 26), column=st.integers(0, 22), cell=CELLS)
def test_a_changed_cell_is_read_or_told(folder: Path, line: int, column: int, cell: str) -> None:
    """Never another error, and never a message without its place; facts of no other alliance change."""
    original = (folder / M).read_bytes()
    lines = original.decode().splitlines(keepends=True)
    cells = lines[line - 1].rstrip("\n").split(",")
    cells[column] = cell
    lines[line - 1] = ",".join(cells) + "\n"
    try:
        (folder / M).write_text("".join(lines), encoding="utf-8")
        loaders.records("cow", folder)
    except BadInput as error:
        places = str(error).splitlines()
        assert all(each.startswith((f"{M}:", f"{D}:", "… and ")) for each in places)
    finally:
        (folder / M).write_bytes(original)
