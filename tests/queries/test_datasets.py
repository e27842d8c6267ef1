"""Whom an answer is from: datasets that end, that are preferred, that say otherwise, and that were not asked."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from foedera.database import Database
from foedera.graph.dates import Span, parse
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance, Record, Ref, Relationship
from foedera.graph.store import Store
from foedera.graph.writer import load
from foedera.loaders.manifest import Manifest
from tests.queries.several import fill

ENDED = "the data of Ledger of Alliances end on 2012-12-31"
LATE = "2020-01-01"


@pytest.fixture
def db(store: Store) -> Iterator[Database]:
    fill(store)
    with Database(lambda: store, closing=False) as opened:
        yield opened


def test_a_closed_dataset_answers_no_later_day(db: Database) -> None:
    """Each verb says so, by the dataset's name, with a verdict where it has one, and nothing found."""
    told = ("not covered", ENDED)
    path = db.path("NEU", "VIC", on=LATE, datasets="ledger")
    attack = db.attack("VIC", on=LATE, datasets="ledger")
    between = db.between("NEU", "VIC", on=LATE, datasets="ledger")
    assert [(each.verdict, each.reason) for each in (path, attack, between)] == [told] * 3
    assert (path.chains, list(attack.rows), list(attack.absent), between.table()) == ([], [], [], [])
    assert path.to_dict()["not_covered"] == {"ledger": ENDED} and path.datasets == []
    shown = db.show("NEU", on=LATE, datasets="ledger")
    members = db.query("obligations-of", party="NEU", on=LATE, datasets="ledger")
    assert (shown.note, members.note) == (f"not covered: {ENDED}",) * 2
    assert (shown.section("owes").rows, len(members)) == ([], 0)


def test_it_answers_its_last_day_and_not_the_one_before_its_first(db: Database) -> None:
    """It holds on that day, and it is not said that it ends on the next."""
    answer = db.path("NEU", "VIC", on="2012-12-31", datasets="ledger")
    (hop,) = answer.chains[0].hops
    assert (answer.verdict, hop.strongest.certain, answer.note) == ("yes", True, None)
    assert hop.strongest.sentence().endswith(f"since 1990-01-01, still in force when {ENDED}")
    assert hop.to_dict()["still"] == f"still in force when {ENDED}"
    early = db.path("NEU", "VIC", on="1815-06-01", datasets="ledger")
    assert (early.verdict, early.reason) == (
        "not covered",
        "the data of Ledger of Alliances begin on 1816-01-01",
    )


def test_without_a_day_it_is_said_that_today_is_meant(db: Database) -> None:
    """Who forgets the day learns why there is nothing."""
    today = datetime.date.today()
    assert db.attack("VIC", datasets="ledger").reason == (
        f"{ENDED} (no day was asked about: today is {today})"
    )


@pytest.mark.parametrize("verb", ["whatif", "export", "to_networkx", "render"])
def test_what_needs_facts_of_the_day_is_refused(db: Database, tmp_path: object, verb: str) -> None:
    """Nothing is supposed, drawn or written of a day that no dataset speaks of."""
    calls: dict[str, Callable[[], object]] = {
        "whatif": lambda: db.whatif(end="pact", on=LATE, datasets="ledger"),
        "export": lambda: db.export(f"{tmp_path}/x.json", on=LATE, datasets="ledger"),
        "to_networkx": lambda: db.to_networkx(on=LATE, datasets="ledger"),
        "render": lambda: db.render(f"{tmp_path}/x.html", on=LATE, datasets="ledger"),
    }
    with pytest.raises(BadInput, match=f"not covered: {ENDED}; expected a day that they cover, with --on"):
        calls[verb]()


def test_what_has_no_day_is_answered_from_all_of_its_history(db: Database) -> None:
    """Timelines, comparisons and exports without a day; an end beyond the dataset's own is no moment."""
    history = db.timeline("ledger:9", datasets="all")
    assert {each.change for each in history.moments} == {"signed", "in force"}
    assert history.note == (
        "core covers until 2026-08-21; this is the answer as of that day;"
        f" field pacts end on 2018-12-31; {ENDED}"
    )
    assert db.timeline("ledger:9", until="2000", datasets="ledger").note is None
    assert db.to_networkx(datasets="ledger").has_node("ledger:9")
    found = db.compare("pact", "ledger:9", on="2015-01-01", datasets="all")
    assert [each.id for each in found.agreements] == ["pact", "ledger:9"]
    assert found.datasets == ["core", "ledger"]
    assert [row["status"] for row in found.table() if row["obligation"]] == [
        "in force",
        "not covered after 2012-12-31",
    ]


def test_of_several_those_that_do_not_reach_the_day_are_named(db: Database) -> None:
    """They are left out of the answer; core, which is kept up, answers a later day as of its last."""
    answer = db.attack("VIC", on=LATE, datasets="all")
    assert {row.commitment.dataset for row in answer.rows} == {"core"}
    assert answer.datasets == ["core"]
    assert answer.note == "not covered by field, which ends on 2018-12-31; ledger, which ends on 2012-12-31"
    later = db.attack("VIC", on="2030-01-01", datasets="core")
    assert later.as_of == datetime.date(2026, 8, 21) and later.verdict == "yes"
    assert later.note == "core covers until 2026-08-21; this is the answer as of that day"


def test_nothing_found_is_judged_by_every_dataset_asked(db: Database) -> None:
    """A complete one says no, a selective one alone says unknown, and on a later day only core is left."""
    on = "2010-01-01"
    assert db.attack("OUT", on=on, datasets="core,field").verdict == "no"
    assert db.attack("OUT", on=on, datasets="core").verdict == "unknown"
    assert db.attack("OUT", on=LATE, datasets="all").verdict == "unknown"


def test_one_instrument_is_one_row(db: Database) -> None:
    """Core's word first, or that of the dataset preferred; what the other says otherwise is told; no link, no merging."""
    first = db.between("ALL", "VIC", on="2010-01-01", datasets="all").directions[0]
    (held,) = first.commitments
    assert (held.dataset, held.obligation) == ("core", "pact/article-3")
    assert held.differing() == [
        "field (field:7): since 1999-04-04, still in force when field pacts end on 2018-12-31"
    ]
    (other,) = (
        db.between("ALL", "VIC", on="2010-01-01", datasets="all", prefer="field").directions[0].commitments
    )
    assert (other.dataset, [each.dataset for each in other.others]) == ("field", ["core"])
    assert "dataset" in other.to_dict()["others"][0]
    apart = db.attack("VIC", on="2010-01-01", datasets="all")
    assert sorted((row.commitment.debtor, row.commitment.dataset or "") for row in apart.rows) == [
        ("ALL", "core"),
        ("FAR", "field"),
        ("NEU", "ledger"),
    ]
    chain = db.path("ALL", "VIC", on="2010-01-01", datasets="all").chains[0]
    assert [each.dataset for each in chain.hops[0].commitments] == ["core"]


def test_a_preferred_dataset_is_one_that_is_asked(db: Database) -> None:
    with pytest.raises(BadInput) as caught:
        db.attack("VIC", datasets="core,field", prefer="ledgr")
    assert str(caught.value) == "dataset 'ledgr' is not asked; --prefer expects one of core, field."


def test_rows_say_whose_word_they_are_where_several_were_asked(db: Database) -> None:
    """A column of tables; in JSON always."""
    several = db.path("ALL", "VIC", on="2010-01-01", datasets="all")
    alone = db.path("ALL", "VIC", on="2010-01-01")
    assert [row["dataset"] for row in several.table()] == ["core"]
    assert "dataset" not in alone.headings() and alone.chains[0].hops[0].to_dict()["dataset"] == "core"


def test_an_attack_has_the_words_of_all_datasets_side_by_side(db: Database) -> None:
    """By dataset the verdict, who is bound and under what; and why it does not name whom another names."""
    answer = db.attack("VIC", on="2010-01-01", datasets="all")
    told = [(each.dataset, each.verdict, each.reason, list(map(str, each.pledges))) for each in answer.words]
    assert told == [
        (
            "core",
            "yes",
            "1 bound to defend",
            ["1 under pact, Pact, the same as FIELD 7: Pact (field:7): Ally"],
        ),
        (
            "field",
            "yes",
            "2 bound to defend",
            ["2 under field:7, FIELD 7: Pact, the same as Pact (pact): Ally, Farland"],
        ),
        ("ledger", "yes", "1 bound to defend", ["1 under ledger:9, Ledger 9: Neutral"]),
    ]
    why = {each.dataset: list(each.why) for each in answer.words}
    assert why["core"] == [
        "codes the same instrument (field:7) as pact: binding defense;"
        + " since 2000-06-01, where field:7 counts from 1999-04-04, its signature",
        "unknown of Farland, Neutral: core is not complete there",
    ]
    assert why["field"] == ["not Neutral: field is complete for every promise of defence, and holds none"]
    assert answer.reason == "3 bound to defend, according to core and field and ledger"
    late = db.attack("VIC", on="2015-01-01", datasets="all").words[-1]
    assert (late.dataset, late.verdict, late.reason) == ("ledger", "not covered", ENDED)
    assert db.attack("VIC", on="2010-01-01").words == []


def test_another_dataset_that_covers_the_question_is_named(db: Database) -> None:
    """Where core does not settle it, and only then; not a dataset that ends before the day, nor one of other kinds."""
    assert db.attack("OUT", on="2010-01-01").note == "field and ledger cover it: --datasets all"
    assert db.attack("OUT", on="2015-01-01").note == "field covers it: --datasets all"
    assert db.path("OUT", "VIC", kinds="basing", on="2010-01-01").note is None
    assert db.attack("VIC", on="2010-01-01").note is None
    assert db.attack("OUT", on=LATE).note is None
    early = db.attack("VIC", on="1900-01-01")
    assert (early.verdict, early.reason) == ("not covered", "core says nothing of 1900-01-01")
    assert early.note == (
        "core covers from 1945-01-01: of 1900-01-01 it holds single facts at most;"
        " field and ledger cover it: --datasets all"
    )


def test_a_thing_of_another_dataset_is_told_by_that_dataset(db: Database) -> None:
    """Where none is named; a party is core's, and of what is named nothing else is told."""
    sheet = db.show("field:7", on="2010-01-01")
    assert (sheet.datasets, {row["dataset"] for row in sheet.section("parties").rows}) == (
        ["field"],
        {"field"},
    )
    assert db.show("field:7", datasets="core").section("parties").rows == []
    assert db.show("VIC", on="2010-01-01").datasets == ["core"]
    assert [moment.change for moment in db.timeline("field:7", kinds="agreement").moments][:1] == ["signed"]
    assert db.timeline("field:7", datasets="core").moments == ()


def test_rows_of_stored_queries_say_whose_word_they_are(db: Database) -> None:
    rows = db.query("who-defends", party="VIC", on="2010-01-01", datasets="all").rows
    assert sorted((row["party"], row["dataset"]) for row in rows) == [
        ("ALL", "core"),
        ("ALL", "field"),
        ("FAR", "field"),
        ("NEU", "ledger"),
    ]


def test_doctor_says_which_datasets_end(db: Database) -> None:
    rows = {
        row["dataset"]: (row["covers_until"], row["closed"], row["licence"]) for row in db.doctor().loaded
    }
    assert rows["ledger"] == (datetime.date(2012, 12, 31), True, "ask its authors")
    assert rows["core"][1] is False


def test_a_sheet_names_the_datasets_whose_word_it_has(db: Database) -> None:
    """That of the thing and those of its rows; who was asked and has no word in it is noted, and no other."""

    def told(thing: str, datasets: str | None, on: str = "2010-01-01") -> tuple[list[str], str | None]:
        sheet = db.show(thing, on=on, datasets=datasets)
        assert sheet.to_dict()["datasets"] == list(sheet.datasets)
        return list(sheet.datasets), sheet.note

    assert told("field:7", "core") == (["field"], "core says nothing of it")
    assert told("field:7", None) == (["field"], None)
    assert told("VIC", "field") == (["field", "core"], None)
    assert told("VIC", "all") == (["core", "field", "ledger"], None)
    assert told("OUT", "field,ledger") == (["core"], "field, ledger say nothing of it")
    assert told("field:7", "field", LATE) == (["field"], "not covered: field pacts end on 2018-12-31")


def test_what_has_no_day_is_of_all_times(db: Database) -> None:
    """Its first line and its JSON name no day; what has one still does."""
    ever, then = db.query("agreements", datasets="field"), db.query("agreements-of", party="VIC", on=LATE)
    assert (ever.as_of, ever.to_dict()["as_of"]) == (None, None)
    assert ever.context and ever.context.ground == "of all times, from field"
    assert then.context and then.context.ground == f"as of {LATE}, from core"
    signed = db.query("signed-between", {"from": "1999-01-01"}, datasets="field")
    assert signed.context and signed.context.ground == "as of 2018-12-31, from field"


def test_the_same_instrument_is_asked_of_all_datasets(db: Database) -> None:
    """They are named; of those that are chosen both ends have to be."""
    found = db.query("same-instrument")
    assert [(row["agreement"], row["other"]) for row in found] == [("field:7", "pact")]
    assert found.datasets == ["core", "field", "ledger"]
    chosen = db.query("same-instrument", datasets="core,field")
    assert (len(chosen), chosen.datasets) == (1, ["core", "field"])
    assert len(db.query("same-instrument", datasets="core,ledger")) == 0


def test_a_query_that_names_no_datasets_is_of_all(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It asks whatever is loaded, so that is what its answer says; to choose among them is refused."""
    header = "// title: All\n// subject: s\n// answers: all\n// returns: id\n"
    cypher = "MATCH (a:Agreement) RETURN a.id AS id ORDER BY id"
    (tmp_path / "mine.cypher").write_text(header + cypher, encoding="utf-8")
    monkeypatch.setenv("FOEDERA_QUERIES", str(tmp_path))
    found = db.query("mine")
    assert [row["id"] for row in found] == ["field:7", "ledger:9", "pact"]
    assert found.datasets == ["core", "field", "ledger"]
    with pytest.raises(BadInput) as caught:
        db.query("mine", datasets="core")
    assert str(caught.value) == "query 'mine' has no parameter 'datasets'. It has none."


@pytest.fixture
def with_borders(db: Database) -> Database:
    """One dataset more, which holds borders, and one that holds who is a member of NATO."""
    ties = Manifest(
        "ties",
        "Borders",
        "2",
        "the tests",
        datetime.date(1816, 1, 1),
        datetime.date(2018, 12, 31),
        "ask",
        "Tests (2010)",
        "https://example.org/ties",
        "land borders",
        note="to the month",
    )
    span, line, victim = (
        Span(parse("1990-01-01")).properties(),
        ties.cite("ties.csv", 2),
        Ref("Country", "VIC"),
    )
    borders: list[Record] = [
        Relationship("BORDERS", victim, Ref("Country", each), span, line) for each in ("ALL", "OUT")
    ]
    clubs = Provenance("clubs", ("clubs",))
    nato = {"name": "NATO", "kind": "alliance", "keys": ["nato"], **span}
    members: list[Record] = [
        Node("Dataset", "clubs", {"title": "Clubs", "version": "1"}, clubs),
        Node("Source", "clubs", {"title": "Clubs", "publisher": "the tests"}, clubs),
        Node("Organization", "NATO", nato, clubs),
        Relationship("MEMBER_OF", Ref("Country", "ALL"), Ref("Organization", "NATO"), span, clubs),
    ]
    for name, records in (("ties", [*ties.records(), *borders]), ("clubs", members)):
        assert load(db.store, name, records).refused == []
    return db


def test_what_a_list_may_lack_is_said_of_the_datasets_asked(with_borders: Database) -> None:
    """Core's remark where core is asked; of another what it is about, or that it holds nothing of the sort."""

    def note(datasets: str | None, query: str = "neighbours") -> str | None:
        return with_borders.query(query, country="VIC", on="2010-01-01", datasets=datasets).note

    core = note(None)
    assert core and core.startswith("all land borders of today of NATO's members")
    assert note("ties") == "ties holds land borders: to the month; ties holds no memberships"
    assert note("field") == "field holds no land borders and no memberships"
    assert note("core,field") == f"core: {core}"
    assert note("core,ties") == f"core: {core}; ties holds land borders: to the month"
    assert note("field,ledger", "forces-abroad") == "field, ledger hold no forces abroad"


def test_a_neighbour_is_no_outsider_where_members_are_not_held(with_borders: Database) -> None:
    """Whether it belongs to NATO is left open by a dataset of borders alone; one that holds members says yes or no."""

    def members(datasets: str) -> dict[str, bool | None]:
        rows = with_borders.query("neighbours", country="VIC", on="2010-01-01", datasets=datasets)
        return {row["country"]: row["member"] for row in rows}

    assert members("ties") == {"ALL": None, "OUT": None}
    assert members("ties,clubs") == {"ALL": True, "OUT": False}


def test_a_dataset_without_promises_does_not_cover_the_question(with_borders: Database) -> None:
    """It is closed and holds none of that kind: so it is said, and it is no unknown; beside another it changes nothing."""
    on, none = "2010-01-01", "ties holds no promises"
    path = with_borders.path("ALL", "VIC", on=on, datasets="ties")
    pair = with_borders.between("ALL", "VIC", on=on, datasets="ties").directions[0]
    assert (path.verdict, path.reason) == (pair.verdict, pair.reason) == ("not covered", none)
    attack = with_borders.attack("VIC", on=on, datasets="ties")
    assert (attack.verdict, attack.reason) == ("not covered", "ties holds no promises to defend")
    consultation = with_borders.path("ALL", "VIC", kinds="consultation", on=on, datasets="ledger")
    assert (consultation.verdict, consultation.reason) == (
        "not covered",
        "ledger holds no promises of consultation",
    )
    assert with_borders.attack("OUT", on=on, datasets="ledger").verdict == "no"
    assert with_borders.attack("VIC", on=on, datasets="ties,ledger").verdict == "yes"
    assert with_borders.attack("OUT", on=on, datasets="core,ties").verdict == "unknown"


def test_a_dataset_that_is_not_whole_proves_nothing(db: Database) -> None:
    """While it is marked as loaded in part a no is unknown, with or without its scopes; a yes stays, and so does a day beyond it."""

    def asked(defended: str = "OUT", on: str = "2010-01-01") -> list[tuple[str, str]]:
        path = db.path("ALL", defended, max_hops=1, kinds="defense", on=on, datasets="field")
        attack = db.attack(defended, on=on, datasets="field")
        between = db.between("ALL", defended, kinds="defense", on=on, datasets="field")
        return [(each.verdict, each.reason) for each in (path, attack, between)]

    whole = asked()
    assert [verdict for verdict, _ in whole] == ["no"] * 3
    db.store.write_cypher("MATCH (d:Dataset {id: 'field'}) SET d.loading = true")
    cut = "the last load or removal of field was cut short"
    assert all(verdict == "unknown" and cut in reason for verdict, reason in asked())
    assert [verdict for verdict, _ in asked("VIC")] == ["yes"] * 3
    assert {verdict for verdict, _ in asked(on=LATE)} == {"not covered"}
    (row,) = db.store.read("MATCH (s:Scope {dataset: 'field'}) RETURN properties(s) AS held")
    db.store.write_cypher("MATCH (s:Scope {dataset: 'field'}) DELETE s")
    assert all(verdict == "unknown" and cut in reason for verdict, reason in asked())
    db.store.write_cypher("CREATE (s:Scope) SET s = $held", row)
    db.store.write_cypher("MATCH (d:Dataset) WHERE d.loading REMOVE d.loading")
    assert asked() == whole


def test_a_chain_that_only_the_second_dataset_is_sure_of_is_told_by_its_word(
    db: Database, store: Store
) -> None:
    """Core holds the same promise only possibly on that day; where neither is sure, the answer is unknown."""
    store.write_cypher(
        "MATCH (:Obligation {id: 'pact/article-3'})-[r:OWES|OWED_TO]-() SET r.since_latest = date('2016-01-01')"
    )
    sure = db.path("ALL", "VIC", on="2010-01-01", datasets="core,field")
    assert (sure.verdict, [hop.strongest.dataset for hop in sure.chains[0].hops]) == ("yes", ["field"])
    assert db.path("ALL", "VIC", on="2010-01-01", datasets="core").verdict == "unknown"


def test_a_phase_is_told_where_a_promise_is_of_one(db: Database, store: Store) -> None:
    """Its beginning is that of the phase; what other datasets hold has none, and says none."""
    store.write_cypher("MATCH (b:Obligation {id: 'field:7/defense'}) SET b.phase = 2")
    field, core = (db.between("ALL", "VIC", on="2010-01-01", datasets=name) for name in ("field", "core"))
    assert [row["phase"] for row in field.table()] == [2, 2]
    assert ", since 1999-04-04 in phase 2, still" in field.directions[0].commitments[0].sentence()
    assert [row["phase"] for row in core.table()] == [None, None]
    assert "phase" not in core.directions[0].commitments[0].sentence()
    both = db.between("ALL", "VIC", on="2010-01-01", datasets="core,field").directions[0].commitments[0]
    assert (both.dataset, both.differing()) == (
        "core",
        ["field (field:7): since 1999-04-04 in phase 2, still in force when field pacts end on 2018-12-31"],
    )


BODY = """
MATCH (a:Agreement {id: 'pact'})
CREATE (o:Organization {id: 'BODY', name: 'Body', keys: ['body'], dataset: 'core', sources: ['made-up'], until_known: true,
                        since: date('2000-06-01'), since_latest: date('2000-06-01')})
CREATE (a)-[:CONSTITUTES {id: 'core:CONSTITUTES:pact:BODY', dataset: 'core', sources: ['made-up']}]->(o)
"""


def test_a_timeline_without_moments_says_why(db: Database, store: Store) -> None:
    """No, unknown and not covered are three answers; one that has moments needs none of them."""
    store.write_cypher(BODY)
    asked: dict[str, dict[str, str]] = {
        "BODY": {"datasets": "field"},
        "pact": {"datasets": "ledger"},
        "OUT": {"datasets": "field", "kinds": "defense"},
        "NEU": {"datasets": "core", "kinds": "defense"},
        "FAR": {"datasets": "field", "since": "2019", "until": "2020"},
        "ALL": {"datasets": "field", "kinds": "membership"},
    }
    found = {name: db.timeline(name, **options) for name, options in asked.items()}
    assert {name: (each.verdict, each.reason) for name, each in found.items()} == {
        "BODY": (
            "not covered",
            "field speaks of no organization; core does: --datasets core; the instrument that founds it is field:7 there",
        ),
        "pact": ("not covered", "it is of core, not of ledger; core does: --datasets core"),
        "OUT": ("no", "field is complete for every promise of defence, and nothing of it began or ended"),
        "NEU": ("unknown", "core is not complete there"),
        "FAR": (
            "not covered",
            "field pacts end on 2018-12-31; 2 moments of it lie outside of what is asked for",
        ),
        "ALL": ("not covered", "field holds no membership; 2 moments of it lie outside of what is asked for"),
    }
    assert not any(each.moments for each in found.values())
    assert found["BODY"].to_dict()["verdict"] == "not covered"
    assert "verdict" not in db.timeline("BODY", datasets="core").to_dict()


def test_an_answer_is_from_those_that_speak_of_its_question(db: Database, store: Store) -> None:
    """A dataset without promises, such as one of borders, is not named as whose word they are."""
    store.write_cypher(
        "CREATE (:Dataset {id: 'borders', title: 'Borders', version: '1', dataset: 'borders'})"
    )
    day: dict[str, Any] = {"on": "2010-01-01", "datasets": "all"}
    answers = [
        db.path("ALL", "VIC", **day),
        db.between("ALL", "VIC", **day),
        db.attack("VIC", **day),
        db.attack("OUT", **day),
        db.whatif(end="pact", **day),
    ]
    assert [list(each.datasets) for each in answers] == [["core", "field", "ledger"]] * len(answers)
    scope = "CREATE (:Scope {id: 'borders/all', dataset: 'borders', title: 'borders', complete: false, until_known: true})"
    store.write_cypher(scope)
    nothing = db.between("FAR", "NEU", **day)
    assert "core, field, ledger are not complete there" in nothing.reason and "borders" not in nothing.reason
    assert list(db.timeline("ALL", datasets="all").datasets) == ["core", "field"]
    assert list(db.between("ALL", "VIC", on="2010-01-01", datasets="borders").datasets) == ["borders"]


def test_a_dataset_of_states_denies_nothing_of_who_is_none(db: Database, store: Store) -> None:
    """Of a body, or a state without a number of COW's, it says nothing; of its own states it does, and so do others."""
    store.write_cypher(BODY)
    store.write_cypher("MATCH (d:Dataset {id: 'field'}) SET d.of_states = true")
    store.write_cypher("MATCH (c:Country) WHERE c.id <> 'OUT' SET c.cow = 1")
    day: dict[str, Any] = {"on": "2010-01-01", "kinds": "defense"}
    told = "field is about the states of COW's system, and {} is none"
    for id, name in (("BODY", "Body"), ("OUT", "Outsider")):
        between = db.between(id, "VIC", datasets="field", **day)
        path = db.path(id, "VIC", datasets="field", **day)
        attack = db.attack(id, on="2010-01-01", datasets="field")
        found = [(each.verdict, each.reason) for each in (between, path, attack)]
        assert found == [("not covered", told.format(name))] * 3
        assert attack.note == "core and ledger cover it: --datasets all"
        assert db.between(id, "VIC", datasets="core,field", **day).verdict == "unknown"
        assert db.between(id, "VIC", datasets="ledger", **day).verdict == "no"
    assert db.timeline("OUT", kinds="defense", datasets="field").reason.startswith(told.format("Outsider"))
    assert db.between("NEU", "VIC", datasets="field", **day).verdict == "no"
    assert db.between("ALL", "VIC", datasets="field", **day).verdict == "yes"
