"""The field's real files, cut anywhere or with another cell: one that is not whole is refused, or said to be a part."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from foedera import loaders
from foedera.graph.errors import BadInput
from foedera.graph.records import Partial, Record, problems

FILES = {
    "atop": "atop/atop5_1m.csv",
    "cow": "cow_alliances/alliance_v4.1_by_member.csv",
    "dcad": "dcad/DCAD-v1.0-main.csv",
    "cow-contiguity": "cow_contiguity/contdir.csv",
    "us-forces": "us_forces/troopdata-rebuild-country-year.csv",
}
PART = r"\d+ of the \d+ alliances of ATOP 5\.1, up to \d+: a part, or cut short and \d+ short of members; "
CELLS = st.sampled_from(["", "0", "1", "2", "-9", "9.5", "1e400", "nan", "8152", "365", "1990", "31", "x", '"', "é", "٣", "1,1"])  # fmt: skip
FEW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("dataset", FILES)
@FEW
@given(share=st.floats(0, 1, exclude_max=True), at_a_row=st.booleans())
def test_a_file_that_was_cut_is_refused_or_called_a_part(
    data: Path, tmp_path: Path, dataset: str, share: float, at_a_row: bool
) -> None:
    """At the end of a row, where nothing shows it but how much there should be, and anywhere else."""
    whole = (data / FILES[dataset]).read_bytes()
    end = int(len(whole.rstrip()) * share)
    path = tmp_path / Path(FILES[dataset]).name
    path.write_bytes(whole[: whole.rfind(b"\n", 0, end) + 1] if at_a_row else whole[:end])
    try:
        found = list(loaders.records(dataset, path))
    except BadInput as error:
        assert str(error).startswith(f"{path.name}:") and "expected" in str(error)
    else:
        assert dataset == "atop"
        (said,) = (each for each in found if isinstance(each, Partial))
        assert re.match(PART, said.text)


def test_atop_without_one_member_of_nato_is_refused(data: Path, tmp_path: Path) -> None:
    """All alliances are there, and what it says of that member would be no."""
    path = tmp_path / "atop5_1m.csv"
    lines = (data / FILES["atop"]).read_text(encoding="utf-8").splitlines(keepends=True)
    lines.remove(next(line for line in lines if line.startswith("3180,")))
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(BadInput) as error:
        list(loaders.records("atop", path))
    assert str(error.value).endswith(
        ": the file ends after 2,509 rows; expected 2,510, as the 789 alliances of ATOP 5.1 have"
    )


@pytest.mark.parametrize("dataset", FILES)
@FEW
@given(share=st.floats(0, 1, exclude_max=True), column=st.integers(0, 200), cell=CELLS)
def test_another_cell_in_a_real_row_is_read_or_told(
    data: Path, tmp_path: Path, dataset: str, share: float, column: int, cell: str
) -> None:
    """Never another error, and never a fact that does not fit."""
    whole = (data / FILES[dataset]).read_text(encoding="utf-8").splitlines()
    line = 1 + int((len(whole) - 1) * share)
    cells = whole[line].split(",")
    cells[column % len(cells)] = cell
    path = tmp_path / Path(FILES[dataset]).name
    path.write_text("\n".join([*whole[:line], ",".join(cells), *whole[line + 1 :], ""]), encoding="utf-8")
    try:
        found = list(loaders.records(dataset, path))
    except BadInput as error:
        lines = str(error).splitlines()
        assert all(re.match(rf"{re.escape(path.name)}:\d+: \S|… and \d+ more", each) for each in lines)
    else:
        assert not [each for each in found if isinstance(each, Record) and list(problems(each))]
