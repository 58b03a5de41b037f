from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QFileDialog, QLabel, QLineEdit, QWidget

from desktop.dialogs.template_dialog import TemplateDialog
from desktop.views.calm_combo import CalmCombo
from pressmark.brief import Faces
from pressmark.templates import Arrangement, ChosenSection, Template

SECTIONS = (("pledges", "Pledges"), ("statements", "Statements"), ("sources", "Sources"))
SHORT = Template("short", "Short", (ChosenSection("pledges"),), "For the plane")
LONG = Template("long", "Long", (ChosenSection("statements"), ChosenSection("sources")))
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


@pytest.fixture
def dialog(themed, qtbot) -> TemplateDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TemplateDialog(window, (SHORT, LONG), ("long",), SECTIONS, "short")
    dialog.window_kept = window
    dialog.show()
    return dialog


def press(dialog: TemplateDialog, words: str) -> None:
    next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words).click()


def box(dialog: TemplateDialog, name: str, kind: type = QLineEdit):
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


def kept(dialog: TemplateDialog) -> dict[str, Template]:
    return {one.name: one for one in dialog.answer().kept}


def test_nothing_is_kept_where_nothing_was_changed(dialog):
    dialog._list.setCurrentRow(1)
    dialog._list.setCurrentRow(0)
    assert dialog.answer().kept == ()


def test_the_title_of_a_template_and_its_look_can_be_changed(dialog):
    title = box(dialog, "Title")
    title.selectAll()
    QTest.keyClicks(title, "Very short")
    box(dialog, "Faces", CalmCombo).setCurrentIndex(1)
    next(one for one in dialog.findChildren(QCheckBox) if one.text() == "A list of contents").click()
    found = kept(dialog)["short"]
    assert (found.title, found.look.faces, found.contents) == ("Very short", Faces.SANS, True)
    assert found.sections == SHORT.sections


def test_a_section_can_be_titled_and_ordered(dialog):
    dialog._list.setCurrentRow(1)
    title = box(dialog, "Title of the section")
    assert title.placeholderText() == "Statements"
    QTest.keyClicks(title, "Zitate")
    box(dialog, "Order", CalmCombo).setCurrentIndex(1)
    QTest.keyClick(dialog.sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert kept(dialog)["long"].sections == (
        ChosenSection("sources"),
        ChosenSection("statements", "Zitate", Arrangement.SPEAKER),
    )


def test_only_what_a_section_can_be_told_is_asked(dialog):
    dialog._list.setCurrentRow(1)
    assert box(dialog, "Order", CalmCombo).isVisible()
    dialog.sections.setCurrentRow(1)
    assert not box(dialog, "Order", CalmCombo).isVisible()
    assert not box(dialog, "Rows", CalmCombo).isVisible()


def test_a_copy_is_a_template_of_its_own(dialog):
    press(dialog, "Copy")
    assert kept(dialog)["short-2"].title == "Short, copy"
    assert dialog.answer().front == "short-2"
    press(dialog, "Delete")
    assert dialog.answer().kept == ()
    assert dialog.answer().deleted == ()


def test_only_ones_own_can_be_deleted(dialog):
    delete = next(one for one in dialog.findChildren(QAbstractButton) if one.text() == "Delete")
    assert not delete.isEnabled()
    dialog._list.setCurrentRow(1)
    delete.click()
    assert dialog.answer().deleted == ("long",)
    assert dialog._list.count() == 1


def test_a_template_without_sections_is_not_kept(dialog):
    QTest.keyClick(dialog.sections, Qt.Key.Key_Space)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.findChild(QLabel, "problem").text() == "Tick at least one section of “Short”."


def test_changes_are_given_up_only_when_asked_twice(dialog):
    QTest.keyClicks(box(dialog, "Title"), "er")
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_logo_is_taken_and_what_is_none_is_refused(dialog, tmp_path: Path, monkeypatch):
    logo, text = tmp_path / "crest.png", tmp_path / "crest.txt"
    logo.write_bytes(PNG)
    text.write_text("a crest")
    chosen = [str(text), str(logo)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chosen.pop(0), ""))
    choose = next(
        one for one in dialog.findChildren(QAbstractButton) if one.accessibleName() == "Choose… Logo"
    )
    choose.click()
    assert "neither a PNG nor a JPEG" in dialog.findChild(QLabel, "problem").text()
    choose.click()
    assert kept(dialog)["short"].look.logo.data == PNG


def test_a_template_from_a_file_joins_the_list_under_a_free_name(dialog):
    dialog.take_template(Template("short", "Theirs", (ChosenSection("sources"),)))
    assert kept(dialog)["short-2"].title == "Theirs"
    assert dialog.answer().front == "short-2"
