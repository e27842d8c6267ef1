"""The stored queries: their headers, and each run on both engines."""

import re
from pathlib import Path
from typing import Any

import pytest

import foedera
from foedera.graph.errors import BadInput
from foedera.graph.store import Store
from foedera.queries import catalogue, stored
from foedera.queries.context import context
from foedera.queries.header import HeaderError, Query, parse
from foedera.queries.parameters import bind

from .stored_cases import CASES, Case

NAMES = catalogue.shipped_names()
ROOT = Path(foedera.__file__).parent.parent
_WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|DROP|LOAD|FOREACH)\b")
_TEXT = re.compile(r"'[^']*'")


def answer(store: Store, query: Query, case: Case) -> list[dict[str, Any]]:
    return stored.rows(store, query, bind(store, context(store, case.on), query, case.params))


def holds(rows: list[dict[str, Any]], part: dict[str, Any]) -> bool:
    return any(part.items() <= {k: v for k, v in row.items() if k in part}.items() for row in rows)


def test_there_are_stored_queries_and_each_has_a_case() -> None:
    """At least forty; a file without a case fails, and so does a case without a file."""
    assert len(NAMES) >= 40
    assert set(NAMES) == set(CASES)


@pytest.mark.parametrize("name", NAMES)
def test_parameters_declared_are_those_used(name: str) -> None:
    """Every declared parameter stands in the Cypher as it is run, and no other does."""
    query = catalogue.get(name)
    used = set(re.findall(r"\$(\w+)", query.cypher))
    assert {param.name for param in query.params} == used


@pytest.mark.parametrize("name", NAMES)
def test_columns_declared_are_those_returned_and_rows_are_ordered(name: str) -> None:
    """The last RETURN names the declared columns in their order; a total ORDER BY ends the query."""
    query = catalogue.get(name)
    returned, order = query.text.rpartition("\nRETURN ")[2].rsplit("\nORDER BY ", 1)
    assert tuple(re.findall(r" AS (\w+)(?=,|\s*$)", returned)) == query.columns
    assert order.strip()


@pytest.mark.parametrize("name", NAMES)
def test_a_stored_query_only_reads(name: str) -> None:
    """No clause that writes, and no macro left."""
    text = _TEXT.sub("''", catalogue.get(name).cypher)
    assert not _WRITES.search(text)
    assert not re.search(r"\{(certainly|possibly|running|since|until) ", text)


@pytest.mark.parametrize("name", NAMES)
def test_an_answer_holds_what_it_must_and_not_what_it_must_not(core_store: Store, name: str) -> None:
    """Each query on each engine."""
    query, case = catalogue.get(name), CASES[name]
    rows = answer(core_store, query, case)
    if case.has is None:
        assert rows == []
    else:
        assert holds(rows, case.has), f"no row like {case.has} among {rows[:5]}"
    assert not holds(rows, case.lacks)
    assert all(tuple(row) == query.columns for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_order_of_rows_is_total(core_store: Store, name: str) -> None:
    """Asked twice the answer is the same, and no two rows are one."""
    query, case = catalogue.get(name), CASES[name]
    first = answer(core_store, query, case)
    assert first == answer(core_store, query, case)
    assert len({repr(row) for row in first}) == len(first)


@pytest.mark.parametrize("name", NAMES)
def test_every_query_is_documented(name: str) -> None:
    """docs/queries.md has a section for it that names each parameter and column."""
    page = (ROOT / "docs" / "queries.md").read_text("utf-8")
    section = re.search(rf"^### `{re.escape(name)}`\n(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL)
    assert section, f"{name} is not in docs/queries.md"
    query = catalogue.get(name)
    for each in [*(param.name for param in query.params), *query.columns]:
        assert f"`{each}`" in section[1], f"{name}: {each}"


def test_every_documented_query_exists() -> None:
    """And the other way round."""
    page = (ROOT / "docs" / "queries.md").read_text("utf-8")
    assert set(re.findall(r"^### `([\w-]+)`$", page, re.MULTILINE)) == set(NAMES)


HEADER = "// title: A\n// subject: s\n// answers: b\n// returns: id, since (date)\n"


def test_a_header_is_read() -> None:
    """Parameters with type and default, columns with their dates, the text below."""
    query = parse(
        "x", HEADER + "// param on (date, default today): the day\nMATCH (m) RETURN {since m} AS since\n"
    )
    assert query.columns == ("id", "since") and query.dates == {"since"}
    assert (query.params[0].name, query.params[0].type, query.params[0].default) == ("on", "date", "today")
    assert query.cypher == "MATCH (m) RETURN [m.since, m.since_latest] AS since\n"
    told = parse("x", f"// caveat: not all\n// caveat core: few\n{query.source}")
    assert query.caveats == {} and told.caveats == {"": "not all", "core": "few"}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            HEADER.replace("// title: A\n", "") + "RETURN 1",
            "x.cypher:4: missing '// title: …' above the Cypher",
        ),
        (
            HEADER + "// parm on (date): …\nRETURN 1",
            "x.cypher:5: not a line of a header: '// parm on (date): …'; expected '// title: …', subject",
        ),
        (HEADER + "// param on (day): …\n", "x.cypher:5: unknown type 'day'; expected one of date, party"),
        (
            HEADER.replace("id, since", "id,, since") + "RETURN 1",
            "x.cypher:4: cannot read the column ''; expected NAME or NAME (date)",
        ),
        (
            HEADER.replace("(date)", "(day)") + "RETURN 1",
            "x.cypher:4: cannot read the column 'since (day)'; expected NAME or NAME (date)",
        ),
        (HEADER.replace("id, since", "id, id") + "RETURN 1", "x.cypher:4: column id is declared twice"),
        (HEADER + "// title: B\nRETURN 1", "x.cypher:5: a second '// title: …'; the first is in line 1"),
        (
            HEADER + "// param a (date): …\n// param a (text): …\nRETURN 1",
            "x.cypher:6: parameter a is declared twice",
        ),
        (
            HEADER + "MATCH (n)\n// of $nobody\nWHERE n.a = '$b' AND n.b = $c",
            "x.cypher:7: $c is not declared; expected a line '// param c (TYPE): …'",
        ),
        (
            HEADER + "MATCH (n) WHERE {possibly n}",
            "x.cypher:5: $on is not declared; expected a line '// param on (TYPE): …'",
        ),
        (HEADER, "x.cypher:5: no Cypher below the header"),
    ],
)
def test_a_broken_header_is_told_with_its_place(content: str, message: str) -> None:
    """What is wrong, where, and what was expected."""
    with pytest.raises(HeaderError) as caught:
        parse("x", content)
    assert str(caught.value).startswith(message)


def test_an_unknown_query_is_told_with_the_nearest() -> None:
    """The nearest name, and where to see them all."""
    with pytest.raises(BadInput) as caught:
        catalogue.get("memebers")
    told = str(caught.value)
    assert told.startswith("unknown query 'memebers'. Did you mean members")
    assert told.endswith("`foedera query list` shows them all.")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"organisation": "NATO"},
            "query 'members' has no parameter 'organisation'. Did you mean organization?",
        ),
        ({"x": "NATO"}, "query 'members' has no parameter 'x'. It has organization, on, datasets."),
        (
            {},
            "query 'members' needs organization, the body, such as NATO; give the parameter organization=…",
        ),
        (
            {"organization": "Estonia"},
            "parameter organization: Estonia is a country; expected an organization",
        ),
        (
            {"organization": "NAATO"},
            "parameter organization: unknown country or organization 'NAATO'. Did you mean NATO?",
        ),
    ],
)
def test_a_wrong_parameter_is_told(core_store: Store, given: dict[str, str], message: str) -> None:
    """Unknown, missing, of another type, or a name that nobody has."""
    query = catalogue.get("members")
    with pytest.raises(BadInput) as caught:
        bind(core_store, context(core_store, "2024-01-01"), query, given)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        (
            "agreement-terms",
            {"agreement": "Ukraine"},
            "parameter agreement: Ukraine is a country; expected an agreement",
        ),
        (
            "agreement-terms",
            {"agreement": "us-ukraine-2024,NATO"},
            "parameter agreement: NATO is an organization; expected an agreement",
        ),
        (
            "cited-from",
            {"source": "north-atlantic-treaty"},
            "parameter source: North Atlantic Treaty is an agreement; expected a source",
        ),
        (
            "signed-between",
            {"from": "last week"},
            "parameter from: not a date: 'last week'; expected a date such as 2004-03-29, 2004-03 or 2004",
        ),
        (
            "signed-between",
            {"from": "2024"},
            "parameter from: not a single day: '2024'; expected a date such as 2004-03-29",
        ),
    ],
)
def test_a_parameter_is_of_its_type(
    core_store: Store, name: str, given: dict[str, str], message: str
) -> None:
    """A thing of another sort finds nothing, so it is an error."""
    query = catalogue.get(name)
    with pytest.raises(BadInput) as caught:
        bind(core_store, context(core_store, "2024-01-01"), query, given)
    assert str(caught.value) == message


def test_several_agreements_are_asked_for_at_once(core_store: Store) -> None:
    """With commas; a title that holds a comma is one agreement."""
    query = catalogue.get("agreement-terms")

    def asked(text: str) -> list[str]:
        values = bind(core_store, context(core_store), query, {"agreement": text})
        return [row["agreement"] for row in stored.rows(core_store, query, values)]

    assert asked("us-ukraine-2024, uk-ukraine-2024") == ["uk-ukraine-2024", "us-ukraine-2024"]
    title = "Security Treaty between Australia, New Zealand and the United States of America"
    assert asked(title) == ["anzus"]


def test_a_search_finds_words_of_the_header() -> None:
    """All words must occur, without regard to case."""
    assert "ukraine-agreements" in {query.name for query in catalogue.search("UKRAINE signed")}
    assert catalogue.search("ukraine zebra") == []
