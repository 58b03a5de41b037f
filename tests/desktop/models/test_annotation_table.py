import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt

from desktop.models.annotation_table import AnnotationTable
from desktop.models.table_columns import ARTICLE, ID, PLACE, WHO, WORDS, Row, columns_of, shown_at_first
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation, Link, TextQuote
from pressmark.article import Article, BlockKind, Span
from pressmark.labels import ACTOR, LOCATION, PLEDGE, QUOTE, Label

TEXT = Article.of(
    (BlockKind.PARAGRAPH, f"In part {number} they pledged €{number}m & <b>more</b>.")
    for number in range(1, 13)
)
AMOUNT, STATUS = "value:amount", "value:status"


def pledge(number: int, paragraph: int, **values: str) -> Annotation:
    block = TEXT.blocks[paragraph - 1]
    return Annotation(
        f"p{number}", "pledge", (Span(block.start, block.end),), {"amount": f"EUR {number}", **values}
    )


@pytest.fixture
def doc() -> AnnotatedArticle:
    """Pledges whose ids and paragraphs sort otherwise as letters than as numbers, and others."""
    actor = Annotation("a1", "actor", (Span(0, 2),))
    quote = Annotation("q1", "quote", (Span(3, 7),), {}, (Link("speaker", "a1"), Link("speaker", "a9")))
    lost = Annotation("p3", "pledge", (), lost=(TextQuote("gone"),))
    kept, said = pledge(10, 2, status="kept"), pledge(2, 10, status="announced")
    return AnnotatedArticle(TEXT, annotations=(actor, quote, lost, kept, said, pledge(1, 9)))


def rows(doc: AnnotatedArticle, label: Label, number: int = 0) -> list[Row]:
    ones = (one for one in doc.markup.in_text_order() if one.label == label.name)
    return [Row(number, f"Article {number}", doc, one) for one in ones]


@pytest.fixture
def table(qtmodeltester, doc) -> AnnotationTable:
    table = AnnotationTable(columns_of(PLEDGE, wide=True))
    qtmodeltester.check(table)
    table.show(rows(doc, PLEDGE))
    return table


def column(table: AnnotationTable, name: str) -> list[object]:
    number = table.column_of(name)
    return [table.index(row, number).data() for row in range(table.rowCount())]


def sort(
    table: AnnotationTable, name: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
) -> list[object]:
    table.sort(table.column_of(name), order)
    return column(table, ID)


def test_it_keeps_the_rules_of_models_when_it_is_filled_and_emptied(table, doc, qtmodeltester):
    qtmodeltester.check(table)
    assert table.rowCount() == 4
    table.show([])
    qtmodeltester.check(table)
    assert table.rowCount() == 0
    table.show(rows(doc, PLEDGE))
    assert table.rowCount() == 4


def test_rows_are_in_text_order_at_first(table):
    assert column(table, ID) == ["p10", "p1", "p2", "p3"]
    assert column(table, PLACE) == ["2", "9", "10", "–"]
    assert column(table, WORDS)[0] == "In part 2 they pledged €2m & <b>more</b>."


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        (ID, ["p1", "p2", "p3", "p10"]),
        (AMOUNT, ["p1", "p2", "p10"]),
        (STATUS, ["p2", "p10"]),
        (PLACE, ["p10", "p1", "p2", "p3"]),
    ],
)
def test_rows_are_sorted_as_what_the_column_says_and_empty_ones_come_last(table, name, ids, qtmodeltester):
    assert sort(table, name)[: len(ids)] == ids
    qtmodeltester.check(table)
    assert sort(table, name, Qt.SortOrder.DescendingOrder)[: len(ids)] == ids[::-1]
    qtmodeltester.check(table)


def test_an_id_leads_to_its_row_and_back(table):
    assert [table.row_of(table.row_at(row).key) for row in range(4)] == [0, 1, 2, 3]
    sort(table, ID, Qt.SortOrder.DescendingOrder)
    assert [table.row_of(table.row_at(row).key) for row in range(4)] == [0, 1, 2, 3]
    assert table.row_of((0, "a1")) == -1
    assert table.row_of((1, "p1")) == -1


def test_what_is_kept_of_an_index_stays_with_its_row_when_it_is_sorted(table):
    kept = QPersistentModelIndex(table.index(table.row_of((0, "p2")), 0))
    sort(table, ID)
    assert kept.data() == "p2"


@pytest.mark.parametrize("order", list(Qt.SortOrder))
@pytest.mark.parametrize("name", [PLACE, ID, AMOUNT, STATUS])
def test_a_row_comes_moves_and_goes_alone(table, doc, qtbot, qtmodeltester, name, order):
    sort(table, name, order)
    selection = QItemSelectionModel(table)
    selection.select(table.index(table.row_of((0, "p1")), 0), QItemSelectionModel.SelectionFlag.Select)
    with qtbot.assertNotEmitted(table.modelReset):
        for one in (
            pledge(4, 1),
            pledge(1, 12, amount="EUR 99", status="kept"),
            pledge(1, 1, amount="EUR 1"),
            pledge(4, 11, status="broken"),
        ):
            table.put(Row(0, "", doc, one))
            qtmodeltester.check(table)
            wanted = {row.one.id: row for row in (table.row_at(place) for place in range(table.rowCount()))}
            assert wanted[one.id].one is one
            fresh = AnnotationTable(table.columns)
            fresh.show(wanted.values())
            assert sort(fresh, name, order) == column(table, ID)
        table.take((0, "p4"))
        table.take((0, "p4"))
    assert table.rowCount() == 4
    assert [index.data() for index in selection.selectedIndexes()] == ["p1"]


def test_a_row_that_stays_in_place_says_that_it_is_another(table, doc, qtbot):
    with qtbot.waitSignal(table.dataChanged) as changed:
        table.put(Row(0, "", doc, pledge(1, 9, status="broken")))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    assert column(table, STATUS)[1] == "broken"


def test_rows_of_several_articles_stand_article_by_article(doc):
    table = AnnotationTable(columns_of(PLEDGE, wide=False))
    table.show([*rows(doc, PLEDGE, 1), *rows(doc, PLEDGE, 0)])
    assert column(table, ARTICLE) == ["Article 0"] * 4 + ["Article 1"] * 4
    assert table.row_at(table.row_of((1, "p1"))).number == 1


@pytest.mark.parametrize(
    ("wide", "who"), [(False, ["EUR 10", "EUR 1", "EUR 2", ""]), (True, ["", "", "", ""])]
)
def test_who_has_the_amount_only_where_no_column_has_it(doc, wide, who):
    table = AnnotationTable(columns_of(PLEDGE, wide=wide))
    table.show(rows(doc, PLEDGE))
    assert column(table, WHO) == who


def test_who_names_those_linked_and_leaves_out_those_who_are_not_there(doc, qtmodeltester):
    quotes = AnnotationTable(columns_of(QUOTE, wide=False))
    quotes.show(rows(doc, QUOTE))
    qtmodeltester.check(quotes)
    assert column(quotes, WHO) == ["In"]


@pytest.mark.parametrize(("label", "count"), [(ACTOR, 1), (LOCATION, 0)])
def test_an_actor_is_named_by_its_own_words(doc, label, count):
    table = AnnotationTable(columns_of(label, wide=False))
    table.show(rows(doc, label))
    assert column(table, WHO) == ["In"] * count


def test_the_whole_words_are_in_the_tool_tip_and_are_no_markup(table):
    tip = table.index(0, table.column_of(WORDS)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<p>In part 2 they pledged €2m &amp; &lt;b&gt;more&lt;/b&gt;.</p>"
    assert table.index(0, table.column_of(ID)).data(Qt.ItemDataRole.ToolTipRole) is None
    assert table.index(0, table.column_of(STATUS)).data(Qt.ItemDataRole.ToolTipRole) == "<p>kept</p>"
    assert table.index(1, table.column_of(STATUS)).data(Qt.ItemDataRole.ToolTipRole) is None


def test_what_is_typed_is_handed_on_and_not_taken_over(table, doc, qtbot):
    cell = table.index(0, table.column_of(STATUS))
    with qtbot.waitSignal(table.edited) as edited:
        assert not table.setData(cell, " broken ")
    assert edited.args == [doc, "p10", "status", "broken"]
    assert cell.data() == "kept"
    with qtbot.assertNotEmitted(table.edited):
        table.setData(cell, "kept")
        table.setData(table.index(0, table.column_of(WORDS)), "other words")


def test_only_values_can_be_typed_into(table):
    editable = {
        column.name
        for number, column in enumerate(table.columns)
        if table.flags(table.index(0, number)) & Qt.ItemFlag.ItemIsEditable
    }
    assert editable == {f"value:{one.name}" for one in PLEDGE.attributes}


def test_columns_have_titles(table):
    titles = [table.headerData(number, Qt.Orientation.Horizontal) for number in range(table.columnCount())]
    assert titles[:5] == ["Id", "Article", "Who", "Words", "Kind"]
    assert titles[-3:] == ["Note", "Marked by", "¶"]
    assert table.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("wide", "several", "names"),
    [
        (False, False, ["id", "who", "words", "place"]),
        (False, True, ["id", "article", "who", "words", "place"]),
    ],
)
def test_a_narrow_list_begins_with_what_is_read_first(wide, several, names):
    columns = columns_of(PLEDGE, wide=wide)
    assert [one.name for one in columns if shown_at_first(one, wide=wide, several=several)] == names


def test_a_wide_list_begins_with_all_attributes_but_who():
    shown = [
        one.name for one in columns_of(ACTOR, wide=True) if shown_at_first(one, wide=True, several=False)
    ]
    assert shown == [
        "id", "who", "words", "value:kind", "value:role", "value:organisation", "value:country", "place",
    ]  # fmt: skip
