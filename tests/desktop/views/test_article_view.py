"""What the view asks for and shows, and what it never does by itself."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop import theme
from desktop.views.label_popup import CardButton
from desktop.views.page_head import PageHead
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, Span
from pressmark.labels import ACTOR
from pressmark.markup import Change, Edit

LEFT = Qt.MouseButton.LeftButton


def test_a_headline_that_is_missing_is_asked_for_by_a_click(view, doc, listen):
    bare = replace(doc.source, headline="")
    doc.apply(Change("source", (Edit("", doc.source, bare),)))
    view.refresh()
    head = view.findChild(PageHead)
    assert "No headline" in head.findChildren(QLabel)[0].text()
    with listen(view.sourceRequested) as said:
        QTest.mouseClick(head, LEFT, pos=QPoint(20, 50))
    assert said == [()]


def test_changes_are_seen_after_a_refresh(view, doc, spot):
    page = view.focusProxy().page
    added = Annotation("l2", "location", (spot("Sand Reach"),))
    doc.apply(Change("label", (Edit("l2", None, added),)))
    view.refresh()
    assert page.highlights.rects_in(2, "l2") == page.geometry.rects(spot("Sand Reach"))
    doc.apply(Change("delete", (Edit("l2", added, None),)))
    view.pick("l2")
    view.refresh()
    assert page.highlights.rects_in(2, "l2") == []


def test_an_article_comes_back_where_it_was_left(view, doc):
    view.resize(860, 260)
    bar = view.focusProxy().verticalScrollBar()
    bar.setValue(150)
    view.show_article(None)
    assert view.selected_span() is None
    view.show_article(doc)
    assert bar.value() == 150
    view.restore_position(doc.article.blocks[2].start)
    assert view.position() in {block.start for block in doc.article.blocks[1:]}


def test_everything_has_a_name_for_screen_readers(view, spot, card):
    view.select(spot("Sand Reach"))
    view.focusProxy().settled.emit()
    named = [view, view.focusProxy(), card, *card.findChildren(CardButton)]
    assert all(one.accessibleName() for one in named)


@pytest.mark.parametrize("blocks", [[], [(BlockKind.PARAGRAPH, "")], [(BlockKind.PARAGRAPH, "a")] * 2])
def test_an_article_with_hardly_a_word_is_shown_and_worked_like_any_other(view, viewport, press, blocks):
    empty = AnnotatedArticle(Article.of(blocks))
    view.show_article(empty)
    view.grab()
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(80, 160))
    for key in (Qt.Key.Key_W, Qt.Key.Key_S, Qt.Key.Key_G, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Q):
        press(key)
    view.pick("q1")
    view.refresh()
    assert view.position() == 0
    assert not empty.markup


def test_annotations_that_begin_or_end_in_a_line_break_are_painted_where_they_have_words(view, doc):
    end = doc.article.blocks[0].end
    odd = (Span(end, end + 8), Span(end - 4, end + 1), Span(end, end + 1))
    edits = [Edit(f"q{n}", None, Annotation(f"q{n}", "quote", (one,))) for n, one in enumerate(odd, 5)]
    doc.apply(Change("odd", tuple(edits)))
    view.refresh()
    view.grab()
    page = view.focusProxy().page
    assert page.highlights.rects_in(0, "q5") == []
    assert page.highlights.rects_in(1, "q5") == page.geometry.rects(Span(end + 1, end + 8))
    assert page.highlights.rects_in(0, "q6") == page.geometry.rects(Span(end - 4, end))
    assert page.geometry.rects(odd[2]) == []


def test_the_scheme_changes_what_is_painted_at_once(view, themed, viewport, spot):
    text = view.focusProxy()
    place = text.to_viewport(text.page.geometry.rects(spot("Ministry"))[0]).topLeft().toPoint() + QPoint(2, 2)
    for scheme in ("light", "dark", "light"):
        theme.apply(themed, scheme)
        seen = viewport.grab().toImage().pixelColor(place)
        assert seen.name() == theme.label_colours(ACTOR)[0]
