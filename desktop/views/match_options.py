"""How words are compared with the text: three small toggles, the same wherever something is searched for."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop import theme
from pressmark.finding import Match, Query

_HEIGHT, _PAD = 26, 6


class Toggle(QAbstractButton):
    """A sign that is lit while its option is on."""

    def __init__(self, sign: str, name: str, key: str, *, underlined: bool = False) -> None:
        super().__init__()
        self.setText(sign)
        self.setCheckable(True)
        self.setShortcut(key)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({key})")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._underlined = underlined
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.ui_font()).horizontalAdvance(self.text())
        return QSize(max(_HEIGHT, width + 2 * _PAD), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        lit = self.isChecked()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(colours.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            if lit or self.underMouse():
                painter.setBrush(QColor(colours.selection if lit else colours.hover))
            painter.drawRoundedRect(box, 5, 5)
            font = theme.ui_font(9.0)
            font.setUnderline(self._underlined)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink if lit else colours.quiet))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class MatchOptions(QWidget):
    """Whether case and accents matter, whether words are whole, whether they are a regular expression."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = Toggle("Aa", "Match case and accents", "Alt+C")
        self._whole = Toggle("ab", "Whole words", "Alt+W", underlined=True)
        self._regex = Toggle(".*", "Regular expression", "Alt+R")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for toggle in (self._case, self._whole, self._regex):
            row.addWidget(toggle)
            toggle.toggled.connect(lambda _: self.changed.emit())

    def query(self, words: str) -> Query:
        """The words, to be searched for as the toggles say."""
        case, whole = self._case.isChecked(), self._whole.isChecked()
        if self._regex.isChecked():
            return Query(words, Match.REGEX, whole, any_case=not case)
        return Query(words, Match.EXACT if case else Match.FOLDED, whole)

    def show_query(self, query: Query) -> None:
        """Sets the toggles as a query has them."""
        by_pattern = query.how is Match.REGEX
        self._regex.setChecked(by_pattern)
        self._case.setChecked(not query.any_case if by_pattern else query.how is Match.EXACT)
        self._whole.setChecked(query.whole_words)
