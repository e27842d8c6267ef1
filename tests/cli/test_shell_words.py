"""What the shell completes, and where a statement ends: read from text alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedera.cli.shell.input import Input, Typed, is_whole, typed
from foedera.cli.shell.words import Known, fitting

PARTIES = [
    {"id": "KOR", "name": "South Korea", "keys": ["south korea", "kor", "republic of korea"]},
    {"id": "PRK", "name": "North Korea", "keys": ["north korea", "prk"]},
    {"id": "FIN", "name": "Finland", "keys": ["finland", "fin", "suomi"]},
    {"id": "CIV", "name": "Côte d'Ivoire", "keys": ["cote divoire", "ivory coast", "civ"]},
    {"id": "NATO", "name": "NATO", "keys": ["nato", "north atlantic treaty organization"]},
]
KNOWN = Known(lambda: PARTIES, lambda: ["day", "days"])

COMPLETED = [
    ("MATCH (c:Cou", ["Country"], ["Organization"]),
    ("MATCH (c:", ["Country", "Source"], ["MEMBER_OF", "name"]),
    ("MATCH (c:Country|Org", ["Organization"], ["Country"]),
    ("MATCH (c) WHERE c:Org", ["Organization"], []),
    ("MATCH (c)-[:MEM", ["MEMBER_OF"], ["Country"]),
    ("MATCH (c)-[r:MEMBER_OF|CAN", ["CANDIDATE_OF"], ["MEMBER_OF"]),
    ("MATCH (c:Country) WHERE c.", ["iso2", "name", "sources"], ["title", "Country", "MATCH"]),
    ("MATCH (c)-[r:MEMBER_OF]->(o) RETURN r.si", ["since"], ["signed"]),
    ("MATCH (c) RETURN c.si", ["since", "signed"], []),
    ("MATCH (c:Country {na", ["name", "names"], ["NATO"]),
    ("MATCH (c:Country {id: 'FIN', na", ["name"], []),
    ("MATCH (c:Country {id: 'Finl", ["FIN"], ["Finland"]),
    ("MATCH (c:Country {name: 'suo", ["Finland"], ["FIN"]),
    ('MATCH (c) WHERE c.name = "kor', ["South Korea", "North Korea"], ["Finland"]),
    ("MATCH (c {name: 'ivory", ["Côte d\\'Ivoire"], []),
    ('MATCH (c {name: "ivory', ["Côte d'Ivoire"], []),
    ("MATCH (o:Obligation {kind: 'con", ["consultation"], ["commission"]),
    ("MATCH (o:Obligation) WHERE o.kind IN ['defense', 'con", ["consultation"], ["defense"]),
    ("RETURN $da", ["datasets", "day", "days"], ["date("]),
    ("RETURN $day", ["days"], ["day"]),
    ("MATCH (country:Country) RETURN cou", ["country", "count("], ["Country"]),
    ("ma", ["MATCH"], ["RETURN"]),
    ("MATCH (c:Country {id: 'FIN'}) WHE", ["WHERE"], []),
    ("// MA", [], ["MATCH"]),
    ("RETURN 1 AS `ma", [], ["MATCH"]),
    ("RETURN 'it\\'s fin", [], ["FIN"]),
    (":", ["help", "run", "exit"], ["MATCH"]),
    (":ru", ["run"], ["queries"]),
    (":run mem", ["members", "membership-history"], ["mnna"]),
    (":run members org", ["organization="], ["on="]),
    (":run members organization=na", ["NATO"], ["FIN"]),
    (":run no-such-query x", [], ["x="]),
    (":format json", ["jsonl"], ["json", "csv"]),
    (":param da", ["day"], ["date("]),
]


@pytest.mark.parametrize(("text", "there", "absent"), COMPLETED, ids=[text for text, _, _ in COMPLETED])
def test_what_fits_is_offered_and_nothing_else(text: str, there: list[str], absent: list[str]) -> None:
    """By where the cursor stands."""
    found = fitting(text, KNOWN)
    words = [word.text for word in found.words]
    assert [word for word in there if word not in words] == []
    assert [word for word in absent if word in words] == []
    assert found.replaced <= len(text)


def test_what_begins_so_stands_before_what_has_a_word_that_begins_so() -> None:
    """`kor` is South Korea's code, and begins a word of North Korea's name."""
    names = [word.text for word in fitting("RETURN 'kor", KNOWN).words]
    assert names == ["South Korea", "North Korea"]


@given(st.text(alphabet="MATCH (c:Coun{}[]'\"`/*;.$|=-> \n", max_size=40))
def test_no_text_is_too_odd_to_be_completed(text: str) -> None:
    """Half a statement is no mistake."""
    assert fitting(text, KNOWN).replaced <= len(text)


SPLIT = {
    "RETURN 1": [Typed("RETURN 1")],
    "RETURN 1;": [Typed("RETURN 1")],
    "RETURN 1; RETURN 2;\n": [Typed("RETURN 1"), Typed("RETURN 2", 1, 11)],
    "RETURN ';' AS a, \";\" AS b, `;` AS c; // ;\nRETURN 2 /* ; */;": [
        Typed("RETURN ';' AS a, \";\" AS b, `;` AS c"),
        Typed("// ;\nRETURN 2 /* ; */", 1, 38),
    ],
    "RETURN 'it\\'s;';": [Typed("RETURN 'it\\'s;'")],
    "\n\n  :param x 1\n:run mnna;\n RETURN $x": [
        Typed(":param x 1", 3, 3),
        Typed(":run mnna", 4, 1),
        Typed("RETURN $x", 5, 2),
    ],
    "MATCH (n\n:Country) RETURN n;": [Typed("MATCH (n\n:Country) RETURN n")],
    ";;\n// nothing\n/* at all */": [],
    "": [],
}


@pytest.mark.parametrize("text", SPLIT)
def test_where_statements_and_commands_end(text: str) -> None:
    """At a semicolon outside of texts, names and comments; a command with its line."""
    assert list(typed([text])) == SPLIT[text]


@given(st.sampled_from(sorted(SPLIT)), st.integers(1, 5))
def test_it_does_not_matter_in_which_pieces_it_comes(text: str, size: int) -> None:
    """A pipe cuts where it likes, but not the last line of a command."""
    reader = Input()
    found = [line for start in range(0, len(text), size) for line in reader.feed(text[start : start + size])]
    assert [*found, *reader.end()] == SPLIT[text]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("RETURN 1;", True),
        ("RETURN 1", False),
        ("RETURN ';", False),
        ("RETURN 1; RETURN", False),
        ("RETURN 1; // done", True),
        ("RETURN 1 // ;", False),
        (":help", True),
        ("", True),
        ("  ", True),
        ("exit", True),
        ("exit, pursued by", False),
    ],
)
def test_enter_runs_what_is_whole(text: str, whole: bool) -> None:
    """Else it begins another line."""
    assert is_whole(text) == whole
