"""The hits of a search in the dossier: under an article's headline the places, and words around them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import theme
from desktop.models.entries import short_date
from desktop.models.hit_list import HitList, HitRole
from desktop.views.row_looks import bold, paint_ground, room, small
from pressmark.labels import STANDARD_CODEBOOK

if TYPE_CHECKING:
    from desktop.models.hit_list import Hit

_LEFT, _RIGHT, _TOP, _BOTTOM, _GAP = 16, 12, 10, 4, 3
_LINES = 3
_BEFORE = 32
Index = QModelIndex | QPersistentModelIndex


class SearchHits(QListView):
    """Emits the hit to be shown."""

    chosen = Signal(object)

    def __init__(self, model: HitList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits = model
        self.setObjectName("articleList")
        self.setAccessibleName("What was found")
        self.setModel(model)
        self.setItemDelegate(_HitDelegate(self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(lambda index: self._choose(index.row()))

    def go_first(self) -> None:
        """The keyboard goes on in the hits."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._hits.index(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if hit := self._hits.hit(row):
            self.chosen.emit(hit)


class _HitDelegate(QStyledItemDelegate):
    """The headline where an article begins, then the words in up to three lines, what was sought in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = room(option, _LEFT + _RIGHT)
        height = _TOP + _BOTTOM + QFontMetrics(option.font).lineSpacing() * len(_lines(index, option, width))
        if index.data(HitRole.FIRST_OF_ARTICLE):
            height += (
                _GAP + QFontMetrics(bold(option)).lineSpacing() + QFontMetrics(small(option)).lineSpacing()
            )
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(HitRole.HIT)
        painter.save()
        paint_ground(painter, option)
        area = option.rect.adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)
        if index.data(HitRole.FIRST_OF_ARTICLE):
            area = _paint_article(painter, option, hit, area)
        _paint_words(painter, option, index, area)
        painter.restore()


def _paint_article(painter: QPainter, option: QStyleOptionViewItem, hit: "Hit", area: QRect) -> QRect:
    """Answers with what is left below."""
    colours = theme.current()
    top = area.top()
    for font, colour, words in (
        (bold(option), colours.ink, hit.headline),
        (small(option), colours.quiet, " · ".join(filter(None, (hit.outlet, short_date(hit.published))))),
    ):
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area.left(), top + metrics.ascent(), shown)
        top += metrics.lineSpacing()
    return area.adjusted(0, top - area.top() + _GAP, 0, 0)


def _paint_words(painter: QPainter, option: QStyleOptionViewItem, index: Index, area: QRect) -> None:
    """Each line in its pieces: what was sought stands out in ink, what is around it steps back."""
    colours, metrics = theme.current(), QFontMetrics(option.font)
    baseline = area.top() + metrics.ascent()
    for line in _lines(index, option, area.width()):
        left = area.left()
        for words, sought in line:
            font = bold(option) if sought else QFont(option.font)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink if sought else colours.quiet))
            painter.drawText(left, baseline, words)
            left += QFontMetrics(font).horizontalAdvance(words)
        baseline += metrics.lineSpacing()


def _lines(index: Index, option: QStyleOptionViewItem, width: int) -> list[list[tuple[str, bool]]]:
    """The words in lines that fit, each in pieces, told whether they were sought."""
    hit: Hit = index.data(HitRole.HIT)
    title = STANDARD_CODEBOOK.style_of(hit.label).title if hit.label else ""
    told = [(f"{hit.annotation} {title}  ", False)] if hit.annotation else []
    pieces = [*told, (_close(_flat(hit.before)), False), (_flat(hit.words), True), (_flat(hit.after), False)]
    lines: list[list[tuple[str, bool]]] = [[]]
    left = 0
    for text, sought in pieces:
        metrics = QFontMetrics(bold(option) if sought else option.font)
        for word in _words(text):
            if left and left + metrics.horizontalAdvance(word.rstrip()) > width:
                if len(lines) == _LINES:
                    return lines
                lines.append([])
                left = 0
            _append(lines[-1], word, sought)
            left += metrics.horizontalAdvance(word)
    return lines


def _append(line: list[tuple[str, bool]], word: str, sought: bool) -> None:
    if line and line[-1][1] == sought:
        line[-1] = (line[-1][0] + word, sought)
    else:
        line.append((word, sought))


def _words(text: str) -> list[str]:
    """Each with the space after it."""
    found: list[str] = []
    for part in text.split(" "):
        if found:
            found[-1] += " "
        found.append(part)
    return [word for word in found if word]


def _close(before: str) -> str:
    """The last words before what was sought, so that it is always in sight."""
    if len(before) <= _BEFORE:
        return before
    return f"… {before[-_BEFORE:].partition(' ')[2]}"


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
