from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QLineEdit, QProgressBar, QWidget
from shiboken6 import isValid

from desktop.dialogs.export_dialog import Choice, ExportDialog, Offer

FORMATS = (Choice("docx", "Word", ".docx"), Choice("pdf", "PDF", ".pdf"), Choice("md", "Markdown", ".md"))
SECTIONS = (Choice("quotes", "Quotes"), Choice("pledges", "Pledges"), Choice("sources", "Sources"))


@pytest.fixture
def opened(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)

    def with_offer(
        articles: int = 1, findings: tuple[str, ...] = (), place: str = "/tmp/port"
    ) -> ExportDialog:
        dialog = ExportDialog(window, Offer(FORMATS, SECTIONS, articles, findings, Path(place)))
        dialog.window_kept = window
        dialog.open()
        return dialog

    return with_offer


def button(dialog: ExportDialog, words: str) -> QAbstractButton:
    return next(one for one in dialog.findChildren(QAbstractButton) if one.text() == words)


def press(dialog: ExportDialog, words: str) -> None:
    QTest.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)


def place(dialog: ExportDialog) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "File to write")


def test_the_first_format_is_chosen_and_names_the_file(opened):
    dialog = opened()
    assert button(dialog, "Word").isChecked()
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
    button(dialog, "PDF").click()
    assert place(dialog).text() == after


def test_sections_are_all_in_until_they_are_left_out(opened, listen_to):
    dialog = opened()
    assert dialog.chosen_sections() == ("quotes", "pledges", "sources")
    changes = listen_to(dialog.contentChanged)
    button(dialog, "Pledges").click()
    assert dialog.chosen_sections() == ("quotes", "sources")
    assert changes == [()]


@pytest.fixture
def listen_to():
    def to(signal) -> list[tuple[object, ...]]:
        said: list[tuple[object, ...]] = []
        signal.connect(lambda *words: said.append(words))
        return said

    return to


def test_one_brief_on_all_is_offered_where_there_are_several(opened, listen_to):
    assert not opened().findChildren(QCheckBox)[0].isVisible()
    dialog = opened(articles=3)
    changes = listen_to(dialog.contentChanged)
    assert not dialog.takes_all_articles()
    button(dialog, "One brief on all 3 articles").click()
    assert dialog.takes_all_articles()
    assert changes == [()]


def test_what_is_missing_is_said_before(opened):
    dialog = opened(findings=("1 quote has no speaker", "1 pledge has no date"))
    assert dialog.findChild(QLabel, "findings").text() == "1 quote has no speaker\n1 pledge has no date"
    assert opened().findChild(QLabel, "findings") is None


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
