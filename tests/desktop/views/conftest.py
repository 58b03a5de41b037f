import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.views.article_view import ArticleView
from desktop.views.label_popup import LabelPopup
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link
from pressmark.article import Article, BlockKind, SourceRecord, Span

PARAGRAPHS = (
    "The Ministry of Harbours has pledged €42m to deepen the channel at Port Almar by the end of March, "
    "after months of warnings.",
    "“We said we would not leave the fleet outside,” the minister 😀 told reporters. “This is the date.”",
    "Crews in Sand Reach said they would believe it when the pro-EU dredger arrives.",
)


def article(*paragraphs: str) -> Article:
    return Article.of((BlockKind.PARAGRAPH, text) for text in paragraphs)


def span_of(one: Article, words: str, number: int = 0) -> Span:
    at = -1
    for _ in range(number + 1):
        at = one.text.index(words, at + 1)
    return Span(at, at + len(words))


@pytest.fixture
def doc() -> AnnotatedArticle:
    """A pledge around a place, a quote in two pieces by a minister."""
    text = article(*PARAGRAPHS)

    def spans(*words: str) -> tuple[Span, ...]:
        return tuple(span_of(text, one) for one in words)

    pledge = "pledged €42m to deepen the channel at Port Almar by the end of March"
    quote = spans("“We said we would not leave the fleet outside,”", "“This is the date.”")
    annotations = (
        Annotation("p1", "pledge", spans(pledge), {"amount": "EUR 42000000"}, (Link("pledger", "a1"),)),
        Annotation("a1", "actor", spans("Ministry of Harbours")),
        Annotation("l1", "location", spans("Port Almar")),
        Annotation("q1", "quote", quote, {}, (Link("speaker", "a2"),)),
        Annotation("a2", "actor", spans("the minister")),
    )
    source = SourceRecord(headline="Port deal", outlet="Coastal Gazette", published="2026-11-14")
    return AnnotatedArticle(text, source, annotations=annotations)


@pytest.fixture
def spot(doc):
    """Where words of the article stand: `spot("Port")`, `spot("the", 2)` for the third time they occur."""
    return lambda words, number=0: span_of(doc.article, words, number)


@pytest.fixture
def view(themed, qtbot, doc) -> ArticleView:
    """The article in a view that is shown and has the focus."""
    shown = ArticleView()
    qtbot.addWidget(shown)
    shown.resize(860, 640)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.show_article(doc)
    shown.activateWindow()
    shown.setFocus()
    qtbot.waitUntil(lambda: shown.focusProxy().hasFocus())
    return shown


@pytest.fixture
def card(view) -> LabelPopup:
    return view.findChild(LabelPopup)


@pytest.fixture
def viewport(view) -> QWidget:
    """What the mouse acts on."""
    return view.focusProxy().viewport()


@pytest.fixture
def mouse(view):
    """Where a span's first or last character is, in pixels of the viewport."""
    text = view.focusProxy()

    def middle(span: Span, *, end: bool = False) -> QPoint:
        one = Span(span.end - 1, span.end) if end else Span(span.start, span.start + 1)
        return text.to_viewport(text.page.geometry.rects(one)[0]).center().toPoint()

    return middle


@pytest.fixture
def drag(viewport):
    """Presses, moves in steps, lets go."""

    def by_hand(start: QPoint, end: QPoint) -> None:
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        for step in range(1, 5):
            QTest.mouseMove(viewport, start + (end - start) * step / 4)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)

    return by_hand


@pytest.fixture
def press(view):
    """One key, with modifiers, to the text."""

    def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(view.focusProxy(), which, modifiers)

    return key
