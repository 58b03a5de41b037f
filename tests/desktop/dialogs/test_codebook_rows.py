"""Rows of attributes and roles: what they say of what was there, and of what is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QToolButton

from desktop.dialogs.codebook_attributes import AttributeList
from desktop.dialogs.codebook_roles import RoleList
from desktop.views.calm_combo import CalmCombo
from pressmark.labels import STANDARD_CODEBOOK, AttributeDefinition, AttributeKind, RoleDefinition

KIND, KEY, ALT = AttributeKind, Qt.Key, Qt.KeyboardModifier.AltModifier
PLEDGE = STANDARD_CODEBOOK.label("pledge")


@pytest.fixture
def attributes(themed, qtbot) -> AttributeList:
    shown = AttributeList()
    qtbot.addWidget(shown)
    shown.show_definitions(PLEDGE.attributes)
    shown.show()
    return shown


@pytest.fixture
def roles(themed, qtbot) -> RoleList:
    shown = RoleList()
    qtbot.addWidget(shown)
    shown.show_definitions(PLEDGE.roles, STANDARD_CODEBOOK.labels)
    shown.show()
    return shown


def add(rows: AttributeList | RoleList, title: str) -> None:
    rows.findChild(QPushButton, "linkLike").click()
    QTest.keyClicks(rows.rows[-1].findChild(QLineEdit), title)


def menu(row, which: int = -1):
    return row.findChildren(QToolButton)[which].menu().actions()


def names(rows: AttributeList | RoleList) -> list[str]:
    return [one.name for one in rows.definitions()]


def test_what_is_shown_is_what_comes_back(attributes, roles):
    assert attributes.definitions() == PLEDGE.attributes
    assert roles.definitions() == PLEDGE.roles


def test_another_title_keeps_the_name_that_values_have_in_files(attributes):
    QTest.keyClicks(attributes.rows[1].findChild(QLineEdit), "Full ")
    amount = attributes.definitions()[1]
    assert (amount.name, amount.title, amount.kind) == ("amount", "Full Amount", KIND.MONEY)
    attributes.rows[1].findChild(QLineEdit).clear()
    assert attributes.definitions()[1].title == "Amount"


def test_a_new_attribute_is_none_until_it_has_a_title_and_its_name_is_free(attributes, qtbot):
    attributes.findChild(QPushButton, "linkLike").click()
    assert attributes.definitions() == PLEDGE.attributes
    with qtbot.waitSignal(attributes.edited):
        QTest.keyClicks(attributes.rows[-1].findChild(QLineEdit), "Due")
    add(attributes, "Said by whom?")
    assert attributes.definitions()[-2:] == (
        AttributeDefinition("due-2", "Due"),
        AttributeDefinition("said-by-whom", "Said by whom?"),
    )


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("for, against,, for", ("for", "against")),
        ("kept, in part; broken", ("kept, in part", "broken")),
        ("", ()),
    ],
)
def test_choices_are_parted_by_commas_or_by_semicolons(attributes, typed, choices):
    add(attributes, "Stance")
    kind = attributes.rows[-1].findChild(CalmCombo)
    line = attributes.rows[-1].findChildren(QLineEdit)[1]
    assert not line.isVisible()
    QTest.keyClick(kind, KEY.Key_5)
    assert line.isVisible()
    QTest.keyClicks(line, typed)
    stance = attributes.definitions()[-1]
    assert (stance.kind, stance.choices) == (KIND.CHOICE, choices)


def test_choices_with_commas_come_back_as_they_were(themed, qtbot):
    shown = AttributeList()
    qtbot.addWidget(shown)
    odd = AttributeDefinition("status", "Status", KIND.CHOICE, ("kept, in part", "broken", "a;b"))
    shown.show_definitions([odd])
    assert shown.definitions() == (odd,)


def test_an_expected_attribute_is_ticked(attributes):
    attributes.rows[0].findChild(QCheckBox).click()
    assert attributes.definitions()[0].expected


def test_rows_are_moved_by_keys_and_by_menu_and_removed(attributes, qtbot):
    QTest.keyClick(attributes.rows[0].findChild(QLineEdit), KEY.Key_Up, ALT)
    assert names(attributes)[:3] == ["kind", "amount", "what"]
    with qtbot.waitSignal(attributes.edited):
        QTest.keyClick(attributes.rows[0].findChild(QLineEdit), KEY.Key_Down, ALT)
    assert names(attributes)[:3] == ["amount", "kind", "what"]
    menu(attributes.rows[2])[0].trigger()
    assert names(attributes)[:3] == ["amount", "what", "kind"]
    with qtbot.waitSignal(attributes.edited):
        menu(attributes.rows[1])[-1].trigger()
    assert names(attributes)[:2] == ["amount", "kind"]


def test_tab_walks_through_the_rows_as_they_stand(attributes, qtbot):
    attributes.activateWindow()
    QTest.keyClick(attributes.rows[1].findChild(QLineEdit), KEY.Key_Up, ALT)
    first = attributes.rows[0].findChild(QLineEdit)
    first.setFocus()
    walked = []
    for _ in range(5):
        QTest.keyClick(attributes.focusWidget(), KEY.Key_Tab)
        walked.append(attributes.focusWidget())
    assert walked[:3] == attributes.rows[0].stops()[1:2] + attributes.rows[0].stops()[3:]
    assert walked[3] is attributes.rows[1].findChild(QLineEdit)


def test_a_new_role_leads_to_the_first_label_until_others_are_ticked(roles):
    add(roles, "Paid by")
    assert roles.definitions()[-1] == RoleDefinition("paid-by", "Paid by", ("quote",))
    for action in menu(roles.rows[-1], 0)[:3]:
        action.toggle()
    button = roles.rows[-1].findChildren(QToolButton)[0]
    assert roles.definitions()[-1].targets == ("pledge", "actor")
    assert (button.text(), button.accessibleName()) == ("→ Pledge, Actor", "Leads to Pledge, Actor")
    menu(roles.rows[-1], 0)[3].toggle()
    assert button.text() == "→ Pledge, Actor +1"


def test_a_role_keeps_the_order_of_its_targets_and_those_that_are_not_labels_here(themed, qtbot):
    shown = RoleList()
    qtbot.addWidget(shown)
    odd = RoleDefinition("to", "To", ("location", "ship", "actor"), many=True)
    shown.show_definitions([odd], STANDARD_CODEBOOK.labels)
    assert shown.definitions() == (odd,)
    menu(shown.rows[0], 0)[0].toggle()
    assert shown.definitions()[0].targets == ("location", "ship", "actor", "quote")


def test_several_and_expected_are_ticked(roles):
    for tick in roles.rows[-1].findChildren(QCheckBox):
        tick.click()
    restates = roles.definitions()[-1]
    assert (restates.many, restates.expected) == (True, True)
