"""Values of answers as a cell shows them."""

import json
from typing import Any

from foedera.queries.plain import plain

from .tables import clean


def cell(value: Any) -> str:
    """The value as text for a table, a CSV field or Markdown: lists joined, objects as JSON."""
    shown = plain(value)
    if shown is None:
        return ""
    if isinstance(shown, bool):
        return "yes" if shown else "no"
    if isinstance(shown, list):
        return "; ".join(cell(each) for each in shown)
    if isinstance(shown, dict):
        return clean(json.dumps(shown, ensure_ascii=False))
    return clean(str(shown))


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
