"""docs/python.md, and the README on Python, do what they say."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import foedera
from foedera.database import Database

ROOT = Path(foedera.__file__).parent.parent
PAGE = (ROOT / "docs" / "python.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE + README, re.MULTILINE | re.DOTALL)


def test_the_examples_run(
    core_env: Mapping[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One after the other, as somebody would type them."""
    pytest.importorskip("pandas", reason="pandas is not installed: pip install pandas")
    monkeypatch.chdir(tmp_path)
    for name, value in core_env.items():
        monkeypatch.setenv(name, value)
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(compile(example, "example", "exec"), names)  # noqa: S102
    printed = capsys.readouterr().out
    assert "a direct commitment, rank 5" in printed and "core covers until" in printed
    assert "unknown country or organization 'Estonnia'" in printed
    assert isinstance(names["db"], Database)


def test_every_verb_is_named() -> None:
    """And every verb that is named exists."""
    verbs = {name for name in dir(Database) if not name.startswith("_")}
    table = PAGE.partition("| call |")[2].partition("\n\n")[0]
    named = {
        each
        for row in re.findall(r"^\| (`.+?) \|", table, re.MULTILINE)
        for each in re.findall(r"`(\w+)`", row)
    }
    assert named == verbs - {"close", "engine", "store", "stream", "stream_query"}
