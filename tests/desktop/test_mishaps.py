"""Every mishap happens in a process of its own, which has to outlive it."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.log import _MOST_BYTES, _MOST_CRASH_BYTES, _shorten

BEGINNING = """
import json, os, sys, threading
from desktop.app import make_app
app = make_app()
from PySide6.QtCore import QAbstractListModel, QEvent, QObject, Qt, QTimer, qWarning
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QMainWindow, QMessageBox, QPushButton, QWidget
from desktop import log, mishaps
from desktop.background import Job
said = []
milliseconds = 150

def fail(*_):
    raise RuntimeError("nobody saw it coming")

def boxes():
    return [box for box in app.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]

class Window(QMainWindow):
    pass

mishaps.catch_mishaps()
mishaps.catch_qt_warnings()
log.catch_crashes()
window = Window()
mishaps.tell_in(window, said.append)
window.resize(300, 200)
window.show()
"""

ENDING = """
def end():
    told = [box.informativeText() for box in boxes()]
    print(json.dumps({"shown": window.isVisible(), "told": told, "said": said}), flush=True)
    for box in boxes():
        box.accept()
    app.exit()

QTimer.singleShot(milliseconds, end)
code = app.exec()
del window
raise SystemExit(code)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the process and what it has told."""

    code: int
    shown: bool
    told: list[str]
    said: list[str]
    stderr: str
    log: str


def log_of(home: Path) -> Path:
    return next(home.rglob("pressmark.log"), home / "none")


def run(home: Path, code: str) -> Outcome:
    names = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "HOME", "LOCALAPPDATA", "APPDATA")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(names, str(home))}
    command = [sys.executable, "-c", BEGINNING + code + ENDING]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env=environment, timeout=20)
    answer = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}
    file = log_of(home)
    log = file.read_text(encoding="utf-8") if file.is_file() else ""
    shown, told, said = answer.get("shown", False), answer.get("told", []), answer.get("said", [])
    return Outcome(done.returncode, shown, told, said, done.stderr, log)


IN_A_SLOT = "QTimer.singleShot(0, fail)"

PLACES = {
    "a timer": IN_A_SLOT,
    "a slot": "button = QPushButton(window); button.clicked.connect(fail); button.click()",
    "paintEvent": "Window.paintEvent = fail; window.update()",
    "keyPressEvent": """
Window.keyPressEvent = fail
for _ in range(3):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    app.postEvent(window, event)
""",
    "an event filter": """
class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            fail()
        return False
window.installEventFilter(watching := Filter())
app.postEvent(window, QEvent(QEvent.Type.User))
""",
    "data of a model": """
class Model(QAbstractListModel):
    def rowCount(self, parent):
        return 3
    data = fail
window.setCentralWidget(view := QListView())
view.setModel(model := Model())
""",
    "rowCount of a model": """
class Model(QAbstractListModel):
    rowCount = fail
window.setCentralWidget(view := QListView())
QTimer.singleShot(0, lambda: view.setModel(Model(view)))
""",
    "a thread": "threading.Thread(target=fail).start()",
    "a job whose failure nobody awaits": "job = Job(fail).start()",
    "a slot of a job": "job = Job(lambda tick: 1); job.succeeded.connect(fail); job.start()",
    "__del__": """
class Gone:
    __del__ = fail
QTimer.singleShot(0, Gone)
""",
}


@pytest.mark.parametrize("place", PLACES)
def test_wherever_it_happens_the_window_stays_and_it_is_told_and_logged_once(place, tmp_path):
    outcome = run(tmp_path, PLACES[place])
    assert outcome.code == 0, outcome.stderr
    assert outcome.shown
    assert outcome.told == ["RuntimeError: nobody saw it coming\n\nYour work is still here. Save it now."]
    assert outcome.log.count("RuntimeError: nobody saw it coming") == 1
    assert "in fail\n" in outcome.log


def test_a_window_that_fails_to_close_stays_open(tmp_path):
    code = f"""
from pathlib import Path
from desktop.app import make_window
from desktop.settings import Settings
window.close()
window = make_window(app, Settings(Path({str(tmp_path / "settings.ini")!r})))
window.show()
window.commands.may_leave = fail
QTimer.singleShot(0, window.close)
"""
    outcome = run(tmp_path, code)
    assert outcome.shown
    assert len(outcome.told) == 1
    assert "nobody saw it coming" in outcome.told[0]
    assert outcome.log.count("RuntimeError: ") == 1


def test_what_fails_at_the_very_end_is_logged_and_the_process_ends_as_it_should(tmp_path):
    code = """
import atexit
app.aboutToQuit.connect(fail)
def last():
    raise ValueError("too late")
atexit.register(last)
"""
    outcome = run(tmp_path, code)
    assert outcome.code == 0
    assert "RuntimeError: nobody saw it coming" in outcome.log
    assert "ValueError: too late" in outcome.log


def test_what_fails_at_every_painting_neither_floods_the_log_nor_asks_again_and_again(tmp_path):
    code = """
Window.paintEvent = fail
def paint():
    while not window.windowHandle().isExposed():
        app.processEvents()
    for _ in range(2_000):
        window.update()
        app.processEvents()
    for _ in range(20):
        app.processEvents()
        for box in boxes():
            box.accept()
            said.append("closed")
    end()
milliseconds = 30_000
QTimer.singleShot(0, paint)
"""
    outcome = run(tmp_path, code)
    assert outcome.said.count("closed") == 1
    assert len(outcome.said) == 2  # and once in the quiet place, that it goes on
    assert outcome.told == []
    assert outcome.log.count("RuntimeError: nobody saw it coming") == 1
    counted = [line.split(" ", 2)[2] for line in outcome.log.splitlines() if "times by now" in line]
    assert [line.split(" times")[0] for line in counted] == ["10", "100", "1,000"]
    assert len(outcome.log) < 3_000
    assert outcome.stderr.count("RuntimeError") == 1


def test_the_same_failure_asked_for_again_is_not_silent(tmp_path):
    outcome = run(tmp_path, f"{IN_A_SLOT}\n{IN_A_SLOT}\n{IN_A_SLOT}")
    assert len(outcome.told) == 1
    assert outcome.said == ["It went wrong again: RuntimeError: nobody saw it coming"]


def test_thousands_of_different_failures_keep_the_log_small(tmp_path):
    code = """
for number in range(3_000):
    sys.excepthook(KeyError, KeyError("abc " * 200 + str(number)), None)
"""
    outcome = run(tmp_path, code)
    assert outcome.shown
    assert len(outcome.told) == 1
    assert sum(file.stat().st_size for file in log_of(tmp_path).parent.iterdir()) < 2.1 * _MOST_BYTES


FULL = "os.symlink('/dev/full', log.log_file())"
NO_FOLDER = """
folder = log.log_file().parent
import shutil
shutil.rmtree(folder)
folder.write_text("in the way")
"""
NO_HOME = "os.environ['XDG_STATE_HOME'] = '/dev/null/nowhere'"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("trouble", [FULL, NO_FOLDER, NO_HOME], ids=["full disk", "no folder", "no home"])
def test_where_the_log_cannot_be_written_it_is_told_all_the_same(trouble, tmp_path):
    details = """
from desktop.dialogs.report_dialog import make_report
QTimer.singleShot(50, lambda: said.append(make_report()))
"""
    outcome = run(tmp_path, f"{trouble}\n{IN_A_SLOT}\n{details}")
    assert outcome.code == 0
    assert outcome.shown
    assert outcome.told == ["RuntimeError: nobody saw it coming\n\nYour work is still here. Save it now."]
    assert "RuntimeError: nobody saw it coming" in outcome.said[-1]
    assert "log cannot be written" in outcome.stderr


def test_an_error_that_cannot_say_what_it_is_is_survived(tmp_path):
    code = """
class Mute(Exception):
    def __str__(self):
        raise ValueError("not even this")
def fail_mutely():
    raise Mute
QTimer.singleShot(0, fail_mutely)
"""
    outcome = run(tmp_path, code)
    assert outcome.shown
    assert outcome.told[0].startswith("Mute: (it cannot say what)")


def test_a_window_that_is_gone_is_told_nothing(tmp_path):
    code = """
from shiboken6 import delete
other = window
window = QMainWindow()
window.show()
delete(other)
QTimer.singleShot(0, fail)
"""
    outcome = run(tmp_path, code)
    assert outcome.code == 0
    assert outcome.told == []
    assert "nobody saw it coming" in outcome.log


def test_qt_warnings_are_logged_once_and_counted_without_names(tmp_path):
    code = """
for _ in range(12):
    qWarning("QImage: 'Kanal Zanzibar.png' of /home/somebody/Zanzibar has no pixels")
threading.Thread(target=lambda: qWarning("said elsewhere")).start()
"""
    outcome = run(tmp_path, code)
    assert outcome.code == 0
    assert outcome.log.count("Qt warns: QImage: … of … has no pixels\n") == 1
    assert "10 times by now" in outcome.log
    assert "Qt warns: said elsewhere" in outcome.log
    assert "Zanzibar" not in outcome.log


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of Unix")
def test_a_crash_leaves_a_trace_that_the_next_start_can_report(tmp_path):
    crashed = run(tmp_path, "def crash():\n    os.abort()\nQTimer.singleShot(0, crash)")
    assert crashed.code == -signal.SIGABRT
    told = run(tmp_path, "from desktop.dialogs.report_dialog import make_report; said.append(make_report())")
    assert "The last crash" in told.said[0]
    assert "in crash" in told.said[0]


def test_the_file_of_crashes_keeps_its_end_alone(tmp_path):
    file = tmp_path / "crashes.txt"
    file.write_bytes(b"old " * _MOST_CRASH_BYTES + b"the last one")
    before = file.stat().st_mtime
    _shorten(file)
    assert file.stat().st_size == _MOST_CRASH_BYTES // 2
    assert file.read_bytes().endswith(b"the last one")
    assert file.stat().st_mtime == pytest.approx(before, abs=1e-3)


def test_a_window_whose_question_fails_as_well_stays_open(tmp_path):
    code = f"""
from pathlib import Path
from desktop import ask
from desktop.app import make_window
from desktop.settings import Settings
window.close()
window = make_window(app, Settings(Path({str(tmp_path / "settings.ini")!r})))
window.show()
window.commands.may_leave = ask.close_all_the_same = fail
QTimer.singleShot(0, window.close)
"""
    outcome = run(tmp_path, code)
    assert outcome.shown
    assert len(outcome.told) == 1
