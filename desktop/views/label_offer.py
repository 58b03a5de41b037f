"""Offers the labels for a selection: the card beside it, and the context menu."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop.views.article_text import ArticleText
from desktop.views.label_popup import LabelPopup
from desktop.views.page import Page

_KEYBOARD_PAUSE = 350
"""Milliseconds without a key after which the card comes to a selection made by keyboard: it must not jump."""


class LabelOffer(QObject):
    """Shows itself when a selection has settled, and goes with it."""

    labelChosen = Signal(str)
    pieceChosen = Signal()
    deleteChosen = Signal()
    keyGiven = Signal(QKeyEvent)

    def __init__(self, text: ArticleText, view: QWidget) -> None:
        super().__init__(view)
        self._text = text
        self._view = view
        self._card = LabelPopup(view)
        self._pause = QTimer(self, singleShot=True, interval=_KEYBOARD_PAUSE)
        self._pause.timeout.connect(self.show)
        text.settled.connect(self.show)
        text.menuAsked.connect(self.open_menu)
        text.selectionChanged.connect(self._selection_changed)
        text.verticalScrollBar().valueChanged.connect(lambda _: self._place())
        self._card.labelChosen.connect(self.labelChosen)
        self._card.pieceChosen.connect(self.pieceChosen)
        self._card.moreAsked.connect(self.open_menu)
        self._card.left.connect(self.leave)
        self._card.keyGiven.connect(self.keyGiven)
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusObjectChanged.connect(self._focus_moved)

    @property
    def visible(self) -> bool:
        return self._card.isVisible()

    def show(self) -> None:
        """Beside what is selected, if anything is."""
        self._pause.stop()
        page, span = self._text.page, self._text.selected_span()
        if page is not None and span and self._text.hasFocus():
            self._card.offer(page.doc.codebook, page.to_extend(span))
            self._card.show()
            self._place()

    def hide(self) -> None:
        self._pause.stop()
        self._card.hide()

    def leave(self) -> None:
        """Away with the card, back to the text."""
        self._text.setFocus()
        self.hide()

    def focus_first(self) -> None:
        self._card.focus_first()

    def open_menu(self, place: QPoint) -> None:
        """Labels for the selection, a further piece, copying; deletion of what is picked."""
        page = self._text.page
        if page is None:
            return
        menu = QMenu(self._view)
        span, picked = self._text.selected_span(), page.picked
        if span:
            self._add_labels(menu, page, page.to_extend(span))
        if picked:
            menu.addAction(f"Delete {picked}\tDel").triggered.connect(self.deleteChosen)
        if not menu.actions():
            menu.addAction("Select words to label them").setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _add_labels(self, menu: QMenu, page: Page, piece_of: str) -> None:
        for label in page.doc.codebook.labels:
            action = menu.addAction(f"Label as {label.title.lower()}\t{label.key}")
            action.triggered.connect(lambda _=False, name=label.name: self.labelChosen.emit(name))
        menu.addSeparator()
        if piece_of:
            piece = menu.addAction(f"Add to {piece_of} as a further piece\t+")
            piece.triggered.connect(self.pieceChosen)
        menu.addAction("Copy text\tCtrl+C").triggered.connect(self._text.copy)

    def _selection_changed(self) -> None:
        if self._text.selected_span() is None:
            self.hide()
        elif QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._pause.start()

    def _place(self) -> None:
        """Beside the selection; out of sight while that is."""
        if self._pause.isActive() or not self._text.selected_span():
            return
        lines = self._selection_seen()
        if lines.isNull():
            self._card.hide()
        elif self._card.isVisible() or self._text.hasFocus():
            self._card.show_beside(lines, self._view.rect())

    def _selection_seen(self) -> QRect:
        """The selection's lines in view, in the view's pixels."""
        page, span = self._text.page, self._text.selected_span()
        seen = QRect()
        if page is not None and span is not None:
            for rect in page.rects_seen(span, self._text.blocks_seen()):
                seen = seen.united(self._text.to_viewport(rect).toAlignedRect())
        shown = seen & self._text.viewport().rect()
        return shown.translated(self._text.viewport().mapTo(self._view, QPoint(0, 0)))

    def _focus_moved(self, focused: QObject | None) -> None:
        """Away with the card when the analyst turns to another part of the window."""
        if (
            isinstance(focused, QWidget)
            and focused is not self._view
            and not self._view.isAncestorOf(focused)
        ):
            self.hide()
