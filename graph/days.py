"""The days of a fact as one text: the driver takes as long over one value as over a text of six."""

from typing import Any, Final

from .dates import Date

_DAYS: Final = ("since", "since_latest", "until", "until_latest", "checked")


def days(variable: str) -> str:
    """The Cypher expression of the days of a node or relationship; `told` is its inverse."""
    names = (*_DAYS, "until_known")
    return " + '|' + ".join(f"coalesce(toStringOrNull({variable}.{name}), '')" for name in names)


def told(text: str) -> dict[str, Any]:
    """The properties that `days` made one text of; what somebody wrote that is no date counts as none.

    >>> told("1949-08-24|1949-08-24||||true")["since"]
    datetime.date(1949, 8, 24)
    """
    *found, known = text.split("|")
    return {**dict(zip(_DAYS, map(_day, found), strict=False)), "until_known": known != "false"}


def _day(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text) if text else None
    except ValueError:
        return None
