"""The order of right-to-left text, held against python-bidi's."""

import pytest
from bidi import get_display
from hypothesis import given, settings
from hypothesis import strategies as st

from exporters.pdf.bidi import base_level, levels, visual_order

_ALPHABET = "abאبגدجד123٣٤ +-,.%€ ()[]!?/:\u0301\u064e\u200f"
_UNMIRRORED = str.maketrans(")]", "([")  # python-bidi mirrors brackets, we leave that to HarfBuzz


def shown(text: str) -> str:
    found = list(levels(text) or [0] * len(text))
    for i in range(len(text) - 1, -1, -1):  # what `lines` does for spaces at a line's end
        if not text[i].isspace():
            break
        found[i] = base_level(text)
    return "".join(text[i] for i in visual_order(found))


@settings(max_examples=300, deadline=None)
@given(st.text(_ALPHABET, min_size=1, max_size=24))
def test_mixed_text_stands_in_the_order_that_python_bidi_gives(text: str) -> None:
    base = "R" if base_level(text) else "L"
    expected = get_display(text, base_dir=base)
    assert shown(text).translate(_UNMIRRORED) == expected.translate(_UNMIRRORED)


def test_text_without_right_to_left_letters_needs_no_levels() -> None:
    assert levels("Port Almar, €42m (2026)") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aאב", (0, 1, 1)),
        ("אa", (1, 2)),
        ("א 42", (1, 1, 2, 2)),
        ("a (א) b", (0, 0, 0, 1, 0, 0, 0)),
        ("a\u2067b\u2069c", (0, 0, 2, 0, 0)),  # an isolate that is forced right to left
        ("a\u202eb\u202cc", (0, 0, 1, 1, 0)),  # an override
        ("\u2068א\u2069a", (0, 1, 0, 0)),  # an isolate that takes its own direction
    ],
)
def test_levels_follow_the_standard(text: str, expected: tuple[int, ...]) -> None:
    assert levels(text) == expected


@pytest.mark.parametrize("closing", ["\u2069", "\u202c"])
def test_formatting_without_a_beginning_does_no_harm(closing: str) -> None:
    assert levels(closing + "א" + closing * 3 + "\u2067" * 130 + "a") is not None
