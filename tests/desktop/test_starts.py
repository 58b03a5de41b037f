"""Real starts, which are killed, closed, or fail by themselves, and what the next one makes of it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.settings import Settings
from desktop.starts import SafeSettings, Starts

CHILD = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app, starts
app._SETTLED = int(sys.argv[2])
has_settled = []
succeeded = starts.Starts.succeeded
starts.Starts.succeeded = lambda self: has_settled.append(succeeded(self))

def told():
    window = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "session"))
    notice = window.findChild(starts.SafeNotice)
    opened = [article.name for article in window.session.articles]
    return {"safe": notice is not None and notice.isVisible(), "opened": opened}

def look():
    if app._SETTLED < 1000 and not has_settled:
        QTimer.singleShot(20, look)
        return
    print(json.dumps(told()), flush=True)
    if sys.argv[1] == "close":
        for one in QApplication.topLevelWidgets():
            if hasattr(one, "session"):
                one.close()

make = app.make_app
def make_and_look():
    made = make()
    QTimer.singleShot(int(sys.argv[3]), look)
    return made
app.make_app = make_and_look
raise SystemExit(app.main(sys.argv[4:]))
"""


def environment(home: Path) -> dict[str, str]:
    names = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME")
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(names, str(home))}


@contextmanager
def started(home: Path, how: str, *arguments: str, settled: int = 60_000, after: int = 0) -> Iterator[dict]:
    """What a start says of itself; `how` it ends is "close" or "kill"."""
    command = [sys.executable, "-c", CHILD, how, str(settled), str(after), *arguments]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(home)
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        line = child.stdout.readline()
        try:
            yield json.loads(line) if line else {"stderr": child.stderr.read()}
        finally:
            if how == "kill":
                child.kill()
            assert child.wait(30) == (-signal.SIGKILL if how == "kill" else 0)


def start(home: Path, how: str, *arguments: str, settled: int = 60_000, after: int = 0) -> dict:
    with started(home, how, *arguments, settled=settled, after=after) as told:
        return told


needs_kill = pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")


@needs_kill
def test_after_two_starts_that_were_killed_the_third_is_safe_and_the_fourth_as_usual(tmp_path):
    article = tmp_path / "story.txt"
    article.write_text("Quay opens\n\nMara Venn came.", encoding="utf-8")
    for _ in range(2):
        assert not start(tmp_path, "kill", str(article))["safe"]
    third = start(tmp_path, "close", str(article), after=400)
    assert (third["safe"], third["opened"]) == (True, [])
    fourth = start(tmp_path, "close", after=400)
    assert not fourth["safe"]


@needs_kill
def test_killed_when_the_window_had_settled_is_no_start_that_failed(tmp_path):
    for _ in range(3):
        assert not start(tmp_path, "kill", settled=1, after=400)["safe"]


@needs_kill
def test_closed_soon_is_no_start_that_failed_and_forgives_one(tmp_path):
    for how in ("kill", "close", "kill"):
        assert not start(tmp_path, how)["safe"]
    assert not start(tmp_path, "close")["safe"]


@needs_kill
def test_others_that_are_just_starting_have_not_failed(tmp_path):
    with started(tmp_path, "kill") as first, started(tmp_path, "kill") as second:
        assert not first["safe"]
        assert not second["safe"]
        assert not start(tmp_path, "kill")["safe"]
    assert start(tmp_path, "close")["safe"]


def test_safe_mode_is_to_be_had_by_hand(tmp_path):
    assert start(tmp_path, "close", "--safe")["safe"]
    assert not start(tmp_path, "close")["safe"]


def test_where_no_mark_can_be_made_no_start_has_failed(tmp_path):
    in_the_way = tmp_path / "starts"
    in_the_way.write_text("no folder")
    for _ in range(3):
        assert not Starts(in_the_way).begin()
    Starts(in_the_way).succeeded()
    assert in_the_way.read_text() == "no folder"


def test_nothing_is_left_of_starts_that_went_well(tmp_path):
    folder = tmp_path / "starts"
    for _ in range(3):
        starts = Starts(folder)
        assert not starts.begin()
        starts.succeeded()
        starts.ended()
    assert list(folder.iterdir()) == []


def test_safe_settings_know_who_works_and_where_the_work_is_kept_but_no_looks(qapp, tmp_path):
    usual = Settings(tmp_path / "settings.ini")
    usual.author, usual.appearance, usual.brief_shown = "Ana", "dark", True
    safe = SafeSettings(usual)
    assert (safe.author, safe.state_folder) == ("Ana", usual.state_folder)
    assert (safe.appearance, safe.brief_shown) == (Settings(tmp_path / "none.ini").appearance, False)
    safe.brief_shown = True
    assert not SafeSettings(usual).brief_shown
    assert usual.appearance == "dark"


FAILING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop import app, settings
from desktop.dialogs.report_dialog import ReportDialog

def fail(_):
    raise ValueError("no such look")

settings.Settings.appearance = property(fail)
make = app.make_app
def close():
    for one in QApplication.topLevelWidgets():
        if isinstance(one, ReportDialog):
            print(one.report, flush=True)
        one.close()
def make_and_close():
    made = make()
    closing.timeout.connect(close)
    closing.start(300)
    return made
closing = QTimer()
app.make_app = make_and_close
raise SystemExit(app.main([]))
"""


def test_where_there_is_no_window_at_all_the_report_is_shown_and_the_start_has_failed(tmp_path):
    command = [sys.executable, "-c", FAILING]
    for _ in range(2):
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env=environment(tmp_path), timeout=30
        )
        assert done.returncode == 1, done.stderr
        assert "ValueError: no such look" in done.stdout
    assert start(tmp_path, "close")["safe"]
