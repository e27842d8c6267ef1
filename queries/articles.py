"""The definite article of parties and areas, as their names stand in running text: the Soviet Union owes, Ukraine owes.

In tables, headings and lists a name stays as it is. The rule is made for the names that the datasets have, and for such
as users' own data may have; titles of agreements are no names of this kind.
"""

import re
from typing import Final

_NOUNS: Final = (
    "Agency", "Alliance", "Area", "area", "Association", "Authority", "Bank", "Bureau", "Canal", "Center", "Centre",
    "Commission", "Committee", "Commonwealth", "Community", "Confederation", "Conference", "Congress", "Council", "Court",
    "Duchy", "Emirate", "Emirates", "Empire", "Federation", "Force", "Forum", "Fund", "Group", "Initiative", "Institute",
    "Islands", "Isle", "Kingdom", "League", "Organisation", "Organization", "Pact", "Principality", "Provinces", "Region",
    "Republic", "Republics", "State", "States", "Sultanate", "System", "Territories", "Territory", "Union",
)  # fmt: skip
"""Common nouns: what is named by one of them, wherever it stands in the name, takes the article."""
_NAMES: Final = (
    "Bahamas", "Comoros", "Gambia", "Holy See", "Maldives", "Netherlands", "Netherlands Antilles", "Philippines",
    "Transvaal", "Two Sicilies", "United Nations", "Vatican",
)  # fmt: skip
_LETTERS: Final = (
    "AES", "AU", "CIS", "CSCE", "CSTO", "DRC", "EC", "EEC", "EU", "FRG", "G7", "G8", "G20", "GCC", "GDR", "IAEA", "IMF",
    "JEF", "OAS", "OAU", "OECD", "OIC", "OSCE", "RSS", "SCO", "UAE", "UDCG", "UK", "UN", "US", "USA", "USSR", "WEU", "WHO",
    "WTO", "WU",
)  # fmt: skip
"""Names that are spelled out; those that are read as a word, such as NATO, ECOWAS and SEATO, take none."""
_TAKES: Final = re.compile(
    rf"[^,(]*\b(?:{'|'.join(_NOUNS)})\b|(?:{'|'.join((*_NAMES, *_LETTERS))})(?: \(.*)?$",
)


def the(name: str, *, first: bool = False) -> str:
    """The name as it stands in a sentence; with `first` at the beginning of one.

    >>> the("Soviet Union"), the("EU", first=True), the("The Gambia")
    ('the Soviet Union', 'The EU', 'the Gambia')
    >>> the("Ukraine"), the("NATO"), the("Korea, Republic of")
    ('Ukraine', 'NATO', 'Korea, Republic of')
    """
    own = name.removeprefix("The ")
    article = "The" if first else "the"
    return f"{article} {own}" if own != name or _TAKES.match(name) else name


def whose(name: str) -> str:
    """The same as an owner.

    >>> whose("United States"), whose("Soviet Union"), whose("Cyprus")
    ("the United States'", "the Soviet Union's", "Cyprus's")
    """
    called = the(name)
    return f"{called}'" if called != name and name.endswith("s") else f"{called}'s"
