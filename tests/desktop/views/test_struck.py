"""Struck paragraphs: seen to be struck, and brought back with one click where the button says so."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from desktop import theme
from desktop.views.article_view import ArticleView
from desktop.views.struck import StruckBlocks
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, Span

LINES = [
    "The quay of Northmouth is open to ships of every size from today, the harbour office says.",
    "Share this story",
    "Follow us",
    "Nobody had expected it before the spring.",
    "Read more of our coverage of harbours, ferries, lighthouses and everything else that is wet and salty.",
]


@pytest.fixture
def doc() -> AnnotatedArticle:
    return AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, line) for line in LINES))


@pytest.fixture
def view(themed, qtbot, doc) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_article(doc)
    qtbot.wait(20)
    return view


def strike(view: ArticleView, doc: AnnotatedArticle, *blocks: int) -> None:
    change = changes.strike_out(doc, blocks)
    doc.apply(change)
    view.refresh(change)


def ink(view: ArticleView, block: int) -> int:
    """How dark the darkest pixel of a paragraph's first word is: 0 is as dark as the page."""
    text = view._text
    start = text.page.doc.article.blocks[block].start
    rect = text.to_viewport(text.page.geometry.rects_in(block, start, start + 5)[0]).toRect()
    picture = text.viewport().grab(rect).toImage()
    page = QColor(theme.current().page).lightness()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return max(abs(page - picture.pixelColor(*place).lightness()) for place in places)


def test_the_words_step_back_and_come_back(view, doc):
    before = ink(view, 3)
    strike(view, doc, 3)
    assert ink(view, 3) < before
    change = changes.bring_back(doc, [3])
    doc.apply(change)
    view.refresh(change)
    assert ink(view, 3) == before


@pytest.mark.parametrize(("struck", "run"), [((1, 2), range(1, 3)), ((1,), range(1, 2)), ((4,), range(4, 5))])
def test_one_click_asks_for_all_paragraphs_of_the_run(view, doc, listen, struck, run):
    strike(view, doc, *struck)
    place = view._text.to_viewport(view.findChild(StruckBlocks)._button(view._text.page, run)).center()
    with listen(view.restoreRequested) as asked:
        QTest.mouseClick(view._text.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert asked == [(tuple(run),)]


def test_the_button_is_in_sight_even_after_a_full_line(view, doc):
    strike(view, doc, 4)
    place = view._text.to_viewport(view.findChild(StruckBlocks)._button(view._text.page, range(4, 5)))
    assert view._text.viewport().rect().toRectF().contains(place)


def test_a_click_elsewhere_in_a_struck_paragraph_only_puts_the_caret_there(view, doc, listen):
    strike(view, doc, 0)
    start = view._text.page.geometry.rects_in(0, 4, 5)[0].center()
    with listen(view.restoreRequested) as asked:
        place = view._text.to_viewport(QRectF(start, start)).topLeft().toPoint()
        QTest.mouseClick(view._text.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == []


def test_what_is_meant_is_what_is_selected_or_where_the_caret_is(view, doc):
    blocks = doc.article.blocks
    view._text.put_caret(blocks[2].start + 1)
    assert view.blocks_meant() == range(2, 3)
    view.select(Span(blocks[1].start, blocks[3].start + 6))
    assert view.blocks_meant() == range(1, 4)
