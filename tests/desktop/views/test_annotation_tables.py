import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTableView, QToolButton

from desktop.views.annotation_tables import AnnotationTables
from desktop.views.bulk_bar import BulkBar
from desktop.views.list_view import ListView
from desktop.views.tables_view import TablesView
from pressmark import bulk, changes
from pressmark.changes import Hand, annotate, delete, set_codebook
from pressmark.filtering import Filter
from pressmark.labels import QUOTE, Label

HAND = Hand("ana", "2026-11-14T09:30:00+00:00")
ID, WORDS, PLACE = "id", "words", "place"


@pytest.fixture
def panel(themed, qtbot, doc) -> AnnotationTables:
    """The lists as the panel has them."""
    panel = AnnotationTables()
    qtbot.addWidget(panel)
    panel.resize(340, 500)
    panel.show_article(doc)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


@pytest.fixture
def tables(panel) -> TablesView:
    return panel.findChild(TablesView)


def front(tables: TablesView) -> ListView:
    return tables.tabs.currentWidget().findChild(QTableView)


def number(view: ListView, column: str) -> int:
    return view.model().column_of(column)


def selected(view: ListView) -> list[str]:
    return [str(view.model().index(place, 0).data()) for place in view.selected_places()]


def listed(view: ListView) -> list[str]:
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def bring(tables: TablesView, tab: int) -> ListView:
    tables.tabs.setCurrentIndex(tab)
    QApplication.processEvents()
    return front(tables)


def place(view: ListView, row: int, column: str = WORDS) -> QPoint:
    return view.visualRect(view.model().index(row, number(view, column))).center()


def click(view: ListView, row: int, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place(view, row))


def double_click(view: ListView, row: int, column: str) -> None:
    spot = place(view, row, column)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def titles(tables: TablesView) -> list[str]:
    return [tables.tabs.tabText(index) for index in range(tables.tabs.count())]


def make(tables: TablesView | AnnotationTables, doc, change) -> None:
    doc.apply(change)
    tables.refresh(change)


def test_there_is_a_list_for_every_label_with_its_number(tables):
    assert titles(tables) == ["Quotes 1", "Pledges 1", "Actors 2", "Locations 1"]


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
    assert titles(tables)[tables.tabs.currentIndex()] == "Actors 2"
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


@pytest.mark.parametrize("column", [ID, "who", WORDS, PLACE])
def test_a_sorted_list_picks_what_it_shows(tables, listen, column):
    actors = bring(tables, 2)
    actors.sortByColumn(number(actors, column), Qt.SortOrder.DescendingOrder)
    with listen(tables.picked) as picked:
        click(actors, 0)
    assert picked == [(listed(actors)[0],)]


def test_what_was_picked_while_the_lists_were_not_seen_is_selected_once_they_are(tables):
    bring(tables, 2)
    tables.hide()
    tables.pick("q1")
    tables.show()
    assert titles(tables)[tables.tabs.currentIndex()] == "Quotes 1"
    assert selected(front(tables)) == ["q1"]


def test_an_empty_list_says_how_to_fill_it(tables, doc):
    make(tables, doc, delete(doc, ["q1"]))
    bring(tables, 0)
    visible = [one.text() for one in tables.tabs.currentWidget().findChildren(QLabel) if one.isVisible()]
    assert visible == ["No quote yet. Select words in the article and press Q."]
    assert not front(tables).isVisible()
    assert titles(tables)[0] == "Quotes"


def test_a_change_touches_only_the_rows_it_names(tables, doc, spot, qtbot):
    tables.pick("a2")
    actors = front(tables).model()
    change, key = annotate(doc, "actor", [spot("Crews")], HAND)
    with qtbot.assertNotEmitted(actors.modelReset), qtbot.waitSignal(actors.rowsInserted):
        make(tables, doc, change)
    assert titles(tables)[2] == "Actors 3"
    assert listed(front(tables)) == ["a1", "a2", key]
    with qtbot.assertNotEmitted(actors.modelReset), qtbot.waitSignal(actors.rowsRemoved):
        make(tables, doc, delete(doc, ["a1"]))
    assert listed(front(tables)) == ["a2", key]
    assert selected(front(tables)) == ["a2"]


def test_a_change_undone_is_gone_from_the_lists(tables, doc):
    change = delete(doc, ["a2"])
    make(tables, doc, change)
    bring(tables, 0)
    make(tables, doc, change.inverse())
    assert front(tables).model().text(0, number(front(tables), "who")) == "the minister"
    assert titles(tables)[2] == "Actors 2"


def test_a_list_that_was_not_seen_yet_is_made_when_it_is(tables, doc):
    assert len(tables.tabs.findChildren(QTableView)) == 1
    make(tables, doc, changes.set_value(doc, "a1", "country", "Lorn", HAND))
    assert listed(bring(tables, 2)) == ["a1", "a2"]
    assert len(tables.tabs.findChildren(QTableView)) == 2


def test_a_new_label_gets_its_list_and_the_one_in_front_stays(tables, doc):
    bring(tables, 2)
    more = doc.codebook.with_label(Label("claim", "Claim", "orange", QUOTE.line))
    make(tables, doc, set_codebook(doc, more, "Add the label Claim"))
    assert titles(tables)[4] == "Claims"
    assert tables.tabs.currentIndex() == 2


def test_a_large_change_is_shown_at_once_and_the_selection_stays(tables, doc, spot, qtbot):
    actors = bring(tables, 2)
    click(actors, 0)
    edits = []
    for at in range(300):
        edits += annotate(doc, "actor", [spot("Crews")], HAND)[0].edits
        edits[-1] = changes.Edit(f"a{at + 10}", None, changes.replace(edits[-1].after, id=f"a{at + 10}"))
    with qtbot.waitSignal(actors.model().modelReset):
        make(tables, doc, changes.Change("Many", tuple(edits)))
    assert titles(tables)[2] == "Actors 302"
    assert selected(actors) == ["a1"]


@pytest.mark.parametrize("width", [300, 340, 520])
def test_the_columns_fit_and_the_words_get_what_is_left(tables, width):
    pledges = bring(tables, 1)
    tables.window().resize(width, 500)
    QApplication.processEvents()
    assert pledges.columnWidth(number(pledges, WORDS)) >= width // 3
    assert pledges.horizontalScrollBar().maximum() == 0
    shown = [one for one in range(pledges.model().columnCount()) if not pledges.isColumnHidden(one)]
    assert [pledges.model().columns[one].title for one in shown] == ["Id", "Who", "Words", "¶"]


def test_columns_are_chosen_and_remembered(tables, doc, listen, qtbot):
    pledges = bring(tables, 1)
    menu = tables.tabs.front().layout_of_columns.menu(tables)
    with listen(tables.columnsChanged) as said:
        next(action for action in menu.actions() if action.text() == "Due date").trigger()
    assert not pledges.isColumnHidden(number(pledges, "value:due"))
    assert said == [({"pledge": ["id", "who", "words", "place", "value:due"]},)]
    other = AnnotationTables()
    qtbot.addWidget(other)
    other.show_columns(said[0][0])
    other.show_article(doc)
    other.show()
    lists = bring(other.findChild(TablesView), 1)
    assert not lists.isColumnHidden(number(lists, "value:due"))
    next(action for action in menu.actions() if action.text() == "As at first").trigger()
    assert pledges.isColumnHidden(number(pledges, "value:due"))


def with_column(tables: TablesView, name: str) -> ListView:
    """The list of pledges with one more column."""
    pledges = bring(tables, 1)
    tables.tabs.front().layout_of_columns.choose(["id", "words", f"value:{name}"])
    QApplication.processEvents()
    return pledges


def test_a_value_is_typed_in_its_cell_and_handed_over(tables, doc, qtbot):
    pledges = with_column(tables, "amount")
    with qtbot.waitSignal(tables.valueEdited) as edited:
        double_click(pledges, 0, "value:amount")
        line = pledges.findChild(QLineEdit)
        assert line.text() == "EUR 42,000,000"
        line.setText("£40m")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert edited.args == [doc, "p1", "amount", "£40m"]


def test_escape_leaves_a_value_as_it_was(tables, listen):
    pledges = with_column(tables, "amount")
    with listen(tables.valueEdited) as edited:
        double_click(pledges, 0, "value:amount")
        line = pledges.findChild(QLineEdit)
        line.setText("£40m")
        QTest.keyClick(line, Qt.Key.Key_Escape)
    assert edited == []


def test_a_choice_is_made_by_its_number_key(tables, doc, listen):
    pledges = with_column(tables, "status")
    pledges.setCurrentIndex(pledges.model().index(0, number(pledges, "value:status")))
    with listen(tables.valueEdited) as edited:
        QTest.keyClick(pledges, Qt.Key.Key_Return)
        box = pledges.findChild(QComboBox)
        QTest.keyClick(box, Qt.Key.Key_2)
    assert edited == [(doc, "p1", "status", "committed")]


def test_why_a_value_was_not_taken_stands_below_until_something_else_is_done(tables):
    tables.show_problem("p1", "amount", "“lots” is not an amount")
    problem = tables.findChild(QLabel, "problem")
    assert problem.isVisible()
    assert problem.text() == "p1: “lots” is not an amount"
    click(bring(tables, 2), 0)
    assert not problem.isVisible()


def test_what_was_refused_elsewhere_is_not_told_here_afterwards(tables):
    tables.hide()
    tables.show_problem("p1", "amount", "no")
    tables.show()
    assert not tables.findChild(QLabel, "problem").isVisible()


def test_the_menu_of_a_row_has_all_that_can_be_done(tables, doc, listen):
    actors = bring(tables, 2)
    click(actors, 1)
    actors.customContextMenuRequested.emit(place(actors, 1))
    menu = QApplication.activePopupWidget()
    titles = [action.text() for action in menu.actions() if action.text()]
    assert titles == ["Go to the text", "Copy", "Copy the whole table", "Columns", "Delete"]
    with listen(tables.opened) as opened, listen(tables.deleteRequested) as deleted:
        menu.actions()[0].trigger()
        menu.actions()[-1].trigger()
    menu.close()
    assert opened == [(doc, "a2")]
    assert deleted == [(((doc, ("a2",)),),)]


@pytest.mark.parametrize("way", ["double click", "enter"])
def test_the_words_lead_to_the_text(tables, doc, listen, way):
    actors = bring(tables, 2)
    with listen(tables.opened) as opened:
        if way == "enter":
            click(actors, 1)
            QTest.keyClick(actors, Qt.Key.Key_Return)
        else:
            double_click(actors, 1, WORDS)
    assert opened == [(doc, "a2")]


def test_several_rows_are_not_picked_but_can_be_changed_together(tables, doc, listen):
    actors = bring(tables, 2)
    bar = tables.findChild(BulkBar)
    click(actors, 0)
    assert not bar.isVisible()
    with listen(tables.picked) as picked, listen(tables.setRequested) as set_:
        click(actors, 1, Qt.KeyboardModifier.ControlModifier)
        assert bar.isVisible()
        bar.setRequested.emit("country", "Lorn")
    assert picked == []
    assert set_ == [(((doc, ("a1", "a2")),), "country", "Lorn")]
    make(tables, doc, bulk.set_value_many(doc, ["a1", "a2"], "country", "Lorn", HAND).change)
    assert selected(actors) == ["a1", "a2"]
    assert bar.isVisible()
    make(tables, doc, delete(doc, ["a1"]))
    assert not bar.isVisible()


def test_the_delete_key_deletes_what_is_selected(tables, doc, listen):
    actors = bring(tables, 2)
    with listen(tables.deleteRequested) as deleted:
        QTest.keyClick(actors, Qt.Key.Key_Delete)
        actors.selectAll()
        QTest.keyClick(actors, Qt.Key.Key_Delete)
    assert deleted == [(((doc, ("a1", "a2")),),)]


def test_selected_rows_are_copied_with_the_columns_that_are_seen(tables):
    actors = bring(tables, 2)
    click(actors, 1)
    QTest.keyClick(actors, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "Id\tWho\tWords\t¶\na2\tthe minister\tthe minister\t2"
    actors.clearSelection()
    tables.copy()
    assert QGuiApplication.clipboard().text().count("\n") == 2


def test_all_articles_are_listed_together_and_name_theirs(tables, doc, listen, qtbot):
    other = doc.copy()
    tables.show_articles([doc, other], ["Port deal", "Another"])
    tables.filters.findChild(QToolButton).setFocus()
    tables.filters.choose_all()
    actors = bring(tables, 2)
    assert titles(tables)[2] == "Actors 4"
    article = number(actors, "article")
    assert not actors.isColumnHidden(article)
    assert [actors.model().text(row, article) for row in range(4)] == ["Port deal"] * 2 + ["Another"] * 2
    with listen(tables.picked) as picked, qtbot.waitSignal(tables.jumped) as jumped:
        click(actors, 3)
    assert picked == []
    assert jumped.args == [other, "a2"]
    tables.show_article(other)
    tables.pick("a2")
    assert actors.selected_places() == [3]
    with listen(tables.deleteRequested) as deleted:
        actors.selectAll()
        QTest.keyClick(actors, Qt.Key.Key_Delete)
    assert deleted == [(((doc, ("a1", "a2")), (other, ("a1", "a2"))),)]


def test_a_change_of_an_article_that_is_not_in_front_is_shown(tables, doc):
    other = doc.copy()
    tables.show_articles([doc, other], ["Port deal", "Another"])
    tables.filters.choose_all()
    actors = bring(tables, 2)
    change = delete(other, ["a1"])
    other.apply(change)
    tables.refresh(change, other)
    assert [actors.model().row_at(row).key for row in range(3)] == [(0, "a1"), (0, "a2"), (1, "a2")]
    assert titles(tables)[2] == "Actors 3"


def test_a_change_of_an_article_that_is_not_listed_changes_nothing(tables, doc):
    other = doc.copy()
    change = delete(other, ["a1"])
    other.apply(change)
    tables.refresh(change, other)
    assert titles(tables)[2] == "Actors 2"


def test_with_one_article_left_it_alone_is_listed(tables, doc):
    tables.show_articles([doc, doc.copy()], ["Port deal", "Another"])
    tables.filters.choose_all()
    tables.show_articles([doc], ["Port deal"])
    assert titles(tables)[2] == "Actors 2"
    assert not tables.filters.is_of_all


def test_a_filter_counts_in_every_list_and_brings_one_it_is_about(tables, qtbot):
    tables.choose_filter(Filter(("actor",), words="minister"))
    assert listed(front(tables)) == ["a2"]
    qtbot.waitUntil(lambda: titles(tables) == ["Quotes", "Pledges", "Actors 1", "Locations"])
    visible = [one.text() for one in bring(tables, 1).parent().findChildren(QLabel) if one.isVisible()]
    assert visible == ["No pledge is what the filter asks for."]
    tables.choose_filter(Filter())
    assert titles(tables) == ["Quotes 1", "Pledges 1", "Actors 2", "Locations 1"]


def test_a_row_comes_and_goes_as_the_filter_asks(tables, doc, qtbot):
    tables.choose_filter(Filter(noted=True))
    qtbot.waitUntil(lambda: titles(tables)[2] == "Actors")
    actors = bring(tables, 2)
    make(tables, doc, changes.set_note(doc, "a2", "Who is that?", HAND))
    assert listed(actors) == ["a2"]
    assert titles(tables)[2] == "Actors 1"
    make(tables, doc, changes.set_note(doc, "a2", "", HAND))
    assert titles(tables)[2] == "Actors"


def test_the_wide_window_shows_more_and_asks_through_the_panel(panel, doc, listen, qtbot):
    wide = panel.open_wide()
    qtbot.waitExposed(wide)
    pledges = bring(wide.tables, 1)
    assert not pledges.isColumnHidden(number(pledges, "value:amount"))
    with listen(panel.picked) as picked, listen(panel.valueEdited) as edited:
        click(pledges, 0)
        pledges.model().setData(pledges.model().index(0, number(pledges, "value:amount")), "£1m")
    assert picked == [("p1",)]
    assert edited == [(doc, "p1", "amount", "£1m")]
    make(panel, doc, changes.set_value(doc, "p1", "amount", "£1m", HAND))
    assert pledges.model().text(0, number(pledges, "value:amount")) == "GBP 1,000,000"
    panel.pick("a2")
    assert selected(front(wide.tables)) == ["a2"]
    panel.show_problem("a2", "country", "no")
    assert wide.tables.findChild(QLabel, "problem").isVisible()
    QTest.keyClick(wide, Qt.Key.Key_Escape)
    assert not wide.isVisible()
    assert panel.open_wide() is wide


def test_the_wide_window_follows_from_article_to_article(panel, doc):
    wide = panel.open_wide()
    other = doc.copy()
    other.apply(delete(other, ["a1", "a2"]))
    panel.show_articles([doc, other], ["One", "Two"])
    panel.show_article(other)
    assert titles(wide.tables)[2] == "Actors"
    wide.tables.filters.choose_all()
    assert titles(wide.tables)[2] == "Actors 2"


def test_the_lists_are_made_when_they_are_first_seen_and_know_what_was_shown_before(themed, qtbot, doc):
    panel = AnnotationTables()
    qtbot.addWidget(panel)
    panel.show_author("ana")
    panel.show_article(doc)
    panel.pick("a2")
    assert panel.findChild(TablesView) is None
    panel.show()
    tables = panel.findChild(TablesView)
    assert selected(front(tables)) == ["a2"]
    assert tables.filters.author == "ana"
