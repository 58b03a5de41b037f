"""A mouse and a keyboard that the window cannot tell from real ones: xdotool on the screen of the test."""

import subprocess
import time
from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def spin(milliseconds: int) -> None:
    """Lets the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(is_so: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Lets the window work until something is so."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, f"waited in vain for: {what}"
        spin(20)


def _do(*arguments: str) -> None:
    process = subprocess.Popen(["xdotool", *arguments])
    while process.poll() is None:
        spin(5)
    assert process.returncode == 0, f"xdotool {' '.join(arguments)}"
    spin(30)


def press(*keys: str) -> None:
    """Keys one after the other, named as X names them: ``Return``, ``ctrl+s``, ``q``."""
    for key in keys:
        _do("key", "--clearmodifiers", key)


def write(text: str) -> None:
    _do("type", "--clearmodifiers", "--delay", "8", text)


def move(widget: QWidget, point: QPoint) -> None:
    spot = widget.mapToGlobal(point)
    _do("mousemove", str(spot.x()), str(spot.y()))


def click(widget: QWidget, point: QPoint | None = None, times: int = 1) -> None:
    move(widget, point or widget.rect().center())
    _do("click", "--repeat", str(times), "--delay", "60", "1")


def drag(points: Sequence[QPoint], steps: int = 10) -> None:
    """Presses at the first point of the screen, goes over the others, releases at the last."""
    _do("mousemove", str(points[0].x()), str(points[0].y()))
    _do("mousedown", "1")
    for here, there in pairwise(points):
        for step in range(1, steps + 1):
            x = here.x() + (there.x() - here.x()) * step // steps
            y = here.y() + (there.y() - here.y()) * step // steps
            _do("mousemove", str(x), str(y))
            spin(40)
    spin(200)
    _do("mouseup", "1")
    spin(200)


def shown(widget: QWidget) -> None:
    """Waits until the window is on the screen and has the keyboard."""
    widget.show()
    until(widget.isActiveWindow, "the window to be active")
    spin(300)


def screenshot(path: str) -> None:
    screen = QApplication.primaryScreen()
    assert screen is not None
    assert screen.grabWindow(0).save(path)
