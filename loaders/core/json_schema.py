"""The format as a JSON Schema, for completion in editors; `schema.json` beside this file is what it makes.

Labels, properties and terms are those of the declaration, sections and ids those of the reader; only the keys
that stand for relationships are listed here. It says less than the reader checks: no id is looked up.

    python -m foedera.loaders.core.json_schema > loaders/core/schema.json
"""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from ...graph.changes import VERBS
from ...graph.properties import PROVENANCE, SPAN, Properties, Property
from ...graph.schema import NODES, RELATIONSHIPS
from .agreements import BETWEEN
from .document import MAPPINGS, ROWS
from .entries import COMPUTED
from .scenarios import NO_DRAFT

Json = dict[str, Any]

_DAY: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DATE: Final = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
_CITATION: Final = f"{MAPPINGS['sources'][1].pattern}(#.*\\S.*)?"

_TEXT: Final[Json] = {"type": ["string", "number", "boolean"]}
"""Any scalar: the reader takes what is written for text, `value: 19` too."""

_TYPES: Final[Mapping[str, Json]] = {
    "string": _TEXT,
    "strings": {"type": "array", "items": _TEXT},
    "integer": {"type": "integer"},
    "float": {"type": "number"},
    "boolean": {"type": "boolean"},
}


def schema() -> Json:
    """The whole schema: a file is a mapping of sections."""
    sections: Json = {
        "dataset": _entry(NODES["Dataset"].properties, required=["covers_from", "covers_until"])
    }
    for name, (label, pattern, expected) in MAPPINGS.items():
        node = NODES[label]
        sections[name] = {
            "description": f"{label}: {node.description}; by id, {expected}",
            "type": "object",
            "patternProperties": {f"^({pattern.pattern})$": {"$ref": f"#/definitions/{label}"}},
            "additionalProperties": False,
        }
    for name in ROWS:
        sections[name] = {"type": "array", "items": {"$ref": f"#/definitions/{_ROWS[name]}"}}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A file of Foedera's core dataset",
        **_mapping(sections, ()),
        "definitions": _definitions(),
    }


_ROWS: Final = {
    "memberships": "MEMBER_OF",
    "candidacies": "CANDIDATE_OF",
    "borders": "BORDERS",
    "stations": "STATIONS",
    "successions": "SUCCEEDS",
}


def _definitions() -> Json:
    """Each kind of entry, under its label or type."""
    nodes = {name: each.properties for name, each in NODES.items()}
    types = {name: each.properties for name, each in RELATIONSHIPS.items()}
    part = {"party": _PARTY, "spell": _SPELL}
    found: Json = {
        "checked": _mapping(
            {"on": _day("the day of the comparison"), "with": _id("a source")}, ("on", "with")
        )
        | {"description": PROVENANCE["checked"].description},
        "sources": _citations(PROVENANCE["sources"].description),
        "Source": _entry(nodes["Source"]),
        "Country": _cited(nodes["Country"]),
        "Organization": _cited(nodes["Organization"]),
        "Area": _cited(nodes["Area"], {"within": _ids("areas in which it lies")}),
        "Agreement": _cited(nodes["Agreement"], _OF_AGREEMENTS | _parts())
        | {"anyOf": [{"required": ["since"]}, {"required": ["signed"]}]},
        "Obligation": _cited(nodes["Obligation"], _OF_OBLIGATIONS | _named(), optional=("name", "force")),
        "Event": _cited(
            nodes["Event"], {"took_part": _rows("TOOK_PART"), "about": _ABOUT}, required=["since"]
        ),
        "Claim": _cited(nodes["Claim"], {"about": _ABOUT}),
        "Proposal": _cited(
            nodes["Proposal"],
            {"by": _ids("parties that made it"), "concerns": _rows("CONCERNS", short=True), **_scenario()},
        ),
        "Scope": _cited(nodes["Scope"], required=["since"]),
        "PARTY_TO": _given(types["PARTY_TO"], part, ["party"]),
        "OWES": _given(types["OWES"], part, ["party"]),
        "TOOK_PART": _given(types["TOOK_PART"], part, ["party"]),
        "EXCLUDES": _given(types["EXCLUDES"], {"area": _id("an area"), "spell": _SPELL}, ["area"]),
        "CONCERNS": _given(types["CONCERNS"], {"what": _id("anything defined"), "spell": _SPELL}, ["what"]),
    }
    for type, (ends, others) in _ENDS.items():
        found[type] = _cited(types[type], {**ends, "spell": _SPELL}, required=[*ends, *others])
    return found


def _id(of: str) -> Json:
    return {"type": "string", "description": f"the id of {of}"}


def _ids(description: str) -> Json:
    return {"type": "array", "items": {"type": "string"}, "description": description}


_COUNTRY: Final = _id("a country")
_PARTY: Final = _id("a country or an organization")
_ORGANIZATION: Final = _id("an organization")
_ABOUT: Final = _ids("ids of what it is about")
_SPELL: Final[Json] = {**_TEXT, "description": "which time, where there are several: 1, 2, …"}

_ENDS: Final[Mapping[str, tuple[Json, tuple[str, ...]]]] = {
    "MEMBER_OF": ({"member": _PARTY, "of": _ORGANIZATION}, ()),
    "CANDIDATE_OF": ({"country": _COUNTRY, "of": _ORGANIZATION}, ()),
    "BORDERS": ({"between": {**_ids("two countries"), "minItems": 2, "maxItems": 2}}, ()),
    "STATIONS": ({"of": _COUNTRY, "in": _COUNTRY}, ("basis",)),
    "SUCCEEDS": ({"successor": _PARTY, "of": _PARTY}, ("kind",)),
}
"""Rows: the keys of their ends, and what else core demands."""

_OF_AGREEMENTS: Final[Json] = {
    "constitutes": {**_ORGANIZATION, "description": RELATIONSHIPS["CONSTITUTES"].description},
    **{
        key: _ids(f"agreements: this one {RELATIONSHIPS[key.upper()].description}")
        for key in ("implements", *BETWEEN)
    },
}


def _parts() -> Json:
    """What hangs on an agreement."""
    return {
        "parties_sources": _citations("sources of the rows that name none"),
        "parties_checked": {"$ref": "#/definitions/checked"},
        "parties": _rows("PARTY_TO"),
        "obligations": {
            "description": "its promises, by slug",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/Obligation"},
        },
    }


def _named() -> Json:
    """The ends of an obligation that is `bound: named`."""
    return {key: _rows("OWES", short=True) for key in ("debtors", "beneficiaries")}


def _scenario() -> Json:
    """What would follow: terms, and a draft whose entries may leave out their first day and their sources."""
    changes = [f"{verb} {' '.join(['[^ ]+'] * len(ids))}" for verb, ids in VERBS.items()]
    terms = {
        "type": "array",
        "items": {"type": "string", "pattern": f"^({'|'.join(changes)})$"},
    }
    declared = NODES["Proposal"].properties
    found: Json = {name: {**terms, "description": declared[name].description} for name in ("would", "might")}
    sections = {name: {"type": "array" if name in ROWS else "object"} for name in (*MAPPINGS, *ROWS)}
    drafted = {name: each for name, each in sections.items() if name not in NO_DRAFT}
    return found | {"draft": {"description": "facts in this format that would hold", **_mapping(drafted, ())}}


def _rows(type: str, short: bool = False) -> Json:
    """A list of mappings, or where `short` of ids as well."""
    item: Json = {"$ref": f"#/definitions/{type}"}
    return {"type": "array", "items": {"anyOf": [{"type": "string"}, item]} if short else item}


_OF_OBLIGATIONS: Final[Json] = {
    "applies_in": _ids("areas in which it holds"),
    "excludes": _rows("EXCLUDES", short=True) | {"description": "areas in which it does not hold"},
    "replaces": _ids("obligations whose place it takes, <agreement>/<slug>"),
}


def _cited(
    declared: Properties,
    keys: Json | None = None,
    required: Collection[str] = (),
    optional: Collection[str] = (),
) -> Json:
    """An entry that has sources of its own."""
    return _given(declared, keys or {}, [*required, "sources"], optional)


def _given(
    declared: Properties, keys: Json, required: Collection[str], optional: Collection[str] = ()
) -> Json:
    """An entry that may have them."""
    cited = {name: {"$ref": f"#/definitions/{name}"} for name in ("sources", "checked")}
    return _entry(declared, keys | cited, required, optional)


def _entry(
    declared: Properties,
    keys: Json | None = None,
    required: Collection[str] = (),
    optional: Collection[str] = (),
) -> Json:
    """A mapping of what is declared and is not computed, its span, and the keys that the reader adds."""
    given = {
        name: each for name, each in declared.items() if name not in COMPUTED and not name.endswith("_latest")
    }
    found = {name: _value(name, each, declared) for name, each in given.items()}
    if "since" in declared:
        found |= {"since": _date(SPAN["since"].description), "until": _until()}
    wanted = [name for name, each in given.items() if each.required and name not in optional]
    return _mapping(found | (keys or {}), [*wanted, *required])


def _mapping(properties: Json, required: Collection[str]) -> Json:
    found: Json = {"type": "object", "properties": properties, "additionalProperties": False}
    return found | ({"required": list(dict.fromkeys(required))} if required else {})


def _value(name: str, wanted: Property, declared: Properties) -> Json:
    """One property: its type, its terms, what it says."""
    if wanted.type == "date":
        return (_date if f"{name}_latest" in declared else _day)(wanted.description)
    if wanted.terms is None:
        return {**_TYPES[wanted.type], "description": wanted.description}
    terms = {"enum": list(wanted.terms), "enumDescriptions": list(wanted.terms.values())}
    if wanted.type == "strings":
        return {"type": "array", "items": terms, "description": wanted.description}
    return {**terms, "description": wanted.description}


def _date(description: str, *words: str) -> Json:
    """A day, a month, a year, which YAML takes for a number, or a stretch."""
    pattern = "|".join([f"{_DATE}(\\.\\.({_DATE})?)?", *words])
    told = f"{description.partition(';')[0]}: 2004-03-29, 2004-03, 2004, or a stretch 2004-03..2005"
    return {"type": ["string", "integer"], "pattern": f"^({pattern})$", "description": told}


def _until() -> Json:
    found = _date(SPAN["until"].description, "unknown")
    return found | {"description": f"{found['description']}; unknown: nobody knows whether it ended"}


def _day(description: str) -> Json:
    return {"type": "string", "pattern": f"^{_DAY}$", "description": description}


def _citations(description: str) -> Json:
    items = {"type": "string", "pattern": f"^({_CITATION})$"}
    return {"type": "array", "items": items, "minItems": 1, "description": description}


def text() -> str:
    """As it is committed."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(text(), end="")
