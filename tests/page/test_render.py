"""`render` on the core dataset, on each engine: what is asked for is what is drawn."""

from __future__ import annotations

import statistics
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.page import render
from foedera.page.drawing import drawing
from foedera.page.layout import positions
from foedera.page.subject import Subject, collect
from foedera.queries.context import Context, context
from foedera.queries.explored import Route
from foedera.queries.names import party
from foedera.queries.paths import path

from .conftest import Open
from .unpacked import rows, unpacked


@pytest.fixture
def on(core_store: Store) -> Context:
    return context(core_store, "2024-07-01")


def facts(output: Path) -> dict[str, Any]:
    """The facts of a page, each table as rows."""
    block = unpacked(output.read_text(encoding="utf-8"))
    return {name: rows(table) if "rows" in table else table for name, table in block.items() if table}


def titles(page: dict[str, Any]) -> set[str]:
    return {agreement["id"] for agreement in page["agreements"]}


def agreement(page: dict[str, Any]) -> int:
    """The Washington Treaty, by index."""
    return next(i for i, each in enumerate(page["agreements"]) if each["id"] == "north-atlantic-treaty")


def parties(page: dict[str, Any]) -> set[str]:
    return {party["id"] for party in page["parties"]}


def test_around_draws_what_a_country_promised_and_was_promised(
    core_store: Store, on: Context, tmp_path: Path
) -> None:
    summary = render(
        core_store, on, Subject("around", ("UKR",)), output=tmp_path / "page.html", command="foedera render"
    )
    page = facts(summary.path)
    assert {"us-ukraine-2024", "g7-ukraine-declaration-2023"} <= titles(page)
    assert "north-atlantic-treaty" not in titles(page)
    assert {"UKR", "USA", "JPN"} <= parties(page)
    assert summary.nodes > 10 and summary.edges >= summary.nodes - 1
    assert page["about"]["command"] == "foedera render"
    cited = {citation.partition("#")[0] for each in page["obligations"] for citation in each["sources"]}
    assert cited and cited <= {source["id"] for source in page["sources"]}


def test_two_hops_reach_the_allies_of_allies(core_store: Store, on: Context, tmp_path: Path) -> None:
    one = render(core_store, on, Subject("around", ("UKR",)), output=tmp_path / "one.html")
    two = render(core_store, on, Subject("around", ("UKR",), 2), output=tmp_path / "two.html")
    assert "north-atlantic-treaty" in titles(facts(two.path))
    assert two.edges > one.edges and two.left_out < one.left_out


def test_org_draws_members_under_their_treaty_and_candidates(
    core_store: Store, on: Context, tmp_path: Path
) -> None:
    page = facts(render(core_store, on, Subject("org", ("NATO",)), output=tmp_path / "page.html").path)
    assert [each["kind"] for each in page["ties"]].count("membership") == 0
    starts = (page["nodes"][rows(page["drawing"]["edges"])[each["line"]]["from"]] for each in page["ties"])
    candidates = {page["parties"][node["party"]]["id"] for node in starts}
    assert {"UKR", "GEO", "SWE"} <= candidates
    treaty = {i for i, each in enumerate(page["obligations"]) if each["agreement"] == agreement(page)}
    assert len({arrow["line"] for arrow in page["arrows"] if arrow["obligation"] in treaty}) == 32
    assert len(page["foundings"]) == 1
    told = "Members that are parties of North Atlantic Treaty, which founds it, are drawn as its parties."
    assert page["about"]["question"].endswith(told)
    alone = facts(render(core_store, on, Subject("around", ("EST",)), output=tmp_path / "page.html").path)
    assert "drawn as its parties" not in alone["about"]["question"]


def test_attack_draws_those_who_must_act_and_no_others(
    core_store: Store, on: Context, tmp_path: Path
) -> None:
    page = facts(render(core_store, on, Subject("attack", ("EST",)), output=tmp_path / "page.html").path)
    assert "and how? On 2024-07-01, counted by party: 35 bound to defend" in page["about"]["question"], (
        "the page may show another day"
    )
    article = next(i for i, each in enumerate(page["obligations"]) if each["id"].endswith("/article-5"))
    owing = {arrow["party"] for arrow in page["arrows"] if arrow["obligation"] == article and arrow["owes"]}
    owed = {
        arrow["party"] for arrow in page["arrows"] if arrow["obligation"] == article and not arrow["owes"]
    }
    assert len(owing) == 31
    assert {page["parties"][i]["id"] for i in owed} == {"EST"}


def test_path_draws_the_chains_that_path_finds(core_store: Store, on: Context, tmp_path: Path) -> None:
    page = facts(render(core_store, on, Subject("path", ("JPN", "UKR")), output=tmp_path / "page.html").path)
    answer = path(core_store, on, party(core_store, "JPN"), party(core_store, "UKR"), Route())
    found = [each for chain in answer.chains for hop in chain.hops for each in hop.commitments]
    assert {each["id"] for each in page["obligations"]} == {each.obligation for each in found}
    assert {tuple(pair) for pair in page["view"]["pairs"]} == {
        (each.debtor, each.beneficiary) for each in found
    }


def test_a_weaker_direct_promise_is_drawn_beside_the_chain_that_is_marked(
    core_store: Store, on: Context, tmp_path: Path, opened: Open
) -> None:
    """Britain's promise to Japan itself; from Japan to Ukraine there is nothing beside the direct promises."""
    seen = opened(render(core_store, on, Subject("path", ("GBR", "JPN")), output=tmp_path / "page.html").path)
    direct = """() => chainsOf(page.facts, page.shown, page.state.chain).direct?.commitments
      .map(({ promise }) => promise.id) ?? []"""
    assert seen.evaluate(direct)[0] == "japan-uk-raa-2023/exercises"
    marked, drawn = (
        seen.evaluate("""() => [graph.scene().marked.lines, page.facts.lines.keys().filter((i) => page.shown.lines[i])]
      .map((lines) => [...lines].map((i) => lineTitle(page.facts, page.facts.lines[i])))""")
    )
    direct_line = [each for each in drawn if "Japan" in each and "United Kingdom" in each]
    assert marked[0].startswith("United Kingdom under North Atlantic Treaty")
    assert direct_line and not set(direct_line) & set(marked)
    assert "there is a weaker direct one, rank 2." in seen.text("#chain-said")
    assert seen.text("#chain-hops .beside ~ ul").startswith("The United Kingdom owes Japan joint exercises")
    assert seen.page.url.endswith("page.html")
    seen.page.click("#chain-clear")
    seen.page.wait_for_function("() => location.hash === '#chain='")
    cleared = opened(tmp_path / "page.html", link="chain=")
    assert cleared.evaluate("() => page.state.chain") is None and cleared.text("#notice") == ""
    other = opened(
        render(core_store, on, Subject("path", ("JPN", "UKR")), output=tmp_path / "other.html").path
    )
    assert other.evaluate(direct) == [] and other.evaluate("() => graph.scene().marked.lines.length") == 1


def test_without_a_subject_everything_is_there(core_store: Store, on: Context, tmp_path: Path) -> None:
    summary = render(core_store, on, Subject(), output=tmp_path / "page.html")
    page = facts(summary.path)
    assert len(page["obligations"]) == page["about"]["total"]
    hubs = {
        page["agreements"][node["agreement"]]["id"] for node in page["nodes"] if node["agreement"] is not None
    }
    assert {"north-atlantic-treaty", "g7-ukraine-declaration-2023"} <= hubs


def test_page_of_the_core_dataset_opens_without_a_request(
    core_store: Store, on: Context, tmp_path: Path, opened: Open
) -> None:
    summary = render(core_store, on, Subject("around", ("UKR",), 2), output=tmp_path / "ukraine.html")
    seen = opened(summary.path)
    assert len(seen.requests) == 1 and seen.complaints == [] and seen.dialogs == []
    assert seen.evaluate("() => graph.scene().nodes.length") == summary.nodes
    assert seen.evaluate("() => page.shown.lines.filter(Boolean).length") == summary.edges
    outside = facts(summary.path)["about"]["total"] - seen.evaluate("() => page.shown.count.obligations")
    assert outside == summary.left_out


def test_nothing_in_force_is_one_line(core_store: Store, tmp_path: Path) -> None:
    early = context(core_store, "1946-01-01")
    with pytest.raises(
        BadInput,
        match=r'^nothing to draw: nothing in "Commitments around Estonia" is in force on 1946-01-01 \(unknown: core is not complete there\); name another day$',
    ):
        render(core_store, early, Subject("around", ("EST",)), output=tmp_path / "page.html")
    with pytest.raises(
        BadInput, match=r"^nothing to draw: nobody owes Estonia help against an attack on 1946"
    ):
        render(core_store, early, Subject("attack", ("EST",)), output=tmp_path / "page.html")
    with pytest.raises(BadInput, match=r"^nothing to draw: no chain from Japan to Ukraine on 1946-01-01 \("):
        render(core_store, early, Subject("path", ("JPN", "UKR")), output=tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []


def test_a_day_before_every_scope_is_not_covered_and_a_state_that_was_not_there_is_named(
    core_store: Store, tmp_path: Path
) -> None:
    with pytest.raises(
        BadInput,
        match=r"is in force on 1930-01-01 \(not covered: no loaded dataset speaks of 1930-01-01;"
        r" in the data Ukraine begins only on 1991-08-24, after the Soviet Union\); name another day$",
    ):
        render(
            core_store,
            context(core_store, "1930-01-01"),
            Subject("around", ("UKR",)),
            output=tmp_path / "page.html",
        )


def test_page_holds_when_its_centre_was_not_there_and_of_when_its_datasets_speak(
    core_store: Store, on: Context, tmp_path: Path
) -> None:
    about = facts(render(core_store, on, Subject("around", ("UKR",)), output=tmp_path / "page.html").path)[
        "about"
    ]
    begun = date(1991, 8, 24).toordinal() - date(1970, 1, 1).toordinal()
    assert about["absences"] == [
        [None, begun, "in the data Ukraine begins only on 1991-08-24, after the Soviet Union"]
    ]
    assert (
        min(since for since, _ in about["spoken"])
        == date(1945, 1, 1).toordinal() - date(1970, 1, 1).toordinal()
    )
    assert (
        facts(render(core_store, on, Subject("around", ("JPN",)), output=tmp_path / "page.html").path)[
            "about"
        ]["absences"]
        == []
    )


def test_subjects_that_make_no_sense_are_told(core_store: Store, on: Context, tmp_path: Path) -> None:
    output = tmp_path / "page.html"
    with pytest.raises(BadInput, match=r"^--hops is 0; expected 1 or more$"):
        render(core_store, on, Subject("around", ("UKR",), 0), output=output)
    with pytest.raises(
        BadInput, match=r"^Ukraine is no organization; expected one such as NATO, or --around UKR$"
    ):
        render(core_store, on, Subject("org", ("UKR",)), output=output)


def test_a_country_more_moves_the_others_little(core_store: Store, on: Context) -> None:
    """Half of the others stay within a twentieth of the drawing's reach, whether it has few lines or many."""
    drawn = drawing(collect(core_store, on, Subject("around", ("UKR",), 2)))
    ids = [node.id for node in drawn.nodes]
    before = dict(zip(ids, positions(ids, drawn.edges), strict=True))
    reach = max(abs(complex(*place)) for place in before.values())
    for one in ("party:NZL", "party:DEU"):
        kept = [i for i, id in enumerate(ids) if id != one]
        place = {old: new for new, old in enumerate(kept)}
        edges = [(place[a], place[b]) for a, b in drawn.edges if a in place and b in place]
        names = [ids[i] for i in kept]
        after = dict(zip(names, positions(names, edges), strict=True))
        assert one in before and one not in after
        moves = [abs(complex(*before[id]) - complex(*after[id])) / reach for id in names]
        assert statistics.median(moves) < 0.05


def test_everything_of_a_graph_too_large_is_refused_before_its_facts_are_read(
    core_store: Store, on: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("drawing", "subject"):
        monkeypatch.setattr(f"foedera.page.{module}.MOST_LINES", 100)
    monkeypatch.setattr("foedera.page.subgraph.Reader.arrows", lambda *_: pytest.fail("arrows were read"))
    with pytest.raises(
        BadInput, match=r"^too large to draw: \d{3} lines or more; a page holds up to 100 lines and"
    ):
        render(core_store, on, Subject(), output=tmp_path / "page.html")
    assert not list(tmp_path.iterdir())
