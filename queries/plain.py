"""Values of answers as JSON has them."""

import datetime
import math
from collections.abc import Mapping
from typing import Any


def plain(value: Any) -> Any:
    """The value as JSON has it: dates as ISO text, nodes and relationships as objects.

    Nothing shows an element id, which another engine, or the next start of this one, numbers otherwise.

    >>> plain({"since": datetime.date(2004, 3, 29), "names": ("NATO", "OTAN")})
    {'since': '2004-03-29', 'names': ['NATO', 'OTAN']}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if type(value).__module__.startswith("neo4j.") or hasattr(value, "start_node"):
        return _of_driver(value)
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(each) for each in value]
    if isinstance(value, bytes | bytearray):
        return bytes(value).hex()
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return str(value)


def _of_driver(value: Any) -> Any:
    """What the driver makes: known by what it has, so that nothing here imports the driver."""
    if hasattr(value, "relationships"):
        return {"nodes": plain(list(value.nodes)), "relationships": plain(list(value.relationships))}
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), **_properties(value)}
    if hasattr(value, "start_node"):
        return {"type": value.type, **_properties(value)}
    if hasattr(value, "srid"):
        return {"srid": value.srid, "coordinates": list(value)}
    return value.iso_format() if hasattr(value, "iso_format") else str(value)


def _properties(entity: Any) -> dict[str, Any]:
    return {name: plain(each) for name, each in sorted(entity.items())}
