"""Contrast as WCAG 2.2 measures it (relative luminance, §1.4.3 and §1.4.11)."""

import pytest

from pressmark.palette import SWATCHES, Swatch, swatch

DARK_PAGE = "#1e2124"


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


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
