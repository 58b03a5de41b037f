"""The article view: reading, selecting, labelling. It emits what is asked for and changes nothing itself."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.views.article_reader import ArticleReader
from desktop.views.chip_words import full_words
from desktop.views.chooser import Chooser
from desktop.views.ends import Ends
from desktop.views.gesture_table import KeyTable
from desktop.views.gestures import Gestures
from desktop.views.label_offer import LabelOffer
from desktop.views.link_drag import LinkDrag
from desktop.views.picking import Picking
from desktop.views.struck import StruckBlocks
from desktop.views.ties import Ties
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Span
from pressmark.markup import Change

_CHOICE = 3
"""So many annotations at one place are listed to choose from; through fewer a click goes in turn."""


class ArticleView(ArticleReader):
    """An article to work on. `pick` and `select` are for the window and emit no `annotationPicked`."""

    annotateRequested = Signal(str, object)
    selectionChanged = Signal(object)
    annotationPicked = Signal(str)
    pieceRequested = Signal(str, object)
    deleteRequested = Signal(str)
    linkDropped = Signal(str, str)
    spansChanged = Signal(str, object)
    formAsked = Signal()
    restoreRequested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = self._text
        self._keys = KeyTable()
        self._selected: Span | None = None
        self._ends, self._links, self._ties = Ends(text), LinkDrag(text), Ties(text)
        self._struck = StruckBlocks(text)
        text.tools = [self._struck, self._ends, self._ties, self._links]
        self._picking = Picking(text)
        self._offer = LabelOffer(text, self)
        self._chooser = Chooser(self)
        self._gestures = Gestures(text, self._picking, self._offer, self._chooser)
        self._wire_text()
        self._wire_parts()

    def _wire_text(self) -> None:
        text, chooser = self._text, self._chooser
        text.installEventFilter(self)
        text.hoverChanged.connect(self._hovered)
        text.selectionChanged.connect(self._selection_changed)
        text.verticalScrollBar().valueChanged.connect(lambda _: chooser.hide())
        self._offer.keyGiven.connect(self._handle_key)
        chooser.chosen.connect(self._choose)
        chooser.left.connect(text.setFocus)

    def _wire_parts(self) -> None:
        picking, gestures = self._picking, self._gestures
        self._struck.restored.connect(self.restoreRequested)
        self._ends.changed.connect(self.spansChanged)
        self._links.pressed.connect(picking.by_hand)
        self._links.dropped.connect(self.linkDropped)
        self._ties.followed.connect(picking.by_hand)
        picking.picked.connect(self.annotationPicked)
        picking.met.connect(self._offer_choice)
        gestures.choiceAsked.connect(self._offer_choice)
        gestures.annotateRequested.connect(self.annotateRequested)
        gestures.pieceRequested.connect(self.pieceRequested)
        gestures.deleteRequested.connect(self.deleteRequested)
        gestures.spansChanged.connect(self.spansChanged)
        gestures.formAsked.connect(self.formAsked)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        """Brings an article up, where it was left."""
        self._offer.hide()
        self._chooser.hide()
        super().show_article(doc)
        self._selected = None
        if doc is not None:
            self._keys = replace(self._keys, codebook=doc.codebook)

    def take_keys(self, chosen: Mapping[str, str]) -> None:
        """The analyst gave gestures other keys, by name of their row."""
        self._keys = replace(self._keys, chosen=chosen)

    def refresh(self, change: Change | None = None) -> None:
        """Takes over what a change has altered; without one, whatever is different."""
        super().refresh(change)
        page = self._text.page
        self._chooser.hide()
        if page is not None and self._keys.codebook is not page.doc.codebook:
            self._keys = replace(self._keys, codebook=page.doc.codebook)
        if self._ties.keeps_to_view:
            self._text.viewport().update()

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

    def blocks_meant(self) -> range:
        """The paragraphs that are selected, or the one with the caret."""
        page, span = self._text.page, self._selected
        if page is None or not page.doc.article.blocks:
            return range(0)
        block_of = page.doc.article.block_index_at
        if span is None:
            return range(block_of(self._text.caret()), block_of(self._text.caret()) + 1)
        return range(block_of(span.start), block_of(span.end - 1) + 1)

    def clear_selection(self) -> None:
        self._text.clear_selection()

    def set_whole_words(self, wanted: bool) -> None:
        """Lets labels and dragged ends take whole words."""
        self._ends.whole_words = self._gestures.whole_words = wanted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the text come here first; single letters must not be taken by shortcuts of the window."""
        if isinstance(event, QKeyEvent):
            gesture = self._keys.gesture(event)
            if event.type() == QEvent.Type.ShortcutOverride and gesture and gesture.name != "leave":
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and gesture is not None:
                return self._gestures.act(gesture)
        return super().eventFilter(watched, event)

    def _handle_key(self, event: QKeyEvent) -> None:
        if gesture := self._keys.gesture(event):
            self._gestures.act(gesture)

    def _offer_choice(self, keys: list[str], point: QPointF, at_least: int = _CHOICE) -> None:
        """Lists what meets at a place of the document, below its line."""
        page = self._text.page
        if page is None or len(keys) < at_least:
            self._chooser.hide()
            return
        place = self._text.to_viewport(QRectF(point, point)).topLeft().toPoint()
        self._chooser.offer(page, keys, self._text.viewport().mapTo(self, place))

    def _choose(self, key: str) -> None:
        self._text.setFocus()
        self._chooser.hide()
        self._picking.by_hand(key)

    def _selection_changed(self) -> None:
        span = self.selected_span()
        if span != self._selected:
            self._selected = span
            self._chooser.hide()
            self.selectionChanged.emit(span)
        self._text.viewport().update()

    def _hovered(self, key: str) -> None:
        """Tells more of what the mouse is on; all text in a tooltip is escaped."""
        from html import escape  # with the names of all the signs that HTML has: not at the start

        page = self._text.page
        words = full_words(page.doc, key) if page and key in page.doc.markup else ""
        lines = "<br>".join(escape(line) for line in words.splitlines())
        self._text.viewport().setToolTip(f"<p>{lines}</p>" if lines else "")
