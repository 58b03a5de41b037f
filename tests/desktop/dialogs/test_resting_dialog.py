"""What rests on a source, a line each: where it leads, and how it is copied."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget, QWidget

from desktop.dialogs.resting_dialog import RestingDialog
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.changes import set_source
from pressmark.resting import in_words, resting
from tests.pressmark.story import BLOCKS, SOURCE, mark, told


@pytest.fixture
def opened(themed, qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()

    def with_source(source: AnnotatedArticle, *others: AnnotatedArticle) -> RestingDialog:
        rows = resting(source, [source, *others])
        dialog = RestingDialog(owner, source, rows, in_words(source, rows))
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return with_source


@pytest.fixture
def dialog(opened) -> RestingDialog:
    source = told()
    record = replace(source.source, status="withdrawn", status_note="the minister had said no such thing")
    source.apply(set_source(source, record))
    copy = AnnotatedArticle(Article.of(BLOCKS), replace(SOURCE, outlet="Bay Herald"))
    mark(copy, "pledge", "€2–3m", values={"amount": "€2–3m"})
    return opened(source, copy)


def groups(dialog: RestingDialog) -> dict[str, list[list[str]]]:
    tree = dialog.findChild(QTreeWidget)
    tops = map(tree.topLevelItem, range(tree.topLevelItemCount()))
    return {
        top.text(0): [[top.child(row).text(column) for column in range(4)] for row in range(top.childCount())]
        for top in tops
    }


def told_in(dialog: RestingDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_quotes_pledges_and_those_who_say_the_same_are_listed(dialog) -> None:
    found = groups(dialog)
    assert [*found] == [
        "Quotes (1)",
        "Pledges (3)",
        "The same words in other articles (1)",
        "Articles that tell the same story (1)",
    ]
    assert found["Pledges (3)"][0] == ["£40m for a second ferry", "Nora Venn", "GBP 40,000,000", "¶2"]
    assert found["The same words in other articles (1)"][0][3] == "Bay Herald ¶4"


def test_it_says_what_became_of_the_source_and_sums_up(dialog) -> None:
    said = told_in(dialog)
    assert "The Coast Courier · 13 November 2026 · Withdrawn: the minister had said no such thing" in said
    assert "1 quote and 3 pledges (GBP 40,000,000 + EUR 2,000,000–3,000,000) rest on it" in said


def test_a_double_click_and_enter_lead_to_where_it_stands(dialog, listen) -> None:
    tree = dialog.findChild(QTreeWidget)
    item = tree.topLevelItem(1).child(1)
    with listen(dialog.jumped) as jumps:
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
        QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(item).center())
        QTest.keyClick(tree, Qt.Key.Key_Down)
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert [row.key for (row,) in jumps] == ["p2", "p3"]
    assert dialog.isVisible()


def test_a_group_leads_nowhere(dialog, listen) -> None:
    tree = dialog.findChild(QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(0))
    with listen(dialog.jumped) as jumps:
        QTest.keyClick(tree, Qt.Key.Key_Return)
    assert not jumps


def test_all_of_it_is_copied_as_a_table(dialog) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Copy as a table"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    by_button = QGuiApplication.clipboard().text().split("\n")
    assert by_button[0] == "What\tId\tWords\tWho\tAmount\tWhere"
    assert by_button[2] == "Pledges\tp1\t£40m for a second ferry\tNora Venn\tGBP 40,000,000\t¶2"
    assert len(by_button) == 7
    QGuiApplication.clipboard().clear()
    QTest.keyClick(dialog.findChild(QTreeWidget), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\n") == by_button


def test_a_source_on_which_nothing_rests_says_so(opened) -> None:
    dialog = opened(AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, "Nothing.")]), SOURCE))
    assert "Nothing that is marked rests on it." in told_in(dialog)
    assert not next(one for one in dialog.findChildren(QPushButton) if "Copy" in one.text()).isEnabled()
