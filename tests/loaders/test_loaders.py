"""The registry, and where readers meet the writer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from foedera import loaders
from foedera.graph import writer
from foedera.graph.errors import BadInput
from foedera.graph.records import Node, Record
from foedera.graph.store import Store

from .conftest import BASE


def test_unknown_dataset() -> None:
    """The names are told, the nearest among them."""
    with pytest.raises(BadInput) as error:
        loaders.records("cor")
    assert str(error.value).startswith("unknown dataset 'cor'; expected one of core")
    assert "Did you mean core" in str(error.value)


def test_reading_needs_no_database() -> None:
    """A reader is pure: it imports neither the driver nor an engine."""
    code = (
        "import sys; from foedera.loaders import check; check();"
        "print({'neo4j', 'arcadedb', 'networkx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_bad_files_reach_no_writer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written if anything is wrong."""
    monkeypatch.setattr(writer, "load", lambda *_, **__: pytest.fail("written"))
    (tmp_path / "a.yaml").write_text("sources: []\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"^a.yaml:1: section 'sources' is a list; expected a mapping"):
        loaders.load(cast(Store, None), "core", tmp_path)


FOREIGN = [name for name in loaders.SOURCES if name not in ("core", "csv")]


@pytest.mark.parametrize("name", FOREIGN)
@pytest.mark.parametrize(
    ("held", "told"),
    [
        (["release.zip", "notes.csv"], " (it holds release.zip: unpack it first); get it from http"),
        (
            ["a.csv", "b.csv", "c.csv", "d.csv", "e.csv"],
            " (it holds a.csv, b.csv, c.csv and 2 more: where it is under another name, give the path of the file); get",
        ),
        (["data.dta"], " (it holds data.dta: expected CSV); get it from http"),
        (["thesis.docx"], "; get it from http"),
    ],
)
def test_a_folder_without_the_file_is_told_by_what_it_holds_instead(
    tmp_path: Path, name: str, held: list[str], told: str
) -> None:
    for each in held:
        (tmp_path / each).write_text("one,two\n1,2\n", encoding="utf-8")
    with pytest.raises(BadInput) as error:
        list(loaders.records(name, tmp_path))
    assert f" in '{tmp_path}'{told}" in str(error.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or not shutil.which("setpriv"), reason="needs setpriv")
def test_a_folder_that_may_not_be_entered_is_told_as_that(tmp_path: Path) -> None:
    """By every reader that looks into it: one line, and no word of a mistake of ours."""
    bound = [
        "setpriv",
        "--bounding-set=-dac_override,-dac_read_search",
        "--inh-caps=-dac_override,-dac_read_search",
    ]
    code = (
        "import sys; from pathlib import Path; from foedera import loaders\n"
        "for name in sys.argv[2:]:\n"
        "    try: list(loaders.records(name, Path(sys.argv[1])))\n"
        "    except loaders.BadInput as error: print(str(error).splitlines()[-1])"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "m.csv").write_text("one,two\n", encoding="utf-8")
    (tmp_path / "in").chmod(0o400)
    prefix = bound if os.geteuid() == 0 else []
    command = [*prefix, sys.executable, "-c", code, str(tmp_path / "in" / "m.csv"), *FOREIGN, "csv"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"cannot read '{tmp_path}/in/m.csv': Permission denied"] * (
        len(FOREIGN) + 1
    )


def test_a_second_load_changes_nothing(tmp_path: Path, embedded: Store) -> None:
    """The reader gives the same records each time, and the writer sees that they are the same."""
    (tmp_path / "base.yaml").write_text(BASE, encoding="utf-8")
    first = loaders.load(embedded, "core", tmp_path)
    second = loaders.load(embedded, "core", tmp_path)
    assert (first.new, first.refused) == (8, [])
    assert (second.new, second.changed, second.unchanged, second.removed) == (0, 0, 8, 0)


def test_what_is_shared_is_read_where_it_is_not_there_or_another(
    embedded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not with every dataset again; but where no dataset is whole, since it may have been cut short, and where core has changed."""
    shared, read = list(loaders._shared()), list[int]()

    def brought() -> Iterator[Record]:
        read.append(1)
        yield from shared

    monkeypatch.setattr(loaders, "_shared", brought)
    files = Path(__file__).parent
    writer.load(embedded, "core", (each for each in shared if each.type in ("Country", "Source")))
    loaders.load(embedded, "us-forces", files / "us_forces")
    assert len(read) == 1 and embedded.read("MATCH (o:Organization {id: 'NATO'}) RETURN o.id AS id").rows
    for _ in range(2):
        assert loaders.load(embedded, "cow-contiguity", files / "cow_contiguity").refused == []
    assert len(read) == 1
    older = [replace(each, properties={**each.properties, "name": "Zaire"}) if each.id == "COD" and isinstance(each, Node) else each for each in shared]  # fmt: skip
    writer.load(embedded, "core", older)
    loaders.load(embedded, "us-forces", files / "us_forces")
    names = embedded.read("MATCH (c:Country {id: 'COD'}) RETURN c.name AS name").rows
    assert len(read) == 2 and [row["name"] for row in names] != ["Zaire"]
