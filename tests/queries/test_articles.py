"""Names as they stand in sentences, with the definite article where English has one."""

import pytest

from foedera.graph.store import Store
from foedera.queries.articles import the, whose

TAKE = {
    "Alliance of Sahel States", "African Union", "Arab League", "Bahamas", "Central African Republic",
    "Collective Security Treaty Organization", "Commonwealth of Independent States", "Comoros", "Cook Islands",
    "Democratic Republic of the Congo", "Dominican Republic", "EU", "G7", "Gambia", "Gulf Cooperation Council",
    "Helsinki Commission", "Holy See", "JEF", "Kingdom of Serbia", "Maldives", "Marshall Islands",
    "NATO-Georgia Commission", "NATO-Russia Council", "NATO-Ukraine Commission", "NATO-Ukraine Council", "Netherlands",
    "OSCE", "Orange Free State", "Organization of African Unity", "Organization of American States", "Papal States",
    "Philippines", "Regional Security System", "Republic of the Congo", "Solomon Islands", "Soviet Union", "Transvaal",
    "Two Sicilies", "Ukraine Defense Contact Group", "Union State of Russia and Belarus", "United Arab Emirates",
    "United Kingdom", "United Provinces of Central America", "United States", "WEU", "Warsaw Pact", "Western Union",
}  # fmt: skip
"""Every country and organization of core that takes the article; no other does."""


def test_just_those_of_core_take_the_article(core_store: Store) -> None:
    """Read one by one: not Ukraine, Sudan, Lebanon, Vietnam before French rule, East Germany, NATO, ECOWAS."""
    rows = core_store.read("MATCH (p:Country|Organization {dataset: 'core'}) RETURN p.name AS name").rows
    names = {row["name"] for row in rows}
    assert {name for name in names if the(name) != name} == TAKE
    assert {"Ukraine", "Sudan", "Lebanon", "Czechia", "Dominica", "NATO", "ECOWAS"} <= names - TAKE


@pytest.mark.parametrize(
    "name",
    [
        "Czech Republic", "People's Republic of China", "Russian Federation", "State of Palestine", "Ottoman Empire",
        "Federated States of Micronesia", "European Union", "UN", "World Bank", "Netherlands (attacked)",
    ],
)  # fmt: skip
def test_other_usual_names_take_it(name: str) -> None:
    assert (the(name), the(name, first=True)) == (f"the {name}", f"The {name}")


@pytest.mark.parametrize(
    "name", ["Korea, Republic of", "Georgia (attacker)", "Vietnam", "ANZUS", "ASEAN", "Statesboro", "Unionia"]
)
def test_others_stay_as_they_are(name: str) -> None:
    assert (the(name), the(name, first=True)) == (name, name)


def test_who_owns_something() -> None:
    """A plural with its apostrophe alone, every other name with an s."""
    owners = [whose(name) for name in ("Netherlands", "EU", "Honduras", "Ukraine")]
    assert owners == ["the Netherlands'", "the EU's", "Honduras's", "Ukraine's"]
