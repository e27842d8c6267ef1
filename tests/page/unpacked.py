"""The packed block of a page, read in Python as `unpack.js` reads it in the browser."""

import base64
import json
import re
import zlib
from typing import Any


def unpacked(html: str) -> dict[str, Any]:
    """What the page's script starts from."""
    found = re.search(r'<script type="application/octet-stream" id="facts">([^<]*)</script>', html)
    assert found
    block: dict[str, Any] = json.loads(zlib.decompress(base64.b64decode(found[1])))
    return block


def rows(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows from columns."""
    columns = {name: _values(column, table["rows"]) for name, column in table["columns"].items()}
    return [{name: values[i] for name, values in columns.items()} for i in range(table["rows"])]


def _values(column: dict[str, Any], count: int) -> list[Any]:
    if "each" in column:
        return list(column["each"])
    return [column["of"][i] for i in column["at"]] if "of" in column else [column["all"]] * count
