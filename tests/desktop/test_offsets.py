from hypothesis import given
from hypothesis import strategies as st

from desktop.offsets import Offsets
from pressmark.article import Span

texts = st.text(st.sampled_from("ab \n😀é́漢سש𝒳👩‍👩‍👧🇬🇧\t"), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_positions_count_the_utf_16_units_before_them(text):
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_units(position) == units(text[:position])
        assert offsets.to_code_points(offsets.to_units(position)) == position
    assert offsets.length_in_units == units(text)


def test_a_unit_inside_a_surrogate_pair_belongs_to_its_character():
    offsets = Offsets("a😀b")
    assert [offsets.to_code_points(unit) for unit in range(5)] == [0, 1, 1, 2, 3]


def test_a_span_is_found_between_two_units_in_either_order():
    offsets = Offsets("a😀b")
    assert offsets.span_of(3, 1) == offsets.span_of(1, 3) == Span(1, 2)
    assert offsets.span_of(2, 2) is None
    assert offsets.span_to_units(Span(1, 3)) == (1, 4)
