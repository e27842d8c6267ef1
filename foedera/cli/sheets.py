"""The answer to `show`: JSON has the thing and every section, tables what there is something to say of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .output import Answer, Format, Part
from .values import cell

if TYPE_CHECKING:
    from foedera.queries.show import Section, Sheet

_KEPT = ("sources", "checked")


def of_sheet(sheet: Sheet, form: Format) -> Answer:
    """The answer in the shape that the format wants."""
    if form is Format.json:
        answer = Answer.of(sheet, *(Part(each.key, each.rows, each.columns) for each in sheet.sections))
        answer.facts = {"thing": sheet.properties}
        return answer
    parts = [Part("properties", _properties(sheet.properties), ("property", "value"), "Properties")]
    parts += [
        Part(each.key, each.rows, _said(sheet, each), each.title) for each in sheet.sections if each.rows
    ]
    return Answer.of(sheet, *parts)


def _properties(properties: Mapping[str, Any]) -> list[dict[str, Any]]:
    marked = {**properties, "checked": properties.get("checked") or "unchecked"}
    return [{"property": name, "value": value} for name, value in marked.items()]


def _said(sheet: Sheet, section: Section) -> Sequence[str]:
    """The columns in which some row says what the thing's own property of that name does not say already."""
    columns = []
    for name in section.columns:
        said = {cell(row[name]) for row in section.rows}
        known = {cell(sheet.properties.get(name)), sheet.thing.id, sheet.thing.name, ""}
        repeated = said <= known and len(said) == 1
        if name in _KEPT or not (repeated or (name == "certain" and said == {"yes"})):
            columns.append(name)
    return columns
