import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.attributes import ValueNotUnderstood, canonical, shown
from pressmark.labels import AttributeDefinition, AttributeKind

CHOICES = ("kept", "kept in part")


def of(kind: AttributeKind) -> AttributeDefinition:
    return AttributeDefinition("name", "Title", kind, CHOICES)


@pytest.mark.parametrize(
    ("kind", "typed", "stored", "seen"),
    [
        (AttributeKind.MONEY, " £225m ", "GBP 225000000", "GBP 225,000,000"),
        (AttributeKind.DATE, "by 31 March 2027", "by 2027-03-31", "by 31 March 2027"),
        (AttributeKind.DATE, "next  winter", "next winter", "next winter"),
        (AttributeKind.NUMBER, "48,50", "48.5", "48.5"),
        (AttributeKind.NUMBER, "1,200", "1200", "1200"),
        (AttributeKind.NUMBER, "1,234,567.80", "1234567.8", "1234567.8"),
        (AttributeKind.NUMBER, "12 000", "12000", "12000"),
        (AttributeKind.NUMBER, "\u22120.50", "-0.5", "-0.5"),
        (AttributeKind.NUMBER, "+007.", "7", "7"),
        (AttributeKind.NUMBER, ".5", "0.5", "0.5"),
        (AttributeKind.NUMBER, "-0.0", "0", "0"),
        (AttributeKind.FLAG, "YES", "yes", "yes"),
        (AttributeKind.CHOICE, "Kept  in part", "kept in part", "kept in part"),
        (
            AttributeKind.TEXT,
            "  two  spaces\nand a line ",
            "two  spaces\nand a line",
            "two  spaces\nand a line",
        ),
        (AttributeKind.ENTITY, "Nora  Venn", "Nora Venn", "Nora Venn"),
    ],
)
def test_what_is_typed_is_stored_in_one_way(kind: AttributeKind, typed: str, stored: str, seen: str) -> None:
    assert canonical(of(kind), typed) == stored
    assert shown(of(kind), stored) == seen


@pytest.mark.parametrize("kind", AttributeKind)
def test_nothing_typed_is_nothing_stored(kind: AttributeKind) -> None:
    assert canonical(of(kind), " \n ") == ""


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        (AttributeKind.MONEY, "a lot", "Title: “a lot” is not an amount"),
        (AttributeKind.NUMBER, "many", "Title: “many” is not a number"),
        (AttributeKind.NUMBER, "NaN", "is not a number"),
        (AttributeKind.NUMBER, "-", "is not a number"),
        (AttributeKind.NUMBER, "1,2,3", "is not a number"),
        (AttributeKind.NUMBER, "1e999999", "is not a number"),
        (AttributeKind.NUMBER, "1" * 5000, "is not a number"),
        (AttributeKind.FLAG, "maybe", "“maybe” is none of yes, no"),
        (AttributeKind.CHOICE, "broken", "“broken” is none of kept, kept in part"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_would_be(
    kind: AttributeKind, typed: str, said: str
) -> None:
    with pytest.raises(ValueNotUnderstood, match=said):
        canonical(of(kind), typed)


@given(
    st.sampled_from(AttributeKind),
    st.one_of(
        st.text(max_size=20),
        st.from_regex(r"[-+]?[0-9., ]{0,12}", fullmatch=True),
        st.sampled_from(["by 2027", "€2-3m"]),
    ),
)
def test_storing_what_is_stored_changes_nothing(kind: AttributeKind, typed: str) -> None:
    try:
        stored = canonical(of(kind), typed)
    except ValueNotUnderstood:
        return
    assert canonical(of(kind), stored) == stored
    assert shown(of(kind), stored) or not stored


def test_a_value_of_another_hand_is_shown_as_it_is() -> None:
    assert shown(of(AttributeKind.MONEY), "lots") == "lots"
    assert shown(of(AttributeKind.MONEY), "9" * 300) == "9" * 300
