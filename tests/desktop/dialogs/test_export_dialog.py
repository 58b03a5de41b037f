from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QLineEdit, QProgressBar, QWidget
from shiboken6 import isValid

from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.export_form import FormatChoice, Offer
from desktop.dialogs.scope_choice import ScopeChoice
from desktop.views.calm_combo import CalmCombo
from desktop.views.section_list import SectionList
from pressmark.checks import FindingGroup
from pressmark.templates import Arrangement, ChosenSection, Template

FORMATS = (
    FormatChoice("docx", "Word", ".docx"),
    FormatChoice("pdf", "PDF", ".pdf"),
    FormatChoice("md", "Markdown", ".md"),
    FormatChoice("csv", "Table", ".csv", rows=True),
)
SECTIONS = (("statements", "Statements"), ("pledges", "Pledges"), ("changes", "Changes"))
SHORT = Template("short", "Short", (ChosenSection("pledges"),), "For the plane")
LONG = Template(
    "long", "Long", (ChosenSection("statements", by=Arrangement.SPEAKER), ChosenSection("changes"))
)
FINDINGS = (
    FindingGroup("2 quotes have no speaker", ((0, "q1"), (1, "q4"))),
    FindingGroup("an exchange rate cannot be read", ()),
)


@pytest.fixture
def opened(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def with_offer(articles: int = 1, place: str = "/tmp/port", template: str = "long") -> ExportDialog:
        names = [f"Story {number}" for number in range(articles)]
        offer = Offer(FORMATS, (SHORT, LONG), template, SECTIONS, names, 0, Path(place))
        dialog = ExportDialog(window, offer)
        dialog.window_kept = window
        dialog.open()
        return dialog

    return with_offer


def box(dialog: ExportDialog, name: str) -> CalmCombo:
    return next(one for one in dialog.findChildren(CalmCombo) if one.accessibleName() == name)


def button(dialog: ExportDialog, words: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def press(dialog: ExportDialog, words: str) -> None:
    QTest.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def place(dialog: ExportDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "File to write")


def test_the_first_format_is_chosen_and_names_the_file(opened):
    dialog = opened()
    assert dialog.form.format() == FORMATS[0]
    assert Path(place(dialog).text()) == Path("/tmp/port.docx")


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("/tmp/port.docx", "/tmp/port.pdf"),
        ("/tmp/port.MD", "/tmp/port.pdf"),
        ("/tmp/port", "/tmp/port.pdf"),
        ("/tmp/port v1.2", "/tmp/port v1.2.pdf"),
        ("", ""),
    ],
)
def test_another_format_gives_the_file_its_ending_and_leaves_the_rest(opened, typed, after):
    dialog = opened()
    place(dialog).setText(typed)
    box(dialog, "Format").setCurrentIndex(1)
    assert place(dialog).text() == after


def test_the_template_used_last_is_chosen_and_another_brings_its_sections(opened, listen_to):
    dialog = opened()
    assert dialog.form.template() == LONG
    changes = listen_to(dialog.form.contentChanged)
    box(dialog, "Template").setCurrentIndex(0)
    assert dialog.form.template() == SHORT
    assert changes == [()]
    assert opened(template="deleted since").form.template() == SHORT


def test_sections_can_be_left_out_and_moved_for_this_brief_alone(opened, listen_to):
    dialog = opened()
    changes = listen_to(dialog.form.contentChanged)
    sections = dialog.findChild(SectionList)
    QTest.keyClick(sections, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in dialog.form.template().sections] == ["changes", "statements"]
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert dialog.form.template().sections == (ChosenSection("changes"),)
    assert len(changes) == 2


def test_a_brief_needs_a_section(opened, listen_to):
    dialog = opened(template="short")
    asked = listen_to(dialog.exportRequested)
    QTest.keyClick(dialog.findChild(SectionList), Qt.Key.Key_Space)
    press(dialog, "Export")
    assert asked == []
    assert dialog.findChild(QLabel, "outcome").text() == "Tick at least one section."


def test_tables_of_everything_have_no_sections_to_choose(opened, listen_to):
    dialog = opened()
    box(dialog, "Format").setCurrentIndex(3)
    assert not dialog.findChild(SectionList).isVisible()
    assert not box(dialog, "Template").isVisible()
    asked = listen_to(dialog.exportRequested)
    press(dialog, "Export")
    assert asked == [(Path("/tmp/port.csv"),)]


def test_the_earlier_brief_is_asked_for_where_changes_are_told(opened, monkeypatch):
    dialog = opened(template="short")
    compare = button(dialog, "Compare with an earlier brief…")
    assert not compare.isVisible()
    box(dialog, "Template").setCurrentIndex(1)
    assert compare.isVisible()
    answers = ["/tmp/monday.docx", ""]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (answers.pop(0), ""))
    compare.click()
    assert dialog.form.earlier() == Path("/tmp/monday.docx")
    assert compare.text() == "Changes since monday.docx"
    compare.click()
    assert dialog.form.earlier() is None


@pytest.fixture
def listen_to():
    def to(signal) -> list[tuple[object, ...]]:
        said: list[tuple[object, ...]] = []
        signal.connect(lambda *words: said.append(words))
        return said

    return to


def test_several_articles_can_be_chosen_where_there_are_several(opened, listen_to):
    assert not opened().findChild(ScopeChoice).isVisible()
    dialog = opened(articles=3)
    changes = listen_to(dialog.form.contentChanged)
    assert dialog.form.scope() == (0,)
    scope = dialog.findChild(ScopeChoice)
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert dialog.form.scope() == (0, 1, 2)
    assert changes == [()]


def test_archived_articles_are_in_no_brief_on_all_of_them(themed, qtbot):
    scope = ScopeChoice(["One", "Two", "Three"], 0, aside=[1])
    qtbot.addWidget(scope)
    assert scope.itemText(1) == "All 2 open articles, without 1 archived"
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert scope.scope() == (0, 2)
    none_else = ScopeChoice(["One", "Two"], 0, aside=[0, 1])
    qtbot.addWidget(none_else)
    assert none_else.itemText(1) == "All 2 open articles"


def test_what_is_missing_leads_to_the_first_place_where_it_is(opened, listen_to):
    dialog = opened(articles=2)
    dialog.form.show_findings(FINDINGS)
    jumps = listen_to(dialog.form.jumpRequested)
    press(dialog, "2 quotes have no speaker")
    assert jumps == [(0, "q1")]
    assert not button(dialog, "an exchange rate cannot be read").isEnabled()
    dialog.form.show_findings(())
    assert not dialog.form._findings.isVisible()


def test_export_asks_for_the_place_and_shows_how_far_it_is(opened, listen_to):
    dialog = opened()
    asked = listen_to(dialog.exportRequested)
    press(dialog, "Export")
    assert asked == [(Path("/tmp/port.docx"),)]
    assert not button(dialog, "Export").isEnabled()
    dialog.show_progress(0.5)
    assert (dialog.findChild(QProgressBar).isVisible(), dialog.findChild(QProgressBar).value()) == (True, 50)
    dialog.show_outcome("Written: /tmp/port.docx")
    assert dialog.findChild(QLabel, "outcome").text() == "Written: /tmp/port.docx"
    assert not dialog.findChild(QProgressBar).isVisible()
    assert button(dialog, "Export").isEnabled()
    assert dialog.isVisible()


def test_without_a_place_nothing_is_asked(opened, listen_to):
    dialog = opened()
    asked = listen_to(dialog.exportRequested)
    place(dialog).setText("  ")
    press(dialog, "Export")
    assert asked == []
    assert dialog.findChild(QLabel, "outcome").text() == "Choose a file to write to."


def test_escape_cancels_what_runs_and_closes_only_when_nothing_does(opened, listen_to):
    dialog = opened()
    cancelled = listen_to(dialog.cancelRequested)
    press(dialog, "Export")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert cancelled == [()]
    assert dialog.isVisible()
    dialog.show_outcome("Cancelled: nothing was written.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert cancelled == [()]


def test_closing_the_window_of_a_running_export_cancels_it(opened, listen_to):
    dialog = opened()
    cancelled = listen_to(dialog.cancelRequested)
    press(dialog, "Export")
    dialog.close()
    assert cancelled == [()]


@pytest.mark.parametrize("leave", ["reject", "close"])
def test_a_closed_dialog_is_freed(opened, leave):
    dialog = opened()
    getattr(dialog, leave)()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(dialog)
