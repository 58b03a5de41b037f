"""A row of a table as the article that it would become, by the columns that are chosen."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import unescape

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout

from desktop import theme
from pressmark.columns import says_already
from pressmark.dates import long_date
from pressmark.written_dates import iso_date, order_of

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_MOST_SHOWN = 1_200
_LONGEST_HEADLINE = 200


class RowPreview(QFrame):
    """Headline, outlet and date, and the first lines of the text."""

    def __init__(self, header: Sequence[str], rows: Sequence[Sequence[str]], today: date) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAccessibleName("Preview")
        self._header, self._rows, self._today = [*header], rows, today
        self._headline, self._source, self._text = _plain(), _plain(), _plain()
        self._headline.setFont(theme.reading_font(14, bold=True))
        self._source.setObjectName("quiet")
        self._text.setFont(theme.reading_font(11))
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        column.addWidget(self._headline)
        column.addWidget(self._source)
        column.addSpacing(4)
        column.addWidget(self._text, 1)

    def sizeHint(self) -> QSize:
        return QSize(420, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 240)

    def show_row(self, number: int, columns: Mapping[str, str]) -> None:
        """The row, with each field from its column."""
        said = {field: self._cell(number, name) for field, name in columns.items()}
        self._headline.setText(_shortened(said.get("headline", ""), _LONGEST_HEADLINE) or "No headline")
        self._headline.setProperty("missing", not said.get("headline"))
        parts = (said.get("outlet"), self._day(said.get("published", ""), columns), said.get("language"))
        about = [" · ".join(part for part in parts if part), said.get("author", ""), said.get("url", "")]
        self._source.setText("\n".join(_shortened(line, _LONGEST_HEADLINE) for line in about if line))
        self._source.setVisible(any(about))
        text, lead = said.get("text", ""), said.get("lead", "")
        text = text if text and says_already(text, lead) else f"{lead}\n\n{text}".strip()
        self._text.setText(_shortened(text, _MOST_SHOWN) or "No text in this row")
        self._text.setProperty("missing", not text)
        for label in (self._headline, self._text):
            label.style().polish(label)

    def _cell(self, number: int, name: str) -> str:
        row = self._rows[number] if number < len(self._rows) else ()
        at = self._header.index(name) if name in self._header else -1
        return _read(row[at]) if 0 <= at < len(row) else ""

    def _day(self, said: str, columns: Mapping[str, str]) -> str:
        """As it will be understood, so that days and months that are swapped are seen."""
        written = [self._cell(number, columns.get("published", "")) for number in range(len(self._rows))]
        day = iso_date(said, order_of(written, self._today))
        if not day:
            return said
        return " ".join([long_date(day[:10]), *day[11:16].split()])


def _plain() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(
        QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
    )  # a long word widens nothing
    return label


def _read(cell: str) -> str:
    """The cell without its tags, for a glance."""
    text = unescape(_TAG.sub(" ", cell)) if "<" in cell or "&" in cell else cell
    return re.sub(r"[ \t]+", " ", text).strip()


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
