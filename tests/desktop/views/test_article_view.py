"""What the view asks for and shows, and what it never does by itself."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.views.label_popup import CardButton
from desktop.views.page_head import PageHead
from pressmark.annotation import Annotation
from pressmark.markup import Change, Edit

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


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
