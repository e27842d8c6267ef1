"""Commands on a database whose last load was cut short."""

import pytest

from conftest import neo4j_variables
from foedera.graph import writer
from foedera.graph.dates import Span
from foedera.graph.records import Node, Provenance
from foedera.graph.store import Store

from .conftest import Foedera

NOTE = (
    "core is being loaded, or its last load or removal was cut short: answers may lack facts; "
    "run `foedera load core`, or `foedera db remove core`"
)


@pytest.fixture
def half(foedera: Foedera, store: Store) -> Foedera:
    """Commands on core, of which a load began and did not end."""
    core = Provenance("core", ("text",))
    facts = [
        Node("Dataset", "core", {"title": "Core", "version": "1"}, core),
        Node("Source", "text", {"title": "Text", "publisher": "Somebody"}, core),
    ]
    writer.load(store, "core", facts)
    store.write_cypher("MATCH (d:Dataset) SET d.loading = true")
    env = {"FOEDERA_HOME": str(store.engine.home)} if store.engine.home else dict(neo4j_variables())
    return lambda *arguments: foedera(*arguments, **env)


def test_every_command_says_that_facts_may_be_missing(half: Foedera) -> None:
    """An answer as its note, also one that has no day; `foedera` alone as its last word on the database."""
    for arguments in (["show", "text"], ["query", "run", "sources"]):
        assert half(*arguments, "--format", "json").json["note"] == NOTE
    assert NOTE in half().out


def test_a_question_after_a_first_load_that_was_cut_short_says_so(
    foedera: Foedera, embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Which dataset, and what mends it, with 2; not core, of which the states alone came along."""
    said = Provenance("atop", ("atop",))
    embedded.write_cypher(
        "CREATE (:Country {id: 'USA', dataset: 'core'}), (:Source {id: 'iso', dataset: 'core'})"
    )
    embedded.write_cypher("CREATE (:Agreement {id: 'atop:1', dataset: 'atop'})")
    cut = "atop is being loaded, or its last load or removal was cut short; run `foedera load atop PATH`, or `foedera db remove atop`"
    ran = foedera("path", "JPN", "UKR", FOEDERA_HOME=str(embedded.engine.home))
    told = f"foedera: nothing is loaded whole in {embedded.engine.home}: {cut}\n"
    assert (ran.code, ran.out, ran.err) == (2, "", told)
    writer.load(embedded, "cow", [Node("Dataset", "cow", {"title": "COW", "version": "1"}, said)])
    ran = foedera("show", "atop:1", "--datasets", "atop")
    assert (ran.code, ran.err) == (2, f"foedera: dataset 'atop' is not loaded whole: {cut}\n")
    assert foedera("show", "atop:1", "--datasets", "atob").err.startswith(
        "foedera: dataset 'atob' is not loaded; expected cow, all."
    )


def test_nothing_is_complete_in_it(half: Foedera, store: Store) -> None:
    """Neither in the list of what the datasets cover; once it is loaded whole, it is."""
    core = Provenance("core", ("text",))
    scope = Node("Scope", "core/all", {"title": "everything", "complete": True, **Span().properties()}, core)
    store.write_cypher(
        "CREATE (s:Scope) SET s += $held", {"held": {"id": scope.id, "dataset": "core", **scope.properties}}
    )
    assert half("query", "run", "coverage", "--format", "json").json["rows"][0]["complete"] is False
    store.write_cypher("MATCH (d:Dataset) REMOVE d.loading")
    assert half("query", "run", "coverage", "--format", "json").json["rows"][0]["complete"] is True


def test_the_doctor_is_not_content(half: Foedera) -> None:
    """It names the dataset, and what to do."""
    found = half("doctor", "--format", "json")
    assert (found.code, found.json["healthy"], found.json["unfinished"]) == (1, False, [NOTE])
    shown = half("doctor", "--format", "csv").err
    assert NOTE in shown and "all is well" not in shown
