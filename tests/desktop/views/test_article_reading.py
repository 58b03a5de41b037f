"""Hits, colours, zoom and focus: how an article is shown, without a change to it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.views.article_view import ArticleView
from desktop.views.colouring import COLOURINGS
from desktop.views.hits import Hits
from desktop.views.reading import LARGEST, SMALLEST, Reading
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Link
from pressmark.article import Article, BlockKind, Span
from pressmark.markup import Change, Edit
from pressmark.palette import SWATCHES

LONG = Article.of(
    (BlockKind.PARAGRAPH, f"Paragraph {number} of a long story about the port. " * 5) for number in range(80)
)
HITS = [Span(at, at + 4) for at in range(len(LONG.text)) if LONG.text.startswith("port", at)]


@pytest.fixture
def long_view(themed, qtbot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(AnnotatedArticle(LONG))
    return view


def colour_at(view: ArticleView, span: Span) -> str:
    """The colour behind the first character of a span."""
    text = view.focusProxy()
    rect = text.to_viewport(text.page.geometry.rects(span)[0])
    return text.viewport().grab().toImage().pixelColor(rect.topLeft().toPoint() + QPoint(3, 3)).name()


def test_hits_are_marked_and_the_current_one_is_in_view_and_stronger(long_view):
    page = theme.current().page
    long_view.show_hits(HITS, 200)
    text = long_view.focusProxy()
    seen = [number for number, _ in text.hits.seen_in(text.page, text.blocks_seen())]
    assert 200 in seen
    assert len(seen) < 80
    strong, usual = colour_at(long_view, HITS[200]), colour_at(long_view, HITS[201])
    assert len({strong, usual, page}) == 3
    long_view.show_hits(())
    assert colour_at(long_view, HITS[201]) == page


def test_a_click_beside_the_scroll_bar_goes_to_the_hit_that_lies_there(long_view, listen):
    long_view.show_hits(HITS, 0)
    ticks = long_view.focusProxy().ticks
    with listen(long_view.hitChosen) as said:
        QTest.mouseClick(ticks, Qt.MouseButton.LeftButton, pos=QPoint(3, round(ticks.height() * 0.75)))
    (number,) = said[0]
    assert HITS[number].start / len(LONG.text) == pytest.approx(0.75, abs=0.01)
    assert LONG.block_index_at(HITS[number].start) in long_view.focusProxy().blocks_seen()


def test_hits_go_with_their_article(long_view, doc):
    long_view.show_hits(HITS, 3)
    long_view.show_article(doc)
    assert long_view.focusProxy().hits.spans == ()


def test_of_all_hits_only_what_is_asked_for_is_found_also_long_spans(view):
    layer = Hits()
    layer.show([Span(0, 300), Span(2, 4), Span(130, 131), Span(290, 291)])
    page = view.focusProxy().page
    assert [span.start for _, span in layer.seen_in(page, range(1, 2))] == [0, 130]
    assert list(layer.seen_in(page, range(0))) == []


@pytest.mark.parametrize(
    ("name", "key", "swatch"),
    [
        ("label", "q1", "yellow"),
        ("speaker", "p1", "yellow"),
        ("speaker", "a2", "pink"),
        ("status", "p1", "red"),
        ("status", "q1", "green"),
    ],
)
def test_colours_tell_the_label_the_speaker_or_what_is_missing(view, doc, name, key, swatch):
    view.colour_by(name)
    spans = doc.markup[key].spans
    assert view.focusProxy().page.colouring.swatch_of(doc.markup[key]) == swatch
    assert colour_at(view, spans[-1]) == SWATCHES[swatch].fill
    assert swatch in [colour for _, colour in view.legend()]


def test_every_way_to_colour_names_only_swatches_and_has_a_legend(doc):
    for _, make in COLOURINGS.values():
        colouring = make(doc)
        assert {colouring.swatch_of(one) for one in doc.markup.values()} <= set(SWATCHES)
        assert colouring.legend()


def test_a_speaker_keeps_the_colour_and_another_link_changes_it(view, doc, spot):
    view.colour_by("speaker")
    old = doc.markup["q1"]
    change = Change("speaker", (Edit("q1", old, replace(old, links=(Link("speaker", "a1"),))),))
    doc.apply(change)
    view.refresh(change)
    assert colour_at(view, old.spans[0]) == colour_at(view, spot("Ministry")) == SWATCHES["yellow"].fill


def test_reading_goes_on_at_the_same_line_in_another_size_face_or_measure(long_view):
    bar = long_view.focusProxy().verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    block = long_view.position()
    for reading in (Reading(zoom=1.4), Reading(face="sans"), Reading(measure=50), Reading()):
        long_view.set_reading(reading)
        assert long_view.reading == reading
        assert long_view.position() == block


def test_zoom_is_by_steps_through_the_designed_size_and_has_ends():
    assert Reading().zoomed_by(1).zoom > 1 > Reading().zoomed_by(-1).zoom
    assert Reading().zoomed_by(1).zoomed_by(-1) == Reading()
    assert Reading(zoom=1.05).zoomed_by(-1).zoom == 1
    assert Reading().zoomed_by(50).zoom == LARGEST
    assert Reading().zoomed_by(-50).zoomed_by(-1).zoom == SMALLEST
    assert Reading().widened(-100).measure == 40


def test_ctrl_and_the_wheel_zoom_and_say_so(long_view, listen):
    viewport = long_view.focusProxy().viewport()
    place = QPointF(viewport.rect().center())
    rest = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False)
    with listen(long_view.readingChanged) as said:
        for turned in (60, 60, 120):
            event = QWheelEvent(place, viewport.mapToGlobal(place), QPoint(), QPoint(0, turned), *rest)
            QApplication.sendEvent(viewport, event)
    assert [reading.zoom for (reading,) in said] == [pytest.approx(1.1), pytest.approx(1.21)]


def test_what_is_selected_picked_and_found_stays_so_when_the_text_is_set_anew(view, spot):
    view.pick("p1")
    view.select(spot("Sand Reach"))
    view.show_hits([spot("pledged")], 0)
    view.zoom_by(2)
    text = view.focusProxy()
    assert (view.selected_span(), text.page.picked, text.hits.spans) == (
        spot("Sand Reach"), "p1", (spot("pledged"),),
    )  # fmt: skip


def test_in_focus_every_paragraph_but_that_of_the_caret_is_faded(view, spot):
    text = view.focusProxy()
    text.put_caret(spot("Sand").start)
    usual = colour_at(view, spot("Ministry"))
    view.set_reading(Reading(focus=True))
    assert QColor(colour_at(view, spot("Ministry"))).lightness() > QColor(usual).lightness()
    text.put_caret(spot("Ministry").start)
    assert colour_at(view, spot("Ministry")) == usual


def test_numbers_of_paragraphs_can_be_left_out(view):
    text = view.focusProxy()
    with_numbers = text.viewport().grab().toImage()
    view.set_reading(Reading(numbers=False))
    assert text.viewport().grab().toImage() != with_numbers
    view.set_reading(Reading())
    assert text.viewport().grab().toImage() == with_numbers


def test_a_long_article_comes_back_where_it_was_left_before_all_of_it_is_laid_out(long_view, doc):
    first = long_view.focusProxy().page.doc
    long_view.restore_position(LONG.blocks[-3].start)
    before = long_view.focusProxy().verticalScrollBar().value()
    long_view.show_article(doc)
    long_view.show_article(first)
    assert long_view.focusProxy().verticalScrollBar().value() == before > 2000
