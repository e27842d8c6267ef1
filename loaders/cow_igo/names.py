"""What an organization of the dataset is called, and looked up by."""

import re
from collections.abc import Collection
from functools import cache
from typing import Any

from ...graph.records import fold
from ..core import countries
from .source import Body


def called(body: Body) -> dict[str, Any]:
    """Its name without a short form in brackets at its end; the others, and keys that are no country's."""
    name = re.sub(r"\s*\([^()]*\)$", "", body.full_name) or body.full_name
    names = [each for each in dict.fromkeys((body.full_name, body.name)) if each != name]
    keys = dict.fromkeys(fold(each) for each in (name, *names))
    return {"name": name, "names": names, "keys": [key for key in keys if key and key not in _taken()]}


@cache
def _taken() -> Collection[str]:
    """Keys of countries: BS is the Bahamas before it is the Bank of the South."""
    return frozenset(key for each in countries() for key in each.properties.get("keys", ()))
