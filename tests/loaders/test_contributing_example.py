"""The worked example of docs/contributing-data.md is a file that the dataset takes in, and its errors are what it says."""

import re
import shutil
from pathlib import Path

import pytest

import foedera
from foedera.cli import main
from foedera.loaders import core

from .conftest import facts, nodes

ROOT = Path(foedera.__file__).parent.parent
PAGE = ROOT / "docs" / "contributing-data.md"
FILE = "argentina-chile.yaml"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the documents are not part of the wheel")


def _blocks(language: str) -> list[str]:
    """The page's fenced blocks of one language, in their order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The dataset's files, with the example among them."""
    for path in core.FOLDER.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    (tmp_path / FILE).write_text("".join(_blocks("yaml")), encoding="utf-8")
    return tmp_path


def test_the_pieces_make_a_file_that_is_taken_in(folder: Path) -> None:
    """Its agreement, its promise both ways and its claim, and nothing lost."""
    records = [record for record in core.records(folder) if record.place.startswith(f"{FILE}:")]
    assert list(nodes(records, "Agreement")) == ["argentina-chile-1984"]
    assert list(nodes(records, "Claim")) == ["wikipedia-beagle-1984/year"]
    assert {
        (fact.type, fact.start.id, fact.end.id) for fact in facts(records, "OWES", "OWED_TO").values()
    } == {
        ("OWES", "ARG", "argentina-chile-1984/no-force"),
        ("OWES", "CHL", "argentina-chile-1984/no-force"),
        ("OWED_TO", "argentina-chile-1984/no-force", "ARG"),
        ("OWED_TO", "argentina-chile-1984/no-force", "CHL"),
    }


def _parts(message: str) -> tuple[str, list[str]]:
    """The mistakes, and the ids offered instead, of which there are more as the dataset grows."""
    hints = re.findall(r" Did you mean (.*)\?$", message, re.MULTILINE)
    return re.sub(r"\. Did you mean .*\?$", "", message, flags=re.MULTILINE), hints[0].split(", ")


@pytest.mark.parametrize(
    ("number", "right", "wrong"),
    [(0, "1984#Preamble", "1948#Preamble"), (1, "party: CHL", "party: Chile")],
)
def test_its_errors_are_those_that_the_page_shows(
    folder: Path, capsys: pytest.CaptureFixture[str], number: int, right: str, wrong: str
) -> None:
    """Text, file and line, as the command prints them."""
    path = folder / FILE
    text = path.read_text("utf-8")
    assert text.count(right) == 1
    path.write_text(text.replace(right, wrong), encoding="utf-8")
    assert main(["load", "core", str(folder), "--check"]) == 2
    shown, offered = _parts(_blocks("text")[number].strip())
    told, hints = _parts(capsys.readouterr().err.strip())
    assert told == shown
    assert set(offered) <= set(hints)


def test_what_the_page_refers_to_is_there() -> None:
    """Its links lead somewhere, and the example is not in the dataset already."""
    for target in re.findall(r"\]\(([^)#]+)\)", PAGE.read_text("utf-8")):
        assert (PAGE.parent / target).exists(), target
    assert not (core.FOLDER / FILE).exists()
