import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.views.command_palette import CommandPalette
from desktop.views.growing_text import GrowingText
from desktop.views.note_field import NoteField


@pytest.fixture
def page(themed, qtbot):
    """A window with a box to leave to, and room for the one that is tried."""
    page = QWidget()
    column = QVBoxLayout(page)
    page.elsewhere = QLineEdit()
    column.addWidget(page.elsewhere)
    qtbot.addWidget(page)
    page.resize(300, 400)

    def with_box(box: QWidget) -> QWidget:
        column.addWidget(box)
        page.show()
        page.activateWindow()
        typed_into = box.editor if isinstance(box, NoteField) else box
        typed_into.setFocus()
        qtbot.waitUntil(typed_into.hasFocus)
        return box

    page.with_box = with_box
    return page


@pytest.mark.parametrize(
    "text", ["12\u00a0000\u202f€", "two\nlines", "e\u0301 👩\u200d👧", " spaces  around "]
)
def test_what_is_shown_is_what_is_read_back(qtbot, text):
    box = GrowingText()
    qtbot.addWidget(box)
    box.show_text(text)
    assert box.text == text
    assert not box.is_edited


def test_shift_and_enter_begin_a_line_where_enter_finishes(page, qtbot):
    box = page.with_box(GrowingText(enter_finishes=True))
    QTest.keyClicks(box, "one")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "two")
    with qtbot.waitSignal(box.finished):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.text == "one\ntwo"


def test_it_grows_with_its_lines_up_to_a_height_and_scrolls_then(page):
    box = page.with_box(GrowingText(1, 4))
    line = box.fontMetrics().lineSpacing()
    heights = []
    for lines in (1, 3, 4, 9):
        box.show_text("\n".join("line" for _ in range(lines)))
        heights.append(box.height())
    one, three, four, nine = heights
    assert (three - one, four - one, nine - one) == (2 * line, 3 * line, 3 * line)
    assert box.verticalScrollBar().maximum() > 0


def test_a_long_line_wraps_and_makes_it_grow(page):
    box = page.with_box(GrowingText(1, 4))
    one = box.height()
    box.show_text("a promise kept in part " * 6)
    assert box.height() > one


def test_the_same_text_again_leaves_the_cursor_where_it_is(page):
    box = page.with_box(GrowingText())
    box.show_text("deepen the channel")
    cursor = box.textCursor()
    cursor.setPosition(6)
    box.setTextCursor(cursor)
    box.show_text("deepen the channel")
    assert box.textCursor().position() == 6


def test_a_note_is_handed_over_once_when_its_box_is_left(page, listen):
    note = page.with_box(NoteField())
    with listen(note.edited) as said:
        QTest.keyClicks(note.editor, "new money?")
        assert said == []
        page.elsewhere.setFocus()
        note.show_note("new money?")
        note.commit()
    assert said == [("new money?",)]


def test_a_note_is_handed_over_when_the_palette_opens_over_it(page, listen):
    note = page.with_box(NoteField())
    palette = CommandPalette(page, [])
    with listen(note.edited) as said:
        QTest.keyClicks(note.editor, "new money?")
        palette.open_over(page)
    assert said == [("new money?",)]
    palette.close()


def test_a_note_is_still_being_written_while_its_own_menu_is_open(page, listen):
    note = page.with_box(NoteField())
    menu = note.editor.createStandardContextMenu()
    with listen(note.edited) as said:
        QTest.keyClicks(note.editor, "new money?")
        menu.popup(page.mapToGlobal(page.rect().center()))
        assert menu.isVisible()
    assert said == []
    menu.close()


def test_a_note_keeps_its_no_break_spaces(page, listen):
    note = page.with_box(NoteField())
    with listen(note.edited) as said:
        note.editor.insertPlainText("42\u00a0000")
        note.commit()
    assert said == [("42\u00a0000",)]


def test_a_note_in_progress_is_not_overwritten(page):
    note = page.with_box(NoteField())
    note.show_note("old")
    QTest.keyClicks(note.editor, "half a ")
    note.show_note("of another hand")
    assert note.editor.text == "half a old"


def test_enter_in_a_note_is_a_new_line(page):
    note = page.with_box(NoteField())
    QTest.keyClicks(note.editor, "a")
    QTest.keyClick(note.editor, Qt.Key.Key_Return)
    QTest.keyClicks(note.editor, "b")
    assert note.editor.text == "a\nb"


def test_a_note_that_is_as_it_was_is_not_handed_over(page, listen):
    note = page.with_box(NoteField())
    note.show_note("said")
    with listen(note.edited) as said:
        QTest.keyClicks(note.editor, "x")
        QTest.keyClick(note.editor, Qt.Key.Key_Backspace)
        page.elsewhere.setFocus()
    assert said == []
