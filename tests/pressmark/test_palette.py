"""Contrast as WCAG 2.2 measures it (relative luminance, §1.4.3 and §1.4.11)."""

import pytest

from pressmark.palette import SWATCHES, Swatch, contrast, looks_alike, swatch

DARK_PAGE = "#1e2124"


@pytest.mark.parametrize("colours", SWATCHES.values(), ids=SWATCHES)
def test_text_and_lines_can_be_read_on_every_colour(colours: Swatch) -> None:
    assert contrast("#000000", colours.fill) >= 7
    assert contrast("#ffffff", colours.ink) >= 3
    assert contrast("#ffffff", colours.dark_fill) >= 4.5
    assert contrast(DARK_PAGE, colours.dark_ink) >= 3


@pytest.mark.parametrize("colours", SWATCHES.values(), ids=SWATCHES)
def test_lines_can_be_seen_on_their_own_fill(colours: Swatch) -> None:
    assert contrast(colours.fill, colours.ink) >= 3
    assert contrast(colours.dark_fill, colours.dark_ink) >= 3


def test_no_two_colours_are_the_same() -> None:
    for what in ("fill", "ink", "dark_fill", "dark_ink"):
        assert len({getattr(one, what) for one in SWATCHES.values()}) == len(SWATCHES)


def test_a_colour_that_is_not_known_is_grey() -> None:
    assert swatch("ultraviolet") == SWATCHES["grey"]
    assert swatch("red") == SWATCHES["red"]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#ffffff", 4.48),
        ("#abcdef", "#abcdef", 1),
        ("#ff0000", "#0000ff", 2.15),
    ],
)
def test_contrast_is_what_wcag_says_it_is_whichever_comes_first(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("yellow", "green", True),
        ("green", "orange", True),
        ("blue", "teal", True),
        ("yellow", "blue", False),
        ("pink", "green", False),
        ("red", "teal", False),
        ("red", "red", True),
        ("ultraviolet", "grey", True),
    ],
)
def test_what_colour_blind_readers_take_for_one_colour_is_known(one: str, other: str, alike: bool) -> None:
    assert looks_alike(one, other) is alike
    assert looks_alike(other, one) is alike
