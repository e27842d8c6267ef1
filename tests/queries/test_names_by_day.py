"""Former names, and which state a name means on a day."""

import datetime

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.names import party
from foedera.queries.things import find

YEARS = (1948, 1960, 1970, 1980, 1991, 1995, 2000, 2007, 2024)


def day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Burma", "MMR"), ("Swaziland", "SWZ"), ("West Germany", "DEU"), ("FRG", "DEU"), ("GDR", "DDR"),
        ("Soviet Union", "SUN"), ("USSR", "SUN"), ("U.S.S.R.", "SUN"), ("Czechoslovakia", "CSK"),
        ("Czech Republic", "CZE"), ("Macedonia", "MKD"), ("Zaire", "COD"), ("Upper Volta", "BFA"),
        ("Ceylon", "LKA"), ("Persia", "IRN"), ("Cape Verde", "CPV"), ("Ivory Coast", "CIV"), ("UK", "GBR"),
        ("U.K.", "GBR"), ("Britain", "GBR"), ("U.S.", "USA"), ("USA", "USA"), ("America", "USA"),
        ("DPRK", "PRK"), ("ROK", "KOR"), ("PRC", "CHN"), ("ROC", "TWN"), ("Formosa", "TWN"),
        ("Siam", "THA"), ("Abyssinia", "ETH"), ("Dahomey", "BEN"), ("Gold Coast", "GHA"),
        ("Basutoland", "LSO"), ("Bechuanaland", "BWA"), ("Nyasaland", "MWI"), ("Northern Rhodesia", "ZMB"),
        ("Rhodesia", "ZWE"), ("Southern Rhodesia", "ZWE"), ("Tanganyika", "TZA"), ("Kampuchea", "KHM"),
        ("Khmer Republic", "KHM"), ("East Pakistan", "BGD"), ("Dutch East Indies", "IDN"),
        ("British Honduras", "BLZ"), ("Trucial States", "ARE"), ("United Arab Republic", "EGY"),
        ("Transjordan", "JOR"), ("Mesopotamia", "IRQ"), ("Malaya", "MYS"), ("East Timor", "TLS"),
        ("North Vietnam", "VNM"), ("South Vietnam", "cow-817"), ("Republic of Vietnam", "cow-817"),
        ("South Yemen", "YMD"), ("North Yemen", "cow-678"), ("East Germany", "DDR"),
        ("Moldavia", "MDA"), ("Byelorussia", "BLR"), ("Holland", "NLD"), ("Türkiye", "TUR"),
        ("Republic of Korea", "KOR"), ("São Tomé", "STP"), ("Cote d'Ivoire", "CIV"), ("nato", "NATO"),
        ("Prussia", "DEU"), ("German Empire", "DEU"), ("Ottoman Empire", "TUR"), ("Piedmont", "ITA"),
        ("Russian Empire", "cow-365"), ("Austria-Hungary", "cow-300"), ("Wuerttemberg", "cow-271"),
        ("Annam", "gw-815"), ("Congo Free State", "COD"), ("Kingdom of Serbia", "cow-345"),
    ],
)  # fmt: skip
def test_a_name_that_means_one_state_means_it_on_every_day(core_store: Store, text: str, id: str) -> None:
    """Whatever the day, and without one; nothing needs to be said of it."""
    for on in (None, *map(day, YEARS)):
        found = party(core_store, text, on)
        assert (found.id, found.note) == (id, ""), on


@pytest.mark.parametrize(
    ("text", "year", "id", "note"),
    [
        ("Germany", 2024, "DEU", ""),
        ("Germany", 1948, "DEU", ""),
        ("Vietnam", 2024, "VNM", ""),
        ("Vietnam", 1980, "VNM", ""),
        ("Yemen", 1991, "YEM", ""),
        ("Yugoslavia", 1980, "YUG", ""),
        (
            "Yugoslavia", 2000, "SCG",
            "'Yugoslavia' on 2000-01-01 is Serbia and Montenegro (SCG); Yugoslavia (YUG) ended on 1992-04-27",
        ),
        ("Yugoslavia", 2024, "YUG", ""),
        (
            "Federal Republic of Yugoslavia", 1980, "YUG",
            "'Federal Republic of Yugoslavia' on 1980-01-01 is Yugoslavia (YUG)",
        ),
        ("Serbia", 2024, "SRB", ""),
        (
            "Serbia", 2000, "SCG",
            "Serbia did not exist on 2000-01-01: Serbia and Montenegro (SCG) is meant, which it continues",
        ),
        ("Russia", 1995, "RUS", ""),
        (
            "Russia", 1980, "SUN",
            "Russia did not exist on 1980-01-01: Soviet Union (SUN) is meant, which it continues",
        ),
        (
            "russian federation", 1980, "SUN",
            "Russia did not exist on 1980-01-01: Soviet Union (SUN) is meant, which it continues",
        ),
        (
            "RUS", 1980, "RUS",
            "Russia did not exist on 1980-01-01; it continues Soviet Union (SUN), to be asked",
        ),
        ("DEU", 1970, "DEU", ""),
        ("DE", 1970, "DEU", ""),
        ("Ukraine", 1980, "UKR", ""),
        ("Slovak Republic", 1980, "SVK", ""),
        ("Montenegro", 2024, "MNE", ""),
        ("Montenegro", 2000, "SCG", "'Montenegro' on 2000-01-01 is Serbia and Montenegro (SCG)"),
        ("Federal Republic of Germany", 1970, "DEU", ""),
        ("Russia", 1900, "cow-365", "'Russia' on 1900-01-01 is Russia until 1922 (cow-365)"),
        ("Serbia", 1900, "cow-345", "'Serbia' on 1900-01-01 is Kingdom of Serbia (cow-345)"),
        ("Serbia", 1950, "SRB", ""),
        ("Austria", 1850, "cow-300", "'Austria' on 1850-01-01 is Austria-Hungary (cow-300)"),
        ("Austria", 1938, "AUT", ""),
        ("Hungary", 1900, "cow-300", "'Hungary' on 1900-01-01 is Austria-Hungary (cow-300)"),
        (
            "Vietnam", 1850, "gw-815",
            "'Vietnam' on 1850-01-01 is Vietnam before French rule (gw-815)",
        ),
        ("Germany", 1850, "DEU", ""),
        ("Montenegro", 1900, "MNE", ""),
    ],
)  # fmt: skip
def test_the_state_of_the_day_is_meant(core_store: Store, text: str, year: int, id: str, note: str) -> None:
    """And where that is another than the name says today, a note says so. A code is no name."""
    found = party(core_store, text, day(year))
    assert (found.id, found.note) == (id, note)


@pytest.mark.parametrize(
    ("text", "year", "message"),
    [
        ("Germany", 1970, "'Germany' on 1970-01-01 may be Germany (DEU) or East Germany (DDR); say which"),
        (
            "Viet Nam", 1960,
            "'Viet Nam' on 1960-01-01 may be Vietnam (VNM) or South Vietnam (cow-817); say which",
        ),
        ("Yemen", 1980, "'Yemen' on 1980-01-01 may be South Yemen (YMD) or North Yemen (cow-678); say which"),
        (
            "Colombia", 1825,
            "'Colombia' on 1825-01-01 may be Colombia (COL) or Gran Colombia (gw-99); say which",
        ),
        (
            "Korea", 1900,
            "'Korea' may be South Korea (KOR), North Korea (PRK) or Korea until 1910 (cow-730); say which",
        ),
        ("Hesse", 1850, "'Hesse' may be Electoral Hesse (cow-273) or Grand Ducal Hesse (cow-275); say which"),
        ("Korea", 1970, "'Korea' may be South Korea (KOR) or North Korea (PRK); say which"),
        (
            "Congo", 2024,
            "'Congo' may be Democratic Republic of the Congo (COD) or Republic of the Congo (COG); say which",
        ),
        ("Swazilnd", 2024, "unknown country or organization 'Swazilnd'. Did you mean Eswatini?"),
        ("Germny", 1970, "unknown country or organization 'Germny'. Did you mean Germany?"),
        ("Prussia and Saxony", 1970, "unknown country or organization 'Prussia and Saxony'."),
    ],
)  # fmt: skip
def test_a_name_of_several_or_of_nobody_is_refused(
    core_store: Store, text: str, year: int, message: str
) -> None:
    """With the states of that day that it may mean, or the nearest names."""
    with pytest.raises(BadInput) as caught:
        party(core_store, text, day(year))
    assert str(caught.value).startswith(message)


def test_a_typo_gets_three_names_at_most(core_store: Store) -> None:
    with pytest.raises(BadInput) as caught:
        party(core_store, "Slovnia")
    near = str(caught.value).partition("Did you mean ")[2].split(", ")
    assert near[0] == "Slovenia" and len(near) <= 3


def test_a_thing_is_the_state_of_the_day(core_store: Store) -> None:
    """For `show` as for the others; what is no state has no day."""
    found = find(core_store, "Russia", day(1980))
    assert (found.id, found.note.startswith("Russia did not exist")) == ("SUN", True)
    assert find(core_store, "Russia", day(2024)).id == "RUS"
    assert find(core_store, "North Atlantic Treaty", day(1900)).id == "north-atlantic-treaty"
