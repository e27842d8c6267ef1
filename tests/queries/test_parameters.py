"""Parameters as text, made into typed values."""

import datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from foedera.graph.errors import BadInput
from foedera.queries.parameters import free, pairs, scalar

DAY = datetime.date(2024, 1, 1)
SCALARS = (
    st.integers(-(10**18), 10**18)
    | st.dates(datetime.date(1000, 1, 1))
    | st.booleans()
    | st.none()
    | st.floats(allow_nan=False, allow_infinity=False)
)


@given(SCALARS)
def test_a_scalar_is_what_yaml_makes_of_it(value: object) -> None:
    """What YAML writes for a value is read as that value."""
    text = yaml.safe_dump(value).removesuffix("...\n").strip()
    assert scalar(text) == value and type(scalar(text)) is type(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024-01-01", DAY),
        ("'2024-01-01'", "2024-01-01"),
        ("2024", 2024),
        ("007", "007"),
        ("1e3", 1000.0),
        ("Ukraine", "Ukraine"),
        ("a=b", "a=b"),
        ("", None),
        ("[USA, 3, 2024-01-01]", ["USA", 3, DAY]),
        ("[]", []),
        ("yes", "yes"),
    ],
)
def test_texts_and_their_values(text: str, value: object) -> None:
    """Quotes make text; a code with a leading zero stays one."""
    assert scalar(text) == value


def test_a_type_may_be_forced() -> None:
    """`name:type=value`."""
    assert free(
        ["code:string=007", "on:date=2024-01-01", "n:integer=3", "x:number=1.5", "b:boolean=true"]
    ) == {
        "code": "007",
        "on": DAY,
        "n": 3,
        "x": 1.5,
        "b": True,
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (["on"], "not a parameter: 'on'; expected name=value, such as on=2024-01-01"),
        (["=1"], "not a parameter: '=1'; expected name=value, such as on=2024-01-01"),
        (["a=1", "a=2"], "parameter 'a' is given twice"),
        (
            ["a:text=1"],
            "parameter a: unknown type 'text'; expected one of string, integer, number, date, boolean",
        ),
        (["a:integer=x"], "parameter a: not an integer: 'x'"),
        (
            ["a=2024-02-30"],
            "there is no such day: '2024-02-30'; expected a date such as 2004-03-29, 2004-03 or 2004",
        ),
    ],
)
def test_what_is_no_parameter_is_told(given: list[str], message: str) -> None:
    """What is wrong and what was expected."""
    with pytest.raises(BadInput) as caught:
        free(given)
    assert str(caught.value) == message


def test_a_value_may_hold_an_equals_sign() -> None:
    """Only the first one parts name and value."""
    assert pairs(["x=a=b"]) == {"x": "a=b"}
