from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from desktop.dialogs.text_check_dialog import TextCheckDialog, TextCheckOffer
from desktop.views.block_editor import BlockEditor
from desktop.views.calm_combo import CalmCombo
from desktop.views.kind_margin import KindMargin
from desktop.views.page_pictures import PagePictures, Pages
from pressmark.article import BlockKind
from pressmark.text_check import PagedBlock

HEADING, PARAGRAPH, ITEM = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM
BLOCKS = (
    PagedBlock(HEADING, "Harbour to be dredged", 1, 1),
    PagedBlock(PARAGRAPH, "The council voted on", 0, 1),
    PagedBlock(PARAGRAPH, "Monday night. Work begins in March.", 0, 2),
    PagedBlock(BlockKind.CAPTION, "The Halcyon, aground. €42\u00a0million 😀", 0, 2),
)


def drawn(number: int, width: int) -> QImage | None:
    """The first page is red, the second blue, and a third cannot be drawn."""
    if number > 2:
        return None
    image = QImage(width, width, QImage.Format.Format_RGB32)
    image.fill(QColor("red" if number == 1 else "blue"))
    return image


@pytest.fixture
def shown(themed, qtbot) -> Callable[..., TextCheckDialog]:
    owner = QWidget()
    qtbot.addWidget(owner)

    def show(blocks=BLOCKS, pages: Pages | None = None) -> TextCheckDialog:
        dialog = TextCheckDialog(owner, TextCheckOffer("gazette.pdf", "Look at its columns.", blocks, pages))
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return show


def editor(dialog: TextCheckDialog) -> BlockEditor:
    return dialog.findChild(BlockEditor)


def go(dialog: TextCheckDialog, block: int, at: int = 0) -> None:
    text = editor(dialog)
    cursor = QTextCursor(text.document().findBlockByNumber(block))
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=at)
    text.setTextCursor(cursor)


def press(dialog: TextCheckDialog, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(editor(dialog), key, modifier)


def texts(dialog: TextCheckDialog) -> list[str]:
    return [block.text for block in dialog.answer()]


def test_what_is_not_touched_comes_back_letter_by_letter(shown) -> None:
    dialog = shown()
    assert dialog.windowTitle() == "Check the text of gazette.pdf"
    assert dialog.answer() == list(BLOCKS)


def test_backspace_at_its_start_joins_a_block_to_the_one_before(shown) -> None:
    dialog = shown()
    go(dialog, 2)
    press(dialog, Qt.Key.Key_Backspace)
    assert dialog.answer() == [
        BLOCKS[0],
        PagedBlock(PARAGRAPH, "The council voted on Monday night. Work begins in March.", 0, 1),
        BLOCKS[3],
    ]
    editor(dialog).undo()
    assert dialog.answer() == list(BLOCKS)


def test_delete_at_its_end_joins_the_next_block_to_one(shown) -> None:
    dialog = shown()
    go(dialog, 1, len(BLOCKS[1].text))
    press(dialog, Qt.Key.Key_Delete)
    assert texts(dialog)[1] == "The council voted on Monday night. Work begins in March."


def test_what_is_joined_to_a_heading_is_part_of_it(shown) -> None:
    dialog = shown()
    go(dialog, 1)
    press(dialog, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer()[0] == PagedBlock(HEADING, "Harbour to be dredged The council voted on", 1, 1)


def test_enter_splits_a_block_at_the_cursor(shown) -> None:
    dialog = shown()
    go(dialog, 2, len("Monday night."))
    press(dialog, Qt.Key.Key_Return)
    assert dialog.answer()[2:4] == [
        PagedBlock(PARAGRAPH, "Monday night.", 0, 2),
        PagedBlock(PARAGRAPH, "Work begins in March.", 0, 2),
    ]
    press(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer() == list(BLOCKS)


@pytest.mark.parametrize("dropped", range(4))
def test_a_block_is_dropped_and_the_others_stay_what_they_are(shown, dropped: int) -> None:
    dialog = shown()
    go(dialog, dropped, 3)
    press(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer() == [block for number, block in enumerate(BLOCKS) if number != dropped]
    editor(dialog).undo()
    assert dialog.answer() == list(BLOCKS)


def test_several_selected_blocks_are_dropped_together(shown) -> None:
    dialog = shown()
    go(dialog, 1, 2)
    cursor = editor(dialog).textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    editor(dialog).setTextCursor(cursor)
    press(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert dialog.answer() == [BLOCKS[0], BLOCKS[3]]


def test_a_typo_is_righted_where_it_stands(shown) -> None:
    dialog = shown()
    go(dialog, 1, 3)
    QTest.keyClicks(editor(dialog), " town")
    assert texts(dialog)[1] == "The town council voted on"


@pytest.mark.parametrize("number", range(5))
def test_keys_make_a_block_another_kind(shown, number: int) -> None:
    dialog = shown()
    go(dialog, 1)
    press(dialog, Qt.Key(Qt.Key.Key_1.value + number), Qt.KeyboardModifier.AltModifier)
    kind = tuple(BlockKind)[number]
    assert dialog.answer()[1] == PagedBlock(kind, "The council voted on", 2 if kind is HEADING else 0, 1)
    assert dialog.findChild(CalmCombo).currentData() == kind


def test_the_box_above_shows_the_kind_at_the_cursor_and_changes_it(shown) -> None:
    dialog = shown()
    kinds = dialog.findChild(CalmCombo)
    assert kinds.currentText() == "Heading"
    go(dialog, 3)
    assert kinds.currentText() == "Caption"
    kinds.setCurrentIndex(2)
    kinds.activated.emit(2)
    assert dialog.answer()[3].kind is ITEM
    assert dialog.answer()[3].page == 2


def test_a_click_beside_a_block_offers_its_kinds(shown, qtbot) -> None:
    dialog = shown()
    margin = dialog.findChild(KindMargin)
    place = (
        editor(dialog)
        .document()
        .documentLayout()
        .blockBoundingRect(editor(dialog).document().findBlockByNumber(2))
    )
    top = editor(dialog).viewport().y() - margin.y()
    QTest.mouseClick(margin, Qt.MouseButton.LeftButton, pos=QPoint(30, top + round(place.center().y())))
    menu = QApplication.activePopupWidget()
    assert [action.text() for action in menu.actions()][:2] == ["Heading", "Paragraph"]
    menu.actions()[3].trigger()
    menu.close()
    assert dialog.answer()[2].kind is BlockKind.QUOTATION


def test_the_block_at_the_cursor_shows_its_page(shown, qtbot) -> None:
    dialog = shown(pages=Pages(3, drawn))
    pictures = dialog.findChild(PagePictures)
    picture = pictures.findChild(QScrollArea).widget()

    def colour() -> QColor:
        return picture.pixmap().toImage().pixelColor(20, 20) if not picture.pixmap().isNull() else QColor()

    qtbot.waitUntil(lambda: colour() == QColor("red"))
    go(dialog, 2)
    qtbot.waitUntil(lambda: colour() == QColor("blue"))
    assert "Page 2 of 3" in [label.text() for label in pictures.findChildren(QLabel)]
    next_page = next(one for one in pictures.findChildren(QToolButton) if one.toolTip() == "Next page")
    next_page.click()
    qtbot.waitUntil(lambda: picture.text() == "Page 3 cannot be drawn")
    assert not next_page.isEnabled()


def test_pasted_words_come_as_words(shown) -> None:
    dialog = shown()
    go(dialog, 1)
    QApplication.clipboard().setText("One.\n\nTwo. ")
    press(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(dialog)[1:3] == ["One.", "Two. The council voted on"]


def test_a_text_without_any_words_is_not_taken(shown) -> None:
    dialog = shown((PagedBlock(PARAGRAPH, "All of it."),))
    editor(dialog).selectAll()
    press(dialog, Qt.Key.Key_Backspace)
    next(one for one in dialog.findChildren(QPushButton) if one.text() == "Use this text").click()
    assert dialog.isVisible()
    assert any("no text left" in label.text() for label in dialog.findChildren(QLabel))


def test_corrections_are_given_up_only_when_asked(shown) -> None:
    dialog = shown()
    go(dialog, 1)
    QTest.keyClicks(editor(dialog), "x")
    said = []

    def keep() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.informativeText())
        box.reject()

    QTimer.singleShot(0, keep)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "gazette.pdf" in said[0]
    editor(dialog).undo()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_ask_answers_with_the_righted_blocks(themed, qtbot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    def use() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TextCheckDialog)
        press(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(50, use)
    assert TextCheckDialog.ask(owner, TextCheckOffer("gazette.pdf", "", BLOCKS)) == list(BLOCKS)
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().reject())
    assert TextCheckDialog.ask(owner, TextCheckOffer("gazette.pdf", "", BLOCKS)) is None
