"""The tool that makes the map's data: TopoJSON and the Factbook's pages in, two files out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from foedera.graph.errors import BadInput
from tools.geography.coast import coast
from tools.geography.places import place


def land(tmp_path: Path, arcs: list[list[list[int]]], polygons: list[list[list[int]]]) -> Path:
    path = tmp_path / "land.json"
    geometry = {"type": "MultiPolygon", "arcs": polygons}
    topology = {"transform": {"scale": [1, 1], "translate": [-180, -90]}, "arcs": arcs}
    path.write_text(json.dumps({**topology, "objects": {"land": {"geometries": [geometry]}}}))
    return path


def test_coasts_are_rings_in_tenths_of_a_degree(tmp_path: Path) -> None:
    """Two arcs make a ring, the second of them backwards."""
    arcs = [[[180, 90], [10, 0], [0, 10]], [[180, 90], [0, 10], [10, 0]]]
    assert coast(land(tmp_path, arcs, [[[0, -2]]])) == ["[0,0,100,0,100,100,0,100]"]


def test_a_ring_over_the_date_line_has_no_seam_and_antarctica_is_left_out(tmp_path: Path) -> None:
    arcs = [[[355, 150], [-350, 0], [0, 10], [350, 0], [0, -10]], [[0, 5], [9, 0], [0, 5], [-9, -5]]]
    assert coast(land(tmp_path, arcs, [[[0]], [[1]]])) == ["[1750,600,1850,600,1850,700,1750,700]"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("54 00 N, 2 00 W", (-2, 54)),
        ("8 50 S, 13 13 E", (13.22, -8.83)),
        ("<strong>metropolitan France:</strong> 46 00 N, 2 00 E <br>Mayotte: 12 50 S, 45 10 E", (2, 46)),
    ],
)
def test_places_are_degrees_of_the_first_that_is_given(text: str, found: tuple[float, float]) -> None:
    assert place(text) == found


def test_text_without_a_place_is_told() -> None:
    with pytest.raises(
        BadInput, match=r"^the Factbook gives 'somewhere' as a place; expected such as '54 00 N, 2 00 W'$"
    ):
        place("somewhere")
