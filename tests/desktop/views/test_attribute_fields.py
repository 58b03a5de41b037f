import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.views.attribute_fields import (
    AttributeField,
    ChoiceField,
    DateField,
    EntityField,
    LineField,
    TextField,
)
from desktop.views.growing_text import GrowingText
from desktop.views.money_field import MoneyField
from desktop.views.printed_offer import PrintedOffer
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article
from pressmark.entities import Entity
from pressmark.labels import AttributeDefinition, AttributeKind

KIND = AttributeKind
MARA = Entity("mara-venn", "Mara Venn")


def definition(kind: AttributeKind) -> AttributeDefinition:
    choices = ("kept", "broken") if kind is KIND.CHOICE else ()
    return AttributeDefinition("detail", "Detail", kind, choices)


def made(kind: AttributeKind) -> AttributeField:
    match kind:
        case KIND.MONEY:
            return MoneyField(definition(kind))
        case KIND.CHOICE | KIND.FLAG:
            return ChoiceField(definition(kind))
        case KIND.ENTITY:
            known = (MARA, Entity("oscar-venn", "Oscar Venn"), Entity("port", "Harbour Board"))
            return EntityField(definition(kind), AnnotatedArticle(Article.of([]), entities=known))
        case KIND.DATE:
            return DateField(definition(kind))
        case KIND.NUMBER:
            return LineField(definition(kind))
        case KIND.TEXT:
            return TextField(definition(kind))


def shown_in(field: AttributeField) -> str:
    match field.editor:
        case QLineEdit() as line:
            return line.text()
        case GrowingText() as box:
            return box.text
        case QComboBox() as box:
            return box.currentText()
    raise AssertionError("a field is one of these")


def typed(field: AttributeField, words: str) -> None:
    field.editor.selectAll()
    QTest.keyClicks(field.editor, words)


@pytest.fixture
def page(themed, qtbot):
    """A field in a window that has the focus, above a box to leave to."""
    page = QWidget()
    column = QVBoxLayout(page)
    page.elsewhere = QLineEdit()
    qtbot.addWidget(page)

    def with_field(kind: AttributeKind) -> AttributeField:
        field = made(kind)
        column.addWidget(field)
        column.addWidget(page.elsewhere)
        page.show()
        page.activateWindow()
        field.editor.setFocus()
        qtbot.waitUntil(field.editor.hasFocus)
        return field

    page.with_field = with_field
    return page


STORED = [
    (KIND.TEXT, "two\nlines of 42\u00a0000", "two\nlines of 42\u00a0000"),
    (KIND.NUMBER, "48.5", "48.5"),
    (KIND.DATE, "by 2027-03-31", "by 31 March 2027"),
    (KIND.MONEY, "GBP 225000000", "225,000,000"),
    (KIND.CHOICE, "broken", "broken"),
    (KIND.CHOICE, "of an older codebook", "of an older codebook"),
    (KIND.FLAG, "no", "no"),
    (KIND.ENTITY, "mara-venn", "Mara Venn"),
    (KIND.ENTITY, "not-in-the-dossier", "not-in-the-dossier"),
]


@pytest.mark.parametrize(("kind", "stored", "seen"), STORED)
def test_a_stored_value_is_shown_as_a_reader_expects_it(page, listen, kind, stored, seen):
    field = page.with_field(kind)
    with listen(field.edited) as said:
        field.show_value(stored, "")
        field.commit()
        page.elsewhere.setFocus()
    assert shown_in(field) == seen
    assert said == []


ENTERED = [
    (KIND.TEXT, "dredging", "dredging"),
    (KIND.NUMBER, "48,5", "48.5"),
    (KIND.DATE, "Dec 2027", "2027-12"),
    (KIND.MONEY, "£225m", "GBP 225000000"),
    (KIND.ENTITY, "Somebody New", "somebody-new"),
]


@pytest.mark.parametrize(("kind", "words", "stored"), ENTERED)
def test_what_is_typed_is_handed_over_once_by_enter_and_leaving(page, listen, kind, words, stored):
    field = page.with_field(kind)
    field.edited.connect(lambda _: field.show_value(stored, ""))
    with listen(field.edited) as said:
        typed(field, words)
        assert said == []
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
        page.elsewhere.setFocus()
        field.commit()
    assert said == [(words,)]


@pytest.mark.parametrize(("kind", "words"), [(kind, words) for kind, words, _ in ENTERED])
def test_leaving_the_field_hands_over_as_well(page, listen, kind, words):
    field = page.with_field(kind)
    with listen(field.edited) as said:
        typed(field, words)
        page.elsewhere.setFocus()
    assert said == [(words,)]


@pytest.mark.parametrize(("kind", "words"), [(KIND.NUMBER, "many"), (KIND.MONEY, "a lot"), (KIND.TEXT, "no")])
def test_what_was_refused_stays_with_its_sentence_and_is_not_asked_for_twice(page, listen, kind, words):
    field = page.with_field(kind)
    field.edited.connect(lambda words: field.show_problem(f"“{words}” cannot be"))
    with listen(field.edited) as said:
        typed(field, words)
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
        page.elsewhere.setFocus()
        field.commit()
    field.show_value("", "a refresh for another reason")
    assert said == [(words,)]
    assert shown_in(field) == words
    assert [one.text() for one in field.findChildren(QLabel, "problem") if one.isVisible()] == [
        f"“{words}” cannot be"
    ]
    assert field.editor.property("problem") is True


@pytest.mark.parametrize("kind", [KIND.NUMBER, KIND.DATE, KIND.MONEY, KIND.TEXT])
def test_going_back_to_what_is_stored_ends_the_problem(page, listen, kind):
    field = page.with_field(kind)
    field.show_value("7", "")
    before = shown_in(field)
    typed(field, "wrong")
    field.commit()
    field.show_problem("That cannot be")
    with listen(field.edited) as said:
        typed(field, before)
        field.commit()
    assert (field.has_problem, said) == (False, [])
    assert shown_in(field) == before


def test_a_value_that_changed_elsewhere_replaces_what_was_refused(page):
    field = page.with_field(KIND.NUMBER)
    field.edited.connect(lambda _: field.show_problem("no number"))
    typed(field, "many")
    field.commit()
    field.show_value("12", "")
    assert shown_in(field) == "12"
    assert not field.has_problem


@pytest.mark.parametrize("kind", [KIND.TEXT, KIND.NUMBER, KIND.DATE, KIND.MONEY, KIND.ENTITY])
def test_a_value_that_is_being_typed_survives_a_refresh(page, kind):
    field = page.with_field(kind)
    field.show_value("", "")
    typed(field, "4")
    field.show_value("", "")
    assert shown_in(field) == "4"


def test_the_same_value_in_other_words_shows_in_ours(page, listen):
    field = page.with_field(KIND.DATE)
    field.show_value("by 2027-03-31", "")
    with listen(field.edited) as said:
        typed(field, "by 31 Mar 2027")
        field.commit()
    assert said == [("by 31 Mar 2027",)]
    assert shown_in(field) == "by 31 March 2027"


def test_an_emptied_field_hands_over_nothing_but_emptiness(page, listen):
    field = page.with_field(KIND.TEXT)
    field.show_value("dredging", "")
    with listen(field.edited) as said:
        field.editor.selectAll()
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
        page.elsewhere.setFocus()
    assert said == [("",)]


@pytest.mark.parametrize(
    ("words", "understood"),
    [
        ("by 31 mar 2027", "by 31 March 2027"),
        ("2027-03", "March 2027"),
        ("31/12/2026", "kept in your words"),
        ("31 March 2027", None),
        ("", None),
    ],
)
def test_a_date_says_what_it_understands_where_that_is_not_what_is_typed(page, words, understood):
    field = page.with_field(KIND.DATE)
    typed(field, words)
    remarks = [one.text() for one in field.findChildren(QLabel) if one.isVisible()]
    assert remarks == ["Detail", *([understood] if understood else [])]


def test_a_choice_is_handed_over_at_once_by_its_number(page, listen):
    field = page.with_field(KIND.CHOICE)
    with listen(field.edited) as said:
        QTest.keyClick(field.editor, Qt.Key.Key_2)
        field.show_value("broken", "")
        QTest.keyClick(field.editor, Qt.Key.Key_2)
        QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    assert said == [("broken",), ("",)]


def test_a_choice_that_could_not_be_made_goes_back(page):
    field = page.with_field(KIND.CHOICE)
    field.show_value("kept", "")
    QTest.keyClick(field.editor, Qt.Key.Key_2)
    assert shown_in(field) == "kept"


def popup_of(field: AttributeField) -> QWidget:
    return field.editor.completer().popup()


def test_a_name_is_completed_from_the_middle_of_known_names(page, listen):
    field = page.with_field(KIND.ENTITY)
    field.show_value("", "the minister")
    with listen(field.edited) as said:
        typed(field, "venn")
        names = popup_of(field).model()
        assert [names.index(row, 0).data() for row in range(names.rowCount())] == ["Mara Venn", "Oscar Venn"]
        QTest.keyClick(popup_of(field), Qt.Key.Key_Down)
        QTest.keyClick(popup_of(field), Qt.Key.Key_Down)
        QTest.keyClick(popup_of(field), Qt.Key.Key_Return)
        page.elsewhere.setFocus()
    assert said == [("Oscar Venn",)]


def test_a_known_name_is_taken_by_a_click_once(page, listen):
    field = page.with_field(KIND.ENTITY)
    field.show_value("", "")
    field.edited.connect(lambda _: field.show_value("mara-venn", ""))
    with listen(field.edited) as said:
        typed(field, "mar")
        popup = popup_of(field)
        row = popup.visualRect(popup.model().index(0, 0))
        QTest.mouseClick(popup.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
        page.elsewhere.setFocus()
    assert said == [("Mara Venn",)]
    assert shown_in(field) == "Mara Venn"


def test_enter_takes_a_name_as_typed_though_the_list_knows_a_longer_one(page, listen):
    field = page.with_field(KIND.ENTITY)
    field.show_value("", "")
    with listen(field.edited) as said:
        typed(field, "Mara")
        QTest.keyClick(popup_of(field), Qt.Key.Key_Return)
        page.elsewhere.setFocus()
    assert said == [("Mara",)]


def test_the_words_themselves_stand_in_an_empty_name(page):
    field = page.with_field(KIND.ENTITY)
    field.show_value("", "the minister")
    assert field.editor.placeholderText() == "the minister"


@pytest.mark.parametrize("kind", list(AttributeKind))
def test_screen_readers_get_the_name_of_every_field(page, kind):
    assert page.with_field(kind).editor.accessibleName() == "Detail"


def test_an_expected_date_that_is_printed_is_taken_by_a_click_or_by_enter(themed, qtbot, listen):
    field = DateField(AttributeDefinition("due", "Due date", KIND.DATE, expected=True))
    qtbot.addWidget(field)
    field.show_value("", "paid before the end of June 2027, at the latest")
    (use,) = field.findChildren(PrintedOffer)
    with listen(field.edited) as said:
        QTest.keyClick(field.editor, Qt.Key.Key_Return)
        QTest.mouseClick(use, Qt.MouseButton.LeftButton)
    assert said == [("before the end of June 2027",)] * 2
    field.show_value("by 2027-06", "paid before the end of June 2027")
    assert use.isHidden()


def test_dates_that_nobody_expects_are_not_offered(themed, qtbot):
    field = DateField(AttributeDefinition("said", "Said on", KIND.DATE))
    qtbot.addWidget(field)
    field.show_value("", "paid before the end of June 2027")
    assert field.findChild(PrintedOffer).isHidden()
