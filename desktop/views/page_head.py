"""What stands above the article: its headline, and where it comes from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop import theme
from desktop.views.typesetting import Measures, headline_font
from pressmark.article import SourceRecord
from pressmark.dates import long_date

_INVITATION = "No headline — add one"
_TOP, _BETWEEN, _BOTTOM = 38, 14, 30


class PageHead(QWidget):
    """A click anywhere on it asks for the source record."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Edit the source record (Ctrl+I)")
        self._headline = QLabel()
        self._details = QLabel()
        for label, name in ((self._headline, "Headline"), (self._details, "Source")):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAccessibleName(name)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(_BETWEEN)
        column.addWidget(self._headline)
        column.addWidget(self._details)
        self._details.setObjectName("quiet")
        self._missing = False

    def show_source(self, source: SourceRecord, measures: Measures, *, headline_in_text: bool) -> None:
        """The headline is left to the text where that begins with it."""
        self._missing = not source.headline
        self._headline.setVisible(not headline_in_text)
        self._headline.setText(source.headline or _INVITATION)
        self._headline.setAccessibleDescription("" if source.headline else "Press Ctrl+I to add one")
        self._details.setText(details(source))
        self._details.setVisible(bool(details(source)))
        self._column.setContentsMargins(0, _TOP, 0, _BETWEEN if headline_in_text else _BOTTOM)
        self._set_faces(measures)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def _set_faces(self, measures: Measures) -> None:
        """The invitation in the place of a headline is smaller, and slanted."""
        font = headline_font(measures)
        if self._missing:
            font.setBold(False)
            font.setItalic(True)
            font.setPointSizeF(font.pointSizeF() * 0.8)
        self._headline.setProperty("missing", self._missing)
        self._headline.style().polish(self._headline)
        self._headline.setFont(font)
        self._details.setFont(theme.ui_font(10.0))


def details(source: SourceRecord) -> str:
    """“Coastal Gazette · by the transport desk · 14 November 2026 · captured 15 November 2026, 09:12”."""
    parts = (
        source.outlet,
        f"by {source.author}" if source.author else "",
        long_date(source.published[:10]),
        _captured(source),
    )
    return " · ".join(part for part in parts if part)


def _captured(source: SourceRecord) -> str:
    """The hour alone when it was captured on the day it was published."""
    if not source.captured_at:
        return ""
    day, hour = source.captured_at[:10], source.captured_at[11:16]
    same_day = day == source.published[:10]
    return f"captured {hour}" if same_day and hour else f"captured {long_date(day)}"
