"""Words marked with a label, in light and in dark, and how well they can be read."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme
from desktop.views.underlines import draw_underline
from pressmark.labels import Label
from pressmark.palette import LINE_LEAST, TEXT_LEAST, contrast, swatch

_BEFORE, _WORDS, _AFTER = "Some ", "marked words", " here"
_NEEDED = f"Words need {TEXT_LEAST:g} : 1 against their ground, lines {LINE_LEAST:g} : 1 against the page"
_LOW = ", too low"
_PAD = 12
_POINTS = 11.0


class SampleStrip(QWidget):
    """One line of text on the page of a scheme."""

    def __init__(self, scheme: str) -> None:
        super().__init__()
        self._scheme = theme.Theme.load(scheme)
        self._label: Label | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{scheme.capitalize()} sample")

    def show_label(self, label: Label) -> None:
        self._label = label
        self.setAccessibleDescription(self.contrasts())
        self.update()

    def contrasts(self) -> str:
        """How well words and line can be seen."""
        return contrasts(self._scheme, self._label.colour if self._label else "")

    @property
    def is_low(self) -> bool:
        """True where words or line are hard to see."""
        return _LOW in self.contrasts()

    def sizeHint(self) -> QSize:
        return QSize(240, round(QFontMetricsF(theme.reading_font(_POINTS)).height()) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._label is None:
            return
        font = theme.reading_font(_POINTS)
        metrics = QFontMetricsF(font)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(theme.current().line))
            painter.setBrush(QColor(self._scheme.page))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setClipRect(self.rect().adjusted(_PAD, 0, -_PAD, 0))
            painter.setFont(font)
            self._paint_words(painter, metrics)

    def _paint_words(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        assert self._label is not None
        fill, ink = _colours(self._scheme, self._label.colour)
        baseline = (self.height() + metrics.capHeight()) / 2 - 1
        start = _PAD + metrics.horizontalAdvance(_BEFORE)
        marked = QRectF(
            start, baseline - metrics.ascent(), metrics.horizontalAdvance(_WORDS), metrics.height() + 1
        )
        painter.fillRect(marked, QColor(fill))
        line = self._label.line
        draw_underline(painter, line, ink, marked, marked.bottom() - 2, self.devicePixelRatioF())
        painter.setPen(QColor(self._scheme.ink))
        for words, x in ((_BEFORE, float(_PAD)), (_WORDS, start), (_AFTER, marked.right())):
            painter.drawText(QPointF(x, baseline), words)


class Sample(QWidget):
    """Both schemes beside each other, their contrasts below."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self.strips = {scheme: SampleStrip(scheme) for scheme in ("light", "dark")}
        self._captions = {scheme: QLabel() for scheme in self.strips}
        for scheme, strip in self.strips.items():
            caption = self._captions[scheme]
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setToolTip(_NEEDED)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(strip)
            column.addWidget(caption)
            row.addLayout(column, 1)

    def show_label(self, label: Label) -> None:
        for scheme, strip in self.strips.items():
            strip.show_label(label)
            caption = self._captions[scheme]
            caption.setText(f"{scheme.capitalize()}: {strip.contrasts()}")
            caption.setObjectName("problem" if strip.is_low else "fieldName")
            caption.style().polish(caption)


def contrasts(scheme: theme.Theme, colour: str) -> str:
    """“words 14.2 : 1 · line 4.9 : 1” in a scheme; what is too low for many readers says so."""
    fill, ink = _colours(scheme, colour)
    words, line = contrast(scheme.ink, fill), contrast(ink, scheme.page)
    return f"words {_ratio(words, TEXT_LEAST)} · line {_ratio(line, LINE_LEAST)}"


def _colours(scheme: theme.Theme, colour: str) -> tuple[str, str]:
    """Fill and ink of a swatch."""
    colours = swatch(colour)
    return (colours.dark_fill, colours.dark_ink) if scheme.dark else (colours.fill, colours.ink)


def _ratio(found: float, least: float) -> str:
    return f"{found:.1f} : 1" if found >= least else f"{found:.1f} : 1{_LOW}"
