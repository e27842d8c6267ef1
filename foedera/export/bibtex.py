"""The sources as BibTeX, for LaTeX and Zotero; UTF-8, one entry a source, its id the key."""

from __future__ import annotations

from typing import Final, TextIO

from .facts import Facts
from .sources import Cited, parts, sources

_ESCAPED: Final = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "&%$#_{}"},
}


def write(facts: Facts, file: TextIO) -> None:
    """Entries are `@misc`: `publisher` is who published it, be it a ministry, a journal or a newspaper."""
    for each in sources(facts):
        fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(each).items() if text)
        file.write(f"@misc{{{each.id},\n{fields}}}\n\n")


def _fields(each: Cited) -> dict[str, str]:
    """The title in two braces, so that no style changes its capitals; `date` as biblatex has it."""
    days = parts(each.on) if each.on else []
    return {
        "title": f"{{{escaped(each.title)}}}",
        "publisher": escaped(each.publisher),
        "year": str(days[0][0]) if days else "",
        "date": "/".join("-".join(f"{part:02}" for part in day) for day in days),
        "url": _address(each.url or ""),
        "keywords": escaped(each.kind),
        "note": escaped(each.note or ""),
    }


def escaped(text: str) -> str:
    r"""Text in which TeX finds no command.

    >>> escaped("R&D: 50% {x} a_b \\input")
    'R\\&D: 50\\% \\{x\\} a\\_b \\textbackslash{}input'
    """
    return "".join(_ESCAPED.get(c, c) for c in " ".join(text.split()))


def _address(url: str) -> str:
    """An address is verbatim, except for what would end the field."""
    for mark in "{}\\ ":
        url = url.replace(mark, f"%{ord(mark):02X}")
    return url
