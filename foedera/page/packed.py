"""Small on disk, quick to read: rows as columns, each value once where it is repeated, then deflated.

`unpack.js` is the inverse, with the browser's own DecompressionStream.
"""

import base64
import json
import zlib
from collections.abc import Sequence
from typing import Any

from .data import Json

LONGEST = 10_000
"""Characters of one text; what is longer would stop a browser where it is laid out, and nobody reads it."""


def cut(value: Any) -> Any:
    """The value with each text in it no longer than `LONGEST`, and how much of it is left out.

    >>> cut(["a", "b" * 10_003])[1][-28:]
    'bbb… (3 characters left out)'
    """
    if type(value) is str and len(value) > LONGEST:
        return f"{value[:LONGEST]}… ({len(value) - LONGEST:,} characters left out)"
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
