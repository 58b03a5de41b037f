"""Colours, fonts and the style sheet of the window, light or dark as the system is or as the analyst chose."""

import tomllib
from dataclasses import asdict, dataclass
from functools import cache
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

import resources
from pressmark.labels import Label
from pressmark.palette import swatch

SERIF, SANS = "Noto Serif", "Noto Sans"


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of one appearance, as ``#rrggbb``."""

    name: str
    page: str
    panel: str
    side: str
    ink: str
    quiet: str
    line: str
    field: str
    accent: str
    on_accent: str
    hover: str
    selection: str
    warning: str

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


class _Appearance(QObject):
    """What is shown now; views repaint when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme = load("light")
        self.choice = "system"


@cache
def load(name: str) -> Theme:
    """The theme “light” or “dark”."""
    with resources.path("themes", f"{name}.toml").open("rb") as file:
        return Theme(name, **tomllib.load(file))


@cache
def appearance() -> _Appearance:
    """The one appearance of this process; its `changed` says when to paint anew."""
    return _Appearance()


def current() -> Theme:
    return appearance().theme


def label_colours(label: Label) -> tuple[str, str]:
    """Fill and ink of a label in the appearance of now."""
    colours = swatch(label.colour)
    return (colours.dark_fill, colours.dark_ink) if current().is_dark else (colours.fill, colours.ink)


def apply(app: QApplication, choice: str) -> None:
    """Makes the app “light”, “dark”, or whatever the system is, now and whenever the system changes."""
    _register_fonts()
    hints = QGuiApplication.styleHints()
    appearance().choice = choice
    if not app.property("followsSystem"):
        hints.colorSchemeChanged.connect(lambda _: _show(app))
        app.setProperty("followsSystem", True)
    app.setStyle("Fusion")
    _show(app)


def _show(app: QApplication) -> None:
    choice = appearance().choice
    dark = choice == "dark" or (
        choice == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    )
    theme = load("dark" if dark else "light")
    appearance().theme = theme
    app.setFont(QFont(SANS, 10))
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))
    appearance().changed.emit()


@cache
def style_sheet(theme: Theme) -> str:
    """The window's style sheet in the colours of a theme."""
    icons = {
        name: resources.path("themes", f"{name}-{theme.name}.svg").as_posix() for name in ("chevron", "tick")
    }
    text = resources.path("themes", "window.qss").read_text(encoding="utf-8")
    return Template(text).substitute({key: str(value) for key, value in asdict(theme).items()}, **icons)


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.field,
        QPalette.ColorRole.AlternateBase: theme.side,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.Button: theme.field,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.ink,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Link: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette


@cache
def _register_fonts() -> None:
    """The faces that ship with the app, so that it looks the same everywhere."""
    for font in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
