"""Colours of labels on a dark page can be read."""

import colorsys
from itertools import product

import pytest

from exporters.html.colours import DARK_INK, DARK_PAPER, checked, dark_fill, dark_ink, mixed

FILLS = ["#fff3c4", "#d5efdc", "#d9e8fb", "#fbdedb", "#e9e0f7", "#ffffff", "#000000", "#eeeeee"]
INKS = ["#8a6100", "#1f7a3d", "#1f5fae", "#b0382b", "#6a3fb0", "#000000"]


def luminance(colour: str) -> float:
    """WCAG 2's relative luminance."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("fill", FILLS)
def test_words_can_be_read_on_a_dark_fill(fill: str) -> None:
    assert contrast(DARK_INK, dark_fill(fill)) >= 4.5


@pytest.mark.parametrize("ink", INKS)
def test_a_line_stands_out_from_the_dark_page(ink: str) -> None:
    assert contrast(dark_ink(ink), DARK_PAPER) >= 4.5


@pytest.mark.parametrize(("ink", "fill"), list(product(INKS, FILLS)))
def test_a_line_stands_out_from_every_dark_fill(ink: str, fill: str) -> None:
    assert contrast(dark_ink(ink), dark_fill(fill)) >= 3


@pytest.mark.parametrize("fill", FILLS[:5])
def test_a_dark_fill_has_the_hue_of_its_label(fill: str) -> None:
    def hue(colour: str) -> float:
        return colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))[0]

    away = abs(hue(fill) - hue(dark_fill(fill)))
    assert min(away, 1 - away) < 0.08


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#1234567", ""])
def test_what_is_no_colour_is_an_error(colour: str) -> None:
    with pytest.raises(ValueError, match=r"#rrggbb|invalid literal"):
        checked(colour)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert [mixed("#ffffff", "#000000", share) for share in (0, 0.5, 1)] == ["#000000", "#808080", "#ffffff"]
