"""An article to read: set, coloured, with hits and suggestions marked, at the place where it was left."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.article_text import ArticleText
from desktop.views.page import Page
from desktop.views.page_head import PageHead
from desktop.views.reading import Reading
from desktop.views.reading_place import ReadingPlace, bring_into_view, go_to, place_of, scroll_to
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import SourceRecord, Span
from pressmark.markup import Change


class ArticleReader(QWidget):
    """One article at a time.

    `hitChosen` carries the number of a hit gone to beside the scroll bar, `readingChanged` the `Reading` that
    Ctrl and the wheel have led to.
    """

    sourceRequested = Signal()
    hitChosen = Signal(int)
    readingChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleView")
        self._places: WeakKeyDictionary[AnnotatedArticle, ReadingPlace] = WeakKeyDictionary()
        self._source: SourceRecord | None = None
        self._reading, self._colouring = Reading(), "label"
        self._text = ArticleText()
        self._head = PageHead()
        self._text.set_head(self._head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._text)
        self.setFocusProxy(self._text)
        self.setAccessibleName("Article view")
        self._head.clicked.connect(self.sourceRequested)
        self._text.cursorPositionChanged.connect(self._caret_moved)
        self._text.zoomAsked.connect(self._zoom_by_wheel)
        self._text.ticks.chosen.connect(self._choose_hit)

    def show_article(self, doc: AnnotatedArticle | None) -> None:
        """Brings an article up, where it was left."""
        if self._text.page is not None:
            self._places[self._text.page.doc] = place_of(self._text)
        page = Page(doc, self._reading, self._colouring, self._text) if doc else None
        self._show_head(page)
        self._text.show_page(page)
        if doc is not None and (place := self._places.get(doc)):
            go_to(self._text, place)

    def refresh(self, change: Change | None = None) -> None:
        """Takes over what a change has altered; without one, whatever is different."""
        page = self._text.page
        if page is None:
            return
        if page.needs_resetting():
            self._set_anew(page)
            return
        touched = page.take_changes(change)
        if page.doc.source is not self._source:
            self._show_head(page)
            self._text.arrange()
        self._text.repaint_blocks(touched)

    def show_hits(self, spans: Sequence[Span], current: int = -1) -> None:
        """Marks the hits of a search, given in text order, and brings the current one into view."""
        text = self._text
        if text.page is None:
            return
        text.hits.current = current
        text.hits.show(spans)
        length = max(1, len(text.page.doc.article.text))
        text.ticks.show_places([span.start / length for span in text.hits.spans], current)
        if 0 <= current < len(spans):
            bring_into_view(text, text.hits.spans[current])
        text.viewport().update()

    def colour_by(self, name: str) -> None:
        """Lets colours tell labels, speakers or what is missing: a name of `colouring.COLOURINGS`."""
        self._colouring = name
        if self._text.page is not None:
            self._text.page.colour_by(name)
            self._text.viewport().update()

    def legend(self) -> tuple[tuple[str, str], ...]:
        """What is told by colours now, and in which swatch each."""
        return self._text.page.colouring.legend() if self._text.page else ()

    @property
    def reading(self) -> Reading:
        """Size, measure, face, numbers and focus that the text is shown with."""
        return self._reading

    def set_reading(self, reading: Reading) -> None:
        """Shows the text otherwise and keeps the place in it."""
        before, self._reading = self._reading, reading
        page = self._text.page
        if page is None or reading == before:
            return
        if reading.sets_alike(before):
            page.take_reading(reading)
            self._text.viewport().update()
        else:
            self._set_anew(page)

    def set_zoom(self, zoom: float) -> None:
        """1 is the size that the page is designed for."""
        self.set_reading(self._reading.zoomed(zoom))

    def zoom_by(self, steps: int) -> None:
        """Larger, or smaller where negative."""
        self.set_reading(self._reading.zoomed_by(steps))

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
            scroll_to(self._text, page.geometry.block_rect(index).top() if index else 0)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._text.arrange()

    def _set_anew(self, page: Page) -> None:
        """Sets the same article again; what is selected, picked and marked in it stays so."""
        text = self._text
        picked, selected, caret = page.picked, text.raw_selection(), text.caret()
        hits = text.hits.spans
        place = place_of(text)
        self.show_article(page.doc)
        assert text.page is not None
        text.page.picked = picked if picked in page.doc.markup else ""
        if hits:
            self.show_hits(hits, text.hits.current)
        if selected:
            text.select(selected)
        else:
            text.put_caret(caret)
        go_to(text, place)

    def _caret_moved(self) -> None:
        if self._reading.focus:
            self._text.viewport().update()

    def _zoom_by_wheel(self, steps: int) -> None:
        self.zoom_by(steps)
        self.readingChanged.emit(self._reading)

    def _choose_hit(self, number: int) -> None:
        self.show_hits(self._text.hits.spans, number)
        self.hitChosen.emit(number)

    def _show_head(self, page: Page | None) -> None:
        self._head.setVisible(page is not None)
        if page is not None:
            self._source = page.doc.source
            self._head.show_source(page.doc.source, page.measures, headline_in_text=page.headline_in_text)
