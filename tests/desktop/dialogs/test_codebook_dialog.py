"""The codebook editor from the outside: what is pressed and typed, and the draft that it answers with."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from desktop.dialogs.codebook_dialog import CodebookDialog
from desktop.views.calm_combo import CalmCombo
from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label, Trim
from pressmark.recoding import Recoding, recode
from tests.pressmark.story import HAND, told

KEY, ALT, CTRL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(window) -> CodebookDialog:
    dialog = CodebookDialog(window, told())
    dialog.show()
    return dialog


def box(dialog: QWidget, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def press(dialog: QWidget, title: str) -> None:
    buttons = dialog.findChildren(QPushButton)
    QTest.mouseClick(
        next(one for one in buttons if one.text() == title and one.isVisible()), Qt.MouseButton.LeftButton
    )


def choose(dialog: CodebookDialog, action: str) -> None:
    """Triggers an entry of the menu of the codebook as a whole."""
    button = next(one for one in dialog.findChildren(QToolButton) if one.text().startswith("Codebook"))
    actions = [*button.menu().actions()]
    actions += [one for each in button.menu().actions() if each.menu() for one in each.menu().actions()]
    next(one for one in actions if one.text().partition("\t")[0] == action).trigger()


def type_over(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClick(field, KEY.Key_Delete)
    QTest.keyClicks(field, text)


def draft(dialog: CodebookDialog) -> Recoding:
    return dialog.editor.draft


def problems(dialog: CodebookDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel, "problem") if one.isVisible() and one.text()]


def names(dialog: CodebookDialog) -> list[str]:
    return [f"{label.parent}>{label.name}".removeprefix(">") for label in draft(dialog).codebook.labels]


def meanwhile(act: Callable[[QDialog], None]) -> None:
    """Does something to the next dialog once it is open; a dialog that is still open then is left."""

    def now() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QDialog)
        try:
            act(asked)
        finally:
            asked.done(asked.result())

    QTimer.singleShot(0, now)


def test_another_title_is_another_title_and_nothing_else(dialog):
    type_over(box(dialog, "Name"), "Quotation")
    quote = draft(dialog).codebook.labels[0]
    assert quote == replace(STANDARD_CODEBOOK.labels[0], title="Quotation")


def test_a_new_name_in_files_takes_the_annotations_along(dialog):
    type_over(box(dialog, "Name in files"), "said")
    doc = told()
    doc.apply(recode(doc, draft(dialog), HAND))
    assert doc.markup["q1"].label == "said"
    assert "The brief finds annotations by the name “quote”" in " ".join(
        one.text() for one in dialog.findChildren(QLabel, "findings") if one.isVisible()
    )


def test_the_name_and_the_ids_of_a_new_label_follow_its_title(dialog):
    press(dialog, "New label")
    QTest.keyClicks(dialog.focusWidget(), "False claim")
    new = draft(dialog).codebook.labels[-1]
    assert (new.title, new.name, new.prefix, new.parent) == ("False claim", "false-claim", "f", "")
    assert new.colour not in {label.colour for label in STANDARD_CODEBOOK.labels}
    type_over(box(dialog, "Name in files"), "lie")
    QTest.keyClicks(box(dialog, "Name"), "s")
    assert draft(dialog).codebook.labels[-1].name == "lie"


def test_a_label_is_made_below_the_chosen_one(dialog):
    QTest.keyClick(dialog.editor.tree, KEY.Key_Down)
    press(dialog, "New below")
    assert names(dialog) == ["quote", "pledge", "pledge>new-label", "actor", "location"]
    assert dialog.editor.tree.chosen == "new-label"


def test_a_key_is_pressed_and_one_that_is_taken_is_named_and_can_be_taken_over(dialog):
    field = box(dialog, "Key")
    QTest.keyClick(field, KEY.Key_X)
    assert draft(dialog).codebook.labels[0].key == "X"
    QTest.keyClick(field, KEY.Key_P)
    assert problems(dialog) == ["The key P is Pledge’s."]
    assert draft(dialog).codebook.labels[0].key == "X"
    press(dialog, "Take it")
    assert [label.key for label in draft(dialog).codebook.labels] == ["P", "", "A", "L"]
    assert problems(dialog) == []
    QTest.keyClick(field, KEY.Key_Backspace)
    assert draft(dialog).codebook.labels[0].key == ""


def test_what_cannot_be_is_not_left_behind(dialog):
    type_over(box(dialog, "Name in files"), "pledge")
    QTest.keyClick(dialog.editor.tree, KEY.Key_Down)
    assert dialog.editor.tree.chosen == "pledg"  # the last name that could be
    assert problems(dialog) == ["There is a label pledge already."] * 2
    dialog.accept()
    assert dialog.isVisible()
    QTest.keyClicks(box(dialog, "Name in files"), "s")
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert draft(dialog).fates["quote"] == "pledges"


def test_what_selected_words_lose_is_chosen_and_what_suits_the_label_is_not_written_down(dialog):
    box = next(one for one in dialog.findChildren(CalmCombo) if one.accessibleName() == "Selected words lose")
    assert box.currentText() == "spaces at their ends"  # a quote
    QTest.keyClick(box, "3")
    assert draft(dialog).codebook.labels[0].trim is Trim.NOTHING
    QTest.keyClick(box, "1")
    assert draft(dialog).codebook.labels[0].trim is None


def test_colours_and_lines_are_chosen_by_arrow_keys_and_by_mouse(dialog):
    colours = {
        one.accessibleName().partition(",")[0]: one
        for one in dialog.findChildren(QWidget)
        if one.accessibleName()
    }
    QTest.mouseClick(colours["Teal"], Qt.MouseButton.LeftButton)
    assert draft(dialog).codebook.labels[0].colour == "teal"
    QTest.keyClick(colours["Teal"], KEY.Key_Right)
    assert draft(dialog).codebook.labels[0].colour == "red"
    QTest.mouseClick(colours["Wavy"], Qt.MouseButton.LeftButton)
    assert draft(dialog).codebook.labels[0].line is LineStyle.WAVY
    assert "Light: words" in colours["Pink"].toolTip()
    assert colours["Pink"].accessibleName() == "Pink, as Pledge"


def test_a_look_that_another_label_has_is_named(dialog):
    def remarks() -> list[str]:
        return [one.text() for one in dialog.findChildren(QLabel, "findings") if one.isVisible()]

    form = {
        one.accessibleName().partition(",")[0]: one
        for one in dialog.findChildren(QWidget)
        if one.accessibleName()
    }
    QTest.mouseClick(form["Wavy"], Qt.MouseButton.LeftButton)
    assert remarks() == [
        "To colour-blind readers Location looks the same: choose another colour or underline."
    ]
    QTest.mouseClick(form["Green"], Qt.MouseButton.LeftButton)
    assert remarks() == ["Location looks the same: choose another colour or underline."]
    QTest.mouseClick(form["Solid"], Qt.MouseButton.LeftButton)
    assert remarks() == []


def test_labels_are_moved_with_alt_and_the_arrow_keys(dialog):
    tree = dialog.editor.tree
    steps = []
    for key in (
        KEY.Key_Up,
        KEY.Key_Up,
        KEY.Key_Down,
        KEY.Key_Right,
        KEY.Key_Right,
        KEY.Key_Left,
        KEY.Key_Left,
    ):
        QTest.keyClick(tree, key, ALT)
        steps.append(" ".join(names(dialog)))
        assert tree.chosen == "quote"
    assert steps == [
        "quote pledge actor location",
        "quote pledge actor location",
        "pledge quote actor location",
        "pledge pledge>quote actor location",
        "pledge pledge>quote actor location",
        "pledge quote actor location",
        "pledge quote actor location",
    ]


def test_a_label_is_merged_with_what_it_knows(dialog):
    def merge(asked: QDialog) -> None:
        QTest.keyClick(asked.findChild(CalmCombo), KEY.Key_2)
        QTest.keyClick(asked, KEY.Key_Return)

    meanwhile(merge)
    press(dialog, "Merge into…")
    assert names(dialog) == ["pledge", "actor", "location"]
    assert dialog.editor.tree.chosen == "actor"
    assert draft(dialog).codebook.label("actor").attribute("cue")
    assert draft(dialog).counts(told())["actor"] == 3


def test_a_label_is_split_by_a_value(dialog):
    def split(asked: QDialog) -> None:
        QTest.keyClicks(box(asked, "Name of the new label"), "Minister")
        attribute, value = asked.findChildren(CalmCombo)
        attribute.setCurrentIndex(2)
        assert [value.itemText(at) for at in range(value.count())] == ["Choose a value", "minister · 1"]
        QTest.keyClick(value, KEY.Key_2)
        QTest.keyClick(asked, KEY.Key_Return)

    dialog.editor.tree.choose("actor")
    meanwhile(split)
    press(dialog, "Split…")
    assert dict(draft(dialog).chosen) == {"a1": "minister"}
    minister = draft(dialog).codebook.label("minister")
    assert minister.attributes == STANDARD_CODEBOOK.label("actor").attributes
    assert (minister.key, minister.prefix) == ("", "m")
    assert draft(dialog).counts(told())["minister"] == 1


def test_a_split_needs_a_name_and_something_to_split(dialog):
    said = []

    def split(asked: QDialog) -> None:
        for act in (lambda: QTest.keyClicks(box(asked, "Name of the new label"), "M"), lambda: tick(asked)):
            asked.accept()
            said.append(asked.findChild(QLabel, "problem").text())
            act()
        asked.accept()

    def tick(asked: QDialog) -> None:
        asked.findChild(QListWidget).item(1).setCheckState(Qt.CheckState.Checked)

    dialog.editor.tree.choose("pledge")
    meanwhile(split)
    press(dialog, "Split…")
    assert said == ["The new label needs a name.", "Tick the annotations that get the new label."]
    assert dict(draft(dialog).chosen) == {"p2": "m"}


@pytest.mark.parametrize(("deletes", "fate"), [(False, "quote"), (True, "")])
def test_a_label_with_annotations_is_never_deleted_without_a_question(dialog, deletes, fate):
    def delete(asked: QDialog) -> None:
        if deletes:
            asked.findChildren(QRadioButton)[1].click()
        QTest.keyClick(asked, KEY.Key_Return)

    dialog.editor.tree.choose("pledge")
    meanwhile(delete)
    QTest.keyClick(dialog.editor.tree, KEY.Key_Delete)
    assert names(dialog) == ["quote", "actor", "location"]
    assert draft(dialog).fates["pledge"] == fate
    assert dialog.editor.tree.chosen == (fate or "actor")


def test_a_question_left_by_escape_changes_nothing(dialog):
    for title in ("Merge into…", "Split…", "Delete…"):
        meanwhile(lambda asked: QTest.keyClick(asked, KEY.Key_Escape))
        press(dialog, title)
    assert draft(dialog) == Recoding.of(STANDARD_CODEBOOK)
    assert dialog.isVisible()


def test_a_label_without_annotations_goes_at_once(dialog):
    press(dialog, "New label")
    press(dialog, "Delete…")
    assert names(dialog) == ["quote", "pledge", "actor", "location"]
    assert dialog.editor.tree.chosen == "location"


def test_a_template_keeps_what_is_in_use_and_says_so(dialog):
    choose(dialog, "Empty")
    assert names(dialog) == ["quote", "pledge", "actor", "location"]
    assert problems(dialog) == ["Kept, for they have annotations: Quote, Pledge, Actor, Location."]


def test_a_codebook_without_labels_says_what_to_do(window, qtbot):
    doc = told()
    doc.apply(
        recode(doc, Recoding(Codebook(()), dict.fromkeys(("quote", "pledge", "actor", "location"), "")), HAND)
    )
    dialog = CodebookDialog(window, doc)
    dialog.show()
    shown = [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    assert "No labels yet: make one, or begin with a template." in shown
    choose(dialog, "Quotes, pledges, actors, places")
    assert draft(dialog).codebook == STANDARD_CODEBOOK
    choose(dialog, "Empty")
    assert names(dialog) == []
    press(dialog, "New label")
    assert names(dialog) == ["new-label"]


def test_files_are_asked_for_not_touched(dialog, qtbot, monkeypatch, tmp_path):
    path = str(tmp_path / "mine.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    with qtbot.waitSignal(dialog.importRequested) as asked:
        choose(dialog, "Import…")
    assert asked.args == [Path(path)]
    with qtbot.waitSignal(dialog.exportRequested) as asked:
        choose(dialog, "Export…")
    assert asked.args == [Path(path), STANDARD_CODEBOOK]
    mood = Codebook((*STANDARD_CODEBOOK.labels, Label("mood", "Mood", "teal", LineStyle.DOUBLE)))
    dialog.take_codebook(mood)
    assert draft(dialog).codebook == mood
    assert problems(dialog) == []
    dialog.show_problem("mine.csv is no table")
    assert problems(dialog) == ["mine.csv is no table"]


def test_a_draft_is_given_up_only_when_it_is_said_twice(dialog):
    type_over(box(dialog, "Name"), "Quotation")
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert problems(dialog) == ["The draft is not used yet. Cancel once more to give it up."]
    QTest.keyClicks(box(dialog, "Name"), "s")
    dialog.close()
    assert dialog.isVisible()
    dialog.reject()
    assert not dialog.isVisible()


@pytest.mark.parametrize("place", ["field", "tree", "button"])
def test_control_and_enter_use_the_codebook_enter_alone_does_not(window, place):
    def act(shown: CodebookDialog) -> None:
        type_over(box(shown, "Name"), "Quotes")
        button = shown.findChild(QPushButton, "linkLike")
        focus = {"field": box(shown, "Name"), "tree": shown.editor.tree, "button": button}[place]
        QTest.keyClick(focus, KEY.Key_Return)
        assert shown.isVisible()
        QTest.keyClick(focus, KEY.Key_Return, CTRL)

    wired: list[CodebookDialog] = []
    meanwhile(act)
    answer = CodebookDialog.ask(window, told(), wired.append)
    assert answer.codebook.labels[0].title == "Quotes"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(wired[0])


def test_escape_leaves_everything_and_frees_the_dialog(window):
    wired: list[CodebookDialog] = []
    meanwhile(lambda shown: QTest.keyClick(shown, KEY.Key_Escape))
    assert CodebookDialog.ask(window, told(), wired.append) is None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(wired[0])
    assert window.findChildren(QDialog) == []
