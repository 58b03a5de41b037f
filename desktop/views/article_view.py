"""The article view: reading, selecting, labelling. It emits what is asked for and changes nothing itself."""

import html
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.article_keys import UNITS, Gesture, KeyTable, grown, moved_end
from desktop.views.article_text import ArticleText
from desktop.views.chip_words import full_words
from desktop.views.ends import Ends
from desktop.views.label_offer import LabelOffer
from desktop.views.link_drag import LinkDrag
from desktop.views.page import Page
from desktop.views.page_head import PageHead
from desktop.views.picking import Picking
from desktop.views.typesetting import Measures
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord, Span
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.markup import Change


class ArticleView(QWidget):
    """One article at a time. `pick` and `select` are for the window and emit no `annotationPicked`."""

    annotateRequested = Signal(str, object)
    selectionChanged = Signal(object)
    annotationPicked = Signal(str)
    pieceRequested = Signal(str, object)
    deleteRequested = Signal(str)
    sourceRequested = Signal()
    linkDropped = Signal(str, str)
    spansChanged = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self._places: WeakKeyDictionary[AnnotatedArticle, int] = WeakKeyDictionary()
        self._keys = KeyTable(STANDARD_CODEBOOK)
        self._selected: Span | None = None
        self._source: SourceRecord | None = None
        self._text = ArticleText()
        self._head = PageHead()
        self._text.set_head(self._head)
        self._ends, self._links = Ends(self._text), LinkDrag(self._text)
        self._text.tools = [self._ends, self._links]
        self._picking = Picking(self._text)
        self._offer = LabelOffer(self._text, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.setAccessibleName("Article view")
        self._wire()

    def _wire(self) -> None:
        text, offer = self._text, self._offer
        text.installEventFilter(self)
        text.hoverChanged.connect(self._hovered)
        text.selectionChanged.connect(self._selection_changed)
        offer.labelChosen.connect(self._label)
        offer.pieceChosen.connect(self._add_piece)
        offer.deleteChosen.connect(lambda: self._act(Gesture("delete")))
        offer.keyGiven.connect(self._handle_key)
        self._head.clicked.connect(self.sourceRequested)
        self._ends.changed.connect(self.spansChanged)
        self._links.pressed.connect(self._picking.by_hand)
        self._picking.picked.connect(self.annotationPicked)
        self._links.dropped.connect(self.linkDropped)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        """Brings an article up, where it was left."""
        self._remember_place()
        self._offer.hide()
        page = Page(doc, Measures.of_screen(), self._text) if doc else None
        self._show_head(page)
        self._text.show_page(page)
        self._selected = None
        if doc is not None:
            self._keys = KeyTable(doc.codebook)
            self._text.verticalScrollBar().setValue(self._places.get(doc, 0))

    def refresh(self, change: Change | None = None) -> None:
        """Takes over what a change has altered; without one, whatever is different."""
        page = self._text.page
        if page is None:
            return
        if page.needs_resetting():
            picked = page.picked
            self.show_article(page.doc)
            self.pick(picked, scroll=False)
            return
        touched = page.take_changes(change)
        if self._keys.codebook is not page.doc.codebook:
            self._keys = KeyTable(page.doc.codebook)
        if page.doc.source is not self._source:
            self._show_head(page)
            self._text.arrange()
        self._text.repaint_blocks(touched)

    def pick(self, key: str | None, scroll: bool = True) -> None:
        """Shows which annotation is the selected one; brings it into view where it is not."""
        self._picking.pick(key or "", scroll=scroll)

    def selected_span(self) -> Span | None:
        """The selection, in whole characters and without white space at its ends."""
        return self._text.selected_span()

    def select(self, span: Span) -> None:
        """Selects a span and brings it into view."""
        self._text.select(span)
        self._picking.bring_into_view(span)

    def clear_selection(self) -> None:
        self._text.clear_selection()

    def position(self) -> int:
        """The code point at which the topmost block in view begins."""
        page = self._text.page
        if page is None or not page.doc.article.blocks:
            return 0
        return page.doc.article.blocks[self._text.blocks_seen().start].start

    def restore_position(self, position: int) -> None:
        """Brings that block to the top of the view."""
        page = self._text.page
        if page is not None:
            index = page.doc.article.block_index_at(position)
            self._text.verticalScrollBar().setValue(
                round(page.geometry.block_rect(index).top()) if index else 0
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the text come here first; single letters must not be taken by shortcuts of the window."""
        if isinstance(event, QKeyEvent):
            gesture = self._keys.gesture(event)
            if event.type() == QEvent.Type.ShortcutOverride and gesture and gesture.name != "leave":
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and gesture is not None:
                return self._act(gesture)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._text.arrange()

    def _handle_key(self, event: QKeyEvent) -> None:
        if gesture := self._keys.gesture(event):
            self._act(gesture)

    def _act(self, gesture: Gesture) -> bool:
        """Does what a key asks for; False where the key should go on to Qt."""
        page = self._text.page
        if page is None:
            return False
        match gesture.name:
            case "label":
                self._label(gesture.text)
            case "unit":
                self._select_unit(page, gesture.text)
            case "walk":
                return self._walk(gesture)
            case "pick":
                self._picking.at_caret()
            case "piece":
                self._add_piece()
            case "end":
                self._move_end(page, gesture)
            case "delete":
                self._ask_to_delete(page)
            case "leave":
                return self._leave()
        return True

    def _move_end(self, page: Page, gesture: Gesture) -> None:
        old = page.picked_spans()
        if old and (new := moved_end(page.doc.article, old, gesture)) != old:
            self.spansChanged.emit(page.picked, new)

    def _ask_to_delete(self, page: Page) -> None:
        if page.picked:
            self.deleteRequested.emit(page.picked)

    def _label(self, name: str) -> None:
        if span := self.selected_span():
            self._text.setFocus()
            self.annotateRequested.emit(name, (span,))
            self.clear_selection()

    def _add_piece(self) -> None:
        page, span = self._text.page, self.selected_span()
        if page is not None and span and page.picked:
            self._text.setFocus()
            self.pieceRequested.emit(page.picked, span)
            self.clear_selection()

    def _select_unit(self, page: Page, letter: str) -> None:
        span = grown(page.doc.article, UNITS[letter], self._text.caret(), self.selected_span())
        if span:
            self.select(span)

    def _walk(self, gesture: Gesture) -> bool:
        """Tab goes on to the card where there is one, and past the last annotation out of the view."""
        if gesture.text == "tab" and self._offer.visible:
            self._offer.focus_first()
            return True
        return self._picking.walk(forward=gesture.forward) or gesture.text != "tab"

    def _leave(self) -> bool:
        """Escape takes back one thing at a time: what is dragged, the card, the selection, the pick."""
        if self._text.cancel_tool():
            return True
        if self._offer.visible:
            self._offer.leave()
        elif self._text.textCursor().hasSelection():
            self.clear_selection()
        elif self._text.page and self._text.page.picked:
            self._picking.by_hand("")
        else:
            return False
        return True

    def _selection_changed(self) -> None:
        span = self.selected_span()
        if span != self._selected:
            self._selected = span
            self.selectionChanged.emit(span)
        self._text.viewport().update()

    def _hovered(self, key: str) -> None:
        """Tells more of what the mouse is on; all text in a tooltip is escaped."""
        page = self._text.page
        words = full_words(page.doc, key) if page and key in page.doc.markup else ""
        lines = "<br>".join(html.escape(line) for line in words.splitlines())
        self._text.viewport().setToolTip(f"<p>{lines}</p>" if lines else "")

    def _show_head(self, page: Page | None) -> None:
        self._head.setVisible(page is not None)
        if page is not None:
            self._source = page.doc.source
            self._head.show_source(page.doc.source, headline_in_text=page.headline_in_text)

    def _remember_place(self) -> None:
        if self._text.page is not None:
            self._places[self._text.page.doc] = self._text.verticalScrollBar().value()
