"""The facts of a page as its script reads them: tables, whose rows point to one another by index."""

from collections.abc import Mapping, Sequence

from ..graph import schema, vocabulary
from ..graph.dates import Bounds, Date, Span
from ..queries.answer import NOUNS, distinct
from ..queries.told import Section
from .data import Agreement, Arrow, Json, Obligation, PageData, Party, Tie
from .drawing import Drawing, Line
from .geography import WorldMap
from .packed import columns, cut

Index = Mapping[str, int]

_EPOCH = Date(1970, 1, 1).toordinal()
TIES: Mapping[str, str] = {
    "membership": "is a member of the organization",
    "candidacy": "is on the way to membership",
    **{name.lower().replace("_", " "): each.description for name, each in schema.RELATIONSHIPS.items()},
}
"""What joins two nodes without being a promise, and its meaning: the types of relationship, in words."""


def facts(data: PageData, drawn: Drawing) -> Json:
    """All that the page knows, but for where its nodes stand and which of them a line joins."""
    obligation_of, agreement_of = _index(data.obligations), _index(data.agreements)
    party_of = _index(data.parties)
    line_of = {arrow: index for index, line in enumerate(drawn.lines) for arrow in line.arrows}
    line_of_tie = {line.tie: index for index, line in enumerate(drawn.lines)}
    return {
        "about": cut(_about(data)),
        "view": cut(data.view.to_json()),
        "kinds": list(vocabulary.KINDS.items()),
        "not_support": sorted(vocabulary.NOT_SUPPORT),
        "nouns": NOUNS,
        "ties_meaning": list(TIES.items()),
        "forces": list(vocabulary.FORCES.items()),
        "parties": columns([party.to_json() for party in data.parties]),
        "agreements": columns([agreement.to_json() for agreement in data.agreements]),
        "obligations": columns(
            [{**each.to_json(), "agreement": agreement_of[each.agreement]} for each in data.obligations]
        ),
        "arrows": columns(
            [
                {**_arrow(each, obligation_of, party_of), "line": line_of.get(i)}
                for i, each in enumerate(data.arrows)
            ]
        ),
        "ties": columns([{**_tie(tie), "line": line_of_tie[i]} for i, tie in enumerate(data.ties)]),
        "foundings": columns(
            [
                {
                    "agreement": agreement_of[each.agreement],
                    "organization": party_of[each.organization],
                    **each.grounds.to_json(),
                }
                for each in data.foundings
            ]
        ),
        "sources": columns([source.to_json() for source in data.sources]),
        "nodes": columns([{"party": node.party, "agreement": node.agreement} for node in drawn.nodes]),
        "lines": columns([_line(line) for line in drawn.lines]),
    }


def map_json(found: WorldMap) -> Json:
    """The map in whole units: rings are a place and the steps from there, which deflate better."""
    rounded = [(round(z.real), round(z.imag)) for z in found.places]
    return {
        "places": columns([{"x": x, "y": y} for x, y in rounded]),
        "nowhere": list(found.nowhere),
        "coasts": [_steps(ring) for ring in found.coasts],
        "edge": [[round(z.imag), round(z.real)] for z in found.edge],
    }


def _steps(ring: Sequence[complex]) -> list[int]:
    """
    >>> _steps([2 + 1j, 3 + 5j])
    [2, 1, 1, 4]
    """
    found: list[int] = []
    x = y = 0
    for place in ring:
        found += (round(place.real) - x, round(place.imag) - y)
        x, y = round(place.real), round(place.imag)
    return found


def _index(things: Sequence[Party | Agreement | Obligation]) -> Index:
    return {each.id: index for index, each in enumerate(things)}


def _arrow(arrow: Arrow, obligation_of: Index, party_of: Index) -> Json:
    ends = {"obligation": obligation_of[arrow.obligation], "party": party_of[arrow.party], "owes": arrow.owes}
    said = {**_span(arrow.span, arrow.status, arrow.note), "change": arrow.change}
    return {**ends, **said, **arrow.grounds.to_json()}


def _tie(tie: Tie) -> Json:
    own = {"kind": tie.kind, "stage": tie.stage, "lasting": tie.span is not None, "change": tie.change}
    details = [list(pair) for pair in tie.details]
    return {**own, **_span(tie.span, tie.status, tie.note), "details": details, **tie.grounds.to_json()}


def _line(line: Line) -> Json:
    """What it stands for besides the arrows that name it; few lines share any with another."""
    own: Json = {"tie": line.tie, "founding": line.founding}
    return {**own, "shares": list(line.shares)} if line.shares else own


def _span(span: Span | None, status: str | None, note: str | None) -> Json:
    """A span with its status, each day as its number since 1970."""
    span = span or Span()
    since, since_latest = _numbers(span.since)
    until, until_latest = _numbers(span.until)
    return {
        "since": since,
        "since_latest": since_latest,
        "until": until,
        "until_latest": until_latest,
        "until_known": span.until_known,
        "status": status if status != "in force" else None,
        "note": note,
    }


def _section(section: Section) -> Json:
    told = [
        {"text": each.text, "under": list(each.under), "sources": distinct(each.sources)}
        for each in section.told
    ]
    return {"title": section.title, "brief": section.brief, "told": told}


def _reach(span: Span) -> tuple[int | None, int | None]:
    """From the first day on which it may hold until the first on which it cannot."""
    return _numbers(span.since)[0], _numbers(span.until)[1]


def _number(day: Date | None) -> int | None:
    return day.toordinal() - _EPOCH if day else None


def _numbers(bounds: Bounds | None) -> tuple[int | None, int | None]:
    if not bounds:
        return None, None
    return _number(bounds.earliest), _number(bounds.latest)


def _about(data: PageData) -> Json:
    ends = [each.covers_until for each in data.datasets if each.covers_until]
    return {
        "title": data.title,
        "question": data.question,
        "on": data.on.isoformat(),
        "as_of": data.as_of.isoformat(),
        "last": max([*ends, data.as_of]).isoformat(),
        "note": data.note,
        "answered": data.answered,
        "unfinished": data.unfinished,
        "datasets": [dataset.to_json() for dataset in data.datasets],
        "total": data.total,
        "spoken": [list(_reach(span)) for span in data.spoken],
        "roles": [list(each) for each in data.view.roles],
        "remarks": [_section(each) for each in data.remarks],
        "absences": [[_number(each.since), _number(each.until), each.told] for each in data.absences],
        "version": data.version,
        "layout": data.layout,
        "chain": data.chain and list(data.chain),
        "command": data.command,
    }
