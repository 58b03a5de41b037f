import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QTableView

from desktop.views.pivot_view import PivotView
from pressmark import changes
from pressmark.changes import delete
from tests.pressmark.story import HAND, story, told


@pytest.fixture
def doc():
    return told()


@pytest.fixture
def view(themed, qtbot, doc) -> PivotView:
    view = PivotView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show_articles([doc], ["Ferry"])
    view.show()
    return view


def cells(view: PivotView) -> list[str]:
    model = view.findChild(QTableView).model()
    return [model.index(0, column).data() for column in range(model.columnCount())]


def behind(view: PivotView) -> list[str]:
    found = view.findChild(QListWidget)
    return [found.item(row).text() for row in range(found.count())]


def ask(view: PivotView, row: int, column: int) -> None:
    table = view.findChild(QTableView)
    spot = table.visualRect(table.model().index(row, column)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def test_a_double_click_lists_what_is_behind_a_cell_and_a_click_there_goes_to_it(view, doc, listen):
    assert cells(view)[0] == "GBP 40,000,000"
    ask(view, 0, 0)
    assert behind(view) == ["p1 · £40m for a second ferry", "p2 · the £40m pledge"]
    heading = view.findChild(QLabel, "sectionHeading").text()
    assert heading == "2 behind Nora Venn → Port Almar"
    found = view.findChild(QListWidget)
    with listen(view.opened) as opened:
        QTest.mouseClick(
            found.viewport(), Qt.MouseButton.LeftButton, pos=found.visualItemRect(found.item(1)).center()
        )
    assert opened == [(doc, "p2")]


def test_enter_does_as_the_mouse(view, doc, listen):
    table = view.findChild(QTableView)
    table.setCurrentIndex(table.model().index(2, 2))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert len(behind(view)) == 3
    with listen(view.opened) as opened:
        QTest.keyClick(view.findChild(QListWidget), Qt.Key.Key_Return)
    assert opened == [(doc, "p1")]


def test_an_empty_cell_lists_nothing(view):
    ask(view, 0, 1)
    assert behind(view) == []


def test_of_several_articles_each_is_named(view, doc):
    view.show_articles([doc, told()], ["Ferry", "Quay"])
    assert cells(view)[0] == "GBP 80,000,000"
    ask(view, 0, 0)
    assert [line.rpartition(" · ")[2] for line in behind(view)] == ["Ferry", "Ferry", "Quay", "Quay"]


def test_quotes_are_added_up_as_well(view, doc):
    doc.apply(changes.set_value(doc, "q1", "topic", "ferries", HAND))
    kind = view.findChild(QComboBox)
    kind.setCurrentIndex(1)
    kind.activated.emit(1)
    assert cells(view) == ["1", "1"]


def test_it_is_added_up_anew_when_it_is_seen(view, doc):
    view.hide()
    doc.apply(delete(doc, ["p1", "p2"]))
    view.refresh()
    assert cells(view)[0] == "GBP 40,000,000"
    view.show()
    assert cells(view)[0] == "EUR 2,000,000–3,000,000"


def test_where_there_is_nothing_a_sentence_stands(view):
    view.show_articles([story()], ["Ferry"])
    assert not view.findChild(QTableView).isVisible()
    visible = [one.text() for one in view.findChildren(QLabel) if one.isVisible()]
    assert visible == ["Nothing is marked yet that could be added up."]


@pytest.mark.parametrize("by", ["button", "key"])
def test_the_whole_table_is_copied(view, by):
    if by == "button":
        view.findChild(QPushButton).click()
    else:
        QTest.keyClick(view.findChild(QTableView), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Who, to whom\tPort Almar\tnot stated\tTotal"
    assert lines[1] == "Nora Venn\tGBP 40,000,000\t\tGBP 40,000,000"
