"""Highlights lie exactly under their characters: compared with what Qt paints behind selected text."""

import random

import pytest
import regex
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QTextCharFormat, QTextLayout

from desktop.views.article_view import ArticleView
from desktop.views.page import Page
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, Span

TEXTS = (
    "The Ministry 😀 has pledged €42m to deepen سلام بالعالم the channel (at 25) of 漢字かな by the end.",
    "next שלום e\u0301 block\tand tab, office fi\tשבת (12) ffl, then more words to fill a second line",
    "قال الوزير إن الحكومة ستدفع 42 مليون يورو before the end في مارس لتعميق القناة وقال أيضا إن العمل سيبدأ",
    "👩\u200d👩\u200d👧 and 🇬🇧 flags e\u0301\u0323 🇬🇧🇺🇦 x\u00a0y 𝒳𝒴 \u200fa\u200e ﷺ ก็ ด้วย",
    "",
    "A heading with fi and سلام",
    "a list item, שלום, long enough to be broken at the end of its first line and go on in the second one",
)
KINDS = (*[BlockKind.PARAGRAPH] * 5, BlockKind.HEADING, BlockKind.LIST_ITEM)
LABELS = ("quote", "pledge", "actor", "location")


def edges(text: str, start: int, end: int) -> list[int]:
    return [start, *(match.end() for match in regex.finditer(r"\X", text, pos=start, endpos=end))]


def random_spans(article: Article, seed: int) -> list[Span]:
    chance = random.Random(seed)
    found = []
    while len(found) < 40:
        block = chance.choice(article.blocks)
        places = edges(article.text, block.start, block.end)
        if len(places) > 2:
            start, end = sorted(chance.sample(places, 2))
            if not article.text[end - 1].isspace() and not article.text[start].isspace():
                found.append(Span(start, end))
    return found


def painted_by_qt(page: Page, index: int, span: Span) -> list[list[tuple[int, int]]]:
    """For each line, the stretches of pixels that Qt colours behind selected characters."""
    block = page.document.findBlockByNumber(index)
    layout, offsets = block.layout(), page.geometry.offsets
    marked = QTextLayout.FormatRange()
    marked.start = offsets.to_units(span.start) - block.position()
    marked.length = offsets.to_units(span.end) - offsets.to_units(span.start)
    marked.format = QTextCharFormat()
    marked.format.setBackground(QColor("red"))
    marked.format.setForeground(QColor(0, 0, 0, 0))
    height = round(layout.boundingRect().height()) + 60
    image = QImage(1000, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor(0, 0, 0, 0))
    layout.draw(painter, QPointF(0, 20) - layout.position(), [marked])
    painter.end()
    lines = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        y = round(20 + line.y() + line.ascent()) - 3
        lines.append(stretches([image.pixelColor(x, y) == QColor("red") for x in range(image.width())]))
    return [line for line in lines if line]


def stretches(marks: list[bool]) -> list[tuple[int, int]]:
    starts = [x for x, mark in enumerate(marks) if mark and not (x and marks[x - 1])]
    ends = [x + 1 for x, mark in enumerate(marks) if mark and not marks[x + 1]]
    return list(zip(starts, ends, strict=True))


def placed_by_us(page: Page, index: int, span: Span) -> list[list[tuple[float, float]]]:
    left = page.geometry.block_rect(index).left()
    lines: dict[float, list[tuple[float, float]]] = {}
    for rect in page.geometry.rects(span):
        lines.setdefault(rect.top(), []).append((rect.left() - left, rect.right() - left))
    return [sorted(lines[top]) for top in sorted(lines)]


@pytest.fixture
def mixed() -> Article:
    return Article.of(zip(KINDS, TEXTS, strict=True))


@pytest.fixture
def shown(themed, qtbot, mixed) -> ArticleView:
    spans = random_spans(mixed, 0)
    annotations = [Annotation(f"x{n}", LABELS[n % 4], (span,)) for n, span in enumerate(spans)]
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 900)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(AnnotatedArticle(mixed, annotations=annotations))
    return view


@pytest.mark.parametrize("seed", range(6))
def test_rectangles_are_those_qt_paints_behind_the_same_characters(shown, mixed, seed):
    page = shown.focusProxy().page
    for span in random_spans(mixed, seed):
        if mixed.words_at(span) == "f":  # amid “ffl” Qt paints less than the letter
            continue
        index = mixed.block_index_at(span.start)
        ours, qts = placed_by_us(page, index, span), painted_by_qt(page, index, span)
        assert len(ours) == len(qts), mixed.words_at(span)
        for our_line, qt_line in zip(ours, qts, strict=True):
            assert len(our_line) == len(qt_line), mixed.words_at(span)
            for ours_x, qts_x in zip(our_line, qt_line, strict=True):
                assert ours_x == pytest.approx(qts_x, abs=1.01), mixed.words_at(span)


def test_every_highlight_is_the_rectangles_of_its_span_and_fills_leave_no_gap(shown, mixed):
    page = shown.focusProxy().page
    for one in page.doc.markup.values():
        index = mixed.block_index_at(one.start)
        rects = page.geometry.rects(one.spans[0])
        assert page.highlights.rects_in(index, one.id) == rects
        fills = [fill for line in page.highlights.marks_of(index) for _, fill in line.fills]
        for rect in rects:
            covered = sum(fill.intersected(rect).width() for fill in fills if fill.intersects(rect))
            assert covered == pytest.approx(rect.width(), abs=0.5)


def test_the_screen_shows_a_fill_behind_every_marked_character_and_nowhere_else(themed, qtbot):
    article = Article.of([(BlockKind.PARAGRAPH, "ab 😀 שלום e\u0301 cd")])
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    with qtbot.waitExposed(view):
        view.show()
    bare, marked = (
        AnnotatedArticle(article, annotations=annotations)
        for annotations in ([], [Annotation("a1", "actor", (Span(3, 9),))])
    )
    pictures = []
    for doc in (bare, marked):
        view.show_article(doc)
        pictures.append(view.focusProxy().viewport().grab().toImage())
    text = view.focusProxy()
    rects = text.page.geometry.rects(Span(3, 9))
    top = text.to_viewport(rects[0]).top() + 2
    ratio = pictures[0].devicePixelRatio()
    changed = [
        pictures[0].pixelColor(round(x * ratio), round(top * ratio))
        != pictures[1].pixelColor(round(x * ratio), round(top * ratio))
        for x in range(600)
    ]
    spans = stretches([*changed, False])
    assert len(spans) == len(rects)
    for (start, end), rect in zip(spans, sorted(rects, key=lambda one: one.left()), strict=True):
        assert (start, end) == pytest.approx((rect.left(), rect.right()), abs=1.01)


def test_blocks_in_view_are_found_by_their_height(shown, mixed):
    geometry = shown.focusProxy().page.geometry
    for index in range(len(mixed.blocks)):
        rect = geometry.block_rect(index)
        assert geometry.block_at(rect.center().y()) == index
    assert geometry.blocks_between(0, 100_000) == range(len(mixed.blocks))


@pytest.mark.parametrize("seed", range(3))
def test_what_is_selected_is_the_span_and_its_exact_words(shown, mixed, seed):
    for span in random_spans(mixed, seed):
        shown.select(span)
        assert shown.selected_span() == span
        assert shown.focusProxy().createMimeDataFromSelection().text() == mixed.words_at(span)
