"""A dataset is taken out again: its facts and its links go, those of the others stay."""

from pathlib import Path

import pytest

from foedera import loaders
from foedera.graph import writer
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Provenance
from foedera.graph.schema import RELATIONSHIPS
from foedera.graph.store import Store
from foedera.loaders.removal import remove
from foedera.queries.context import context
from foedera.queries.doctor import examine

ROWS = """\
agreement,title,kind,force,party,signed,since,obligation
pact,Northern Pact,treaty,binding,Norway,1991-05-02,1992-01-01,defense
pact,,,,Iceland,1991-05-02,,defense
"""


class Killed(BaseException):
    pass


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "one.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def held(store: Store) -> set[tuple[str, str, str]]:
    """Every fact by its dataset, id and digest."""
    nodes = "MATCH (n) RETURN n.dataset AS dataset, n.id AS id, n.digest AS digest ORDER BY dataset, id"
    links = (
        f"MATCH ()-[r:{type}]->() RETURN r.dataset AS dataset, r.id AS id, r.digest AS digest ORDER BY id"
        for type in RELATIONSHIPS
    )
    return {
        (row["dataset"], row["id"], row["digest"]) for text in (nodes, *links) for row in store.read(text)
    }


def test_its_facts_and_links_go_and_the_others_stay(file: Path, store: Store) -> None:
    """With the last dataset what came along of core goes too; the doctor is content throughout."""
    loaders.load(store, "csv", file)
    before = held(store)
    report = loaders.load(store, "csv", file, called="two")
    assert {each[0] for each in held(store)} == {"core", "one", "two", "links"}
    with pytest.raises(BadInput, match=r"^core cannot be removed: one, two refer to what it holds; remove these first, or everything with `foedera db reset`$"):  # fmt: skip
        remove(store, "core")
    assert remove(store, "two") == report.new
    assert held(store) == before and examine(store).healthy
    assert remove(store, "one") > report.new
    assert held(store) == set() and examine(store).healthy
    with pytest.raises(BadInput, match=r"^dataset 'one' is not loaded; nothing is$"):
        remove(store, "one")


def test_a_removal_that_was_cut_short_is_told_and_can_be_ended(
    file: Path, embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a load that was cut short; it names both ways out, for a file of one's own too."""
    loaders.load(embedded, "csv", file)
    written, left = writer._ids, iter(range(2))

    def dying(*arguments: object, **named: object) -> set[str]:
        if next(left, None) is None:
            raise Killed
        return written(*arguments, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(writer, "_ids", dying)
        remove(embedded, "one")
    assert (context(embedded).note or "").endswith(
        "run `foedera load csv FILE --as one`, or `foedera db remove one`"
    )
    assert not examine(embedded).healthy
    remove(embedded, "one")
    assert held(embedded) == set()


def test_what_is_not_there_or_held_by_hand_stays(embedded: Store) -> None:
    """The nearest name is told; a relationship that belongs to no dataset holds on to its ends too."""
    core = Provenance("core", ())
    nodes = [
        Node("Country", id, {"name": id, "keys": [id.lower()], "until_known": True}, core) for id in "AB"
    ]
    writer.load(embedded, "core", [Node("Dataset", "core", {"title": "Core", "version": "0"}, core), *nodes])
    with pytest.raises(BadInput, match=r"^dataset 'cor' is not loaded; expected core. Did you mean core\?$"):
        remove(embedded, "cor")
    embedded.write_cypher("MATCH (a:Country {id: 'A'}), (b:Country {id: 'B'}) CREATE (a)-[:BESIDE]->(b)")
    with pytest.raises(BadInput, match=r"^core cannot be removed: relationships of no dataset refer to"):
        remove(embedded, "core")
    embedded.write_cypher("MATCH (:Country)-[r:BESIDE]->(:Country) DELETE r")
    assert remove(embedded, "core") == 3
    assert held(embedded) == set()
