import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.views.section_list import SectionList
from pressmark.templates import Arrangement, ChosenSection

TITLES = (("pledges", "Pledges"), ("statements", "Statements"), ("sources", "Sources"))
CHOSEN = (ChosenSection("statements", "Who said what", Arrangement.SPEAKER), ChosenSection("pledges", most=3))


@pytest.fixture
def sections(themed, qtbot) -> SectionList:
    found = SectionList(TITLES)
    qtbot.addWidget(found)
    found.show_sections(CHOSEN)
    found.show()
    return found


def shown(sections: SectionList) -> list[str]:
    return [sections.item(row).text() for row in range(sections.count())]


def test_the_chosen_ones_come_first_in_their_order_under_their_titles(sections):
    assert shown(sections) == ["Who said what", "Pledges", "Sources"]
    assert sections.sections() == CHOSEN


def test_a_tick_takes_a_section_in_and_out(sections, qtbot):
    sections.setCurrentRow(2)
    with qtbot.waitSignal(sections.changed):
        QTest.keyClick(sections, Qt.Key.Key_Space)
    assert sections.sections() == (*CHOSEN, ChosenSection("sources"))
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert sections.sections() == CHOSEN


def test_alt_and_an_arrow_move_a_section_and_keep_it_in_front(sections, qtbot):
    with qtbot.waitSignal(sections.changed):
        QTest.keyClick(sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert sections.sections() == CHOSEN[::-1]
    assert sections.current_section() == CHOSEN[0]
    QTest.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert sections.sections() == CHOSEN


def test_what_is_said_of_a_section_shows_at_once(sections):
    sections.set_current_section(ChosenSection("statements", "Quotes"))
    assert shown(sections)[0] == "Quotes"
    assert sections.sections()[0] == ChosenSection("statements", "Quotes")


def test_a_section_of_a_newer_version_keeps_its_name_and_its_place(sections):
    sections.show_sections((ChosenSection("mood"), *CHOSEN))
    assert shown(sections)[0] == "mood"
    assert sections.sections()[0] == ChosenSection("mood")
