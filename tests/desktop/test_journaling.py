"""What is done in the window is in the journal soon, and comes back with the next window."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.background import stop_all
from desktop.journaling import Journaling
from desktop.session import Session
from pressmark.article import Span
from pressmark.loading import Loaded, load, load_bytes
from pressmark.storage.articles import save_article
from pressmark.storage.journal import Journal
from tests.pressmark.story import told

ROOT = Path(__file__).parents[2]


class Run:
    """A session with its journal, as one run of the app has them."""

    def __init__(self, folder: Path) -> None:
        self.session = Session("ana")
        self.journaling = Journaling(self.session, folder / "state")
        self.troubles: list[str] = []
        self.journaling.troubled.connect(self.troubles.append)

    def open(self, *paths: Path) -> None:
        self.session.add([load(path, datetime.now(UTC)) for path in paths])

    def label(self, start: int) -> None:
        self.session.annotate("actor", [Span(start, start + 4)])

    def end(self) -> None:
        """As the window ends: what is being written is waited for."""
        assert stop_all()
        self.journaling.close()


@pytest.fixture
def run(qapp, tmp_path: Path) -> Iterator[Callable[[], Run]]:
    runs: list[Run] = []

    def begin() -> Run:
        runs.append(Run(tmp_path))
        return runs[-1]

    yield begin
    for one in runs:
        one.session.deleteLater()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "one.pressmark", tmp_path / "two.pressmark")
    for path in paths:
        save_article(told(), path)
    return paths


def left(folder: Path) -> list[tuple[str, int]]:
    journal = Journal(folder / "state")
    found = [(Path(one.key).name, one.number) for one in journal.left()]
    journal.close()
    return found


def test_what_was_saved_can_be_undone_and_done_again_after_a_restart(run, files):
    first = run()
    first.open(*files)
    states = []
    for start in (0, 8):
        first.label(start)
    first.session.show_article(first.session.articles[1])
    first.label(20)
    first.session.undo_stack.undo()
    for article in first.session.articles:
        assert first.session.save(article)
        states.append(dict(article.doc.markup))
    first.end()

    second = run()
    second.open(*files)
    stack = second.session.undo_stack
    assert [stack.text(number) for number in range(stack.count())] == [
        "Label “Harb” as actor",
        "Label “town” as actor",
        "Label “seco” as actor",
    ]
    assert (stack.index(), second.session.unsaved) == (2, [])
    stack.redo()
    stack.undo()
    assert [dict(one.doc.markup) for one in second.session.articles] == states
    while stack.canUndo():
        stack.undo()
    assert all(dict(one.doc.markup) == dict(told().markup) for one in second.session.articles)
    assert second.session.unsaved == [second.session.articles[0]]


def test_a_file_that_somebody_else_has_changed_has_no_history(run, files):
    first = run()
    first.open(files[0])
    first.label(0)
    assert first.session.save(first.session.current)
    first.end()
    save_article(told(), files[0])
    second = run()
    second.open(files[0])
    assert second.session.undo_stack.count() == 0


def test_closing_an_article_leaves_the_history_of_the_others(run, files):
    here = run()
    here.open(*files)
    here.label(0)
    here.session.show_article(here.session.articles[1])
    here.label(8)
    here.session.close_article(here.session.articles[0])
    stack = here.session.undo_stack
    assert stack.count() == 1
    stack.undo()
    assert dict(here.session.doc.markup) == dict(told().markup)


def test_what_the_analyst_closes_without_saving_is_not_offered_again(run, files, tmp_path):
    here = run()
    here.open(*files)
    here.label(0)
    here.session.add([load_bytes(b"A pasted story of two lines.", "x.txt", datetime.now(UTC))])
    here.journaling._write()
    here.end()
    assert left(tmp_path) == []


def test_saved_under_another_name_it_is_known_by_that(run, files, tmp_path):
    here = run()
    here.open(files[0])
    here.label(0)
    here.journaling._write()
    assert here.session.save(here.session.current, tmp_path / "new.pressmark")
    here.label(8)
    here.end()
    second = run()
    second.open(tmp_path / "new.pressmark")
    assert second.session.undo_stack.count() == 1, "what came after saving was given up at the end"
    third = run()
    third.open(files[0])
    assert third.session.undo_stack.count() == 0


def test_a_journal_that_cannot_be_written_is_told_once_and_the_work_goes_on(run, files, tmp_path, qtbot):
    (tmp_path / "state").write_text("in its place")
    here = run()
    here.open(files[0])
    for start in (0, 8):
        here.label(start)
        here.journaling._write()
    assert len(here.troubles) == 1
    assert "Save often" in here.troubles[0]
    assert here.session.save(here.session.current)


CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.desktop.test_journaling import Run
app = QApplication(sys.argv)
run = Run(Path(sys.argv[1]))
run.open(Path(sys.argv[1]) / "one.pressmark")
for start in range(0, 40, 4):
    run.label(start)
QTimer.singleShot(2000, lambda: os.kill(os.getpid(), signal.SIGKILL))
app.exec()
"""


def test_two_seconds_after_a_change_a_kill_loses_nothing(files, tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert left(tmp_path) == [("one.pressmark", 10)]


def test_a_folder_of_the_same_name_elsewhere_has_another_history(run, files, tmp_path):
    first = run()
    first.open(files[0])
    first.label(0)
    assert first.session.save(first.session.current)
    first.end()
    (tmp_path / "other").mkdir()
    shutil.copy(files[0], tmp_path / "other")
    second = run()
    second.session.add([Loaded(load(files[0], datetime.now(UTC)).doc, None)])
    second.open(tmp_path / "other" / "one.pressmark")
    assert second.session.undo_stack.count() == 0
