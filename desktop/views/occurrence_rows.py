"""Words in their context, one place a line, each with a box to tick."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import theme
from desktop.models.occurrence_list import OccurrenceList, OccurrenceRole
from desktop.views.words_in_context import draw_in_context
from pressmark.labels import Label

Index = QModelIndex | QPersistentModelIndex
_HEIGHT = 30
_TICK, _BOX = 36, 16
"""How wide the column of the boxes is, and a box, in pixels."""

_PLACE, _PLACE_OF_SEVERAL = 52, 216
_GAP = 12


class OccurrenceRows(QListView):
    """Space ticks what is selected, a click on its box one row."""

    def __init__(self, model: OccurrenceList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = model
        self._painter = _Rows(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_label(self, label: Label | None) -> None:
        """The label that the words would have."""
        self._painter.label = label
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() != Qt.Key.Key_Space or not current.isValid():
            super().keyPressEvent(event)
            return
        on = current.data(Qt.ItemDataRole.CheckStateRole) != Qt.CheckState.Checked
        self._list.tick({index.row() for index in self.selectedIndexes()} | {current.row()}, on)


class _Rows(QStyledItemDelegate):
    """Paints a line, and takes clicks on its box."""

    label: Label | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(320, _HEIGHT)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.position().x() > option.rect.left() + _TICK:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
            state = Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        already = str(index.data(OccurrenceRole.ALREADY))
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.hover))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, _HEIGHT)), QColor(colours.accent))
        tick = QRect(option.rect.left(), option.rect.top(), _TICK, _HEIGHT)
        if already:
            painter.setFont(theme.ui_font(8.0))
            painter.setPen(QColor(colours.faint))
            painter.drawText(tick, Qt.AlignmentFlag.AlignCenter, already)
        else:
            _paint_box(painter, tick, option, index)
        place = _paint_place(painter, option.rect, index)
        room = QRectF(option.rect.adjusted(_TICK, 0, -place - _GAP, 0))
        before, words, after = (
            str(index.data(role))
            for role in (OccurrenceRole.BEFORE, OccurrenceRole.WORDS, OccurrenceRole.AFTER)
        )
        draw_in_context(painter, room, (before, words, after), self.label, faint=bool(already))
        painter.restore()


def _paint_box(painter: QPainter, tick: QRect, option: QStyleOptionViewItem, index: Index) -> None:
    box = QStyleOptionViewItem(option)
    box.rect = QRect(tick.left() + (_TICK - _BOX) // 2, tick.top() + (tick.height() - _BOX) // 2, _BOX, _BOX)
    on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    flag = QStyle.StateFlag
    box.state = flag.State_Enabled | (flag.State_On if on else flag.State_Off)
    element = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
    option.widget.style().drawPrimitive(element, box, painter, option.widget)


def _paint_place(painter: QPainter, row: QRect, index: Index) -> int:
    """Where the words stand, at the right; answers with the width that this column takes."""
    headline, paragraph = str(index.data(OccurrenceRole.HEADLINE)), str(index.data(OccurrenceRole.PARAGRAPH))
    width = _PLACE_OF_SEVERAL if headline else _PLACE
    painter.setFont(theme.ui_font(9.0))
    painter.setPen(QColor(theme.current().faint))
    column = QRect(row.right() - width, row.top(), width - _GAP, row.height())
    painter.drawText(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, paragraph)
    column.setRight(row.right() - _PLACE)
    metrics = QFontMetrics(painter.font())
    fitting = metrics.elidedText(headline, Qt.TextElideMode.ElideRight, column.width())
    painter.drawText(column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitting)
    return width
