import logging
import sys
import threading

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.mishaps import _log, catch_mishaps, log_file


@pytest.fixture
def window(qapp, qtbot, tmp_path, monkeypatch):
    """A window over which mishaps are caught, their log in a folder of the test."""
    for name in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    _log.cache_clear()
    window = QWidget()
    qtbot.addWidget(window)
    catch_mishaps(window)
    yield window
    for handler in logging.getLogger("pressmark").handlers[:]:
        logging.getLogger("pressmark").removeHandler(handler)
        handler.close()
    _log.cache_clear()


def happen(sentence: str) -> None:
    error = RuntimeError(sentence)
    sys.excepthook(RuntimeError, error, None)


def test_the_log_is_begun_at_the_first_mishap_and_has_them_all(window, qtbot):
    assert not log_file().exists()
    happen("the first")
    happen("the second")
    text = log_file().read_text(encoding="utf-8")
    assert "RuntimeError: the first" in text
    assert "RuntimeError: the second" in text
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)


def test_a_mishap_is_told_once_with_the_place_of_its_details(window, qtbot):
    happen("nobody saw it coming")
    happen("nobody saw it coming")
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "nobody saw it coming" in boxes[0].informativeText() + boxes[0].text()
    assert str(log_file()) in boxes[0].informativeText() + boxes[0].text()


def test_a_mishap_in_a_thread_is_told_as_well(window, qtbot):
    def fail() -> None:
        raise RuntimeError("in the background")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    assert "in the background" in log_file().read_text(encoding="utf-8")
