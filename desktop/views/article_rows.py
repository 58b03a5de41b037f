"""How an article stands in the list of the dossier: its headline, where from, its work and its marks."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.models.article_list import ArticleList, ArticleRole
from desktop.models.entries import Entry
from desktop.views.row_looks import bold, paint_ground, room, small

LEFT = 22
_RIGHT, _TOP, _GAP = 12, 9, 3
_RING = 8
_DOT = 6
_HEADING_TOP, _HEADING_BOTTOM = 14, 5
Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Two lines of headline at the most, then outlet and date with the counts at the right, then tags.

    A ring at the left is empty while the article is to be read, half full in work, full when it is done.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._font = ""
        self._metrics = (QFontMetrics(QFont()), QFontMetrics(QFont()))
        self._widths: dict[str, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked of all rows at once, of ten thousand in a large dossier."""
        if self._font != (font := option.font.key()):
            self._font, self._metrics = font, (QFontMetrics(bold(option)), QFontMetrics(small(option)))
            self._widths.clear()
        headline, details = self._metrics
        width, line = room(option, LEFT + _RIGHT), details.lineSpacing()
        entry = _entry(index)
        if entry is None:
            return QSize(width, line + _HEADING_TOP + _HEADING_BOTTOM)
        words = self._widths.get(entry.headline)
        if words is None:
            words = self._widths[entry.headline] = headline.horizontalAdvance(entry.headline)
        lines = 1 if words <= width else 2
        height = lines * headline.lineSpacing() + line + (line if entry.tags else 0)
        return QSize(width, height + 2 * _TOP + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        entry = _entry(index)
        if entry is None:
            _paint_heading(painter, option, index)
        else:
            paint_ground(painter, option)
            area = option.rect.adjusted(LEFT, _TOP, -_RIGHT, -_TOP)
            _paint_headline(painter, option, entry, area)
            _paint_ring(painter, entry, QFontMetrics(bold(option)), option.rect.left() + 7, area.top())
            if entry.tags:
                area = _paint_tags(painter, option, entry, area)
            _paint_details(painter, option, entry, area)
        painter.restore()


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
    heading = index.data(ArticleRole.HEADING)
    area = option.rect.adjusted(LEFT, _HEADING_TOP, -_RIGHT, -_HEADING_BOTTOM)
    font = small(option)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.current().quiet))
    count = f"{heading.count:,}"
    room = area.width() - QFontMetrics(font).horizontalAdvance(count) - 8
    title = QFontMetrics(font).elidedText(heading.title, Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(small(option))
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)


def _paint_headline(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, area: QRect) -> None:
    font = bold(option)
    font.setStrikeOut(entry.status == "withdrawn")
    painter.setFont(font)
    fainter = entry.archived or bool(entry.problem) or entry.status == "withdrawn"
    painter.setPen(QColor(theme.current().quiet if fainter else theme.current().ink))
    metrics = QFontMetrics(font)
    for number, line in enumerate(_wrapped(entry.headline, font, area.width())):
        painter.drawText(area.left(), area.top() + number * metrics.lineSpacing() + metrics.ascent(), line)


def _paint_ring(painter: QPainter, entry: Entry, metrics: QFontMetrics, left: int, top: int) -> None:
    colours = theme.current()
    middle = top + metrics.ascent() - metrics.xHeight() / 2
    ring = QRectF(left, middle - _RING / 2, _RING, _RING)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colours.accent if entry.state else colours.faint), 1.2))
    painter.drawEllipse(ring)
    if entry.state:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent))
        whole = entry.state == "done"
        painter.drawPie(ring, 90 * 16, (360 if whole else 180) * 16)


def _paint_tags(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, area: QRect) -> QRect:
    """At the foot; answers with what is left above."""
    metrics = QFontMetrics(small(option))
    painter.setFont(small(option))
    painter.setPen(QColor(theme.current().quiet))
    words = "   ".join(f"#{tag}" for tag in entry.tags)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area.left(), area.bottom() - metrics.descent(), shown)
    return area.adjusted(0, 0, 0, -metrics.lineSpacing())


def _paint_details(painter: QPainter, option: QStyleOptionViewItem, entry: Entry, area: QRect) -> None:
    colours, metrics = theme.current(), QFontMetrics(small(option))
    painter.setFont(small(option))
    baseline = area.bottom() - metrics.descent()
    right = area.right()
    for label, number in reversed(entry.counts if not entry.problem else []):
        right -= metrics.horizontalAdvance(str(number))
        painter.setPen(QColor(colours.ink))
        painter.drawText(right, baseline, str(number))
        right -= _DOT + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.label_colours(label)[1]))
        painter.drawEllipse(QPointF(right + _DOT / 2, baseline - metrics.xHeight() / 2), _DOT / 2, _DOT / 2)
        right -= 7
    left = area.left()
    warned = entry.problem or entry.status
    for words, colour in (
        ("•" if entry.unsaved else "", colours.accent),
        (entry.status.capitalize() if not entry.problem else "", colours.error),
        (entry.details, colours.error if entry.problem else colours.quiet),
    ):
        if not words or left >= right:
            continue
        painter.setPen(QColor(colour))
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(left, baseline, shown)
        left += metrics.horizontalAdvance(shown) + (6 if warned or words == "•" else 0)


def _entry(index: Index) -> Entry | None:
    model = index.model()
    assert isinstance(model, ArticleList), "the rows are painted from their entries"
    return model.entry(index.row())


def _wrapped(text: str, font: QFont, width: int) -> list[str]:
    """The text in at most two lines, the second elided."""
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    end = first.textLength()
    layout.endLayout()
    head, rest = text[:end], text[end:]
    return [head.rstrip(), metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
