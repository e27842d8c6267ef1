"""Each verb answers as its command does, and what is wrong is told before anything is asked."""

import datetime
import json
import shlex
from collections.abc import Callable, Mapping
from typing import Any, cast

import pytest

from foedera import BadInput
from foedera.cli import main
from foedera.database import Database
from foedera.queries.result import Result

DAY = "2024-07-01"

SAME: Mapping[str, tuple[Callable[[Database], Result], str]] = {
    "path": (
        lambda db: db.path("usa", "Ukraine", kinds="consultation", on=DAY, count=2),
        f"path USA UKR --kind consultation --on {DAY} --count 2",
    ),
    "path, every option": (
        lambda db: db.path(
            "South Korea",
            "UKR",
            kinds=["defense", "consultation"],
            forces=["binding", "political"],
            min_rank=1,
            through="JPN",
            not_through=["FRA", "Germany"],
            max_hops=5,
            undirected=True,
            on=datetime.date(2024, 7, 1),
            datasets=["core"],
        ),
        (
            "path KOR UKR --kind defense --kind consultation --force binding --force political --min-rank 1 "
            f"--through JPN --not-through FRA --not-through DEU --max-hops 5 --undirected --on {DAY} --datasets core"
        ),
    ),
    "attack, every option": (
        lambda db: db.attack("uk", by="Argentina", where="Falkland Islands", on=DAY),
        f"attack GBR --by ARG --where falkland-islands --on {DAY}",
    ),
    "attack": (lambda db: db.attack("EST", on=DAY), f"attack EST --on {DAY}"),
    "whatif": (
        lambda db: db.whatif("helsinki", suggested=True, on=DAY),
        f"whatif helsinki --suggested --on {DAY}",
    ),
    "whatif, every option": (
        lambda db: db.whatif(
            join=[("Georgia", "NATO")],
            leave=[("HUN", "nato")],
            designate=[("UKR", "mnna")],
            end="budapest-memorandum-1994",
            on=DAY,
        ),
        (
            "whatif --join GEO NATO --leave HUN NATO --designate UKR mnna --end budapest-memorandum-1994 "
            f"--on {DAY}"
        ),
    ),
    "between": (
        lambda db: db.between("usa", "New Zealand", kinds=["defense", "consultation"], on="1990-01-01"),
        "between USA NZL --kind defense --kind consultation --on 1990-01-01",
    ),
    "compare": (
        lambda db: db.compare("us-ukraine-2024", "uk-ukraine-2024", "germany-ukraine-2024"),
        "compare us-ukraine-2024 uk-ukraine-2024 germany-ukraine-2024",
    ),
    "timeline": (
        lambda db: db.timeline("Ukraine", since="2022", until="2023-06", kinds=["event", "membership"]),
        "timeline UKR --from 2022 --to 2023-06 --kind event --kind membership",
    ),
    "show": (
        lambda db: db.show("North Atlantic Treaty", on=DAY),
        f"show 'North Atlantic Treaty' --on {DAY}",
    ),
    "query": (
        lambda db: db.query("members", organization="NATO", on=DAY),
        f"query run members --param organization=NATO --on {DAY}",
    ),
    "cypher": (
        lambda db: db.cypher(
            "MATCH (a:Agreement) WHERE a.signed > $on RETURN a.id AS id, a.signed AS signed ORDER BY id",
            {"on": datetime.date(2024, 1, 1)},
        ),
        (
            "cypher 'MATCH (a:Agreement) WHERE a.signed > $on RETURN a.id AS id, a.signed AS signed ORDER BY id'"
            " --param on=2024-01-01"
        ),
    ),
    "cypher, its plan": (
        lambda db: db.explain("MATCH (a:Agreement) RETURN a.id ORDER BY a.id"),
        "cypher 'MATCH (a:Agreement) RETURN a.id ORDER BY a.id' --explain",
    ),
    "cypher, some rows": (
        lambda db: db.cypher("MATCH (a:Agreement) RETURN a.id AS id ORDER BY id", limit=3),
        "cypher 'MATCH (a:Agreement) RETURN a.id AS id ORDER BY id' --limit 3",
    ),
    "doctor": (lambda db: db.doctor(), "doctor"),
    "schema": (lambda db: db.schema(), "schema"),
}


@pytest.mark.parametrize("verb", SAME)
def test_a_verb_answers_what_its_command_prints(
    db: Database,
    core_env: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    verb: str,
) -> None:
    """`to_dict()` is the JSON, and can be written as such."""
    ask, command = SAME[verb]
    for name, value in core_env.items():
        monkeypatch.setenv(name, value)
    assert main([*shlex.split(command), "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert json.loads(json.dumps(ask(db).to_dict())) == printed


@pytest.mark.parametrize("verb", SAME)
def test_the_rows_of_an_answer_have_its_columns(db: Database, verb: str) -> None:
    answer = SAME[verb][0](db)
    assert answer.table()
    assert all(list(row) == list(answer.headings()) for row in answer.table())


def test_an_answer_names_its_day_its_datasets_and_what_makes_it_less(db: Database) -> None:
    """A day beyond core is answered as of core's last."""
    late, exact = db.attack("EST", on="2999-01-01"), db.attack("EST", on=DAY)
    assert late.datasets == ["core"] and late.as_of is not None and late.as_of.year < 2999
    assert late.note is not None and "covers until" in late.note
    assert (exact.as_of, exact.note) == (datetime.date(2024, 7, 1), None)
    assert exact.question == {"victim": "EST", "by": None, "where": None, "on": datetime.date(2024, 7, 1)}


def test_a_day_may_be_a_text_a_date_or_a_moment(db: Database) -> None:
    days: list[Any] = [DAY, datetime.date(2024, 7, 1), datetime.datetime(2024, 7, 1, 23, 59)]
    assert len({db.path("USA", "JPN", on=day).as_of for day in days}) == 1


def test_parameters_of_a_query_may_be_values(db: Database) -> None:
    """Numbers and dates as they are; None is as if left out; a mapping where a name is taken."""
    named = db.query("members", organization="NATO", on=datetime.date(2024, 7, 1))
    mapped = db.query("members", {"organization": "NATO"}, on=DAY, datasets=None)
    assert named.rows == mapped.rows
    assert db.query("proposals", about=None).rows == db.query("proposals").rows


def test_rows_of_a_stream_come_one_by_one(db: Database) -> None:
    with db.stream("UNWIND range(1, 3) AS n RETURN n") as rows:
        assert list(rows.columns) == ["n"] and next(iter(rows)) == {"n": 1}
        assert "read once" in rows._repr_html_()
        assert [row["n"] for row in rows.whole()] == [2, 3]


WRONG: Mapping[str, tuple[Callable[[Database], object], str]] = {
    "kind": (lambda db: db.path("USA", "JPN", kinds="defence"), "unknown kind 'defence'; expected one of"),
    "rank": (lambda db: db.path("USA", "JPN", min_rank=6), "the minimum rank is 6; expected"),
    "hops": (lambda db: db.path("USA", "JPN", max_hops=0), "the bound of hops is 0; expected a whole number"),
    "hops as text": (
        lambda db: db.path("USA", "JPN", max_hops=cast(int, "3")),
        "the bound of hops is '3'; expected a whole number, 1 or more",
    ),
    "no name": (
        lambda db: db.path(cast(str, None), "UKR"),
        "None is no name; expected text, such as 'Estonia'",
    ),
    "no thing": (lambda db: db.show(cast(str, 3)), "3 is no name; expected text"),
    "no pair": (
        lambda db: db.whatif(join=cast(Any, "GEO NATO")),
        "join: 'GEO NATO' is no pair; expected pairs of names, such as [('Georgia', 'NATO')]",
    ),
    "no pairs": (
        lambda db: db.whatif(join=cast(Any, ["GEO", "NATO"])),
        "join: 'GEO' is no pair; expected pairs",
    ),
    "day": (lambda db: db.attack("EST", on="2023-02-30"), "there is no such day: '2023-02-30'"),
    "name": (lambda db: db.attack("Estland"), "unknown country or organization 'Estland'"),
    "dataset": (lambda db: db.show("EST", datasets=["core", "atob"]), "dataset 'atob' is not loaded"),
    "query": (lambda db: db.query("membrs"), "unknown query 'membrs'. Did you mean members"),
    "missing": (lambda db: db.query("members"), "query 'members' needs organization"),
    "parameter": (lambda db: db.query("members", org="NATO"), "query 'members' has no parameter 'org'"),
    "statement": (lambda db: db.cypher("RETRUN 1"), "Cypher syntax error at line 1"),
    "write": (lambda db: db.cypher("CREATE (n:Country {id: 'x'})"), "this statement writes"),
    "limit": (
        lambda db: db.cypher("CREATE (n:Country)", write=True, limit=1),
        "a limit stops a statement midway",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_is_told_in_one_line(db: Database, case: str) -> None:
    """With what was expected."""
    ask, told = WRONG[case]
    with pytest.raises(BadInput) as raised:
        ask(db)
    assert str(raised.value).startswith(told) and "\n" not in str(raised.value)
