"""The core dataset that is shipped."""

import datetime
from collections import Counter
from itertools import chain

import pytest

from foedera.graph.records import Node, Record, fold
from foedera.loaders import core

from .conftest import nodes


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return list(core.records(today=datetime.date.today()))


def test_every_fact_has_a_source(records: list[Record]) -> None:
    """Only sources themselves, and the dataset, cite nothing."""
    assert len(records) > 2_000
    without = {record.type for record in records if not record.provenance.sources}
    assert without == {"Source", "Dataset"}


def test_every_source_is_cited(records: list[Record]) -> None:
    """A document that no fact rests on is not listed."""
    cited = {cited.partition("#")[0] for record in records for cited in record.provenance.sources}
    assert set(nodes(records, "Source")) - cited == set()
    assert {"uk-ukraine-agreement-text", "world-factbook"} <= cited


def test_ids_are_unique(records: list[Record]) -> None:
    """Nodes by label, relationships by type."""
    counts = Counter((record.type, record.id) for record in records)
    assert [id for id, count in counts.items() if count > 1] == []


def test_no_name_means_two_parties(records: list[Record]) -> None:
    """Countries and organizations are looked up by name; luck has no part in it."""
    parties = [each for label in ("Country", "Organization") for each in nodes(records, label).values()]
    counts = Counter(chain.from_iterable(set(each.properties["keys"]) for each in parties))
    assert [key for key, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("South Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("North Korea", "PRK"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("US", "USA"),
        ("U.S.A.", "USA"),
        ("United States of America", "USA"),
        ("UK", "GBR"),
        ("Great Britain", "GBR"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("Holland", "NLD"),
        ("Czech Republic", "CZE"),
        ("Georgia", "GEO"),
        ("Guinea", "GIN"),
        ("DR Congo", "COD"),
        ("Zaire", "COD"),
        ("Vatican City", "VAT"),
        ("Viet Nam", "VNM"),
        ("NA", "NAM"),
        ("no", "NOR"),
        ("USSR", "SUN"),
        ("Germany, East", "DDR"),
        ("West Germany", "DEU"),
        ("South Vietnam", "cow-817"),
    ],
)
def test_usual_names_find_their_country(records: list[Record], name: str, id: str) -> None:
    """As people write them, and as other datasets do."""
    assert [
        each.id for each in nodes(records, "Country").values() if fold(name) in each.properties["keys"]
    ] == [id]


@pytest.mark.parametrize("name", ["Korea", "Congo"])
def test_ambiguous_names_are_nobodys(records: list[Record], name: str) -> None:
    """A name that fits two states belongs to neither."""
    assert [
        each.id for each in nodes(records, "Country").values() if fold(name) in each.properties["keys"]
    ] == []


def test_every_state_of_today(records: list[Record]) -> None:
    """193 members of the United Nations and six others, with 195 COW numbers and as many GW numbers."""
    countries = nodes(records, "Country").values()
    today = [each for each in countries if len(each.properties.get("iso2", "")) == 2]
    assert len(today) == 199
    for scheme, count in (("cow", 195), ("gw", 195)):
        numbers = [each.properties[scheme] for each in today if scheme in each.properties]
        assert len(numbers) == len(set(numbers)) == count


@pytest.mark.parametrize(
    ("id", "cow", "gw"),
    [
        ("DEU", 255, 260),
        ("SRB", 345, 340),
        ("YEM", 679, 678),
        ("VNM", 816, 816),
        ("KIR", 946, 970),
        ("NRU", 970, 971),
        ("TON", 955, 972),
        ("TUV", 947, 973),
        ("VAT", None, None),
    ],
)
def test_codes_where_the_schemes_differ(
    records: list[Record], id: str, cow: int | None, gw: int | None
) -> None:
    """Where a careless crosswalk goes wrong."""
    found = nodes(records, "Country")[id].properties
    assert (found.get("cow"), found.get("gw")) == (cow, gw)


def test_the_alliance_of_32(records: list[Record]) -> None:
    """Article 5 of the North Atlantic Treaty: 32 arrows in, 32 out."""
    article = "north-atlantic-treaty/article-5"
    owing = [
        each
        for each in records
        if each.type == "OWES" and not isinstance(each, Node) and each.end.id == article
    ]
    owed = [
        each
        for each in records
        if each.type == "OWED_TO" and not isinstance(each, Node) and each.start.id == article
    ]
    assert (len(owing), len(owed)) == (32, 32)
