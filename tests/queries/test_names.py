"""Parties in any usual spelling, and what is said where none or several are meant."""

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries.names import everybody, party
from foedera.queries.things import find

EXPECTED = "Expected a usual English name, such as Russia, or a code, such as RUS."


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("EST", "EST"),
        ("est", "EST"),
        ("EE", "EST"),
        ("Estonia", "EST"),
        ("  estonia ", "EST"),
        ("US", "USA"),
        ("usa", "USA"),
        ("United States", "USA"),
        ("the United States", "USA"),
        ("united states of america", "USA"),
        ("south korea", "KOR"),
        ("Republic of Korea", "KOR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("TURKEY", "TUR"),
        ("Côte d’Ivoire", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("COTE D IVOIRE", "CIV"),
        ("Czech Republic", "CZE"),
        ("nato", "NATO"),
        ("North Atlantic Treaty Organization", "NATO"),
        ("European Union", "EU"),
        ("UK", "GBR"),
        ("Russian Federation", "RUS"),
    ],
)
def test_a_party_is_understood(core_store: Store, text: str, id: str) -> None:
    """By id, ISO code, official or usual name, without regard to case or accents."""
    assert party(core_store, text).id == id


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Estonnia", "unknown country or organization 'Estonnia'. Did you mean Estonia?"),
        ("Atlantis of old", f"unknown country or organization 'Atlantis of old'. {EXPECTED}"),
        ("Россия", f"unknown country or organization 'Россия'. {EXPECTED}"),
        ("England", "unknown country or organization 'England'. Did you mean United Kingdom?"),
        (" ", "the name of a country or organization is empty; expected one such as Estonia or NATO"),
        ("Korea", "'Korea' may be South Korea (KOR) or North Korea (PRK); say which"),
        (
            "Congo",
            "'Congo' may be Democratic Republic of the Congo (COD) or Republic of the Congo (COG); say which",
        ),
    ],
)
def test_nobody_or_several_are_told(core_store: Store, text: str, message: str) -> None:
    """The nearest names, or all that are meant."""
    with pytest.raises(BadInput) as caught:
        party(core_store, text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("ukrane", "Ukraine"),
        ("UKN", "Ukraine"),
        ("Chd", "Chad"),
        ("Taiwn", "Taiwan"),
        ("Holand", "Netherlands, Poland"),
        ("Scotland", "United Kingdom"),
        ("Nato2", "NATO"),
        ("Foo", None),
        ("Test", None),
        ("Bar", None),
        ("ABC", None),
        ("Gondor", None),
        ("Atlantis", None),
    ],
)
def test_only_what_is_near_is_offered(core_store: Store, text: str, offered: str | None) -> None:
    """A slip of the pen is; what shares a few letters with some name or code is not."""
    with pytest.raises(BadInput) as caught:
        party(core_store, text)
    expected = f"Did you mean {offered}?" if offered else EXPECTED
    assert str(caught.value) == f"unknown country or organization {text!r}. {expected}"


@pytest.mark.parametrize(
    ("text", "label", "id"),
    [
        ("UKR", "Country", "UKR"),
        ("Ukraine", "Country", "UKR"),
        ("nato", "Organization", "NATO"),
        ("north-atlantic-treaty", "Agreement", "north-atlantic-treaty"),
        ("North Atlantic Treaty", "Agreement", "north-atlantic-treaty"),
        ("north-atlantic-treaty/article-5", "Obligation", "north-atlantic-treaty/article-5"),
        ("helsinki-2022-letter", "Proposal", "helsinki-2022-letter"),
        ("fp-2022-mnna/csce-founded", "Claim", "fp-2022-mnna/csce-founded"),
        ("fp-2022-mnna", "Source", "fp-2022-mnna"),
        ("Washington Treaty", "Agreement", "north-atlantic-treaty"),
    ],
)
def test_a_thing_is_found(core_store: Store, text: str, label: str, id: str) -> None:
    """By id or by what it is called; a party before anything else."""
    found = find(core_store, text)
    assert (found.label, found.id) == (label, id)


def test_an_unknown_thing_is_told_with_the_nearest(core_store: Store) -> None:
    """The nearest name with its id."""
    with pytest.raises(BadInput) as caught:
        find(core_store, "Nort Atlantik Treaty")
    assert str(caught.value).startswith(
        "the graph holds nothing called 'Nort Atlantik Treaty'. Did you mean North"
    )
    assert "(north-atlantic-treaty)" in str(caught.value)


def test_several_things_are_told_with_their_ids(core_store: Store) -> None:
    """A name that occurs in a few titles is not one of them."""
    with pytest.raises(BadInput) as caught:
        find(core_store, "Designation of Qat or of Colombia")
    assert str(caught.value).startswith("the graph holds nothing called")


def test_a_country_of_ones_own_needs_no_names(store: Store) -> None:
    """What a user wrote with --write is found by its id, and does not stand in the way of others."""
    store.write_cypher(
        "CREATE (:Country {id: 'XXX'}), (:Country {id: 'FIN', name: 'Finland', keys: ['finland']})"
    )
    with pytest.raises(BadInput, match="Did you mean Finland"):
        party(store, "Finlandia")
    assert party(store, "XXX").id == "XXX"
    assert [row["name"] for row in everybody(store)] == ["Finland", "XXX"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Congo",
            "'Congo' may be Democratic Republic of the Congo (COD) or Republic of the Congo (COG); say which",
        ),
        ("Korea", "'Korea' may be South Korea (KOR) or North Korea (PRK); say which"),
        ("", "a name is empty; expected one such as Estonia, NATO or north-atlantic-treaty"),
    ],
)
def test_a_thing_is_a_party_before_it_is_a_title(core_store: Store, text: str, message: str) -> None:
    """A word that several parties share is told as for a party, not looked for in titles."""
    with pytest.raises(BadInput) as caught:
        find(core_store, text)
    assert str(caught.value) == message


def test_an_agreement_goes_before_a_source_of_its_title(core_store: Store) -> None:
    """The source is found by its id, and by its title where a source is wanted."""
    title = "Agreement on Strategic Partnership and Mutual Support"
    assert find(core_store, title).id == "turkey-azerbaijan-2010"
    assert find(core_store, "wikipedia-aze-tur-2010").label == "Source"
    assert find(core_store, title, labels=("Source",)).id == "wikipedia-aze-tur-2010"


def test_only_what_is_wanted_is_offered(core_store: Store) -> None:
    """A body to join, not an obligation that has its name."""
    with pytest.raises(BadInput) as caught:
        find(core_store, "NAT", labels=("Organization", "Agreement"))
    assert str(caught.value) == "the graph holds nothing called 'NAT'. Did you mean NATO (NATO)?"
