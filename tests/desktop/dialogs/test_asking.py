"""What holds for every dialog that is asked for an answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMessageBox, QWidget
from shiboken6 import isValid

from desktop.ask import save_elsewhere, tell
from desktop.dialogs.label_dialog import LabelDialog
from desktop.dialogs.source_dialog import SourceDialog
from desktop.dialogs.words_dialog import WordsDialog
from pressmark.article import SourceRecord
from pressmark.labels import STANDARD_CODEBOOK
from pressmark.words import BriefWords

SOURCE = SourceRecord(headline="Port deal", outlet="Coastal Gazette", guessed=("outlet",))
WORDS = BriefWords(title="Harbour aid", bottom_line="Two ports.\n\nOne of them is\u00a0new.")
ASKED = [(LabelDialog, STANDARD_CODEBOOK), (SourceDialog, SOURCE), (WordsDialog, WORDS)]


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def meanwhile() -> Callable[[Callable[[QDialog], None]], list[QDialog]]:
    """Does something to the dialog once it is open; answers with a list that will hold it."""

    def planned(act: Callable[[QDialog], None]) -> list[QDialog]:
        seen: list[QDialog] = []

        def now() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            seen.append(dialog)
            act(dialog)

        QTimer.singleShot(0, now)
        return seen

    return planned


def press(key: Qt.Key) -> Callable[[QDialog], None]:
    return lambda dialog: QTest.keyClick(dialog.focusWidget() or dialog, key)


@pytest.mark.parametrize(("dialog", "given"), ASKED)
def test_escape_changes_nothing(window, meanwhile, dialog, given):
    def typed_and_left(shown: QDialog) -> None:
        QTest.keyClicks(shown.findChild(QLineEdit), "other words")
        QTest.keyClick(shown.findChild(QLineEdit), Qt.Key.Key_Escape)

    meanwhile(typed_and_left)
    assert dialog.ask(window, given) is None


@pytest.mark.parametrize(("dialog", "given"), ASKED[1:])
def test_what_is_shown_comes_back(window, meanwhile, dialog, given):
    meanwhile(press(Qt.Key.Key_Return))
    assert dialog.ask(window, given) == given


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
@pytest.mark.parametrize(("dialog", "given"), ASKED[1:])
def test_a_closed_dialog_is_freed(window, meanwhile, dialog, given, key):
    seen = meanwhile(press(key))
    dialog.ask(window, given)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(one) for one in seen] == [False]
    assert window.findChildren(QDialog) == []


@pytest.mark.parametrize(("dialog", "given"), ASKED)
def test_every_box_has_its_name_beside_it_and_for_screen_readers(window, dialog, given):
    shown = dialog(window, given)
    names = shown.findChildren(QLabel, "fieldName")
    assert names
    for label in names:
        assert label.buddy().accessibleName() == label.text().partition(" · ")[0]


def test_a_message_waits_for_the_question_that_is_there(window, qtbot):
    """As when the disk is full: the journal has something to tell while a save asks what to do."""
    shown: list[list[str]] = []

    def boxes() -> list[str]:
        found = window.findChildren(QMessageBox)
        return sorted(box.text() for box in found if box.isVisible())

    def answer() -> None:
        tell(window, "Changes are not kept safe", "No space left on the disk.")
        tell(window, "Backups are not kept", "No space left on the disk.")
        QApplication.processEvents()
        shown.append(boxes())
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    assert not save_elsewhere(window, "“Quay” is not saved", "No space left on the disk.")
    assert shown == [["“Quay” is not saved"]]
    for waiting in ("Changes are not kept safe", "Backups are not kept"):
        qtbot.waitUntil(lambda waiting=waiting: boxes() == [waiting])
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: boxes() == [])
