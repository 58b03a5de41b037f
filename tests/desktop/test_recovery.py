"""After a crash: what was not saved is offered, restored with its history, kept for later or given up."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop import ask
from desktop.dialogs.recovery_dialog import RecoveryDialog
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark import changes
from pressmark.article import Span
from pressmark.loading import load, load_bytes
from pressmark.storage.articles import open_article, save_article
from tests.pressmark.story import HAND, told

Act = Callable[[RecoveryDialog], None]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.pressmark"
    save_article(told(), path)
    return path


def window_in(folder: Path, qtbot) -> MainWindow:
    window = MainWindow(Settings(folder / "settings.ini"))
    qtbot.addWidget(window, before_close_func=crash)
    return window


def crash(window: MainWindow) -> None:
    """The system lets the lock go; nothing else is tidied."""
    window.journaling._timer.stop()
    if window.journaling._journal:
        window.journaling._journal._lock.release()
        window.journaling._journal._database.close()
    window.session.articles.clear()


@pytest.fixture
def crashed(themed, file: Path, tmp_path: Path, qtbot) -> None:
    """One article with two changes, one that was never saved."""
    window = window_in(tmp_path, qtbot)
    window.session.add([load(file, datetime.now(UTC))])
    for start in (0, 8):
        window.session.annotate("actor", [Span(start, start + 4)])
    window.session.add([load_bytes(b"A pasted story\n\nof two lines.", "x.txt", datetime.now(UTC))])
    with qtbot.waitSignal(window.journaling._timer.timeout):
        pass
    qtbot.waitUntil(lambda: window.journaling._job is None)
    crash(window)


def offered(window: MainWindow, qtbot, act: Act) -> list[tuple[str, list[str]]]:
    """Lets the window offer what there is; answers with that, as the dialog says it."""
    seen: list[tuple[str, list[str]]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, RecoveryDialog):
            return
        poll.stop()
        for row in range(dialog._list.count()):
            dialog._list.setCurrentRow(row)
            unsaved = [dialog._unsaved.item(place).text() for place in range(dialog._unsaved.count())]
            seen.append((dialog._list.item(row).text(), unsaved))
        act(dialog)
        done.append(True)

    done: list[bool] = []
    poll = QTimer(window)
    poll.timeout.connect(look)
    poll.start(20)
    window.offer_unsaved()
    qtbot.waitUntil(lambda: bool(done))
    return seen


def nothing_offered(window: MainWindow, qtbot) -> bool:
    window.offer_unsaved()
    qtbot.wait(300)
    return QApplication.activeModalWidget() is None


def test_it_is_offered_with_what_it_is_and_restored_with_its_history(crashed, file, tmp_path, qtbot):
    window = window_in(tmp_path, qtbot)
    seen = offered(window, qtbot, RecoveryDialog._take)
    assert seen == [
        ("A pasted story\nnever saved", []),
        (
            "Harbour towns get a second ferry\nferry.pressmark",
            ["+ a3 Actor “Harb”", "+ a4 Actor “town”"],
        ),
    ]
    articles = {one.name: one for one in window.session.articles}
    ferry = articles["Harbour towns get a second ferry"]
    assert {one.unsaved for one in articles.values()} == {True}
    assert articles["A pasted story"].original == b"A pasted story\n\nof two lines."
    assert window.session.undo_stack.count() == 2
    assert window.session.save(ferry)
    assert open_article(file).doc.markup.keys() == ferry.doc.markup.keys()
    window.session.undo_stack.undo()
    assert ferry.unsaved


def test_not_now_offers_it_again_and_restored_work_is_safe_again(crashed, tmp_path, qtbot):
    for act in (RecoveryDialog.reject, RecoveryDialog._take, RecoveryDialog._take):
        window = window_in(tmp_path, qtbot)
        assert len(offered(window, qtbot, act)) == 2
        crash(window)


def test_what_is_given_up_is_gone_and_only_that(crashed, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr("desktop.ask.give_up", lambda parent, names: names == ["A pasted story"])

    def give_up_the_first(dialog: RecoveryDialog) -> None:
        dialog._list.item(1).setCheckState(Qt.CheckState.Unchecked)
        dialog._refuse()

    window = window_in(tmp_path, qtbot)
    offered(window, qtbot, give_up_the_first)
    crash(window)
    window = window_in(tmp_path, qtbot)
    assert [text for text, _ in offered(window, qtbot, RecoveryDialog.reject)] == [
        "Harbour towns get a second ferry\nferry.pressmark"
    ]


def test_giving_up_asks_and_keeps_by_default(themed, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    said = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.defaultButton().text())
        box.defaultButton().click()

    QTimer.singleShot(100, answer)
    assert ask.give_up(parent, ["A", "B"]) is False
    assert said == ["Keep it"]


def test_work_that_reached_its_file_is_not_offered(themed, file, tmp_path, qtbot):
    window = window_in(tmp_path, qtbot)
    window.session.add([load(file, datetime.now(UTC))])
    window.session.annotate("actor", [Span(0, 4)])
    window.journaling._write()
    qtbot.waitUntil(lambda: window.journaling._job is None)
    save_article(window.session.doc, file)  # and the power goes before that is noted
    crash(window)
    window = window_in(tmp_path, qtbot)
    assert nothing_offered(window, qtbot)
    window.session.add([load(file, datetime.now(UTC))])
    assert window.session.undo_stack.count() == 1, "it is history now"


def test_a_file_changed_since_is_said_and_the_work_is_restored_all_the_same(crashed, file, tmp_path, qtbot):
    other = told()
    other.apply(changes.set_note(other, "a1", "theirs", HAND))
    save_article(other, file)
    abouts: list[str] = []

    def take(dialog: RecoveryDialog) -> None:
        abouts.append(dialog._about.text())
        dialog._take()

    window = window_in(tmp_path, qtbot)
    offered(window, qtbot, take)
    assert "Somebody has changed the file since" in abouts[0]
    assert open_article(file).doc.markup["a1"].note == "theirs"
    assert any("a4" in one.doc.markup for one in window.session.articles)


def test_where_the_analyst_has_begun_again_it_is_restored_beside(crashed, file, tmp_path, qtbot):
    window = window_in(tmp_path, qtbot)
    window.session.add([load(file, datetime.now(UTC))])
    window.session.annotate("location", [Span(0, 7)])
    offered(window, qtbot, RecoveryDialog._take)
    ferries = [one for one in window.session.articles if one.name.startswith("Harbour")]
    assert [one.path for one in ferries] == [file, None]
    assert ["l2" in one.doc.markup for one in ferries] == [True, False]
    assert ["a4" in one.doc.markup for one in ferries] == [False, True]
