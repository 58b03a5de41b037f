"""A small list of the annotations that meet at one place, to choose one."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop import theme
from desktop.views.chip_words import words_of
from desktop.views.page import Page
from desktop.views.underlines import draw_underline
from pressmark import facts
from pressmark.palette import swatch

_WIDTH, _ROW, _MOST_ROWS, _PAD = 400, 28, 8, 5
_BELOW = 16
"""Between the words that are clicked and the list, in pixels."""

_WORDS = 36
"""How many characters of an annotation's words are told."""

_SWATCH = QSize(22, 18)
_KEY = Qt.ItemDataRole.UserRole


class Chooser(QFrame):
    """Floats over the view and takes no focus by itself; `chosen` carries an id."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setObjectName("card")
        self._list = _List(self)
        self._list.chosen.connect(self.chosen)
        self._list.left.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.addWidget(self._list)
        self.setFocusProxy(self._list)
        self.hide()

    def offer(self, page: Page, keys: list[str], place: QPoint) -> None:
        """Lists annotations in this order, near a place of the parent; the picked one is marked."""
        self._list.fill(page, keys)
        height = _ROW * min(len(keys), _MOST_ROWS) + 2 * _PAD + 2
        room = self._view.rect()
        x = max(8, min(place.x() - 24, room.right() - _WIDTH - 24))
        below = place.y() + _BELOW
        y = below if below + height < room.bottom() - 8 else max(8, place.y() - height - _BELOW)
        self.setGeometry(x, y, _WIDTH, height)
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """For arrows and Enter."""
        self._list.setCurrentRow(max(0, self._list.currentRow()))
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keys(self) -> list[str]:
        """The ids on offer."""
        return [self._list.item(row).data(_KEY) for row in range(self._list.count())]


class _List(QListWidget):
    """Arrows move, Enter or a click chooses, Escape leaves."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, card: Chooser) -> None:
        super().__init__(card)
        self._card = card
        self.setObjectName("commandList")
        self.setAccessibleName("Annotations at this place")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setIconSize(_SWATCH)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.data(_KEY)))

    def fill(self, page: Page, keys: list[str]) -> None:
        self.clear()
        for key in keys:
            item = QListWidgetItem(_swatch(page, key), _words(page, key))
            item.setData(_KEY, key)
            item.setSizeHint(QSize(0, _ROW))
            self.addItem(item)
            if key == page.picked:
                self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.data(_KEY))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._card.hide()


def _words(page: Page, key: str) -> str:
    """“Pledge “pledged €42m to deepen the…” · Ministry of Harbours”."""
    one = page.doc.markup[key]
    chip = words_of(page.doc, [one])
    words = facts.words_of(page.doc, one)
    told = words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"
    tied = f" · {chip.items[0].words}" if chip.label.roles and chip.items[0].words else ""
    return f"{chip.label.title}  {told}{tied}"


def _swatch(page: Page, key: str) -> QIcon:
    """The fill and the line that the annotation is painted with."""
    one = page.doc.markup[key]
    colours = swatch(page.highlights.colouring.swatch_of(one))
    dark = theme.current().dark
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.fillRect(QRectF(0, 2, 22, 12), QColor(colours.dark_fill if dark else colours.fill))
        style = page.doc.codebook.style_of(one.label).line
        ink = colours.dark_ink if dark else colours.ink
        draw_underline(painter, style, ink, QRectF(0, 0, 22, 14), 14, 1.0)
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
