"""Two texts side by side, paragraph beside paragraph; one scroll bar moves both."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop import theme
from desktop.models.compared_rows import NEW, OLD, ComparedRole, ComparedRows, Side
from desktop.views.words_in_context import is_right_to_left
from pressmark.labels import Codebook
from pressmark.palette import swatch

Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _TOP = 30, 18, 7
_POINTS, _HEADING_POINTS = 11.0, 13.0
_LEADING = 1.3
_SIGNS = {OLD: "−", NEW: "+"}
_COLOURS = {OLD: "red", NEW: "green"}


class ComparedView(QTableView):
    """The row that is chosen has a stripe; `go` steps from one difference to the next."""

    def __init__(self, model: ComparedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._delegate = _ParagraphDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setObjectName("comparedView")
        self.setAccessibleName("Both texts, paragraph beside paragraph")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # its coming would break lines
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._width = 0
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        model.modelReset.connect(self._show_anew)

    def show_labels(self, codebook: Codebook) -> None:
        """Annotations are underlined in the colours of these labels."""
        self._delegate.codebook = codebook

    def measure(self) -> None:
        """Gives every row the height of the taller of its two paragraphs."""
        self._width = self.viewport().width()
        self.resizeRowsToContents()

    def go(self, step: int) -> int:
        """To the next difference, or with -1 to the one before, round the ends; its row, -1 for none."""
        count, current = self._rows.rowCount(), self.currentIndex().row()
        start = current if current >= 0 else (-1 if step > 0 else 0)
        rows = ((start + step * away) % count for away in range(1, count + 1))
        row = next((one for one in rows if self._rows.differs(one)), -1)
        self.show_row(row)
        return row

    def show_row(self, row: int) -> None:
        """Chooses a row, in sight."""
        if row >= 0:
            index = self._rows.index(row, OLD)
            self.setCurrentIndex(index)
            tall = self.rowHeight(row) > self.viewport().height()
            hint = QAbstractItemView.ScrollHint
            self.scrollTo(index, hint.PositionAtTop if tall else hint.PositionAtCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settling.start(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        else:
            super().keyPressEvent(event)

    def _settle(self) -> None:
        """In other room: lines break elsewhere, and the chosen row stays in sight."""
        if self.viewport().width() != self._width:
            self.measure()
        self.show_row(self.currentIndex().row())

    def _show_anew(self) -> None:
        self._delegate.forget()
        self.measure()

    def _copy(self) -> None:
        """The chosen paragraphs, those of the older text first."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        sides = ([self._rows.side(row, column).text for row in rows] for column in (OLD, NEW))
        texts = ("\n".join(filter(None, texts)) for texts in sides)
        QGuiApplication.clipboard().setText("\n\n".join(dict.fromkeys(filter(None, texts))))


class _ParagraphDelegate(QStyledItemDelegate):
    """What differs has a ground and a line of its colour; annotations a thin line below the words."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.codebook = Codebook(())
        self._laid_out = lru_cache(maxsize=400)(_laid_out)

    def forget(self) -> None:
        self._laid_out.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        side: Side = index.data(ComparedRole.SIDE)
        width = _width_of(option, index)
        if not side.text:
            return QSize(width, 0)
        _, height = self._laid_out(side, width - _LEFT - _RIGHT, index.column(), theme.current().name)
        return QSize(width, round(height) + 2 * _TOP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side: Side = index.data(ComparedRole.SIDE)
        colours, area = theme.current(), option.rect
        painter.save()
        painter.setClipRect(area)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(area, QColor(colours.side if chosen or not side.text else colours.page))
        if chosen and index.column() == OLD:
            painter.fillRect(area.left(), area.top(), 3, area.height(), QColor(colours.accent))
        if side.text:
            self._paint_words(
                painter, QPointF(area.left() + _LEFT, area.top() + _TOP), side, area.width(), index
            )
        if index.column() == NEW:
            painter.setPen(QColor(colours.line))
            painter.drawLine(area.topLeft(), area.bottomLeft())
        painter.restore()

    def _paint_words(self, painter: QPainter, corner: QPointF, side: Side, width: int, index: Index) -> None:
        colours = theme.current()
        layout, height = self._laid_out(side, width - _LEFT - _RIGHT, index.column(), colours.name)
        fill, ink = _tints(index.column())
        if side.alone:
            painter.fillRect(QRectF(corner.x() - 6, corner.y(), width - _LEFT - _RIGHT + 12, height), fill)
        if side.alone or side.differing:
            painter.setFont(theme.ui_font(_POINTS, bold=True))
            painter.setPen(ink)
            sign = QRectF(corner.x() - _LEFT + 8, corner.y(), 14, layout.lineAt(0).height())
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, _SIGNS[index.column()])
        painter.setPen(QColor(colours.ink))
        layout.draw(painter, corner)
        for (start, end), label in side.marked:
            painter.setPen(QPen(QColor(theme.label_colours(self.codebook.style_of(label))[1]), 1.4))
            _underline(painter, layout, corner, start, end)


def _width_of(option: QStyleOptionViewItem, index: Index) -> int:
    view = option.widget
    return view.columnWidth(index.column()) if isinstance(view, QTableView) else option.rect.width()


def _tints(column: int) -> tuple[QColor, QColor]:
    colours = swatch(_COLOURS[column])
    dark = theme.current().dark
    return QColor(colours.dark_fill if dark else colours.fill), QColor(
        colours.dark_ink if dark else colours.ink
    )


def _laid_out(side: Side, width: int, column: int, _theme: str) -> tuple[QTextLayout, float]:
    """The paragraph broken into lines, in the direction of its own script, and its height."""
    points = _HEADING_POINTS if side.heading else _POINTS
    layout = QTextLayout(side.text, theme.reading_font(points, bold=side.heading))
    option = QTextOption()
    leftward = is_right_to_left(side.text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if leftward else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(Qt.AlignmentFlag.AlignRight if leftward else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_differing(column, *one) for one in side.differing])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40, width))
        line.setPosition(QPointF(0, top))
        top += line.height() * _LEADING
    layout.endLayout()
    return layout, top


def _differing(column: int, start: int, end: int) -> QTextLayout.FormatRange:
    fill, ink = _tints(column)
    how = QTextCharFormat()
    how.setBackground(fill)
    how.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    how.setUnderlineColor(ink)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, how
    return found


def _underline(painter: QPainter, layout: QTextLayout, corner: QPointF, start: int, end: int) -> None:
    """A line below these units, on each line of text that has some of them."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start or end <= first:
            continue
        ends = [_x(line.cursorToX(max(start, first))), _x(line.cursorToX(min(end, last)))]
        y = corner.y() + line.y() + line.ascent() + line.descent() + 1.5
        painter.drawLine(QPointF(corner.x() + min(ends), y), QPointF(corner.x() + max(ends), y))


def _x(found: object) -> float:
    """PySide answers with the place and the unit it belongs to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
