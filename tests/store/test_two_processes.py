"""One embedded database and several processes: sharing, waiting, taking over, taking turns."""

from __future__ import annotations

import json
import stat
import threading
import time
from pathlib import Path

import pytest

from foedera.graph import errors
from foedera.graph import store as stores
from foedera.graph.store import Store, holder

from .processes import Process

COUNT = "MATCH (c:Country) RETURN count(c) AS n"
READ = f"store.read({COUNT!r}).rows[0]['n']"
CREATE = "store.write_cypher(\"CREATE (:Country {id: 'USA'})\").rows"
# about a second of work before its only row, and then before its second row
SLOW = "UNWIND range(1, 3000000) AS i WITH i WHERE i % 1000000 = 0 RETURN count(i) AS n"
ENDLESS = (
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a + b < 0 RETURN count(a) AS n"
)


def count(store: Store) -> int:
    return int(store.read(COUNT).rows[0]["n"])


def wait_for_query(home: Path, start: str) -> None:
    """Until a statement that starts so runs in the engine; asked as its administrator, who sees all."""
    import neo4j

    told = json.loads((home / "engine.json").read_text("utf-8"))
    with neo4j.GraphDatabase.driver(told["address"], auth=("root", told["writer"])) as driver:
        for _ in range(200):
            records, _, _ = driver.execute_query("SHOW TRANSACTIONS YIELD currentQuery", database_="foedera")
            if any(record["currentQuery"].startswith(start) for record in records):
                return
            time.sleep(0.02)
    raise AssertionError("it never started")


def leave_during(process: Process, how: str, home: Path) -> threading.Thread:
    """Ends or kills the process as soon as a long statement runs in it."""

    def watch() -> None:
        wait_for_query(home, "UNWIND")
        getattr(process, how)()

    thread = threading.Thread(target=watch)
    thread.start()
    return thread


def test_two_processes_answer_from_one_database(home: Path) -> None:
    with Process().ready() as first:
        first.ask(CREATE)
        with stores.open(share=False) as second:
            assert count(second) == 1
            assert second.engine.address == first.ask("store.engine.address")
            assert second.engine.version == first.ask("store.engine.version")
            second.write_cypher("CREATE (:Country {id: 'JPN'})")
        assert first.ask(READ) == 2
        assert first.end() == ""


def test_a_short_command_is_waited_for_and_named(home: Path) -> None:
    notes: list[str] = []
    with Process(share=False, command="foedera load core").ready() as first:
        first.ask(CREATE)
        timer = threading.Timer(0.5, first.end)
        timer.start()
        with stores.open(share=False, note=notes.append) as second:
            assert count(second) == 1
        timer.join()
    assert notes == [f"waiting for foedera load core (pid {first.pid}), which has the database open"]


def test_waiting_ends_and_says_for_whom(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holder, "PATIENCE", 0.3)
    with Process(share=False, command="foedera load core").ready() as first:
        with pytest.raises(errors.InUse) as told:
            stores.open(share=False)
        assert str(told.value) == (
            f"the database is in use by foedera load core (pid {first.pid}); try again when it has ended"
        )
        assert told.value.exit_code == 1


def test_what_a_killed_holder_left_is_recognised(home: Path) -> None:
    with Process().ready() as first:
        first.ask(CREATE)
        first.kill()
    left = json.loads((home / "engine.json").read_text("utf-8"))
    started = time.monotonic()
    with stores.open(share=False) as second:
        assert count(second) == 1
        assert second.engine.address != left["address"]
    assert time.monotonic() - started < 5
    assert not (home / "engine.json").exists()


@pytest.mark.parametrize("how", ["end", "kill"])
def test_a_reader_goes_on_when_the_holder_is_gone(home: Path, how: str) -> None:
    with Process().ready() as first:
        first.ask(CREATE)
        with stores.open() as second:
            assert count(second) == 1
            before = second.engine.address
            getattr(first, how)()
            assert count(second) == 1
            assert second.engine.address != before
            with Process().ready() as third:
                assert third.ask(READ) == 1
                assert third.ask("store.engine.address") == second.engine.address


@pytest.mark.parametrize("how", ["end", "kill"])
def test_a_read_in_progress_is_repeated(home: Path, how: str) -> None:
    with Process().ready() as first, stores.open() as second:
        watcher = leave_during(first, how, home)
        assert second.read(SLOW).rows == [{"n": 3}]
        watcher.join()


@pytest.mark.parametrize("how", ["end", "kill"])
def test_a_stream_is_repeated_before_its_first_row_only(home: Path, how: str) -> None:
    with Process().ready() as first, stores.open() as second:
        with second.stream("UNWIND range(1, 100000) AS i RETURN i") as stream:
            rows = iter(stream)
            assert next(rows) == {"i": 1}
            getattr(first, how)()
            with pytest.raises(errors.Interrupted) as told:
                list(rows)
        assert (
            str(told.value) == "the answer broke off: the process that held the database ended; run it again"
        )
        assert told.value.exit_code == 1
        with second.stream("RETURN 1 AS i") as again:
            assert list(again) == [{"i": 1}]


def test_an_idempotent_write_is_repeated(home: Path) -> None:
    with Process().ready() as first, stores.open() as second:
        attempts: list[int] = []

        def work(tx: stores.Transaction) -> None:
            tx.run("MERGE (:Country {id: 'USA'})")
            attempts.append(1)
            if len(attempts) == 1:
                first.kill()

        second.write(work)
        assert len(attempts) == 2
        assert count(second) == 1


@pytest.mark.parametrize("how", ["end", "kill"])
def test_a_users_write_is_not_repeated(home: Path, how: str) -> None:
    with Process().ready() as first, stores.open() as second:
        watcher = leave_during(first, how, home)
        with pytest.raises(errors.Interrupted) as told:
            second.write_cypher("UNWIND range(1, 3000000) AS i WITH count(i) AS n CREATE (:Country {id: n})")
        watcher.join()
        assert str(told.value) == (
            "the connection broke off while writing; whether the statement took effect is not known: "
            "look before you run it again"
        )
        assert count(second) == 0


def test_a_users_write_follows_to_a_new_holder_first(home: Path) -> None:
    with Process().ready() as first, stores.open() as second:
        first.kill()
        second.write_cypher("CREATE (:Country {id: 'USA'})")
        assert count(second) == 1


def test_two_writers_take_turns(home: Path) -> None:
    merge = "store.write(lambda tx: tx.run('UNWIND range(1, 500) AS i MERGE (:Country {id: i})'))"
    load = f"[({merge}, None)[1] for _ in range(4)]"
    with Process().ready() as holding, Process().ready() as first, Process().ready() as second:
        holding.ask(
            "store.schema(['CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE'])"
        )
        first.tell(load)
        second.tell(load)
        assert first.answer() == second.answer() == [None] * 4
        assert holding.ask(READ) == 500


def test_a_writer_is_waited_for_and_named(home: Path) -> None:
    with Process(command="foedera load core").ready() as first, Process().ready() as second:
        assert first.ask("(setattr(stores, 'turn', store.writing()), stores.turn.__enter__())") == (
            None,
            None,
        )
        second.tell(CREATE)
        kind, note = second.line()
        assert kind == "note"
        assert note == (
            f"waiting for foedera load core (pid {first.pid}), which is writing; Ctrl-C to stop waiting"
        )
        first.ask("stores.turn.__exit__(None, None, None)")
        assert second.answer() == []


def test_a_killed_writer_leaves_no_turn(home: Path) -> None:
    with Process().ready() as holding:
        with Process().ready() as writer:
            writer.ask("(setattr(stores, 'turn', store.writing()), stores.turn.__enter__())")
            writer.kill()
        assert holding.ask(CREATE) == []


def test_waiting_for_a_writer_ends_by_ctrl_c(home: Path) -> None:
    with Process().ready() as first, Process().ready() as second:
        first.ask("(setattr(stores, 'turn', store.writing()), stores.turn.__enter__())")
        second.tell(CREATE)
        assert second.line()[0] == "note"
        code, said = second.interrupt()
        assert code != 0
        assert "KeyboardInterrupt" in said
        assert first.ask(READ) == 0


def test_secrets_are_for_this_user_alone(home: Path) -> None:
    with Process().ready() as first:
        secrets = [
            home / "engine.json",
            home / "config/server-users.jsonl",
            home / "config/server-groups.json",
        ]
        assert [stat.S_IMODE(file.stat().st_mode) for file in secrets] == [0o600] * 3
        assert stat.S_IMODE(home.stat().st_mode) == 0o700
        told = json.loads((home / "engine.json").read_text("utf-8"))
        assert told["pid"] == first.pid
        assert len(told["reader"]) >= 43
        assert len(told["writer"]) >= 43


def test_a_short_command_publishes_no_address(home: Path) -> None:
    with stores.open(share=False, command="foedera show"):
        told = json.loads((home / "engine.json").read_text("utf-8"))
    assert set(told) == {"pid", "command"}
    assert told["command"] == "foedera show"


def test_each_opening_has_new_passwords(home: Path) -> None:
    seen = set()
    for _ in range(2):
        with stores.open():
            told = json.loads((home / "engine.json").read_text("utf-8"))
        seen |= {told["reader"], told["writer"]}
    assert len(seen) == 4


def test_ctrl_c_stops_the_statement_in_the_holder(home: Path) -> None:
    with Process().ready() as first, Process().ready() as second:
        second.tell(f"store.read({ENDLESS!r})")
        wait_for_query(home, "UNWIND")
        code, said = second.interrupt()
        assert code != 0
        assert "KeyboardInterrupt" in said
        assert idle(first)


def test_a_limit_of_time_stops_the_statement_in_the_holder(home: Path) -> None:
    with Process().ready() as first, stores.open() as second:
        with pytest.raises(errors.TimedOut) as told:
            second.read(ENDLESS, timeout=0.5)
        assert str(told.value) == "stopped: the time given by --timeout is over"
        assert idle(first)
        with pytest.raises(errors.TimedOut), second.stream(ENDLESS, timeout=0.5):
            raise AssertionError("no row may come")
        assert idle(first)
        with pytest.raises(errors.TimedOut):
            second.write_cypher(ENDLESS, timeout=0.5)
        assert idle(first)
        assert count(second) == 0


def idle(process: Process) -> bool:
    """Whether its processor is at rest, over half a second."""
    before = process.ask("time.process_time()")
    time.sleep(0.5)
    return bool(process.ask("time.process_time()") - before < 0.1)
