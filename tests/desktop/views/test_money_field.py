import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from desktop.views.calm_combo import CalmCombo
from desktop.views.money_field import MoneyField
from pressmark.attributes import ValueNotUnderstood, canonical
from pressmark.labels import AttributeDefinition, AttributeKind

AMOUNT = AttributeDefinition("amount", "Amount", AttributeKind.MONEY)
WORDS = "pledged £225m for the port"


@pytest.fixture
def field(themed, qtbot) -> MoneyField:
    """Answered as the session does: understood and stored, or refused with a sentence."""
    field = MoneyField(AMOUNT)
    qtbot.addWidget(field)
    field.show()

    def answer(typed: str) -> None:
        try:
            field.show_value(canonical(AMOUNT, typed), WORDS)
        except ValueNotUnderstood as error:
            field.show_problem(str(error))

    field.edited.connect(answer)
    return field


def amount_of(field: MoneyField) -> QLineEdit:
    return field.editor


def currency_of(field: MoneyField) -> CalmCombo:
    return field.findChild(CalmCombo)


def in_boxes(field: MoneyField) -> tuple[str, str]:
    return amount_of(field).text(), currency_of(field).currentText()


def enter(field: MoneyField, words: str) -> None:
    amount_of(field).selectAll()
    QApplication.sendEvent(
        amount_of(field), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, words)
    )
    QTest.keyClick(amount_of(field), Qt.Key.Key_Return)


def choose(field: MoneyField, currency: str) -> None:
    box = currency_of(field)
    box.setCurrentIndex(box.findText(currency))
    box.activated.emit(box.currentIndex())


@pytest.mark.parametrize(
    ("stored", "boxes"),
    [
        ("GBP 225000000", ("225,000,000", "GBP")),
        ("EUR 2000000000..3000000000", ("2,000,000,000–3,000,000,000", "EUR")),
        ("undisclosed", ("undisclosed", "")),
        ("500", ("500", "")),
        ("plenty, says another hand", ("plenty, says another hand", "")),
        ("", ("", "")),
    ],
)
def test_a_stored_amount_stands_apart_from_its_currency(field, listen, stored, boxes):
    with listen(field.edited) as said:
        field.show_value(stored, "")
        field.commit()
    assert in_boxes(field) == boxes
    assert said == []


@pytest.mark.parametrize(
    ("words", "boxes"),
    [
        ("£225m", ("225,000,000", "GBP")),
        ("EUR 2-3 million", ("2,000,000–3,000,000", "EUR")),
        ("undisclosed", ("undisclosed", "")),
        ("40000", ("40,000", "")),
    ],
)
def test_an_amount_typed_with_its_currency_falls_into_both_boxes(field, words, boxes):
    field.show_value("", WORDS)
    enter(field, words)
    assert in_boxes(field) == boxes


def test_a_currency_chosen_first_waits_for_its_amount(field, listen):
    field.show_value("", WORDS)
    with listen(field.edited) as said:
        choose(field, "EUR")
        field.show_value("", WORDS)
        enter(field, "42m")
    assert said == [("EUR 42m",)]
    assert in_boxes(field) == ("42,000,000", "EUR")


def test_another_currency_leaves_the_amount(field, listen):
    field.show_value("GBP 5000", WORDS)
    with listen(field.edited) as said:
        choose(field, "USD")
    assert said == [("USD 5,000",)]
    assert in_boxes(field) == ("5,000", "USD")


def test_an_amount_that_names_its_currency_wins_over_the_one_chosen(field):
    field.show_value("GBP 5000", WORDS)
    enter(field, "€7m")
    assert in_boxes(field) == ("7,000,000", "EUR")


def test_no_amount_means_no_value_whatever_the_currency(field, listen):
    field.show_value("GBP 5000", WORDS)
    with listen(field.edited) as said:
        amount_of(field).selectAll()
        QTest.keyClick(amount_of(field), Qt.Key.Key_Delete)
        QTest.keyClick(amount_of(field), Qt.Key.Key_Return)
    assert said == [("",)]
    assert in_boxes(field) == ("", "")


def test_a_currency_that_is_not_in_the_list_can_be_typed(field, listen):
    field.show_value("GBP 5000", WORDS)
    line = currency_of(field).lineEdit()
    with listen(field.edited) as said:
        line.selectAll()
        QTest.keyClicks(line, "hkd")
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert said == [("HKD 5,000",)]


def offered(field: MoneyField) -> QPushButton | None:
    return next((one for one in field.findChildren(QPushButton) if one.isVisible()), None)


def test_an_amount_printed_in_the_words_is_taken_over_by_one_click(field, listen):
    field.show_value("", WORDS)
    assert offered(field).text() == "Use £225m"
    with listen(field.edited) as said:
        QTest.mouseClick(offered(field), Qt.MouseButton.LeftButton)
    assert said == [("£225m",)]
    assert in_boxes(field) == ("225,000,000", "GBP")
    assert offered(field) is None


def test_enter_in_the_empty_box_takes_the_printed_amount_and_what_is_typed_goes_before_it(field, listen):
    field.show_value("", WORDS)
    assert amount_of(field).placeholderText() == "Enter: £225m"
    QTest.keyClicks(amount_of(field), "EUR 3m\r")
    field.show_value("", WORDS)
    with listen(field.edited) as said:
        QTest.keyClick(amount_of(field), Qt.Key.Key_Return)
        QTest.keyClick(amount_of(field), Qt.Key.Key_Return)
    assert said == [("£225m",)]
    assert (amount_of(field).text(), currency_of(field).currentText()) == ("225,000,000", "GBP")


def test_words_without_an_amount_offer_none(field):
    field.show_value("", "pledged help for the port")
    assert offered(field) is None


def test_the_printed_amount_puts_a_refused_one_right(field):
    field.show_value("", WORDS)
    enter(field, "a lot")
    assert field.has_problem
    QTest.mouseClick(offered(field), Qt.MouseButton.LeftButton)
    assert not field.has_problem
    assert in_boxes(field) == ("225,000,000", "GBP")


def test_the_boxes_stand_beside_each_other_and_are_as_wide(field):
    field.resize(300, 90)
    field.show_value("", WORDS)
    amount, currency = amount_of(field), currency_of(field)
    assert amount.y() == currency.y()
    assert abs(amount.width() - currency.width()) <= 1
    assert amount.height() == currency.height()
    assert currency.accessibleName() == "Currency of amount"
