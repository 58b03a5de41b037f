import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton

from desktop import theme
from desktop.views.annotation_head import AnnotationHead
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, TextQuote
from pressmark.labels import PLEDGE, QUOTE


@pytest.fixture
def head(themed, qtbot, doc) -> AnnotationHead:
    """The quote of two pieces."""
    head = AnnotationHead(doc.codebook)
    qtbot.addWidget(head)
    head.resize(320, 160)
    head.show_annotation(doc, QUOTE, doc.markup["q1"])
    head.show()
    return head


def words_in(head: AnnotationHead) -> list[str]:
    return [label.text() for label in head.findChildren(QLabel) if label.isVisible()]


def test_it_shows_the_exact_words_of_every_piece_and_the_id(head):
    assert words_in(head) == ["q1", "“We said we would not leave the fleet outside,”", "“This is the date.”"]


def test_each_of_several_pieces_can_be_taken_away(head, doc, listen):
    crosses = head.findChildren(QToolButton)
    with listen(head.pieceRemoved) as removed:
        QTest.mouseClick(crosses[1], Qt.MouseButton.LeftButton)
    assert removed == [(doc.markup["q1"].spans[1],)]


def test_the_only_piece_cannot_be_taken_away(head, doc):
    head.show_annotation(doc, PLEDGE, doc.markup["p1"])
    assert [one for one in head.findChildren(QToolButton) if one.isVisible()] == []


def test_a_refresh_keeps_the_cross_that_has_the_focus(head, doc):
    before = head.stops()
    head.show_annotation(doc, QUOTE, doc.markup["q1"])
    assert head.stops() == before


def test_another_label_is_asked_for_by_its_name(head, listen):
    with listen(head.relabelRequested) as asked:
        QTest.keyClick(head.findChild(QComboBox), Qt.Key.Key_A)
    assert asked == [("actor",)]


def test_words_that_are_not_in_the_text_any_more_are_shown_as_such(head, doc, qtbot):
    lost = Annotation("q9", "quote", (), lost=(TextQuote("“Gone.”", "", ""),))
    head.show_annotation(AnnotatedArticle(doc.article, annotations=(lost,)), QUOTE, lost)
    said = ["q9", "“Gone.”\n(these words are not in the text any more)"]
    qtbot.waitUntil(lambda: words_in(head) == said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_line_beside_the_words_has_the_ink_of_the_label_in_either_scheme(head, themed, scheme):
    theme.apply(themed, scheme)
    bar = head.findChildren(QLabel)[1].parentWidget().parentWidget()
    assert bar.grab().toImage().pixelColor(1, 4) == QColor(theme.label_colours(QUOTE)[1])
