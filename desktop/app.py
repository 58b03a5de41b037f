"""Where it starts: a verb goes to the command line, everything else opens the window."""

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
    return open_window([Path(argument) for argument in arguments])


def open_window(paths: Sequence[Path]) -> int:
    """Runs the window until it is closed."""
    from PySide6.QtWidgets import QApplication

    from desktop.settings import Settings

    app = QApplication([sys.argv[0]])
    app.setApplicationName("Pressmark")
    app.setDesktopFileName("pressmark")
    window = make_window(app, Settings())
    window.open_paths(paths)
    window.show()
    return app.exec()


def make_window(app: "QApplication", settings: "Settings") -> "MainWindow":
    """The window with its look and the net that catches what slips through."""
    from desktop import theme
    from desktop.mishaps import catch_mishaps
    from desktop.window import MainWindow

    theme.apply(app, settings.appearance)
    window = MainWindow(settings)
    catch_mishaps(window)
    return window
