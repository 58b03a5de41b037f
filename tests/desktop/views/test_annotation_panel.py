import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabWidget, QUndoView

from desktop.views.annotation_panel import AnnotationPanel
from pressmark.changes import delete


@pytest.fixture
def panel(themed, qtbot, doc) -> AnnotationPanel:
    panel = AnnotationPanel()
    qtbot.addWidget(panel)
    panel.show_article(doc)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def tab(panel: AnnotationPanel, number: int) -> str:
    return panel.findChild(QTabWidget).tabText(number)


def test_the_tabs_name_what_is_selected_and_how_much_there_is(panel, doc):
    panel.pick("p1")
    assert (tab(panel, 0), tab(panel, 1)) == ("p1 Pledge", "All 5")
    change = delete(doc, ["p1"])
    doc.apply(change)
    panel.refresh(change)
    assert (tab(panel, 0), tab(panel, 1)) == ("Selected", "All 4")
    panel.pick("")
    assert tab(panel, 0) == "Selected"


def test_the_form_comes_to_the_front_with_the_keyboard(panel):
    panel.pick("q1")
    panel.findChild(QTabWidget).setCurrentWidget(panel.tables)
    panel.focus_form()
    QApplication.processEvents()
    assert panel.findChild(QTabWidget).currentWidget() is panel.form
    assert panel.form.isAncestorOf(QApplication.focusWidget())


def test_another_article_begins_with_nothing_selected(panel, doc):
    panel.pick("p1")
    panel.show_article(doc.copy())
    assert tab(panel, 0) == "Selected"
    assert panel.form.findChild(QLabel).text().startswith("Select words")


def test_without_an_article_nothing_is_picked(panel, listen):
    panel.pick("p1")
    panel.show_article(None)
    panel.pick("p1")
    assert panel.form.findChild(QLabel).text().startswith("Select words")


def test_what_a_brief_would_lack_stands_below_and_goes_when_it_is_there(panel):
    panel.show_findings(["1 quote has no speaker", "1 pledge has no date"])
    below = panel.findChild(QLabel, "findings")
    assert below.text() == "1 quote has no speaker · 1 pledge has no date"
    assert below.isVisible()
    panel.show_findings([])
    assert not below.isVisible()


def test_the_history_comes_to_the_front(panel):
    stack = QUndoStack(panel)
    panel.follow(stack)
    panel.show_history()
    shown = panel.findChild(QTabWidget).currentWidget()
    assert isinstance(shown, QUndoView)
    assert shown.stack() is stack
    assert QApplication.focusWidget() is shown


def test_escape_in_a_field_asks_for_the_article(panel, listen):
    panel.pick("q1")
    panel.focus_form()
    box = QApplication.focusWidget()
    with listen(panel.left) as left:
        QTest.keyClick(box, Qt.Key.Key_Escape)
    assert left == [()]
