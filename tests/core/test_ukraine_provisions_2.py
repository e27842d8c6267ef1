"""What twelve agreements with Ukraine promise clause by clause: who owes whom, how much, how firmly, and what not."""

from collections.abc import Sequence

import pytest

from foedera.graph.records import Node, Record

from .looking import relationships

Facts = Sequence[Record]

PARTNERS = {
    "norway-ukraine-2024": "NOR",
    "iceland-ukraine-2024": "ISL",
    "estonia-ukraine-2024": "EST",
    "lithuania-ukraine-2024": "LTU",
    "poland-ukraine-2024": "POL",
    "luxembourg-ukraine-2024": "LUX",
    "romania-ukraine-2024": "ROU",
    "czechia-ukraine-2024": "CZE",
    "slovenia-ukraine-2024": "SVN",
    "ireland-ukraine-2024": "IRL",
    "croatia-ukraine-2024": "HRV",
    "albania-ukraine-2025": "ALB",
}
BY_PARTNER = {"military-support", "future-force", "training", "ten-year-support", "recovery", "humanitarian"}
BY_UKRAINE = {"ability-to-help", "reform", "defence-reform", "rome-statute", "lessons-learned", "end-use"}
BY_BOTH = {"consultation", "intelligence", "cyber"}

SUMS = {
    "norway-ukraine-2024": {(13.5e9, "NOK", "2024"), (75e9, "NOK", "2023-2027")},
    "iceland-ukraine-2024": {(4e9, "ISK", "each year, 2024-2028"), (2e6, "EUR", "2024")},
    "estonia-ukraine-2024": {(1e8, "EUR", "2024"), (56e6, "EUR", "2024-2027")},
    "lithuania-ukraine-2024": {(80e6, "EUR", "2024")},
    "poland-ukraine-2024": set(),
    "luxembourg-ukraine-2024": {(80e6, "EUR", "2024")},
    "romania-ukraine-2024": set(),
    "czechia-ukraine-2024": set(),
    "slovenia-ukraine-2024": {(5e6, "EUR", "2024")},
    "ireland-ukraine-2024": {(128e6, "EUR", "2024"), (40e6, "EUR", "2024")},
    "croatia-ukraine-2024": set(),
    "albania-ukraine-2025": set(),
}

# Promise -> kind, article, and words that say how firm it is.
MUST = {
    "norway-ukraine-2024/combat-aircraft": ("security-assistance", "III(11)", "No number is named"),
    "norway-ukraine-2024/defence-reform": ("reform", "VI(7)", "civilian oversight"),
    "iceland-ukraine-2024/military-support": ("security-assistance", "25, 28, 30 and 31", "cargo plane"),
    "iceland-ukraine-2024/intelligence": ("information-sharing", "33 to 36", "seek an agreement"),
    "estonia-ukraine-2024/training": ("exercises", "Part II, Training", "training mission"),
    "lithuania-ukraine-2024/demining": ("security-assistance", "16", "lead the demining coalition"),
    "lithuania-ukraine-2024/strategic-dialogue": ("consultation", "6 and 7", "should be held"),
    "poland-ukraine-2024/mig-29": ("security-assistance", "III(21)", "No promise to give"),
    "poland-ukraine-2024/missile-interception": ("consultation", "III(20)", "No promise to shoot down"),
    "poland-ukraine-2024/rome-statute": ("reform", "V, Accountability, 3", "recall"),
    "luxembourg-ukraine-2024/intelligence": ("information-sharing", "29 and 30", "explore an agreement"),
    "romania-ukraine-2024/patriot": (
        "security-assistance",
        "Paragraph 6, Ensuring a sustainable force",
        "Patriot",
    ),
    "romania-ukraine-2024/reform": ("reform", "Paragraph 1(4) and Paragraph 4(3)", "No sentence has Ukraine"),
    "czechia-ukraine-2024/training": ("exercises", "II, Training", "ambition"),
    "czechia-ukraine-2024/rome-statute": ("reform", "V, Accountability, 4", "will ratify"),
    "slovenia-ukraine-2024/military-support": ("security-assistance", "1 and 9", "intends"),
    "ireland-ukraine-2024/military-support": ("security-assistance", "20, 22 and 24", "not lethal"),
    "ireland-ukraine-2024/cyber": ("information-sharing", "26 to 28", "explore"),
    "croatia-ukraine-2024/demining": ("financial", "III", "no new sum"),
    "albania-ukraine-2025/demining": ("financial", "59", "at sea too"),
}

# What the text does not say, though the others of the series do.
MUST_NOT = [
    ("norway-ukraine-2024", "intelligence"),
    ("norway-ukraine-2024", "rome-statute"),
    ("iceland-ukraine-2024", "ability-to-help"),
    ("estonia-ukraine-2024", "rome-statute"),
    ("lithuania-ukraine-2024", "reform"),
    ("poland-ukraine-2024", "support-2024"),
    ("poland-ukraine-2024", "end-use"),
    ("romania-ukraine-2024", "support-2024"),
    ("romania-ukraine-2024", "rome-statute"),
    ("slovenia-ukraine-2024", "ability-to-help"),
    ("ireland-ukraine-2024", "help-on-attack"),
    ("ireland-ukraine-2024", "defence-industry"),
    ("ireland-ukraine-2024", "intelligence"),
    ("croatia-ukraine-2024", "consultation"),
    ("croatia-ukraine-2024", "help-on-attack"),
    ("croatia-ukraine-2024", "training"),
    ("croatia-ukraine-2024", "ten-year-support"),
    ("albania-ukraine-2025", "rome-statute"),
]


def promises(facts: Facts, agreement: str) -> dict[str, Node]:
    return {
        fact.id.split("/")[1]: fact
        for fact in facts
        if isinstance(fact, Node) and fact.label == "Obligation" and fact.id.startswith(f"{agreement}/")
    }


def ends(facts: Facts, id: str) -> tuple[set[str], set[str]]:
    return (
        {fact.start.id for fact in relationships(facts, "OWES", id)},
        {fact.end.id for fact in relationships(facts, "OWED_TO", id)},
    )


@pytest.mark.parametrize("agreement", PARTNERS)
def test_the_partner_helps_ukraine_reforms_and_both_consult(facts: Facts, agreement: str) -> None:
    partner = PARTNERS[agreement]
    directions = {
        **dict.fromkeys(BY_PARTNER, ({partner}, {"UKR"})),
        **dict.fromkeys(BY_UKRAINE, ({"UKR"}, {partner})),
        **dict.fromkeys(BY_BOTH, ({partner, "UKR"}, {partner, "UKR"})),
    }
    held = promises(facts, agreement).keys() & directions.keys()
    assert {slug: ends(facts, f"{agreement}/{slug}") for slug in held} == {
        slug: directions[slug] for slug in held
    }
    assert {"military-support", "recovery"} <= held


@pytest.mark.parametrize("agreement", PARTNERS)
def test_every_sum_is_one_that_the_text_names_and_no_other(facts: Facts, agreement: str) -> None:
    named = [node.properties for node in promises(facts, agreement).values()]
    found = {(each["amount"], each["currency"], each["period"]) for each in named if "amount" in each}
    assert found == SUMS[agreement]


@pytest.mark.parametrize("id", MUST)
def test_each_provision_has_its_kind_place_and_firmness(facts: Facts, id: str) -> None:
    agreement, slug = id.split("/")
    properties = promises(facts, agreement)[slug].properties
    kind, article, words = MUST[id]
    assert (properties["kind"], properties["article"]) == (kind, article)
    assert words in str(properties["summary"])


@pytest.mark.parametrize(("agreement", "slug"), MUST_NOT)
def test_what_a_text_does_not_say_is_not_recorded(facts: Facts, agreement: str, slug: str) -> None:
    assert slug not in promises(facts, agreement)


@pytest.mark.parametrize("agreement", PARTNERS)
def test_every_provision_cites_a_place_in_its_own_text(facts: Facts, agreement: str) -> None:
    text = f"{agreement.rsplit('-', 1)[0]}-agreement-text"
    for node in promises(facts, agreement).values():
        assert node.provenance.sources and all(
            source.startswith(f"{text}#") for source in node.provenance.sources
        ), node.id


@pytest.mark.parametrize("agreement", PARTNERS)
def test_only_albanias_promises_have_no_known_first_day(facts: Facts, agreement: str) -> None:
    days = [node.properties for node in promises(facts, agreement).values()]
    unknown = {each["since_latest"] != each["since"] for each in days}
    assert unknown == {agreement == "albania-ukraine-2025"}
