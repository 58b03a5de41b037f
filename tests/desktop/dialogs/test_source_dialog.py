import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.dialogs.source_dialog import SourceDialog
from desktop.views.calm_combo import CalmCombo
from pressmark.article import SourceRecord

SOURCE = SourceRecord(
    headline="Port deal: ministers promise a dredging fund for the north before the storms arrive",
    outlet="Coastal Gazette",
    author="transport desk",
    published="2026-11-14",
    language="en",
    url="https://gazette.example/port?a=1&b=2",
    captured_at="2026-11-14T09:12:00+00:00",
    captured_from="web page",
    original_name="port.html",
    media_type="text/html",
    original_sha256="0123456789abcdef" * 4,
    guessed=("outlet", "published"),
)


@pytest.fixture
def dialog(themed, qtbot) -> SourceDialog:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SourceDialog(window, SOURCE)
    dialog.window_kept = window
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def box(dialog: SourceDialog, name: str) -> QLineEdit:
    return next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name)


def type_over(dialog: SourceDialog, name: str, words: str) -> None:
    box(dialog, name).selectAll()
    QTest.keyClicks(box(dialog, name), words)


def test_the_headline_is_selected_so_that_typing_replaces_it(dialog):
    assert QApplication.focusWidget() is box(dialog, "Headline")
    QTest.keyClicks(QApplication.focusWidget(), "Port deal")
    assert dialog.answer().headline == "Port deal"


def test_a_long_headline_is_seen_from_its_start(dialog):
    assert box(dialog, "Headline").cursorPosition() == 0


def test_only_what_was_typed_is_another(dialog):
    type_over(dialog, "Author", "  M. Venn ")
    answer = dialog.answer()
    assert answer.author == "M. Venn"
    assert (answer.headline, answer.url, answer.original_sha256) == (
        SOURCE.headline, SOURCE.url, SOURCE.original_sha256
    )  # fmt: skip


def test_a_guess_is_marked_until_it_is_edited(dialog):
    marked = [one.text() for one in dialog.findChildren(QLabel, "fieldName") if "guessed" in one.text()]
    assert marked == ["Outlet · guessed", "Published · guessed"]
    type_over(dialog, "Outlet", "North Wire")
    assert dialog.answer().guessed == ("published",)


def test_the_facts_of_the_capture_are_whole_and_cannot_be_changed(dialog):
    facts = {one.accessibleName(): one.text() for one in dialog.findChildren(QLineEdit) if one.isReadOnly()}
    assert facts == {
        "Captured": "2026-11-14T09:12:00+00:00 from web page",
        "File": "port.html · text/html",
        "SHA-256": SOURCE.original_sha256,
    }


def test_a_long_address_does_not_widen_the_dialog(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SourceDialog(window, SourceRecord(url="https://x.example/" + "a" * 900, captured_from="b" * 900))
    assert dialog.sizeHint().width() <= QSize(560, 0).width()


def test_what_is_not_known_of_the_capture_has_no_line(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SourceDialog(window, SourceRecord(original_name="port.txt"))
    assert [one.text() for one in dialog.findChildren(QLineEdit) if one.isReadOnly()] == ["port.txt"]


def test_a_source_can_be_said_to_be_withdrawn_and_to_stand_again(themed, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SourceDialog(window, SourceRecord(headline="Port"))
    dialog.show()
    states = dialog.findChild(CalmCombo)
    note = next(
        one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "What the outlet said"
    )
    assert not note.isVisible()
    states.setCurrentIndex(2)
    assert note.isVisible()
    note.setText("Retracted on 15 November")
    answer = dialog.answer()
    assert (answer.status, answer.status_note) == ("withdrawn", "Retracted on 15 November")
    again = SourceDialog(window, answer)
    assert again.answer() == answer
    again.findChild(CalmCombo).setCurrentIndex(0)
    assert (again.answer().status, again.answer().status_note) == ("", "")
