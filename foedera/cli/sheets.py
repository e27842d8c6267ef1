"""The answer to `show`: JSON has the thing and every section, tables what there is something to say of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .output import Answer, Format, Part
from .values import cell

if TYPE_CHECKING:
    from foedera.queries.context import Context
    from foedera.queries.show import Section, Sheet
    from foedera.queries.things import Thing

_KEPT = ("sources", "checked")


def of_sheet(context: Context, thing: Thing, sheet: Sheet, form: Format) -> Answer:
    """The answer in the shape that the format wants."""
    asked = {"thing": thing.id, "label": thing.label, "on": context.on}
    heading = f"{thing.name} ({thing.label} {thing.id})"
    if form is Format.json:
        parts = [Part(each.key, each.rows, each.columns) for each in sheet.sections]
        return Answer(asked, parts, context, {"thing": sheet.properties}, heading)
    parts = [Part("properties", _properties(sheet.properties), ("property", "value"), "Properties")]
    parts += [
        Part(each.key, each.rows, _said(sheet, each), each.title) for each in sheet.sections if each.rows
    ]
    return Answer(asked, parts, context, heading=heading)


def _properties(properties: Mapping[str, Any]) -> list[dict[str, Any]]:
    marked = {**properties, "checked": properties.get("checked") or "unchecked"}
    return [{"property": name, "value": value} for name, value in marked.items()]


def _said(sheet: Sheet, section: Section) -> Sequence[str]:
    """The columns in which some row says what the thing's own properties do not say already."""
    known = {*map(cell, sheet.properties.values()), sheet.thing.name, ""}
    columns = []
    for name in section.columns:
        said = {cell(row[name]) for row in section.rows}
        repeated = said <= known and len(said) == 1
        if name in _KEPT or not (repeated or (name == "certain" and said == {"yes"})):
            columns.append(name)
    return columns
