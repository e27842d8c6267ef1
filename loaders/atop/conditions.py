"""What an obligation depends on, in words, from the flags of its member."""

from collections.abc import Mapping
from typing import Final

_ENDINGS: Final = {
    "coadv": "only against a particular adversary or kind of adversary",
    "coloc": "only in a particular place",
    "cocon": "only in a particular conflict that is under way",
    "conum": "only where the number of adversaries is as agreed",
    "codem": "only where the ally or the adversary meets certain demands",
    "conpr": "only where the ally has not provoked the adversary",
    "coatt": "only where the ally is attacked",
    "coreq": "only where an ally asks for it",
}
_PREFIXES: Final = {"defense": "def", "offense": "off", "neutral": "neu", "consul": "con"}

ALWAYS: Final = "no condition"
_UNNAMED: Final = "on a condition that ATOP does not classify"
_OTHER: Final = "one of the obligations depends on a further condition; ATOP does not say which, nor on what"


def conditions(flag: str, values: Mapping[str, int | None]) -> str:
    """What a member's obligation depends on; `no condition` where it is unconditional.

    >>> conditions("defense", {"defcon": 1, "defcoloc": 1, "defconpr": 1})
    'only in a particular place; only where the ally has not provoked the adversary'
    >>> conditions("nonagg", {"olimob": 0})
    'no condition'
    """
    found = []
    if (prefix := _PREFIXES.get(flag)) and values.get(f"{prefix}con"):
        found = [words for ending, words in _ENDINGS.items() if values.get(f"{prefix}{ending}")] or [_UNNAMED]
    if values.get("olimob"):
        found.append(_OTHER)
    return "; ".join(found) or ALWAYS


def together(by_name: Mapping[str, str]) -> str | None:
    """The conditions of all that owe a promise, by name; None where none is bound to any.

    >>> together({"France": "only in a particular place", "Italy": "only in a particular place"})
    'only in a particular place'
    >>> together({"France": "no condition", "Italy": "only in a particular place", "Spain": "no condition"})
    'Italy: only in a particular place. The others: no condition'
    """
    groups: dict[str, list[str]] = {}
    for name, words in by_name.items():
        groups.setdefault(words, []).append(name)
    if len(groups) == 1:
        return None if ALWAYS in groups else next(iter(groups))
    *few, most = sorted(groups, key=lambda words: (len(groups[words]), words))
    said = [f"{', '.join(sorted(groups[words]))}: {words}" for words in few]
    rest = groups[most][0] if len(groups[most]) == 1 else "The others"
    return ". ".join([*said, f"{rest}: {most}"])
