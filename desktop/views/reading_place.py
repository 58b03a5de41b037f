"""Where an analyst was reading: found again after the text is set anew, or another article was in front."""

from dataclasses import dataclass

from desktop.views.article_text import ArticleText
from pressmark.article import Span


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """The code point at the top of the view, and how far below the top its line begins, in pixels."""

    position: int
    offset: float


def place_of(text: ArticleText) -> ReadingPlace:
    """The first line that ends below the top of the view."""
    page, top = text.page, float(text.verticalScrollBar().value())
    if page is None or not page.doc.article.text:
        return ReadingPlace(0, -top)
    index = page.geometry.block_at(top)
    lines = page.geometry.lines(index)
    seen = (number for number, line in enumerate(lines.lines) if line.top + lines.height > top)
    number = next(seen, None)
    position = page.doc.article.blocks[index].end if number is None else lines.stretch(number).start
    return ReadingPlace(position, _height_of(text, position) - top)


def go_to(text: ArticleText, place: ReadingPlace) -> None:
    """Brings a place back to where it was in the view."""
    scroll_to(text, _height_of(text, place.position) - place.offset)


def scroll_to(text: ArticleText, height: float) -> None:
    """To a height that may not be laid out yet: the scroll bar would not go further than it knows."""
    bar = text.verticalScrollBar()
    if height > bar.maximum() and text.page is not None:
        text.page.geometry.block_at(height)
        bar.setMaximum(max(bar.maximum(), round(height)))
    bar.setValue(round(height))


def bring_into_view(text: ArticleText, span: Span) -> None:
    """Scrolls where the first line of a span is not in view, and leaves some room above it."""
    page = text.page
    if page is None:
        return
    top, height = text.verticalScrollBar().value(), text.viewport().height()
    rects = page.geometry.rects(Span(span.start, span.start + 1))
    if rects and not top <= rects[0].top() <= top + height - 2 * page.measures.pitch:
        scroll_to(text, rects[0].top() - height // 3)


def _height_of(text: ArticleText, position: int) -> float:
    """Where the line of a code point begins; of one between blocks, where the block before it ends."""
    page = text.page
    if page is None or not page.doc.article.text:
        return 0.0
    index = page.doc.article.block_index_at(position)
    block = page.doc.article.blocks[index]
    if position >= block.end:
        return page.geometry.block_rect(index).bottom()
    lines = page.geometry.lines(index)
    return lines.lines[lines.number_at(position)].top
