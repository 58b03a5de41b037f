from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.models.article_list import ArticleList, ArticleRole
from desktop.models.entries import Entry
from desktop.open_article import OpenArticle
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.storage.index import Listed

TEXT = Article.of([(BlockKind.PARAGRAPH, "The town pledged a quay.")])


def entries(articles: list[OpenArticle]) -> list[Entry]:
    return [Entry(one) for one in articles]


def article(headline: str, **source: str) -> OpenArticle:
    marked = (Annotation("p1", "pledge", (Span(4, 8),)), Annotation("q1", "quote", (Span(0, 3),)))
    more = (
        Annotation("p2", "pledge", (Span(9, 16),)),
        Annotation("x1", "of another codebook", (Span(0, 1),)),
    )
    record = SourceRecord(headline=headline, **source)
    return OpenArticle(AnnotatedArticle(TEXT, record, annotations=(*marked, *more)))


@pytest.fixture
def articles() -> list[OpenArticle]:
    return [article("Quay opens"), article("Quay closes"), article("No quay")]


def test_it_keeps_the_rules_of_models_while_articles_come_and_go(qtmodeltester, articles):
    model = ArticleList()
    qtmodeltester.check(model)
    for shown in (articles, articles[:1], articles[::-1], [], articles[1:]):
        model.show(entries(shown))
        qtmodeltester.check(model)
        names = [model.index(row).data() for row in range(model.rowCount())]
        assert names == [one.name for one in shown]


def test_the_same_articles_again_are_no_reset(qtbot, articles):
    model = ArticleList()
    model.show(entries(articles))
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(tuple(entries(articles)))


def test_an_article_that_is_opened_keeps_its_row_and_the_list_stays_where_it_is(qtbot, tmp_path):
    folder, model = tmp_path, ArticleList()
    opened = article("Quay opens")
    opened.path = folder / "b.pressmark"
    unopened = [known(f"{name}.pressmark", "Quay opens", folder) for name in "abc"]
    model.show(unopened)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged) as change:
        model.show([unopened[0], Entry(opened), unopened[2]])
    assert [index.row() for index in change.args[:2]] == [1, 1]
    assert (model.row_of(opened), model.entry(1).article) == (1, opened)


def test_an_article_that_takes_more_room_is_a_reset(qtbot, tmp_path):
    model = ArticleList()
    model.show([known("a.pressmark", "Quay opens", tmp_path)])
    with qtbot.waitSignal(model.modelReset):
        model.show([known("a.pressmark", "Quay opens, at last", tmp_path)])


def known(file: str, headline: str, folder: Path) -> Entry:
    """An article that is not open."""
    return Entry(None, Listed(file, headline, "", "", "", "", "", (), False, "", {}, 10, ""), folder)


def test_an_article_leads_to_its_row_and_back(articles):
    model = ArticleList()
    model.show(entries(articles))
    assert [model.row_of(model.entry(row).article) for row in range(3)] == [0, 1, 2]
    assert model.row_of(None) == -1
    assert model.row_of(article("Quay opens")) == -1
    assert (model.entry(-1), model.entry(3)) == (None, None)


def test_only_the_row_that_changed_says_so(qtbot, articles):
    model = ArticleList()
    model.show(entries(articles))
    with qtbot.waitSignal(model.dataChanged) as change:
        model.refresh(articles[1])
    assert [index.row() for index in change.args[:2]] == [1, 1]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.refresh(article("not listed"))


@pytest.mark.parametrize(
    ("source", "details"),
    [
        (
            {"outlet": "Coastal Gazette", "published": "2025-11-14T09:12:00+00:00"},
            "Coastal Gazette · 14 Nov 2025",
        ),
        ({"outlet": "Coastal Gazette", "published": "2026-09"}, "Coastal Gazette · September 2026"),
        ({"published": "2026"}, "2026"),
        ({"published": "last week"}, "last week"),
        ({"original_name": "quay.txt"}, "quay.txt"),
        ({}, ""),
    ],
)
def test_below_the_headline_stands_where_it_is_from_and_of_when(source, details):
    model = ArticleList()
    model.show(entries([article("Quay opens", **source)]))
    assert model.index(0).data(ArticleRole.DETAILS) == details


def test_counts_are_in_the_order_of_the_codebook_and_only_of_its_labels(articles):
    model = ArticleList()
    model.show(entries(articles))
    counts = model.index(0).data(ArticleRole.COUNTS)
    assert [(label.name, number) for label, number in counts] == [("quote", 1), ("pledge", 2)]


def test_screen_readers_hear_what_the_dot_says(articles):
    model = ArticleList()
    model.show(entries(articles))
    index = model.index(0)
    assert index.data(ArticleRole.UNSAVED) is True
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", not saved")
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Not saved yet"
    articles[0].mark_saved(Path("quay.pressmark"), articles[0].state, "")
    assert index.data(ArticleRole.UNSAVED) is False
    assert "not saved" not in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "quay.pressmark"
