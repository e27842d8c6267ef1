"""`load core`: its report, and that a second run changes nothing."""

from pathlib import Path

from .conftest import Foedera


def test_a_second_load_changes_nothing(foedera: Foedera, home: Path) -> None:
    """The first says what is new; both end with 0, and progress is not on standard output."""
    first = foedera("load", "core", "--format", "json", FOEDERA_HOME=str(home)).json
    assert first["new"] > 1000 and first["refused"] == []
    again = foedera("load", "core")
    assert again.code == 0
    assert again.out == f"core: 0 new, 0 changed, {first['new']:,} unchanged, 0 removed, 0 refused\n"
