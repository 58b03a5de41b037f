"""What is shown to others has all that is needed and not a word of an article, a home or a name."""

import json
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton

from desktop import mishaps
from desktop.dialogs.report_dialog import ReportDialog, make_report
from desktop.hiding import shown, without_home, without_names
from desktop.log import log_file

SECRET = "Zanzibar treaty"


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """Of somebody whose log is below it."""
    home = tmp_path / "oksana.venn"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    return home


def raised_by(work) -> BaseException:
    with pytest.raises(Exception) as caught:  # noqa: PT011  # of any kind
        work()
    return caught.value


def fail_with(message: str) -> None:
    raise ValueError(message)


def fail_after(first, then) -> None:
    try:
        first()
    except Exception as error:
        raise RuntimeError("the second") from error
    finally:
        then()


def assert_some(text: str) -> None:
    assert text == "the same", f"{text} is another"


TELLING = {
    "a key of a dictionary": lambda: {}[f"{SECRET}"],
    "a number that is none": lambda: int(SECRET),
    "a number in a sentence": lambda: float(f"1.5 {SECRET}"),
    "a file": lambda: Path(f"/nowhere/{SECRET}/{SECRET}.pressmark").read_bytes(),
    "JSON": lambda: json.loads('{"' + SECRET + '": ' + SECRET),
    "a message put together": lambda: fail_with(f"no label {SECRET} in {SECRET}"),
    "several lines": lambda: fail_with(f"first\n{SECRET}\nlast"),
    "quotes that do not close": lambda: fail_with(f"it's “{SECRET} ‘open"),
    "bytes that are no text": lambda: str(SECRET.encode() + b"\xff", "utf-8"),
    "text that is not ASCII": lambda: f"Ä{SECRET}".encode("ascii"),
    "an attribute": lambda: getattr(object(), SECRET),
    "an index": lambda: [SECRET].index(f"{SECRET}s"),
    "an assertion": lambda: assert_some(SECRET),
    "what led to it": lambda: fail_after(lambda: int(SECRET), lambda: None),
}


@pytest.mark.parametrize("what", TELLING)
def test_no_word_that_came_from_an_article_is_told(what):
    error = raised_by(TELLING[what])
    told = shown(error, error.__traceback__)
    message = "\n".join(line for line in told.splitlines() if not line.startswith("  "))
    assert type(error).__name__ in told
    assert "Zanzibar" not in message
    assert "treaty" not in message
    assert "test_report_dialog.py" in told


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("division by zero", "division by zero"),
        ("list index out of range", "list index out of range"),
        ("invalid literal for int() with base 10: 'Mara'", "invalid literal for int() with base 10: …"),
        ("'NoneType' object has no attribute 'close'", "'NoneType' object has no attribute 'close'"),
    ],
)
def test_what_python_itself_says_stays_readable(message, left):
    error = ValueError(message)

    def raising() -> None:
        close = None
        assert close is None
        raise error

    caught = raised_by(raising)
    assert shown(caught, caught.__traceback__).splitlines()[-1] == f"ValueError: {left}"


def test_of_a_files_name_its_kind_is_left():
    assert without_names("'/srv/desk/Port deal.pressmark' is no article") == "….pressmark is no article"


def test_neither_home_nor_name_is_in_a_path(home):
    there = f"{home}/.local/state/x.log and /media/{home.name}/stick/y and C:\\Users\\{home.name}\\z"
    assert without_home(there) == "~/.local/state/x.log and /media/~/stick/y and C:\\Users\\~\\z"


def test_a_name_that_is_a_link_to_the_home_is_hidden_as_well(home, tmp_path, monkeypatch):
    linked = tmp_path / "link"
    linked.symlink_to(home)
    monkeypatch.setenv("HOME", str(linked))
    monkeypatch.setenv("USERPROFILE", str(linked))
    assert without_home(f"{home}/x and {linked}/y") == "~/x and ~/y"


def test_a_report_says_what_happened_with_what_and_where_the_log_is(qapp, home):
    error = raised_by(lambda: Path(f"{home}/{SECRET}.pressmark").read_bytes())
    mishaps.note(error)
    report = make_report()
    assert "What happened\n-------------\n" in report
    assert "FileNotFoundError" in report
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in report
    assert "pressmark.log" in report
    for secret in (str(home), home.name, f"{SECRET}.pressmark"):
        assert secret not in report


def test_a_report_is_short_however_long_the_log(qapp, home):
    log = log_file()
    log.write_text("a line of the log\n" * 100_000, encoding="utf-8")
    report = make_report()
    assert report.count("a line of the log") == 80


def test_one_click_copies_all_of_it(themed, qtbot):
    dialog = ReportDialog(None, "With\n----\nPressmark 1\n")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == dialog.report
    assert dialog.findChild(QPlainTextEdit).isReadOnly()
    copy = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Copy")
    QTest.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.report


@pytest.mark.skipif(os.name == "nt", reason="a file in the place of the folder")
def test_a_report_can_be_made_where_there_is_no_log(qapp, home):
    (home / "pressmark").write_text("in the way")
    assert "The log cannot be read" in make_report()
