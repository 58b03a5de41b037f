"""Where it starts: a verb goes to the command line, everything else opens the window."""

import builtins
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line import VERBS, run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.settings import Settings
    from desktop.window import MainWindow


def main(argv: Sequence[str] | None = None) -> int:
    """`pressmark [VERB …]` or `pressmark [FILE|FOLDER …]`; answers with the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in VERBS or arguments[0].startswith("-")):
        return run(arguments)
    paths = [Path(argument) for argument in arguments]
    if strangers := [path for path in paths if not path.exists()]:
        return _refuse(
            f"{strangers[0]} is neither a file nor a verb; the verbs are {', '.join(sorted(VERBS))}", 2
        )
    if not has_display():
        return _refuse(
            "there is no display to open the window on; see pressmark --help for what needs none", 1
        )
    return open_window(paths)


def has_display() -> bool:
    """Where a window can be shown: elsewhere than on Windows and macOS, X11 or Wayland must run."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(paths: Sequence[Path]) -> int:
    """Runs the window until it is closed."""
    app = make_app()
    from PySide6.QtCore import QTimer

    from desktop.settings import Settings

    window = make_window(app, Settings())
    window.open_paths(paths)
    window.show()
    QTimer.singleShot(0, window.offer_unsaved)
    return app.exec()


def make_app() -> "QApplication":
    """Qt, before anything else of the window is imported."""
    from PySide6.QtWidgets import QApplication

    _import_without_reading()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Pressmark")
    app.setDesktopFileName("pressmark")
    return app


def make_window(app: "QApplication", settings: "Settings") -> "MainWindow":
    """The window with its look and the net that catches what slips through."""
    from desktop import theme
    from desktop.mishaps import catch_mishaps
    from desktop.window import MainWindow

    theme.apply(app, settings.appearance)
    window = MainWindow(settings)
    catch_mishaps(window)
    return window


def _import_without_reading() -> None:
    """PySide reads the source of every imported module, for `__feature__`, which nothing here uses: that
    would cost 80 ms and 5 MB at the start, and time at every import inside a function."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _refuse(why: str, code: int) -> int:
    sys.stderr.write(f"pressmark: {why}\n")
    return code
