"""The pages of the gallery: what is asked, and what a reader has done when the picture is taken."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shot:
    """A page by the arguments of `foedera render`; `find` is typed into its search, and opens the details."""

    name: str
    title: str
    told: str
    arguments: Sequence[str]
    find: str = ""
    dark: bool = False


SHOTS = (
    Shot(
        "ukraine",
        "Around Ukraine",
        "Who has promised Ukraine what on one day, and what it has promised; colour is what is promised, dashes are its legal force.",
        ("--around", "UKR", "--on", "2024-07-15"),
    ),
    Shot(
        "map",
        "NATO on the map",
        "The same facts where their countries are; an organization stands among its members.",
        ("--org", "NATO", "--layout", "map", "--on", "2024-07-15"),
    ),
    Shot(
        "chain",
        "From Japan to Ukraine",
        "The chains of commitments from one party to another, and what a party on them owes, with its sources.",
        ("--path", "JPN", "UKR", "--on", "2024-07-15"),
        find="Japan",
    ),
    Shot(
        "scenario",
        "What if Georgia joined NATO and Hungary left it",
        "What would be gained and lost, among what stays as it is: 186 commitments each are one line of Georgia's and one of Hungary's.",
        ("--join", "GEO", "NATO", "--leave", "HUN", "NATO", "--on", "2024-07-15"),
        find="Hungary",
    ),
    Shot(
        "forces",
        "Forces abroad, by a statement",
        "Whatever graph a Cypher statement returns, on its days; here in the dark.",
        (
            "--cypher",
            "MATCH p = (:Country)-[:STATIONS]->(:Country) RETURN p",
            "--layout",
            "map",
            "--on",
            "2024-07-15",
        ),
        dark=True,
    ),
)
