import pytest
from PySide6.QtCore import QSortFilterProxyModel, Qt

from desktop.models.annotation_table import SORT_ROLE, AnnotationTable, Column
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Article, BlockKind, Span
from pressmark.labels import ACTOR, LOCATION, PLEDGE, QUOTE

TEXT = Article.of(
    (BlockKind.PARAGRAPH, f"In part {number} they pledged €{number}m.") for number in range(1, 13)
)


def pledge(number: int, paragraph: int) -> Annotation:
    block = TEXT.blocks[paragraph - 1]
    return Annotation(f"p{number}", "pledge", (Span(block.start, block.end),), {"amount": f"EUR {number}"})


@pytest.fixture
def doc() -> AnnotatedArticle:
    """Pledges whose ids and paragraphs sort otherwise as letters than as numbers, and others."""
    actor = Annotation("a1", "actor", (Span(0, 2),))
    quote = Annotation("q1", "quote", (Span(3, 7),), {}, (Link("speaker", "a1"), Link("speaker", "a9")))
    lost = Annotation("p3", "pledge", (), lost=(TextQuote("gone"),))
    return AnnotatedArticle(
        TEXT, annotations=(actor, quote, lost, pledge(10, 2), pledge(2, 10), pledge(1, 9))
    )


@pytest.fixture
def table(qtmodeltester, doc) -> AnnotationTable:
    table = AnnotationTable(PLEDGE)
    qtmodeltester.check(table)
    table.show(doc)
    return table


def column(table, which: Column) -> list[object]:
    return [table.index(row, which).data() for row in range(table.rowCount())]


def test_it_keeps_the_rules_of_models_when_it_is_filled_and_emptied(table, doc, qtmodeltester):
    qtmodeltester.check(table)
    assert table.rowCount() == 4
    table.show(AnnotatedArticle(TEXT))
    qtmodeltester.check(table)
    assert table.rowCount() == 0
    table.show(doc)
    assert table.rowCount() == 4


def test_rows_are_the_annotations_of_the_label_in_text_order(table):
    assert column(table, Column.ID) == ["p10", "p1", "p2", "p3"]
    assert column(table, Column.PLACE) == ["2", "9", "10", "–"]
    assert column(table, Column.WORDS)[0] == "In part 2 they pledged €2m."


@pytest.mark.parametrize(
    ("which", "ids"),
    [(Column.ID, ["p1", "p2", "p3", "p10"]), (Column.PLACE, ["p3", "p10", "p1", "p2"])],
)
def test_ids_and_paragraphs_are_sorted_as_numbers(table, which, ids):
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(table)
    proxy.setSortRole(SORT_ROLE)
    proxy.sort(which)
    assert column(proxy, Column.ID) == ids
    proxy.sort(which, Qt.SortOrder.DescendingOrder)
    assert column(proxy, Column.ID) == ids[::-1]


def test_an_id_leads_to_its_row_and_back(table):
    assert [table.row_of(table.id_at(row)) for row in range(4)] == [0, 1, 2, 3]
    assert table.row_of("a1") == -1


def test_who_is_the_amount_where_nobody_is_linked(table):
    assert column(table, Column.WHO)[:2] == ["EUR 10", "EUR 1"]


def test_who_names_those_linked_and_leaves_out_those_who_are_not_there(doc, qtmodeltester):
    quotes = AnnotationTable(QUOTE)
    quotes.show(doc)
    qtmodeltester.check(quotes)
    assert column(quotes, Column.WHO) == ["In"]


@pytest.mark.parametrize(("label", "count"), [(ACTOR, 1), (LOCATION, 0)])
def test_an_actor_is_named_by_its_own_words(doc, label, count):
    table = AnnotationTable(label)
    table.show(doc)
    assert column(table, Column.WHO) == ["In"] * count


def test_the_whole_words_are_in_the_tool_tip(table):
    assert table.index(0, Column.WORDS).data(Qt.ItemDataRole.ToolTipRole) == "In part 2 they pledged €2m."
    assert table.index(0, Column.ID).data(Qt.ItemDataRole.ToolTipRole) is None


def test_columns_have_titles(table):
    titles = [table.headerData(section, Qt.Orientation.Horizontal) for section in Column]
    assert titles == ["", "Who", "Words", "¶"]
