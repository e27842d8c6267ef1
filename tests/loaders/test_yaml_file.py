"""YAML with places."""

from pathlib import Path
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from foedera.loaders.core.yaml_file import Rows, Table, Text, Value, read
from foedera.loaders.mistakes import Mistakes

LETTERS = st.characters(exclude_categories=["C", "Z"])
TEXT = st.text(LETTERS, min_size=1, max_size=12)
TREES = st.dictionaries(
    TEXT,
    st.recursive(TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=8),
    min_size=1,
)


def plain(value: Value) -> object:
    """The value without its places."""
    if isinstance(value, Text):
        return str(value)
    if isinstance(value, Rows):
        return [plain(each) for each in value]
    return {str(key): plain(each) for key, each in value.items()}


def lines(value: Value) -> list[int]:
    """The lines on which the value and its parts begin."""
    if isinstance(value, Text):
        return [value.place.line]
    if isinstance(value, Rows):
        return [line for each in value for line in lines(each)]
    return [line for key, each in value.items() for line in (key.place.line, *lines(each))]


@settings(deadline=None)
@given(tree=TREES, flow=st.booleans())
def test_texts_come_back_as_they_were_written(
    tmp_path_factory: Any, tree: dict[str, object], flow: bool
) -> None:
    """However YAML would type them: `no`, `1:30`, `2004-03-29`, `~`, `.inf` are texts."""
    path: Path = tmp_path_factory.getbasetemp() / "a.yaml"
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow), encoding="utf-8")
    mistakes = Mistakes()
    found = read(path, mistakes)
    assert mistakes.found == []
    assert plain(found) == tree
    assert lines(found) == sorted(lines(found))


def test_places_are_the_lines_of_the_file(tmp_path: Path) -> None:
    """In blocks and in one-line forms alike."""
    (tmp_path / "a.yaml").write_text("# comment\na:\n  b: [c,\n      d]\n  e: {f: NO}\n", encoding="utf-8")
    found = read(tmp_path / "a.yaml", Mistakes())
    inner = next(iter(found.values()))
    assert isinstance(inner, Table)
    assert [(str(key), str(key.place)) for key in inner] == [("b", "a.yaml:3"), ("e", "a.yaml:5")]
    assert lines(found) == [2, 3, 3, 4, 5, 5, 5]


def test_typing_traps_stay_text(tmp_path: Path) -> None:
    """What YAML 1.1 makes false, a date, a sexagesimal or a number."""
    (tmp_path / "a.yaml").write_text("x: [NO, 2004-03-29, 1:30, 0777, 1e3, on]\n", encoding="utf-8")
    found = read(tmp_path / "a.yaml", Mistakes())
    assert plain(found) == {"x": ["NO", "2004-03-29", "1:30", "0777", "1e3", "on"]}
