import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QTabWidget

from desktop.models.annotation_table import Column
from desktop.views.annotation_tables import AnnotationTables
from pressmark.changes import delete, set_codebook
from pressmark.labels import QUOTE, Label


@pytest.fixture
def tables(themed, qtbot, doc) -> AnnotationTables:
    tables = AnnotationTables()
    qtbot.addWidget(tables)
    tables.resize(340, 500)
    tables.show_article(doc)
    tables.show()
    tables.activateWindow()
    qtbot.waitUntil(tables.isActiveWindow)
    return tables


def tabs(tables: AnnotationTables) -> QTabWidget:
    return tables.findChild(QTabWidget)


def front(tables: AnnotationTables) -> QTableView:
    return tabs(tables).currentWidget().findChild(QTableView)


def selected(view: QTableView) -> list[str]:
    return [str(index.data()) for index in view.selectionModel().selectedRows(Column.ID)]


def bring(tables: AnnotationTables, number: int) -> QTableView:
    tabs(tables).setCurrentIndex(number)
    QApplication.processEvents()
    return front(tables)


def click(view: QTableView, row: int) -> None:
    place = view.visualRect(view.model().index(row, Column.WORDS)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_there_is_a_list_for_every_label_with_its_number(tables):
    names = [tabs(tables).tabText(index) for index in range(tabs(tables).count())]
    assert names == ["Quotes 1", "Pledges 1", "Actors 2", "Locations 1"]


def test_a_click_on_a_row_picks_its_annotation(tables, listen):
    actors = bring(tables, 2)
    with listen(tables.picked) as picked:
        click(actors, 1)
        click(actors, 0)
    assert picked == [("a2",), ("a1",)]


def test_the_arrow_keys_pick_as_well(tables, listen):
    actors = bring(tables, 2)
    tables.pick("a1")
    actors.setFocus()
    with listen(tables.picked) as picked:
        QTest.keyClick(actors, Qt.Key.Key_Down)
    assert picked == [("a2",)]


def test_coming_in_by_tab_picks_nothing(tables, listen):
    actors = bring(tables, 2)
    with listen(tables.picked) as picked:
        actors.setFocus(Qt.FocusReason.TabFocusReason)
    assert picked == []


def test_what_is_picked_elsewhere_is_selected_in_front_and_not_picked_again(tables, listen):
    with listen(tables.picked) as picked:
        tables.pick("a2")
    assert tabs(tables).tabText(tabs(tables).currentIndex()) == "Actors 2"
    assert selected(front(tables)) == ["a2"]
    assert picked == []


def test_a_row_can_be_clicked_again_after_something_else_was_picked(tables, listen):
    actors = bring(tables, 2)
    with listen(tables.picked) as picked:
        click(actors, 0)
        tables.pick("p1")
        click(bring(tables, 2), 0)
    assert picked == [("a1",), ("a1",)]


@pytest.mark.parametrize("key", ["p1", ""])
def test_only_what_is_picked_is_selected(tables, key):
    tables.pick("a2")
    actors = front(tables)
    tables.pick(key)
    assert selected(actors) == []


def test_the_selection_stays_when_the_markup_changes(tables, doc, listen):
    tables.pick("a2")
    with listen(tables.picked) as picked:
        doc.apply(delete(doc, ["a1"]))
        tables.refresh()
    assert selected(front(tables)) == ["a2"]
    assert picked == []


@pytest.mark.parametrize("column", list(Column))
def test_a_sorted_list_picks_what_it_shows(tables, listen, column):
    actors = bring(tables, 2)
    actors.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    with listen(tables.picked) as picked:
        click(actors, 0)
    assert picked == [(actors.model().index(0, Column.ID).data(),)]


def test_an_empty_list_says_how_to_fill_it(tables, doc):
    doc.apply(delete(doc, ["q1"]))
    tables.refresh()
    bring(tables, 0)
    visible = [one.text() for one in tabs(tables).currentWidget().findChildren(QLabel) if one.isVisible()]
    assert visible == ["No quote yet. Select words in the article and press Q."]
    assert not front(tables).isVisible()
    assert tabs(tables).tabText(0) == "Quotes"


def test_a_new_label_gets_its_list_and_the_one_in_front_stays(tables, doc):
    bring(tables, 2)
    more = doc.codebook.with_label(Label("claim", "Claim", "orange", QUOTE.line))
    doc.apply(set_codebook(doc, more, "Add the label Claim"))
    tables.refresh()
    assert tabs(tables).tabText(4) == "Claims"
    assert tabs(tables).currentIndex() == 2


@pytest.mark.parametrize("width", [300, 340, 520])
def test_every_word_of_a_row_is_to_be_seen(tables, qtbot, width):
    pledges = bring(tables, 1)
    tables.resize(width, 500)
    index = pledges.model().index(0, Column.WORDS)

    def needed() -> int:
        room = QRect(0, 0, pledges.columnWidth(Column.WORDS) - 18, 9999)
        return pledges.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data())).height()

    qtbot.waitUntil(lambda: pledges.rowHeight(0) >= needed())
    assert pledges.columnWidth(Column.WORDS) >= width // 4
    assert pledges.horizontalScrollBar().maximum() == 0
