import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QToolButton

from desktop.views.bulk_bar import BulkBar
from desktop.views.bulk_cards import LinkCard, ValueCard
from pressmark.labels import LOCATION, PLEDGE, QUOTE, STANDARD_CODEBOOK, Label


@pytest.fixture
def bar(themed, qtbot) -> BulkBar:
    bar = BulkBar()
    qtbot.addWidget(bar)
    bar.resize(320, 40)
    select(bar, 5, PLEDGE)
    bar.show()
    return bar


def select(bar: BulkBar, count: int, label: Label) -> None:
    bar.show_selection(count, label, STANDARD_CODEBOOK.labels, lambda role: {"Venn", f"a {role.name}"})


def press(bar: BulkBar, title: str) -> None:
    button = next(one for one in bar.findChildren(QToolButton) if one.text() == title)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_it_is_there_from_two_rows_on_and_says_how_many(bar):
    assert bar.findChild(QLabel).text() == "5 selected"
    select(bar, 1, PLEDGE)
    assert not bar.isVisible()
    select(bar, 2, PLEDGE)
    assert bar.isVisible()


def test_it_offers_what_the_label_has(bar):
    plain = Label("claim", "Claim", "orange", QUOTE.line)
    select(bar, 2, plain)
    assert [one.text() for one in bar.findChildren(QToolButton) if one.isVisible()] == ["Relabel ▾", "Delete"]
    select(bar, 2, LOCATION)
    assert [one.text() for one in bar.findChildren(QToolButton) if one.isVisible()] == [
        "Relabel ▾", "Set…", "Delete",
    ]  # fmt: skip


def test_all_others_are_offered_as_labels(bar, listen):
    menu = bar.findChild(QMenu)
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Quote", "Actor", "Location"]
    with listen(bar.relabelRequested) as asked:
        menu.actions()[1].trigger()
    assert asked == [("actor",)]


def test_delete_is_asked_for_by_key(bar, listen):
    with listen(bar.deleteRequested) as asked:
        press(bar, "Delete")
    assert asked == [()]


def test_a_value_is_chosen_or_typed(bar, listen):
    press(bar, "Set…")
    card = bar.findChild(ValueCard)
    what, choices = card.findChildren(QComboBox)[:2]
    with listen(bar.setRequested) as asked:
        what.setCurrentIndex(what.findText("Status"))
        QTest.keyClick(choices, Qt.Key.Key_1)
        QTest.keyClick(choices, Qt.Key.Key_Return)
        assert not card.isVisible()
        press(bar, "Set…")
        what.setCurrentIndex(what.findText("What"))
        line = next(one for one in card.findChildren(QLineEdit) if one.accessibleName() == "Value")
        QTest.keyClicks(line, " a ferry ")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked == [("status", "announced"), ("what", "a ferry")]


def test_somebody_is_linked_by_name(bar, listen):
    press(bar, "Link…")
    card = bar.findChild(LinkCard)
    what, line = card.findChild(QComboBox), card.findChild(QLineEdit)
    what.setCurrentIndex(what.findText("To"))
    names = line.completer().model()
    assert [names.index(row, 0).data() for row in range(names.rowCount())] == ["a recipient", "Venn"]
    with listen(bar.linkRequested) as asked:
        QTest.keyClick(line, Qt.Key.Key_Return)
        assert card.isVisible()
        QTest.keyClicks(line, "Venn")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert asked == [("recipient", "Venn")]
    assert not card.isVisible()


def test_escape_leaves_a_card_and_asks_for_nothing(bar, listen):
    press(bar, "Set…")
    card = bar.findChild(ValueCard)
    with listen(bar.setRequested) as asked:
        QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert asked == []
