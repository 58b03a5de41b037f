"""The small card at a selection: one button a label, with its key."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from desktop import theme
from desktop.views.underlines import draw_underline
from pressmark.labels import Codebook, Label

_MOST_LABELS = 6
_DISTANCE = 12
_PAD, _KEY_GAP, _HEIGHT = 9, 7, 30


class CardButton(QAbstractButton):
    """A word and its key cap; a label's button shows the label's fill and underline."""

    def __init__(self, title: str, key: str, label: Label | None = None) -> None:
        super().__init__()
        self.setText(title)
        self.setAccessibleName(f"{title}, key {key}" if key else title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._key = key
        self._label = label
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.ui_font()).horizontalAdvance(self.text()) + 2 * _PAD
        return QSize(width + (self._key_width() + _KEY_GAP if self._key else 0), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        fill, ink = theme.label_colours(self._label) if self._label else (colours.hover, colours.faint)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            if self.underMouse() or self.hasFocus():
                painter.setBrush(QColor(fill))
                painter.setPen(QPen(QColor(colours.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
                painter.drawRoundedRect(box, 5, 5)
            painter.setFont(theme.ui_font())
            metrics = QFontMetrics(theme.ui_font())
            painter.setPen(QColor(colours.ink))
            baseline = (self.height() + metrics.capHeight()) // 2
            painter.drawText(_PAD, baseline, self.text())
            if self._label:
                words = QRectF(_PAD, 0, metrics.horizontalAdvance(self.text()), self.height())
                draw_underline(painter, self._label.line, ink, words, baseline + 4, self.devicePixelRatioF())
            if self._key:
                self._paint_key(painter)

    def _key_width(self) -> int:
        return max(17, QFontMetrics(theme.ui_font(8.0)).horizontalAdvance(self._key) + 9)

    def _paint_key(self, painter: QPainter) -> None:
        colours = theme.current()
        width = self._key_width()
        cap = QRectF(self.width() - _PAD - width + 0.5, (self.height() - 17) / 2 + 0.5, width, 16)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.field))
        painter.drawRoundedRect(cap, 3, 3)
        painter.setPen(QColor(colours.quiet))
        painter.setFont(theme.ui_font(8.0))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)


class LabelPopup(QFrame):
    """Floats over the view and takes no focus by itself; keys that are not its own it hands on."""

    labelChosen = Signal(str)
    pieceChosen = Signal()
    moreAsked = Signal(QPoint)
    left = Signal()
    keyGiven = Signal(QKeyEvent)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("Label the selection")
        self._shadow = QGraphicsDropShadowEffect(self)
        self._shadow.setBlurRadius(24)
        self._shadow.setOffset(0, 6)
        self.setGraphicsEffect(self._shadow)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 5, 6, 5)
        self._row.setSpacing(2)
        self._offered: tuple[Codebook, str] | None = None
        self.hide()

    def offer(self, codebook: Codebook, piece_of: str) -> None:
        """One button a label; “Add piece” where an annotation is picked that the selection could join."""
        if self._offered == (codebook, piece_of):
            return
        self._offered = (codebook, piece_of)
        for button in self._buttons():
            self._row.removeWidget(button)
            button.deleteLater()
        for label in codebook.labels[:_MOST_LABELS]:
            button = CardButton(label.title, label.key, label)
            button.clicked.connect(lambda _=False, name=label.name: self.labelChosen.emit(name))
            self._row.addWidget(button)
        if piece_of:
            piece = CardButton(f"Add to {piece_of}", "+")
            piece.setToolTip("Make the selection a further piece of the selected annotation")
            piece.clicked.connect(lambda _=False: self.pieceChosen.emit())
            self._row.addWidget(piece)
        if len(codebook.labels) > _MOST_LABELS:
            more = CardButton("More…", "")
            more.clicked.connect(lambda: self.moreAsked.emit(self.mapToGlobal(self.rect().bottomLeft())))
            self._row.addWidget(more)

    def show_beside(self, selection: QRect, room: QRect) -> None:
        """Below the selection, above it where there is no room below, never on it while it fits elsewhere."""
        self._shadow.setColor(QColor(0, 0, 0, 130 if theme.current().dark else 55))
        self.adjustSize()
        size = self.sizeHint()
        x = selection.center().x() - size.width() // 2
        x = max(room.left() + 8, min(x, room.right() - size.width() - 8))
        below, above = selection.bottom() + _DISTANCE, selection.top() - _DISTANCE - size.height()
        lowest = room.bottom() - size.height() - 8
        y = below if below <= lowest else above
        self.setGeometry(x, max(room.top() + 8, min(y, lowest)), size.width(), size.height())
        self.show()
        self.raise_()

    def focus_first(self) -> None:
        self._buttons()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from button to button; Enter presses one; the rest is the view's."""
        buttons = self._buttons()
        here = next((number for number, one in enumerate(buttons) if one.hasFocus()), 0)
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Right | Qt.Key.Key_Left:
                step = 1 if event.key() == Qt.Key.Key_Right else -1
                buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                buttons[here].click()
            case _:
                self.keyGiven.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus_first()

    def _buttons(self) -> list[CardButton]:
        items = (self._row.itemAt(number) for number in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, CardButton)]
