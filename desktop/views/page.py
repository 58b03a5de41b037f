"""One article as the view holds it: set text, the index of its pieces, highlights and margin on top."""

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QTextDocument, QTextFrameFormat

from desktop import theme
from desktop.views.colouring import COLOURINGS
from desktop.views.highlights import Highlights
from desktop.views.margin import Margin
from desktop.views.piece_index import PieceIndex
from desktop.views.reading import Reading
from desktop.views.text_geometry import TextGeometry
from desktop.views.typesetting import Measures, headline_index, typeset
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.entities import Entity
from pressmark.filing import Filing
from pressmark.labels import Codebook
from pressmark.markup import Change

_FADED = 0.66
"""How much of a paragraph is lost in focus mode."""

_CLOSE_BY = 2
"""Paragraphs between an annotation and words that may be a further piece of it."""

_FOOT = 160
"""Free space below the last line, so that it can be read in the middle of the view."""


class Page:
    """Lives as long as its article is shown.

    `picked` and `hovered` are ids, "" for none; `picked_last` stays when the analyst clicks elsewhere.
    """

    def __init__(self, doc: AnnotatedArticle, reading: Reading, colouring: str, parent: QObject) -> None:
        self.doc = doc
        self.reading = reading
        self.measures = measures = Measures.of_screen(reading)
        headline = headline_index(doc.article, doc.source.headline)
        self.document = QTextDocument(parent)
        typeset(self.document, doc.article, measures, headline)
        self.geometry = TextGeometry(self.document, doc.article, measures, headline)
        self.index = PieceIndex(doc.article)
        self.index.update(doc.markup)
        self.colouring = COLOURINGS[colouring][1](doc)
        self.highlights = Highlights(self.geometry, self.index, doc, self.colouring)
        self.margin = Margin(self.geometry, self.index, doc, self.colouring)
        self.margin.numbered, self.margin.noted = reading.numbers, reading.notes
        self.picked = self.picked_last = ""
        self.hovered = ""

    @property
    def headline_in_text(self) -> bool:
        """True when the text itself begins with the headline, set as one."""
        return self.geometry.headline >= 0

    def to_extend(self, span: Span) -> str:
        """Which annotation a span may be a further piece of: the picked one, or the last one close by."""
        one = self.doc.markup.get(self.picked or self.picked_last)
        if one is None or not one.spans:
            return ""
        block_of = self.doc.article.block_index_at
        apart = max(block_of(one.start) - block_of(span.end), block_of(span.start) - block_of(one.end))
        return one.id if self.picked or apart <= _CLOSE_BY else ""

    def needs_resetting(self) -> bool:
        """True when another block is the headline now than the one that is set as it."""
        return headline_index(self.doc.article, self.doc.source.headline) != self.geometry.headline

    def take_changes(self, change: Change | None = None) -> set[int] | None:
        """Forgets what was painted of what a change names, of anything that is different without one.

        Answers with the blocks that look different now, None for all of them.
        """
        if change is None or any(edit.kind in (Codebook, Entity) for edit in change.edits):
            self.index.update(self.doc.markup)
            touched = None
        else:
            keys = [edit.key for edit in change.edits if edit.kind is Annotation]
            touched = self.index.take(self.doc.markup, keys)
            tied = (one for key in keys for one in self.doc.markup.tied_to(key))  # chips tell its words
            touched |= {block for one in tied for block in self.index.blocks_of(one)}
            touched |= _struck_otherwise(change)
        self.highlights.drop(touched)
        lenders = self.margin.drop(touched)
        if self.picked not in self.doc.markup:
            self.picked = ""
        return None if touched is None else touched | lenders

    def colour_by(self, name: str) -> None:
        """Lets the colours say something else: a name of `COLOURINGS`."""
        self.colouring = COLOURINGS[name][1](self.doc)
        self.highlights.colouring = self.margin.colouring = self.colouring
        self.forget_places()

    def take_reading(self, reading: Reading) -> None:
        """Numbers and focus are shown otherwise; the text stands as it did."""
        self.reading = reading
        self.margin.numbered = reading.numbers
        if self.margin.noted != reading.notes:
            self.margin.noted = reading.notes
            self.margin.drop()

    def make_room(self, head: int) -> None:
        """Leaves this much space above the text, and the gutter beside it."""
        frame = QTextFrameFormat()
        frame.setTopMargin(head)
        frame.setBottomMargin(_FOOT)
        frame.setLeftMargin(self.measures.gutter)
        self.document.rootFrame().setFrameFormat(frame)
        self.forget_places()

    def forget_places(self) -> None:
        """The text was laid out anew."""
        self.geometry.forget()
        self.highlights.drop()
        self.margin.drop()

    def annotation_at(self, point: QPointF) -> list[str]:
        """Ids under a point of the document, the one that a click there means first."""
        if key := self.margin.at(point):
            return [key]
        block = self.geometry.block_at(point.y())
        return self.highlights.at(block, point.x(), point.y())

    def picked_spans(self) -> tuple[Span, ...]:
        return self.doc.markup[self.picked].spans if self.picked in self.doc.markup else ()

    def places_of_picked(self, blocks: range) -> list[QRectF]:
        """Where something in these blocks shows which annotation is picked."""
        places = [rect for span in self.picked_spans() for rect in self.rects_seen(span, blocks)]
        chip = self.margin.place_of(self.picked, blocks) if self.picked else None
        return [*places, chip] if chip else places

    def fade(self, painter: QPainter, blocks: range, caret: int, width: int) -> None:
        """Lets the page's colour lie over every block but the one with the caret."""
        current = self.doc.article.block_index_at(caret)
        veil = QColor(theme.current().page)
        veil.setAlphaF(_FADED)
        for index in blocks:
            if index != current:
                top, bottom = self.margin.reach(index)
                painter.fillRect(QRectF(0, top, width, bottom - top), veil)

    def rects_seen(self, span: Span, blocks: range) -> list[QRectF]:
        """The rectangles of a span, as far as it lies in these blocks."""
        found: list[QRectF] = []
        placed = self.doc.article.blocks
        for index in blocks:
            start, end = max(span.start, placed[index].start), min(span.end, placed[index].end)
            if start < end:
                found.extend(self.geometry.rects_in(index, start, end))
        return found


def _struck_otherwise(change: Change) -> set[int]:
    """The blocks that a change strikes out or brings back."""
    found: set[int] = set()
    for edit in change.edits:
        if isinstance(edit.before, Filing) and isinstance(edit.after, Filing):
            found |= {*edit.before.struck} ^ {*edit.after.struck}
    return found
