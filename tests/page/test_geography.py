"""The map: where everybody stands on it, and what its data say of their origin."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from math import isclose

import pytest

from foedera.graph.records import Node
from foedera.loaders.core import records
from foedera.page.data import Party
from foedera.page.drawing import drawing
from foedera.page.geography import HERE, WorldMap, read_places, world_map
from foedera.page.geography.middle import middle
from foedera.page.geography.projection import MIDDLE, project, rim, turned
from foedera.page.network import page

from .samples import sample
from .unpacked import rows, unpacked


def on_map(**changes: object) -> dict[str, complex]:
    data = sample(**changes)
    drawn = drawing(data)
    found: WorldMap = world_map(data, drawn)
    return {node.id: place for node, place in zip(drawn.nodes, found.places, strict=True)}


def test_every_country_of_core_has_a_place_and_nobody_else() -> None:
    countries = {each.id for each in records() if isinstance(each, Node) and each.label == "Country"}
    places = read_places()
    assert places.keys() == countries
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in places.values())


@pytest.mark.parametrize(
    ("id", "west", "south", "east", "north"),
    [
        ("USA", -125, 25, -67, 49),
        ("FRA", -5, 42, 8, 51),
        ("JPN", 129, 31, 146, 46),
        ("FJI", 174, -21, 180, -15),
        ("SUN", 37, 55, 38, 56),
        ("DDR", 10, 50, 15, 55),
        ("YMD", 44, 12, 53, 19),
        ("cow-678", 42, 12, 46, 18),
        ("cow-817", 102, 8, 110, 17.1),
    ],
)
def test_places_lie_in_their_country(id: str, west: float, south: float, east: float, north: float) -> None:
    """A former state too: East Germany in Berlin, South Vietnam south of its border of 1954."""
    lon, lat = read_places()[id]
    assert west <= lon <= east and south <= lat <= north


@pytest.mark.parametrize("name", ["coast.json", "places.json"])
def test_data_say_where_they_are_from(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    assert "public domain" in json.loads(text)["origin"]
    assert len(text) < 50_000


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"),
    [(90, 45, 1.2319937779929164, 0.7930513944125289), (-120, -30, -1.7456493288097872, -0.5291484743893574)],
)
def test_projection_is_that_of_natural_earth(lon: float, lat: float, x: float, y: float) -> None:
    """Against d3-geo's own, in radii of the globe."""
    unit = project(MIDDLE + 90, 0).real / (0.8707 * 1.5707963267948966)
    found = project(lon + MIDDLE, lat) / unit
    assert isclose(found.real, x, rel_tol=1e-9) and isclose(found.imag, -y, rel_tol=1e-9)


def test_middle_of_two_sides_of_the_pacific_is_in_it() -> None:
    assert middle([(139, 36), (-120, 37)])[0] % 360 == pytest.approx(189.5, abs=0.5)
    assert middle([(0, 0), (180, 0)]) == (0, 0)
    assert turned(-170) == 190 and turned(-160) == -160


def test_countries_stand_as_on_a_map_and_none_on_another() -> None:
    places = on_map()
    east = [places[f"party:{id}"].real for id in ("USA", "GBR", "UKR", "JPN")]
    assert east == sorted(east)
    assert places["party:FIN"].imag < places["party:EST"].imag < places["party:TUR"].imag
    countries = [place for id, place in places.items() if id.startswith("party:") and id != "party:ATA"]
    assert min(abs(one - two) for one, two in combinations(countries, 2)) > 20


def test_a_treaty_stands_among_its_parties_and_a_body_among_its_members() -> None:
    """Without members on record it stands among those whom the page ties to it."""
    places = on_map(members={"NATO": ["JPN", "PHL"]})
    assert places["party:USA"].real < places["agreement:nato"].real < places["party:FIN"].real
    assert abs(places["party:NATO"] - (places["party:JPN"] + places["party:PHL"]) / 2) < 100
    beside = on_map()["party:NATO"]
    assert places["party:GBR"].real < beside.real < places["party:UKR"].real + 50


def test_a_country_without_a_place_stands_under_the_map_and_is_counted() -> None:
    places = on_map()
    assert places["party:ATA"].imag > max(z.imag for z in rim())
    assert unpacked(page(sample()))["map"]["nowhere"] == [0]


def test_many_without_a_place_stand_in_rows_no_wider_than_the_map() -> None:
    others = [Party(f"X{i:03}", f"X{i}", "Country") for i in range(200)]
    places = on_map(parties=[*sample().parties, *others])
    found = {place for id, place in places.items() if id.startswith("party:X")}
    assert len(found) == 200 and all(abs(place.real) <= rim()[-1].real for place in found)


def test_one_country_more_moves_no_other() -> None:
    known = on_map()
    data = sample()
    more = on_map(
        parties=sorted([*data.parties, Party("NZL", "New Zealand", "Country")], key=lambda each: each.id)
    )
    assert {id: place for id, place in more.items() if id != "party:NZL"} == known


def test_page_holds_both_layouts_and_opens_with_the_one_asked_for() -> None:
    data = replace(sample(), layout="map")
    block = unpacked(page(data))
    assert block["about"]["layout"] == "map"
    assert (
        len(rows(block["map"]["places"])) == len(rows(block["drawing"]["nodes"])) == len(drawing(data).nodes)
    )
