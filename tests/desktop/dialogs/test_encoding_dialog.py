"""Readings of a text side by side, and the one that reads right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget

from desktop.dialogs.encoding_dialog import EncodingDialog
from pressmark.encodings import ENCODINGS

DATA = "Пором відкриють\nнавесні".encode("koi8-u")
CHOICES = (("koi8_u", "Пором\nнавесні"), ("cp1251", "рПТПН\nОБЧЕУО¦"))


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window) -> EncodingDialog:
    dialog = EncodingDialog(window, "a.txt", CHOICES, lambda name: DATA.decode(name, "replace"))
    dialog.show()
    return dialog


def rows(dialog: EncodingDialog) -> list[str]:
    names = dialog.findChild(QListWidget)
    return [names.item(at).text() for at in range(names.count())]


def preview(dialog: EncodingDialog) -> str:
    (found,) = (one for one in dialog.findChildren(QLabel) if one.accessibleName() == "Preview")
    return found.text()


def done(dialog: EncodingDialog) -> QPushButton:
    (found,) = (one for one in dialog.findChildren(QPushButton) if one.isDefault())
    return found


def test_the_likeliest_comes_first_in_words_with_its_reading(dialog):
    assert rows(dialog) == ["Cyrillic (KOI8-U, Ukrainian)", "Cyrillic (Windows)", "Other…"]
    assert preview(dialog) == "Пором\n\nнавесні"
    assert dialog.answer() == "koi8_u"


def test_the_reading_follows_the_keys_and_enter_takes_it(dialog):
    QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Down)
    assert preview(dialog).startswith("рПТПН")
    QTest.keyClick(dialog.findChild(QListWidget), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.answer() == "cp1251"


def test_other_opens_the_list_of_all_and_is_no_answer(dialog):
    names = dialog.findChild(QListWidget)
    names.setCurrentRow(2)
    assert done(dialog).text() == "Show all"
    dialog.accept()
    assert dialog.isVisible()
    assert len(rows(dialog)) == len(set(rows(dialog))) == len(ENCODINGS)
    assert done(dialog).text() == "Import"
    names.setCurrentRow(rows(dialog).index("Cyrillic (DOS)"))
    assert preview(dialog) == DATA.decode("cp866").replace("\n", "\n\n")
    dialog.accept()
    assert dialog.answer() == "cp866"


def test_a_click_on_other_opens_the_list(dialog):
    names = dialog.findChild(QListWidget)
    QTest.mouseClick(
        names.viewport(), Qt.MouseButton.LeftButton, pos=names.visualItemRect(names.item(2)).center()
    )
    assert "Other…" not in rows(dialog)
    assert dialog.answer() == "utf-8"


def test_there_is_no_other_without_a_preview(window):
    assert len(rows(EncodingDialog(window, "a.txt", CHOICES))) == 2


def test_an_encoding_that_nobody_names_is_offered_all_the_same(window):
    assert rows(EncodingDialog(window, "a.txt", [("iso8859_16", "x")])) == ["ISO8859-16"]


def test_a_preview_of_any_length_widens_nothing(window):
    dialog = EncodingDialog(window, "n" * 400, [("cp1252", "x" * 50_000), ("cp1251", "ж " * 9_000)])
    dialog.show()
    assert dialog.width() < 900
    assert dialog.height() < 800
