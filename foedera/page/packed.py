"""Small on disk, quick to read: rows as columns, each value once where it is repeated, then deflated.

`unpack.js` is the inverse, with the browser's own DecompressionStream.
"""

import base64
import json
import re
import zlib
from collections.abc import Sequence
from typing import Any

from .data import Json

LONGEST = 10_000
"""Characters of one text; what is longer would stop a browser where it is laid out, and nobody reads it."""

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Overrides, embeddings and isolates of direction, with which a name could read backwards. Marks that letters of a name
need, such as those between Arabic and Latin ones, are left in it; each name has a box of its own on the page."""


def cut(value: Any) -> Any:
    """The value with each text in it as a page may show it.

    It is no longer than `LONGEST`, and says how much is left out; nothing in it turns the direction of other text around.

    >>> cut(["a", "b" * 10_003])[1][-28:]
    'bbb… (3 characters left out)'
    >>> cut({"name": "\\u202eexe.gnp\\u202c", "mark": "\\u200f", "nothing else": "\\u202e"})
    {'name': 'exe.gnp', 'mark': '\\u200f', 'nothing else': '\ufffd'}
    """
    if type(value) is str:
        text = value if value.isascii() else _TURNING.sub("", value) or (value and "\ufffd")
        return (
            text
            if len(text) <= LONGEST
            else f"{text[:LONGEST]}… ({len(text) - LONGEST:,} characters left out)"
        )
    if type(value) is list:
        return [cut(each) for each in value]
    return {name: cut(each) for name, each in value.items()} if type(value) is dict else value


def columns(rows: Sequence[Json]) -> Json:
    """Rows as columns; what a row lacks is null.

    >>> columns([{"id": "a", "kind": "x"}, {"id": "b", "kind": "x"}])
    {'rows': 2, 'columns': {'id': {'each': ['a', 'b']}, 'kind': {'all': 'x'}}}
    >>> columns([{"kind": kind} for kind in "aabab"])["columns"]
    {'kind': {'of': ['a', 'b'], 'at': [0, 0, 1, 0, 1]}}
    """
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {"rows": len(rows), "columns": {name: _column([row.get(name) for row in rows]) for name in names}}


def _column(values: list[Any]) -> Json:
    keys = [value if type(value) in (str, int) else (repr(value),) for value in values]
    distinct = dict(zip(reversed(keys), reversed(values), strict=True))
    if all(type(value) is int for value in values):
        return {"all": values[0]} if len(distinct) == 1 else {"each": values}
    distinct = {key: cut(value) for key, value in distinct.items()}
    if len(distinct) == 1:
        return {"all": distinct[keys[0]]}
    if 2 * len(distinct) > len(values):
        return {"each": [distinct[key] for key in keys]}
    order = {key: index for index, key in enumerate(dict.fromkeys(keys))}
    return {"of": [distinct[key] for key in order], "at": [order[key] for key in keys]}


def packed(value: object) -> str:
    """JSON, deflated, as base64: nothing in it could end the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode()
