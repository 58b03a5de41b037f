"""Colours and lines to choose by eye: each is a small picture of marked words."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from desktop import theme
from desktop.dialogs.codebook_sample import contrasts
from desktop.views.underlines import draw_underline
from pressmark.brief import LineStyle
from pressmark.labels import Codebook, Label
from pressmark.palette import SWATCHES

_EDGE = 3
_ACROSS = 5
_WORDS = "Aa"


class PictureButton(QAbstractButton):
    """One look of a label; the chosen one stands in a ring."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name = name
        self.look: Label | None = None
        self.setCheckable(True)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(theme.reading_font(11.0))
        return QSize(round(metrics.horizontalAdvance(_WORDS)) + 24, round(metrics.height()) + 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.look is None:
            return
        colours, (fill, ink) = theme.current(), theme.label_colours(self.look)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.isChecked() or self.hasFocus() or self.underMouse():
                edge = colours.accent if self.isChecked() or self.hasFocus() else colours.faint
                painter.setPen(QPen(QColor(edge), 2 if self.isChecked() else 1))
                painter.drawRoundedRect(box, 6, 6)
            place = box.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(place, 3, 3)
            painter.setFont(theme.reading_font(11.0))
            painter.setPen(QColor(colours.ink))
            painter.drawText(place.adjusted(0, -3, 0, -3), Qt.AlignmentFlag.AlignCenter, _WORDS)
            line = place.adjusted(5, 0, -5, 0)
            draw_underline(painter, self.look.line, ink, line, place.bottom() - 4, self.devicePixelRatioF())


class PictureGrid(QWidget):
    """One of several looks, chosen by click or arrow keys. `chosen` carries its name."""

    chosen = Signal(str)

    def __init__(self, title: str, names: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, PictureButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        for at, (name, each) in enumerate(names):
            button = PictureButton(name, each)
            self.buttons[name] = button
            self._group.addButton(button)
            grid.addWidget(button, at // _ACROSS, at % _ACROSS)
        grid.setColumnStretch(_ACROSS, 1)
        self._group.buttonToggled.connect(self._toggled)

    def show_choice(self, name: str) -> None:
        """Chooses without saying so."""
        self.blockSignals(True)
        self.buttons.get(name, next(reversed(self.buttons.values()))).setChecked(True)
        self.blockSignals(False)
        self.update()

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if checked and isinstance(button, PictureButton):
            self.chosen.emit(button.name)


class ColourGrid(PictureGrid):
    """All swatches, each with the line that the label has."""

    def __init__(self) -> None:
        super().__init__("Colour", ((name, name.capitalize()) for name in SWATCHES))

    def show_label(self, label: Label, codebook: Codebook) -> None:
        for name, button in self.buttons.items():
            button.look = replace(label, colour=name)
            others = [one.title for one in codebook.labels if one.colour == name and one.name != label.name]
            used = f", as {' and '.join(others)}" if others else ""
            button.setAccessibleName(f"{name.capitalize()}{used}")
            schemes = [theme.Theme.load(scheme) for scheme in ("light", "dark")]
            measured = [f"{scheme.name.capitalize()}: {contrasts(scheme, name)}" for scheme in schemes]
            button.setToolTip("\n".join((button.accessibleName(), *measured)))
        self.show_choice(label.colour)


class LineGrid(PictureGrid):
    """All line styles, in the colour that the label has."""

    def __init__(self) -> None:
        super().__init__("Underline", ((line.value, line.value.capitalize()) for line in LineStyle))

    def show_label(self, label: Label) -> None:
        for name, button in self.buttons.items():
            button.look = replace(label, line=LineStyle(name))
        self.show_choice(label.line.value)
