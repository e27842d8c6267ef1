"""`foedera cypher` without --write: it changes nothing, reads no file and calls no address, on either engine."""

import socket
from pathlib import Path

from foedera.graph.store import Store

from ..store.test_guard import OUTGOING, SENTINEL, WRITES, snapshot
from .conftest import Foedera


def test_no_statement_that_writes_changes_anything(core: Foedera, core_store: Store) -> None:
    """Nodes, relationships, properties, labels, constraints, indexes and users before and after are equal."""
    before = snapshot(core_store)
    statements = [each for each in WRITES if "country_capital" not in each]  # core has no such index to drop
    assert len(statements) >= 24
    for statement in statements:
        ran = core("cypher", statement)
        assert (ran.code, ran.out) == (2, ""), statement
        assert ran.err.startswith("foedera: ") and ran.err.count("\n") == 1, statement
    assert snapshot(core_store) == before


def test_no_statement_reads_a_file_or_calls_an_address(core: Foedera, tmp_path: Path) -> None:
    """The file's content never appears; nobody calls the socket that listens."""
    file = tmp_path / "secret.csv"
    file.write_text(SENTINEL, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        port = listening.getsockname()[1]
        for statement in OUTGOING:
            text = statement.format(file=file, port=port)
            ran = core("cypher", text, "--param", f"url=file://{file}")
            assert (ran.code, ran.out) == (2, ""), text
            assert SENTINEL not in ran.err
        assert not _called(listening)


def _called(listening: socket.socket) -> bool:
    try:
        listening.accept()
    except BlockingIOError:
        return False
    return True
