import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView

from desktop import theme
from desktop.models.entries import Entry
from desktop.open_article import OpenArticle
from desktop.views.article_rows import ArticleDelegate
from desktop.views.dossier_panel import DossierPanel
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord, Span

TEXT = Article.of([(BlockKind.PARAGRAPH, "The town pledged a quay.")])
LONG = "Ministers promise a dredging fund for the northern harbours before the winter storms arrive, and more"


def entries(articles: list[OpenArticle]) -> list[Entry]:
    return [Entry(one) for one in articles]


def article(headline: str, *marked: Annotation) -> OpenArticle:
    source = SourceRecord(headline=headline, outlet="Coastal Gazette", published="2026-11-14")
    return OpenArticle(AnnotatedArticle(TEXT, source, annotations=marked))


@pytest.fixture
def articles() -> list[OpenArticle]:
    return [
        article("Quay opens"),
        article(LONG, Annotation("p1", "pledge", (Span(4, 8),))),
        article("No quay"),
    ]


@pytest.fixture
def panel(themed, qtbot, articles) -> DossierPanel:
    panel = DossierPanel()
    qtbot.addWidget(panel)
    panel.resize(268, 400)
    panel.show_entries(entries(articles), (), articles[0])
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def listed(panel: DossierPanel) -> QListView:
    return panel.list


def click(panel: DossierPanel, row: int) -> None:
    view = listed(panel)
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


class Measuring(ArticleDelegate):
    """Notes of which rows it was asked how high they are."""

    def __init__(self, parent):
        super().__init__(parent)
        self.rows = []

    def sizeHint(self, option, index):
        self.rows.append(index.row())
        return super().sizeHint(option, index)


def test_a_change_of_one_article_measures_only_what_is_in_sight(panel, articles, qtbot):
    measuring = Measuring(panel)
    listed(panel).setItemDelegate(measuring)
    panel.show_entries(entries([*articles, *(article(f"Quay {n}") for n in range(200))]), (), articles[0])
    qtbot.waitUntil(lambda: len({*measuring.rows}) == 203)
    qtbot.wait(50)
    measuring.rows.clear()
    panel.refresh(articles[1])
    qtbot.wait(50)
    assert len({*measuring.rows}) < 20


def test_a_click_chooses_the_article(panel, articles, listen):
    with listen(panel.chosen) as chosen:
        click(panel, 2)
        click(panel, 1)
    assert chosen == [(Entry(articles[2]),), (Entry(articles[1]),)]


def test_the_arrow_keys_choose_too(panel, articles, listen):
    listed(panel).setFocus()
    with listen(panel.chosen) as chosen:
        QTest.keyClick(listed(panel), Qt.Key.Key_Down)
    assert chosen == [(Entry(articles[1]),)]


def test_the_one_in_front_is_selected_without_being_chosen_again(panel, articles, listen):
    with listen(panel.chosen) as chosen:
        panel.show_entries(entries(articles), (), articles[2])
        panel.show_entries(entries(articles[1:]), (), articles[1])
        panel.show_entries(entries([]), (), None)
    assert chosen == []


def test_an_article_far_down_is_brought_into_sight_and_stays_there(panel, listen, qtbot):
    many = [article(f"Quay {number}") for number in range(60)]
    panel.show_entries(entries(many), (), many[50])
    QApplication.processEvents()
    view = listed(panel)
    row = view.visualRect(view.model().index(50, 0))
    assert view.viewport().rect().contains(row)
    with listen(panel.chosen) as chosen:
        panel.chosen.connect(lambda one: panel.show_entries(entries(many), (), one.article))
        click(panel, 49)
    assert chosen == [(Entry(many[49]),)]
    assert view.visualRect(view.model().index(50, 0)) == row


def test_a_long_headline_takes_two_lines_and_no_more(panel):
    heights = [listed(panel).visualRect(listed(panel).model().index(row, 0)).height() for row in range(3)]
    line = heights[1] - heights[0]
    assert heights[0] == heights[2]
    assert 12 <= line <= 24


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_selected_article_is_marked_and_an_unsaved_one_dotted_in_the_accent(panel, themed, scheme):
    theme.apply(themed, scheme)
    view = listed(panel)
    picture = view.viewport().grab().toImage()
    accent = QColor(theme.current().accent)
    chosen, other = (view.visualRect(view.model().index(row, 0)) for row in (0, 2))
    assert picture.pixelColor(1, chosen.center().y()) == accent
    assert picture.pixelColor(1, other.center().y()) != accent
    dot = [picture.pixelColor(x, y) for x in range(18, 34) for y in range(other.center().y(), other.bottom())]
    assert min(abs(one.hslHueF() - accent.hslHueF()) for one in dot if one.hslSaturationF() > 0.1) < 0.02


def test_a_row_that_was_saved_is_drawn_without_its_dot(panel, articles, tmp_path, themed):
    articles[2].mark_saved(tmp_path / "quay.pressmark", articles[2].state, "")
    panel.refresh(articles[2])
    view = listed(panel)
    row = view.visualRect(view.model().index(2, 0))
    picture = view.viewport().grab(row).toImage()
    below = range(row.height() // 2, row.height())
    hues = {picture.pixelColor(x, y).hslSaturationF() > 0.3 for x in range(18, 34) for y in below}
    assert hues == {False}
