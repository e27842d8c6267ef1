"""Every fact of the three source documents comes out of the graph by a stored query, with its citation."""

import pytest

from foedera.graph.store import Store
from foedera.queries import catalogue, stored
from foedera.queries.context import context
from foedera.queries.parameters import bind

from .seed_answer import Answer, like
from .seed_facts import FACTS, RECORD_DIFFERS, SOURCE_OF
from .seed_facts_more import MORE

ALL = [(fact, answer) for fact, answers in FACTS.items() for answer in answers]
ALL += [("more", answer) for answer in MORE]


def test_no_fact_is_missing_from_the_table() -> None:
    """All 34, each with an answer at least, and none besides."""
    assert len(SOURCE_OF) == 34
    assert set(FACTS) == set(SOURCE_OF)
    assert all(FACTS.values())


@pytest.mark.parametrize("fact", SOURCE_OF)
def test_a_fact_is_cited_from_the_document_that_states_it(fact: str) -> None:
    """At least one row of each is."""
    assert SOURCE_OF[fact] in {source for answer in FACTS[fact] for source in answer.cites}


@pytest.mark.parametrize("fact", RECORD_DIFFERS)
def test_where_the_record_differs_its_row_is_there_too(fact: str) -> None:
    """The source's row, with what the record says, and a row that cites another document."""
    answers = FACTS[fact]
    assert any("record" in answer.has for answer in answers)
    assert any(set(answer.cites) - {SOURCE_OF[fact]} for answer in answers)


@pytest.mark.parametrize(("fact", "answer"), ALL, ids=[f"{fact}-{each.query}" for fact, each in ALL])
def test_a_fact_is_answered(core_store: Store, fact: str, answer: Answer) -> None:
    """The row is there with its citation, as often as it must be, and the other row is not."""
    query = catalogue.get(answer.query)
    assert set(answer.has) | set(answer.lacks) <= set(query.columns), "no such column"
    rows = stored.rows(
        core_store, query, bind(core_store, context(core_store, answer.on), query, answer.params)
    )
    found = [row for row in rows if like(row, answer.has)]
    assert found, f"{fact}: no row like {answer.has} among {rows[:5]}"
    cited = [{source.split("#")[0] for source in row["sources"]} for row in found]
    assert any(set(answer.cites) <= sources for sources in cited), f"{fact}: cited from {cited}"
    assert all(cited), f"{fact}: a row without a source"
    assert not [row for row in rows if like(row, answer.lacks)], f"{fact}: a row like {answer.lacks}"
    assert answer.count in (None, len(found)), f"{fact}: {len(found)} rows"
