"""Only what a change touches is painted anew: what stands on the screen is what a full painting shows."""

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.views.article_view import ArticleView
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, Span
from pressmark.changes import Hand

HAND = Hand("test", "2026-11-14T09:12:00+00:00")
PARAGRAPHS = [
    "The Ministry of Harbours 😀 has pledged €42m to deepen the channel at Port Almar by the end of March, "
    "after months of warnings that larger vessels would go elsewhere.",
    "“We said we would not leave the fleet outside,” the minister told reporters. “This is the date.”",
    "Crews in Sand Reach said they would believe it when the dredger arrives, and שלום to all of them.",
] * 6


@pytest.fixture
def long_view(themed, qtbot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(900, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.show_article(AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, text) for text in PARAGRAPHS)))
    view.focusProxy().setCursorWidth(0)  # it blinks
    return view


def on_screen(view: ArticleView) -> QImage:
    """What the window holds, painted bit by bit."""
    QApplication.processEvents()
    shown = view.screen().grabWindow(view.winId()).toImage()
    return shown.convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(view: ArticleView) -> QImage:
    text = view.focusProxy()
    text.page.forget_places()
    text.viewport().repaint()
    return on_screen(view)


def differ(one: QImage, other: QImage) -> int:
    """How many pixels differ."""
    if one == other:
        return 0
    first, second = bytes(one.constBits()), bytes(other.constBits())
    pixels = range(0, len(first), 4)
    return sum(first[at : at + 3] != second[at : at + 3] for at in pixels)


def random_change(chance: random.Random, doc: AnnotatedArticle) -> changes.Change:
    keys = list(doc.markup)
    start = chance.randrange(len(doc.article.text) - 60)
    span = Span(start, start + chance.randint(3, 60))
    match chance.randrange(6) if keys else 0:
        case 0 | 1 | 2:
            label = chance.choice(("quote", "pledge", "actor", "location"))
            return changes.annotate(doc, label, [span], HAND)[0]
        case 3:
            return changes.delete(doc, [chance.choice(keys)])
        case 4:
            return changes.set_spans(doc, chance.choice(keys), [span], HAND)
    return changes.set_note(doc, chance.choice(keys), str(start), HAND)


def turn_wheel(view: ArticleView, notches: int) -> None:
    viewport = view.focusProxy().viewport()
    place = QPointF(viewport.rect().center())
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
    event = QWheelEvent(place, viewport.mapToGlobal(place), QPoint(), QPoint(0, 120 * notches), *none, False)
    QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_changes_picks_and_scrolling_nothing_stale_is_left(long_view, seed):
    chance = random.Random(seed)
    doc = long_view.focusProxy().page.doc
    for _ in range(25):
        change = random_change(chance, doc)
        doc.apply(change)
        long_view.refresh(change)
        QApplication.processEvents()
        if doc.markup and chance.random() < 0.4:
            long_view.pick(chance.choice([*doc.markup, None]), scroll=chance.random() < 0.5)
            QApplication.processEvents()
        if chance.random() < 0.4:
            turn_wheel(long_view, chance.choice((-2, -1, 1, 3)))
            QApplication.processEvents()
    partly = on_screen(long_view)
    wholly = painted_anew(long_view)
    assert len(doc.markup) > 5
    assert differ(partly, wholly) == 0


def test_picking_what_is_tied_leaves_no_curve_behind(long_view):
    doc = long_view.focusProxy().page.doc
    text = doc.article.text
    actor, actor_key = changes.annotate(doc, "actor", [Span(4, 24)], HAND)
    doc.apply(actor)
    quote, quote_key = changes.annotate(doc, "quote", [Span(text.index("“"), text.index("”"))], HAND)
    doc.apply(quote)
    doc.apply(changes.link(doc, quote_key, "speaker", actor_key, HAND))
    long_view.refresh()
    bare = on_screen(long_view)
    long_view.pick(quote_key)
    assert differ(on_screen(long_view), bare) > 100
    long_view.pick(actor_key)
    assert differ(on_screen(long_view), painted_anew(long_view)) == 0
    long_view.pick(None)
    assert differ(on_screen(long_view), bare) == 0
