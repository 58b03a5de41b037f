"""For any text and any overlapping spans: every highlight lies exactly under its characters."""

import pytest
import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from desktop.views.block_marks import LANES, in_lanes
from desktop.views.page import Page
from desktop.views.reading import Reading
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, Span

ONE_WAY = (
    "The", "Ministry", "of", "pro-EU", "£225m,", "O'Neill's", "😀", "👩\u200d👩\u200d👧", "🇬🇧🇺🇦",
    "e\u0301\u0323", "fi", "ffl", "x\u00a0y", "𝒳𝒴", "漢字かな", "42", "(12)", "ด้วย", "channel",
)  # fmt: skip
BOTH_WAYS = (*ONE_WAY, "سلام", "بالعالم", "שלום", "\u200fa\u200e")
TABBED = (*ONE_WAY, "\t")
"""Not in lines of both directions, nor in broken ones: there Qt, which is compared with, paints a selection
elsewhere than the text."""


def texts(words: tuple[str, ...], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(words), min_size=1, max_size=most).map(" ".join)


TEXTS = st.one_of(texts(BOTH_WAYS, 28), texts(TABBED, 4))
KINDS = st.sampled_from([BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CAPTION])
ARTICLES = st.lists(st.tuples(KINDS, TEXTS), min_size=1, max_size=3).map(Article.of)
LABELS = ("quote", "pledge", "actor", "location")


@st.composite
def marked_articles(draw: st.DrawFn) -> AnnotatedArticle:
    """Up to nine spans, from character to character as a reader sees them, also across paragraphs."""
    article = draw(ARTICLES)
    edges = [0, *(match.end() for match in regex.finditer(r"\X", article.text))]
    pairs = st.lists(st.sampled_from(edges), min_size=2, max_size=2, unique=True).map(sorted)
    spans = [Span(*pair) for pair in draw(st.lists(pairs, min_size=1, max_size=9))]
    annotations = [Annotation(f"x{n}", LABELS[n % 4], (span,)) for n, span in enumerate(spans, 1)]
    return AnnotatedArticle(article, annotations=annotations)


def page_of(doc: AnnotatedArticle, parent: QObject) -> Page:
    page = Page(doc, Reading(), "label", parent)
    page.document.setTextWidth(420)
    page.make_room(40)
    return page


def coloured_by_qt(page: Page, index: int, start: int, end: int) -> list[set[int]]:
    """The columns of pixels, line by line, that Qt colours behind these characters when they are selected."""
    block, offsets = page.document.findBlockByNumber(index), page.geometry.offsets
    marked = QTextLayout.FormatRange()
    marked.start = offsets.to_units(start) - block.position()
    marked.length = offsets.to_units(end) - offsets.to_units(start)
    marked.format = QTextCharFormat()
    marked.format.setBackground(QColor("red"))
    marked.format.setForeground(QColor(0, 0, 0, 0))
    layout = block.layout()
    image = QImage(700, round(layout.boundingRect().height()) + 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        painter.setPen(QColor(0, 0, 0, 0))
        layout.draw(painter, QPointF(0, 20) - layout.position(), [marked])
    red = QColor("red").rgb()
    rows = [
        round(20 + line.y() + line.ascent()) - 3 for line in map(layout.lineAt, range(layout.lineCount()))
    ]
    return [{x for x in range(image.width()) if image.pixel(x, y) == red} for y in rows]


def columns(rects: list[QRectF], left: float) -> set[int]:
    return {x for rect in rects for x in range(round(rect.left() - left), round(rect.right() - left))}


def edges_of(found: set[int]) -> set[int]:
    return {x for x in found if x - 1 not in found or x + 1 not in found}


def the_same(ours: set[int], qts: set[int]) -> bool:
    """Up to the one pixel by which an edge may be rounded the other way."""
    near = {x + step for x in edges_of(ours) | edges_of(qts) for step in (-1, 0, 1)}
    return (ours ^ qts) <= near


def without_line_end(page: Page, index: int, span: Span) -> list[tuple[int, int]]:
    """The part of a span in each line of a block, less the space at the line's end, which is not shown."""
    block, text = page.doc.article.blocks[index], page.doc.article.text
    lines = page.geometry.lines(index)
    parts = []
    for number in range(len(lines.lines)):
        line = lines.stretch(number)
        shown = line.start + len(text[line.start : min(line.end, block.end)].rstrip())
        parts.append((max(span.start, line.start), min(span.end, shown)))
    return parts


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_articles())
def test_every_highlight_lies_exactly_under_its_characters(themed, doc):
    parent = QObject()
    page = page_of(doc, parent)
    for index in range(len(doc.article.blocks)):
        left = page.geometry.block_rect(index).left()
        tops = [line.top for line in page.geometry.lines(index).lines]
        for one in doc.markup.values():
            rects = page.highlights.rects_in(index, one.id)
            for number, (start, end) in enumerate(without_line_end(page, index, one.spans[0])):
                ours = columns([rect for rect in rects if rect.top() == tops[number]], left)
                qts = coloured_by_qt(page, index, start, end)[number] if start < end else set()
                assert the_same(ours, qts), (doc.article.text, start, end, sorted(ours ^ qts))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(marked_articles())
def test_fills_cover_what_is_marked_and_every_annotation_has_a_line_or_is_counted(themed, doc):
    parent = QObject()
    page = page_of(doc, parent)
    for index in range(len(doc.article.blocks)):
        lines, pieces = page.highlights.marks_of(index), page.index.in_block(index)
        lanes = {piece.id: lane for piece, lane in in_lanes(pieces)}
        for number, line in enumerate(lines):
            top = page.geometry.lines(index).lines[number].top
            painted = {key: _in_line(page, index, key, top) for key in lanes}
            fills = [rect for _, rect in line.fills]
            assert the_same(
                columns(fills, 0), columns([rect for rects in painted.values() for rect in rects], 0)
            )
            lined = [rect for key, rects in painted.items() if lanes[key] < LANES for rect in rects]
            assert sorted(_corners(under.rect for under in line.underlines)) == sorted(_corners(lined))
            hidden = {key for key in painted if lanes[key] == LANES and painted[key]}
            assert sum(count.number for count in line.deeper) >= len(hidden)


def ink(page: Page, index: int, number: int) -> set[int]:
    """The columns of pixels that the letters of a line stand in."""
    layout = page.document.findBlockByNumber(index).layout()
    image = QImage(700, round(layout.boundingRect().height()) + 60, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as painter:
        layout.draw(painter, QPointF(0, 20) - layout.position())
    line, white = layout.lineAt(number), QColor("white").rgb()
    rows = range(round(20 + line.y()), round(20 + line.y() + line.height()))
    return {x for x in range(image.width()) if any(image.pixel(x, y) != white for y in rows)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts(tuple(word for word in TABBED if max(word) <= "\uffff"), 28))  # else Qt sets them past the edge
def test_after_tabs_of_broken_lines_words_stand_where_they_are_marked(themed, text):
    parent, article = QObject(), Article.of([(BlockKind.PARAGRAPH, text)])
    page = page_of(AnnotatedArticle(article), parent)
    left = page.geometry.block_rect(0).left()
    for number in range(len(page.geometry.lines(0).lines)):
        span = page.geometry.lines(0).stretch(number)
        words = [
            match.span() for match in regex.finditer(r"\S+", article.text, pos=span.start, endpos=span.end)
        ]
        marked = [columns(page.geometry.rects_in(0, *word), left) for word in words]
        inked = ink(page, 0, number)
        overhanging = {x + step for one in marked for x in edges_of(one) for step in range(-3, 4)}
        assert inked <= set().union(*marked, overhanging)
        assert all(one & inked for one in marked), article.text


def _in_line(page: Page, index: int, key: str, top: float) -> list[QRectF]:
    return [rect for rect in page.highlights.rects_in(index, key) if rect.top() == top]


def _corners(rects) -> list[tuple[float, float, float]]:
    return [(rect.left(), rect.top(), rect.right()) for rect in rects]


def test_part_of_a_ligature_in_a_line_of_both_directions_is_marked_alone(themed):
    text = "The بالعالم ffl"
    article, parent = Article.of([(BlockKind.PARAGRAPH, text)]), QObject()
    page = page_of(AnnotatedArticle(article), parent)
    parts = [page.geometry.rects_in(0, at, at + 1) for at in range(12, 15)]
    assert [rect.left() for rects in parts[1:] for rect in rects] == [
        rect.right() for rects in parts[:-1] for rect in rects
    ]
    for start, end in ((12, 13), (12, 14), (12, 15)):
        ours = columns(page.geometry.rects_in(0, start, end), page.geometry.block_rect(0).left())
        assert the_same(ours, coloured_by_qt(page, 0, start, end)[0])


@pytest.mark.parametrize(
    "text", ["ab 😀 שלום e\u0301 cd", "سلام 42 abc", "a\tb 漢字 e\u0301x 👩\u200d👩\u200d👧!"]
)
def test_pixels_change_under_the_marked_characters_and_nowhere_else(themed, text):
    article = Article.of([(BlockKind.PARAGRAPH, text)])
    edges = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    parent = QObject()
    for start, end in zip(edges[1:-4:2], edges[4::2], strict=False):
        doc = AnnotatedArticle(article, annotations=[Annotation("a1", "actor", (Span(start, end),))])
        page = page_of(doc, parent)
        image = QImage(500, 120, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        with QPainter(image) as painter:
            page.highlights.paint(painter, range(1), 0, 120, "")
        rects = page.geometry.rects(Span(start, end))
        y = round(rects[0].center().y())
        white = QColor("white").rgb()
        changed = {x for x in range(500) if image.pixel(x, y) != white}
        assert changed
        assert the_same(changed, columns(rects, 0))
