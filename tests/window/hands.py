"""A mouse and a keyboard that the window cannot tell from real ones: xdotool on the screen of the test.

The script that uses them runs in a thread of its own, for a dialog holds up the window's; what it wants to
know of a widget it asks in the window's thread, by `see`.
"""

import os
import subprocess
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget


class _Eyes(QObject):
    """Carries a question into the window's thread and its answer back."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.BlockingQueuedConnection)

    def _answer(self, question: list) -> None:
        try:
            question.append(question[0]())
        except Exception as error:  # noqa: BLE001  # raised again where it was asked
            question.append(error)


_eyes: list[_Eyes] = []


def see(question: Callable[[], Any]) -> Any:
    """The answer of the window's thread."""
    carrier: list[Any] = [question]
    _eyes[0].asked.emit(carrier)
    if isinstance(carrier[1], Exception):
        raise carrier[1]
    return carrier[1]


def run(app: QApplication, script: Callable[[], None]) -> None:
    """Runs the app and the script side by side; ends both, with 1 where the script has failed."""
    _eyes.append(_Eyes())

    def guarded() -> None:
        try:
            script()
        except Exception:  # noqa: BLE001  # told to the test, whatever it is
            traceback.print_exc()
            screenshot(os.environ.get("PRESSMARK_FAILURE_PICTURE", os.devnull))
            os._exit(1)
        print("done", flush=True)
        os._exit(0)

    app.setQuitOnLastWindowClosed(False)  # the script is to see the window closed, and ends the process
    threading.Thread(target=guarded, daemon=True).start()
    app.exec()


def until(is_so: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Waits until something is so."""
    end = time.monotonic() + seconds
    while not see(is_so):
        assert time.monotonic() < end, f"waited in vain for: {what}"
        time.sleep(0.02)


def _do(*arguments: str) -> None:
    subprocess.run(["xdotool", *arguments], check=True, timeout=60)
    time.sleep(0.03)


def press(*keys: str) -> None:
    """Keys one after the other, named as X names them: ``Return``, ``ctrl+s``, ``q``."""
    _do("key", "--delay", "12", "--clearmodifiers", *keys)
    time.sleep(0.05)


def write(text: str) -> None:
    _do("type", "--clearmodifiers", "--delay", "12", text)


def on_screen(widget: QWidget, point: QPoint | None = None) -> QPoint:
    """Where a point of a widget (its middle, unless one is given) lies on the screen."""
    return see(lambda: widget.mapToGlobal(point or widget.rect().center()))


def click_at(spot: QPoint, times: int = 1) -> None:
    _do("mousemove", str(spot.x()), str(spot.y()), "click", "--repeat", str(times), "--delay", "60", "1")
    time.sleep(0.05)


def click(widget: QWidget, point: QPoint | None = None) -> None:
    click_at(on_screen(widget, point))


def drag(points: Sequence[QPoint], steps: int = 10) -> None:
    """Presses at the first point of the screen, goes over the others, releases at the last."""
    _do("mousemove", str(points[0].x()), str(points[0].y()), "mousedown", "1")
    for here, there in pairwise(points):
        for step in range(1, steps + 1):
            x = here.x() + (there.x() - here.x()) * step // steps
            y = here.y() + (there.y() - here.y()) * step // steps
            _do("mousemove", str(x), str(y))
            time.sleep(0.03)
    time.sleep(0.15)
    _do("mouseup", "1")
    time.sleep(0.1)


def shown(window: QWidget) -> None:
    """Waits until the window is on the screen and has the keyboard."""
    until(window.isActiveWindow, "the window to be active")
    time.sleep(0.3)


def screenshot(path: str) -> None:
    see(lambda: QApplication.primaryScreen().grabWindow(0).save(path, "PNG"))
