import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit, QMenu, QPushButton

from desktop.views.filter_bar import FilterBar
from desktop.views.filter_form import FilterForm
from pressmark.filtering import AttributeCondition, Filter, How, RoleCondition
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.saved_filters import ready_made


@pytest.fixture
def bar(themed, qtbot) -> FilterBar:
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.author = "ana"
    bar.show_labels(STANDARD_CODEBOOK.labels, lambda: ["ana", "ben"])
    bar.resize(320, 80)
    bar.show()
    return bar


@pytest.fixture
def form(bar, menu) -> FilterForm:
    entry(menu(), "More…").trigger()
    return bar.findChild(FilterForm)


@pytest.fixture
def menu(bar):
    """The menu of filters as it is when it opens."""

    def opened() -> QMenu:
        found = bar.findChild(QMenu)
        found.aboutToShow.emit()
        return found

    return opened


def entry(menu: QMenu, title: str):
    return next(action for action in menu.actions() if action.text() == title)


def chips(bar: FilterBar) -> list[QPushButton]:
    return [one for one in bar.findChildren(QPushButton, "filterChip") if one.isVisible()]


def field(form: FilterForm, name: str, kind: type = QLineEdit):
    return next(one for one in form.findChildren(kind) if one.accessibleName() == name)


def choose(form: FilterForm, name: str, title: str) -> None:
    box = field(form, name, QComboBox)
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def test_words_are_searched_once_nothing_more_is_typed(bar, qtbot):
    box = bar.findChild(QLineEdit)
    with qtbot.waitSignal(bar.changed) as changed:
        QTest.keyClicks(box, "ferry")
    assert changed.args == [Filter(words="ferry")]
    with qtbot.waitSignal(bar.changed, timeout=50) as changed:
        box.clear()
    assert changed.args == [Filter()]


def test_a_ready_made_filter_shows_its_parts_as_chips_and_each_can_go(bar, menu, listen):
    with listen(bar.changed) as changed:
        entry(menu(), "Pledges without a due date").trigger()
        QApplication.processEvents()
        assert [chip.text() for chip in chips(bar)] == ["Pledges  ×", "Due date is missing  ×"]
        chips(bar)[0].click()
        QApplication.processEvents()
        assert [chip.text() for chip in chips(bar)] == ["Due date is missing  ×"]
        chips(bar)[0].click()
    wanted = ready_made("ana")[2].filter
    assert changed == [(wanted,), (Filter(attributes=wanted.attributes),), (Filter(),)]
    assert chips(bar) == []


def test_the_menu_marks_the_filter_that_is_chosen_and_shows_all_again(bar, menu):
    assert not entry(menu(), "Show all").isEnabled()
    entry(menu(), "Mine").trigger()
    assert bar.filter == Filter(author="ana")
    assert entry(menu(), "Mine").isChecked()
    assert not entry(menu(), "With a note").isChecked()
    entry(menu(), "Show all").trigger()
    assert bar.filter == Filter()


def test_words_stay_when_parts_go(bar):
    bar.choose(Filter(words="ferry", noted=True))
    assert bar.findChild(QLineEdit).text() == "ferry"
    QApplication.processEvents()
    chips(bar)[0].click()
    assert bar.filter == Filter(words="ferry")


def test_the_form_asks_for_everything_else(bar, form):
    choose(form, "Label", "Pledge")
    choose(form, "Attribute", "Status")
    choose(form, "How", "is")
    field(form, "Value").setText("announced")
    QTest.keyClick(field(form, "Value"), Qt.Key.Key_Return)
    choose(form, "Attribute", "Due date")
    choose(form, "How", "is missing")
    assert not field(form, "Value").isEnabled()
    form.findChildren(QPushButton)[0].click()
    choose(form, "Link", "Pledged by")
    choose(form, "Linked or not", "not linked")
    form.findChildren(QPushButton)[1].click()
    choose(form, "Link", "To")
    choose(form, "Linked or not", "linked to")
    form.findChildren(QPushButton)[1].click()  # to nobody: nothing is added
    field(form, "Linked to").setText("Port")
    QTest.keyClick(field(form, "Linked to"), Qt.Key.Key_Return)
    choose(form, "Marked by", "ben")
    choose(form, "Note", "With one")
    field(form, "Words of the note").setText("june")
    field(form, "Words of the note").editingFinished.emit()
    field(form, "Made from").setText("1 Nov 2026")
    field(form, "Made from").editingFinished.emit()
    field(form, "Made until").setText("some day")
    field(form, "Made until").editingFinished.emit()
    form.findChild(QCheckBox).setChecked(True)
    assert bar.filter == Filter(
        ("pledge",),
        "",
        (AttributeCondition("status", How.IS, "announced"), AttributeCondition("due", How.MISSING)),
        (RoleCondition("pledger", False), RoleCondition("recipient", True, "Port")),
        "ben",
        True,
        "june",
        "2026-11-01",
        "",
        True,
    )


def test_the_form_begins_with_the_filter_there_is(bar, menu):
    bar.choose(Filter(("quote",), author="zoe", noted=False, since="2026-11", incomplete=True))
    entry(menu(), "More…").trigger()
    form = bar.findChild(FilterForm)
    shown = [field(form, name, QComboBox).currentText() for name in ("Label", "Marked by", "Note")]
    assert shown == ["Quote", "zoe", "Without"]
    assert field(form, "Made from").text() == "November 2026"
    assert form.findChild(QCheckBox).isChecked()
    attributes = field(form, "Attribute", QComboBox)
    assert [attributes.itemText(at) for at in range(attributes.count())][:2] == ["Mode", "Cue"]


def test_a_filter_is_kept_by_name_and_forgotten(bar, form, menu, listen):
    bar.choose(Filter(noted=True))
    with listen(bar.savedChanged) as saved:
        field(form, "Save as").setText("Questions")
        QTest.keyClick(field(form, "Save as"), Qt.Key.Key_Return)
        bar.choose(Filter(noted=True, author="ben"))
        field(form, "Save as").setText("Questions")
        form.findChildren(QPushButton)[-1].click()
        bar.choose(Filter())
        entry(menu(), "Questions").trigger()
        assert bar.filter == Filter(noted=True, author="ben")
        entry(entry(menu(), "Forget").menu(), "Questions").trigger()
    assert saved == [
        ([{"name": "Questions", "noted": True}],),
        ([{"name": "Questions", "noted": True, "author": "ben"}],),
        ([],),
    ]


def test_filters_kept_before_are_offered(bar, menu):
    bar.show_saved([{"name": "R & D", "noted": True}])
    entry(menu(), "R && D").trigger()
    assert bar.filter == Filter(noted=True)


def test_what_is_no_filter_any_more_is_left_out(bar, menu):
    bar.show_saved([{"noted": True}, {"name": "Kept", "noted": True}, {"name": "x", "labels": 5}])
    assert [action.text() for action in entry(menu(), "Forget").menu().actions()] == ["Kept"]
