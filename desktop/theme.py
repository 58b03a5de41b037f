"""How the app looks: colours of the light and the dark scheme, the fonts it brings, one style sheet."""

import tomllib
from dataclasses import dataclass
from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

import resources
from pressmark.labels import Label
from pressmark.palette import swatch

_FALLBACKS = ("Noto Sans Arabic", "Noto Sans Hebrew", "Noto Emoji", "Droid Sans Fallback")
_UI_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class Theme:
    """The named colours of one scheme, as ``#rrggbb``; `resources/themes/*.toml` says what each is for."""

    name: str
    page: str
    side: str
    panel: str
    field: str
    hover: str
    line: str
    ink: str
    quiet: str
    faint: str
    accent: str
    on_accent: str
    selection: str
    warning: str
    error: str

    @classmethod
    def load(cls, name: str) -> "Theme":
        """The theme of that name, as it ships with the app."""
        return _load(name)

    @property
    def dark(self) -> bool:
        """True when light text stands on a dark page."""
        return QColor(self.page).lightness() < QColor(self.ink).lightness()


class _Appearance:
    """What is shown now and what was asked for: “system”, “light” or “dark”."""

    def __init__(self) -> None:
        self.theme: Theme | None = None
        self.wanted = "light"
        self.following: QApplication | None = None


_appearance = _Appearance()


def current() -> Theme:
    """The theme of the running scheme; light until one was applied."""
    return _appearance.theme or Theme.load("light")


def apply(app: QApplication, scheme: str = "system") -> None:
    """Gives the app its fonts and colours; under “system” it follows the system's scheme from now on."""
    _register_fonts()
    _appearance.wanted = scheme
    hints = app.styleHints()
    if _appearance.following is not app:
        app.setStyle("Fusion")
        app.setFont(ui_font())
        hints.colorSchemeChanged.connect(lambda _: _follow(app))
        _appearance.following = app
    hints.setColorScheme(_COLOR_SCHEMES[scheme])
    _show(app)


def label_colours(label: Label) -> tuple[str, str]:
    """The fill that lies behind a label's words and the ink of its lines, in the running scheme."""
    colours = swatch(label.colour)
    return (colours.dark_fill, colours.dark_ink) if current().dark else (colours.fill, colours.ink)


def ui_font(points: float = _UI_POINTS, *, bold: bool = False) -> QFont:
    """The face of everything around the article."""
    return _font("Noto Sans", points, bold)


def reading_font(points: float, *, bold: bool = False) -> QFont:
    """The face of the article and of words taken from it."""
    return _font("Noto Serif", points, bold)


_COLOR_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def _follow(app: QApplication) -> None:
    """The system changed its scheme."""
    if _appearance.wanted == "system":
        _show(app)


def _show(app: QApplication) -> None:
    name = _appearance.wanted
    if name == "system":
        name = "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"
    theme = Theme.load(name)
    if theme is _appearance.theme and app.styleSheet():
        return
    _appearance.theme = theme
    app.setPalette(_palette(theme))
    app.setStyleSheet(_style_sheet(theme))


@cache
def _load(name: str) -> Theme:
    colours = tomllib.loads(resources.path("themes", f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name, **colours)


@cache
def _register_fonts() -> None:
    """The same letters on every machine, whatever is installed there."""
    for file in sorted(resources.path("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def _font(family: str, points: float, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies([family, *_FALLBACKS])
    font.setPointSizeF(points)
    font.setBold(bold)
    return font


def _palette(theme: Theme) -> QPalette:
    """What the style sheet leaves to the style: dialogs, links, disabled text."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.panel, role.WindowText: theme.ink,
        role.Base: theme.field, role.AlternateBase: theme.side, role.Text: theme.ink,
        role.Button: theme.field, role.ButtonText: theme.ink, role.BrightText: theme.error,
        role.Highlight: theme.selection, role.HighlightedText: theme.ink,
        role.ToolTipBase: theme.field, role.ToolTipText: theme.ink, role.PlaceholderText: theme.faint,
        role.Link: theme.accent, role.LinkVisited: theme.accent, role.Accent: theme.accent,
        role.Light: theme.hover, role.Midlight: theme.hover, role.Mid: theme.line, role.Dark: theme.line,
        role.Shadow: theme.line,
    }  # fmt: skip
    palette = QPalette()
    for what, colour in colours.items():
        palette.setColor(what, QColor(colour))
    for what in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, what, QColor(theme.faint))
    return palette


def _style_sheet(theme: Theme) -> str:
    template = resources.path("themes", "app.qss").read_text(encoding="utf-8")
    names = [name for name in Theme.__slots__ if name != "name"]
    return Template(template).substitute(
        {name: getattr(theme, name) for name in names},
        themes=resources.path("themes").as_posix(),
        tick=f"tick-{theme.name}.svg",
    )
