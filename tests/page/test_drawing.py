"""What is drawn for which facts, and where: without a browser."""

import random
from dataclasses import replace
from datetime import date

from foedera.graph.dates import Span
from foedera.page.bends import past_others
from foedera.page.data import Agreement, PageData, View
from foedera.page.drawing import drawing
from foedera.page.field import field
from foedera.page.layout import positions
from foedera.page.shown import ever_shown, shown

from .samples import READ, one_way, sample, span, succeeded

DAY = date(2024, 7, 1)


def lines(data: PageData) -> list[str]:
    return [line.id for line in drawing(data).lines]


def drawn_on(data: PageData, day: date) -> list[str]:
    found = shown(data, day)
    return [line.id for line in drawing(data).lines if found.draws(line)]


def test_agreement_of_many_parties_is_a_hub_with_a_line_to_each() -> None:
    drawn = drawing(sample())
    assert [node.id for node in drawn.nodes if node.agreement is not None] == ["agreement:nato"]
    spokes = [line.id for line in drawn.lines if line.id.startswith("nato|")]
    assert spokes == ["nato|EST", "nato|FIN", "nato|FRA", "nato|GBR", "nato|TUR", "nato|USA"]


def test_agreement_of_two_is_one_line_whatever_it_promises() -> None:
    assert [line for line in lines(sample()) if line.startswith("us-ukraine|")] == ["us-ukraine|UKR|USA"]


def test_treaty_in_which_a_state_followed_another_is_a_line_to_each_of_which_one_shows_at_a_time() -> None:
    data = succeeded()
    assert [line for line in lines(data) if "finland" in line] == [
        "finland-ussr|FIN|RUS",
        "finland-ussr|FIN|SUN",
    ]
    on = {
        date(1948, 5, 30): [],
        date(1991, 12, 25): ["finland-ussr|FIN|SUN"],
        date(1991, 12, 26): ["finland-ussr|FIN|RUS"],
        date(1992, 1, 20): [],
    }
    for day, expected in on.items():
        assert [line for line in drawn_on(data, day) if "finland" in line] == expected, day


def test_treaty_of_three_at_once_is_a_hub_though_two_of_them_owe_each_other_nothing() -> None:
    """Also where the second began a day before the first ended, and where a scenario changes something of it."""
    data = succeeded()

    def with_spans(**spans: Span) -> PageData:
        return replace(
            data, arrows=[replace(each, span=spans.get(each.party, each.span)) for each in data.arrows]
        )

    hub = ["finland-ussr|FIN", "finland-ussr|RUS", "finland-ussr|SUN"]
    for early in ("1948-05-31", "1991-12-25"):
        assert [each for each in lines(with_spans(RUS=span(early, "1992-01-20"))) if "finland" in each] == hub
    assert [
        each for each in lines(with_spans(SUN=span("1948", until_known=False))) if "finland" in each
    ] == hub
    lost = [replace(each, change="lost") if each.party == "RUS" else each for each in data.arrows]
    assert "finland-ussr|FIN" in lines(replace(data, arrows=lost))


def test_parallel_lines_are_bent_apart_and_none_is_lost() -> None:
    bends = {line.id: line.bend for line in drawing(sample()).lines if "JPN|USA" in line.id}
    assert bends == {"us-japan|JPN|USA": 0, "us-japan-arms|JPN|USA": 1}


def test_a_line_that_a_scenario_changes_bends_past_a_third_node_and_no_other_line_does() -> None:
    data = sample()
    gained = [replace(each, change="gained") if each.party == "EST" else each for each in data.arrows]
    supposed = replace(data, arrows=gained)
    drawn = drawing(supposed)
    index, line = next((i, each) for i, each in enumerate(drawn.lines) if each.id.startswith("nato|EST"))
    places = [(1000 * node, 9000) for node in range(len(drawn.nodes))]
    places[line.start], places[line.end] = (0, 0), (400, 0)
    assert past_others(supposed, drawn, places)[index] == 0
    third = next(node for node in range(len(places)) if node not in (line.start, line.end))
    places[third] = (200, 3)
    assert past_others(supposed, drawn, places) == {index: 0.08}
    assert past_others(data, drawing(data), places) == {}


def test_promise_to_a_class_alone_is_a_hub_not_a_line_to_nobody() -> None:
    data = sample()
    statute = Agreement("statute", "A statute", "statute", "domestic-law", READ)
    alone = replace(data.obligations[0], id="statute/duty", agreement="statute")
    arrow = replace(data.arrows[0], obligation="statute/duty", party="USA", owes=True)
    agreements, obligations = [*data.agreements, statute], [*data.obligations, alone]
    changed = replace(data, agreements=agreements, obligations=obligations, arrows=[*data.arrows, arrow])
    assert "statute|USA" in lines(changed)


def test_what_is_not_in_force_on_the_day_is_not_drawn() -> None:
    assert "us-ukraine|UKR|USA" in drawn_on(sample(), date(2024, 6, 13))
    assert "us-ukraine|UKR|USA" not in drawn_on(sample(), date(2024, 6, 12))
    assert "nato|FIN" not in drawn_on(sample(), date(2023, 4, 3))


def test_suspended_promise_is_not_drawn_and_unknown_end_is() -> None:
    assert "manila|PHL|USA" not in drawn_on(sample(), DAY)
    assert "old-pact|ATA|GBR" in drawn_on(sample(), DAY)


def test_date_known_to_the_year_is_drawn_through_all_of_it() -> None:
    assert "year-only|FRA|UKR" in drawn_on(sample(), date(2002, 1, 1))
    assert "year-only|FRA|UKR" in drawn_on(sample(), date(2010, 6, 1))
    assert "year-only|FRA|UKR" not in drawn_on(sample(), date(2010, 12, 31))


def test_around_takes_promises_of_the_centre_and_with_two_steps_those_of_its_neighbours() -> None:
    one = drawn_on(sample(view=View("around", ("UKR",), 1), ties=()), DAY)
    two = drawn_on(sample(view=View("around", ("UKR",), 2), ties=()), DAY)
    assert one == ["us-ukraine|UKR|USA"]
    assert set(two) > {"us-ukraine|UKR|USA", "nato|EST", "us-japan|JPN|USA"}
    assert "old-pact|ATA|GBR" not in two


def test_around_does_not_walk_from_one_beneficiary_to_another() -> None:
    """Two that are owed the same have promised each other nothing."""
    arrows = [
        *one_way("manila/article-4", "USA", "PHL", span("1952")),
        *one_way("manila/article-4", "USA", "JPN", span("1952")),
    ]
    found = shown(sample(arrows=arrows, view=View("around", ("PHL",), 1), ties=()), DAY)
    assert {arrows[i].party for i in found.arrows} == {"USA", "PHL"}


def test_pairs_show_what_the_first_owes_the_second_only() -> None:
    data = sample(view=View("pairs", ("USA", "UKR"), pairs=(("USA", "UKR"),)), ties=())
    found = shown(data, DAY)
    assert found.obligations == {"us-ukraine/consult"}
    assert {arrow.obligation for arrow in ever_shown(data)} == {"us-ukraine/consult"}


def test_positions_are_whole_apart_and_the_same_every_time() -> None:
    drawn = drawing(sample())
    ids = [node.id for node in drawn.nodes]
    places = positions(ids, drawn.edges)
    assert places == positions(ids, drawn.edges)
    assert len(set(places)) == len(ids)
    assert min(abs(complex(*a) - complex(*b)) for a in places for b in places if a != b) > 30


def test_large_graphs_are_laid_out_too() -> None:
    ids = [f"node-{i}" for i in range(400)]
    places = positions(ids, [(i, i // 3) for i in range(1, 400)])
    assert len(set(places)) == 400


def test_push_of_what_is_far_is_nearly_what_it_would_be_pair_by_pair() -> None:
    dice = random.Random(1)
    places = [complex(dice.gauss(0, 300), dice.gauss(0, 300)) for _ in range(400)]
    masses = [dice.uniform(1, 20) for _ in places]
    for i, found in enumerate(field(places, masses)):
        exact = sum(
            m / (places[i] - w) for j, (m, w) in enumerate(zip(masses, places, strict=True)) if j != i
        )
        assert abs(found - exact) < 0.1 * abs(exact) + 0.05


def test_two_on_one_place_are_pushed_apart() -> None:
    one, two, _ = field([0j, 0j, 1 + 1j], [1, 1, 1])
    assert abs(one) > 1000 and abs(two) > 1000


def test_no_nodes_one_node_and_nodes_without_lines_have_places() -> None:
    assert positions([], []) == []
    assert len(positions(["a"], [])) == 1
    assert len(set(positions(["a", "b", "c"], []))) == 3
