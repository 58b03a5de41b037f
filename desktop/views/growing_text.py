"""A box that is as high as what is written in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget


class GrowingText(QPlainTextEdit):
    """Between `least` and `most` lines high. `finished` says that the analyst has left it.

    Where `enter_finishes`, Enter does so too and Shift+Enter begins a line.
    """

    finished = Signal()

    def __init__(
        self, least: int = 1, most: int = 6, *, enter_finishes: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self._enter_finishes = enter_finishes
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QPlainTextEdit { padding: 1px 4px; }")  # one line is as high as a line edit
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    @property
    def text(self) -> str:
        """What is written, character for character: `toPlainText` would take no-break spaces away."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def is_edited(self) -> bool:
        """True when the analyst has changed what was shown."""
        return self.document().isModified()

    def show_text(self, text: str) -> None:
        """Puts a text in; the same text leaves cursor and selection as they are."""
        if self.text != text:
            self.setPlainText(text)
        self.document().setModified(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if self._enter_finishes and plain_enter:
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not isinstance(QApplication.activePopupWidget(), QMenu):  # its own context menu
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), self._least), self._most)
        around = 2 * round(self.document().documentMargin()) + 4  # 4: padding and edge, above and below
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)
        more = self.document().size().height() > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if more else policy.ScrollBarAlwaysOff)
