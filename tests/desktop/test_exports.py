"""The way from the window to a brief on the disk, and what is met where that cannot be written."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMessageBox, QPushButton

from desktop.app import make_window
from desktop.dialogs.export_dialog import ExportDialog
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.article import Span
from pressmark.loading import load_bytes


@pytest.fixture
def dialog(themed, qtbot, tmp_path) -> ExportDialog:
    """Of an article with something to write about; its file is in a folder of its own."""
    window = make_window(QApplication.instance(), Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=leave)
    window.show()
    session = window.session
    session.add([load_bytes(b"Quay opens\n\nMara Venn came.", "quay.txt", datetime.now(UTC))])
    session.annotate("actor", [Span(11, 20)])
    (tmp_path / "dossier").mkdir()
    assert session.save(session.current, tmp_path / "dossier" / "quay.pressmark")
    window.commands.export_brief()
    return window.findChild(ExportDialog)


def leave(window: MainWindow) -> None:
    if dialog := window.findChild(ExportDialog):
        dialog.reject()
    window.session.close_article(window.session.current)


def export(dialog: ExportDialog, qtbot, path: Path) -> str:
    """What the dialog says when it is over."""
    outcome, button = dialog.findChild(QLabel, "outcome"), dialog.findChild(QPushButton, "primary")
    place = next(one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == "File to write")
    place.setText(str(path))
    button.click()
    qtbot.waitUntil(lambda: button.isEnabled() and bool(outcome.text()), timeout=20_000)
    return outcome.text()


def gone(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def in_the_way(folder: Path) -> None:
    gone(folder)
    folder.write_text("a file where the folder was")


def protected(folder: Path) -> None:
    (folder / "quay.md").write_text("the old brief")
    (folder / "quay.md").chmod(0o444)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (gone, "quay.md could not be written: the folder {0} does not exist: choose another"),
        (in_the_way, "quay.md could not be written: {0} is no folder: choose another"),
        (protected, "{0}/quay.md is write-protected: save under another name"),
    ],
)
def test_what_cannot_be_written_is_told_once_in_the_dialog_and_goes_elsewhere(
    dialog: ExportDialog, qtbot, tmp_path: Path, trouble: Callable[[Path], None], why: str
) -> None:
    folder = tmp_path / "dossier"
    trouble(folder)
    said = export(dialog, qtbot, folder / "quay.md")
    assert said == why.format(folder)
    assert dialog.isVisible()
    assert [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)] == []
    assert export(dialog, qtbot, tmp_path / "else.md") == f"Written: {tmp_path / 'else.md'}"
    assert "Mara Venn" in (tmp_path / "else.md").read_text("utf-8")
    assert list(tmp_path.rglob("*.tmp")) == []
