"""The reference page and the declaration say the same."""

from pathlib import Path

import foedera
from foedera.graph.reference import markdown


def test_the_reference_page_is_the_declaration() -> None:
    """docs/schema.md is made by `foedera schema --format markdown`; made anew, it is the same."""
    page = Path(foedera.__file__).parent.parent / "docs" / "schema.md"
    assert page.read_text("utf-8") == markdown()
