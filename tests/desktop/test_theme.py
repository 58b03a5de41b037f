from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QPushButton

from desktop import theme
from desktop.theme import Theme
from pressmark.labels import PLEDGE
from pressmark.palette import swatch


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, 1.4.3."""

    def luminance(colour: str) -> float:
        parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "quiet", "faint", "accent", "warning", "error"])
@pytest.mark.parametrize("ground", ["page", "panel", "side", "field"])
def test_all_text_can_be_read_on_every_ground(name, text, ground):
    colours = Theme.load(name)
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_selected_words_and_accented_buttons_can_be_read(name):
    colours = Theme.load(name)
    assert contrast(colours.ink, colours.selection) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_colour_is_a_colour(name):
    colours = Theme.load(name)
    names = [field.name for field in fields(colours) if field.name != "name"]
    assert all(QColor(getattr(colours, one)).isValid() for one in names)
    assert colours.dark is (name == "dark")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_scheme_is_applied_to_widgets_and_labels(themed, qtbot, name):
    button = QPushButton("Brief")
    qtbot.addWidget(button)
    theme.apply(themed, name)
    button.ensurePolished()
    assert theme.current() is Theme.load(name)
    assert button.palette().buttonText().color() == QColor(theme.current().ink)
    pink = swatch("pink")
    expected = (pink.dark_fill, pink.dark_ink) if name == "dark" else (pink.fill, pink.ink)
    assert theme.label_colours(PLEDGE) == expected


def test_the_system_scheme_is_followed_only_when_asked_for(themed):
    theme.apply(themed, "dark")
    themed.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().name == "dark"
    theme.apply(themed, "system")
    expected = "dark" if themed.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    assert theme.current().name == expected


def test_the_fonts_that_ship_are_the_ones_used(themed):
    assert QFontInfo(theme.reading_font(13.5)).family() == "Noto Serif"
    assert QFontInfo(theme.ui_font()).family() == "Noto Sans"
    assert QFontInfo(themed.font()).family() == "Noto Sans"
