"""Beside each block of a text that is checked: what kind it is, and a menu to make it another."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from desktop import theme
from desktop.views.block_editor import BlockEditor
from desktop.views.block_looks import KINDS, TITLES, told

WIDTH = 86
_PADDING = 14


class KindMargin(QWidget):
    """Stands at the left of the editor and scrolls with it."""

    def __init__(self, editor: BlockEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Click to change what this is")
        editor.setViewportMargins(WIDTH, 10, 12, 10)
        for changed in (
            editor.verticalScrollBar().valueChanged,
            editor.textChanged,
            editor.cursorPositionChanged,
            editor.document().documentLayout().documentSizeChanged,
        ):
            changed.connect(lambda *_: self.update())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        current = self._editor.textCursor().block()
        painter = QPainter(self)
        for block, row in self._rows():
            here = block == current
            painter.setFont(theme.ui_font(8.5, bold=here))
            painter.setPen(QColor(colours.accent if here else colours.faint))
            if here:
                painter.fillRect(QRect(0, row.top(), 3, row.height()), QColor(colours.accent))
            middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            room = QRect(0, row.top() + self._drop(block), WIDTH - _PADDING, row.height())
            painter.drawText(room, middle, TITLES[told(block).kind])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for block, row in self._rows():
            if row.top() <= event.position().y() < row.bottom():
                self._editor.setTextCursor(QTextCursor(block))
                self._offer(event.globalPosition().toPoint())
                return

    def _offer(self, at: QPoint) -> None:
        menu = QMenu(self)
        for kind in KINDS:
            action = menu.addAction(TITLES[kind])
            action.triggered.connect(lambda _=False, kind=kind: self._editor.set_kind(kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _rows(self) -> list[tuple[QTextBlock, QRect]]:
        """The blocks in sight, and where they stand in this margin."""
        editor = self._editor
        layout = editor.document().documentLayout()
        above = editor.verticalScrollBar().value()
        top = editor.viewport().y() - self.y()
        block = editor.cursorForPosition(QPoint(0, 0)).block()
        found = []
        while block.isValid():
            place = layout.blockBoundingRect(block).toAlignedRect().translated(0, top - above)
            if place.top() > self.height():
                break
            found.append((block, QRect(0, place.top(), WIDTH, place.height())))
            block = block.next()
        return found

    def _drop(self, block: QTextBlock) -> int:
        """How far down the first line's letters stand below the block's top."""
        line = block.layout().lineAt(0)
        return max(0, round(line.height() - 18)) // 2 + 3 if line.isValid() else 0


class MarginedEditor(BlockEditor):
    """The editor with that margin."""

    def add_margin(self) -> None:
        self._margin = KindMargin(self)
        self._margin.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_margin"):
            inside = self.contentsRect()
            self._margin.setGeometry(inside.left(), inside.top(), WIDTH, inside.height())
