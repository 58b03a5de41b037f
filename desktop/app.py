"""Where it starts: a verb goes to the command line, everything else opens the window."""

import builtins
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.command_line import SAFE, VERBS, run

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.settings import Settings
    from desktop.window import MainWindow


WORKER = "--read-foreign-files"
"""How an installed app starts itself to read foreign files: see `pressmark.importers.confined`."""

_SETTLED = 5_000
"""Milliseconds that the window has been there when the start counts as a good one."""


def main(argv: Sequence[str] | None = None) -> int:
    """`pressmark [VERB …]` or `pressmark [--safe] [FILE|FOLDER …]`; answers with the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments == [WORKER]:
        from pressmark.importers.worker import main as read_foreign_files

        return read_foreign_files()
    if safe := arguments[:1] == [SAFE]:
        del arguments[0]
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
    return open_window(paths, safe=safe)


def has_display() -> bool:
    """Where a window can be shown: elsewhere than on Windows and macOS, X11 or Wayland must run."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(paths: Sequence[Path], *, safe: bool = False) -> int:
    """Runs the window until it is closed; `safe` where the analyst asks for safe mode."""
    app = make_app()
    from PySide6.QtCore import QTimer

    from desktop import log, mishaps
    from desktop.settings import Settings
    from desktop.starts import Starts

    mishaps.catch_mishaps()
    mishaps.catch_qt_warnings()
    log.catch_crashes()
    settings = Settings()
    starts = Starts(settings.state_folder / "starts")
    has_failed = starts.begin()
    try:
        window = make_window(app, settings, safe=safe or has_failed)
    except Exception:  # noqa: BLE001  # else there would be no window, and no word of why
        _tell_of_no_window()
        return 1
    window.show()
    if not has_failed:  # it may be that what is to be opened is why it has failed
        QTimer.singleShot(0, lambda: window.open_paths(paths))
    if not (safe or has_failed):
        QTimer.singleShot(0, window.offer_unsaved)
    QTimer.singleShot(_SETTLED, starts.succeeded)
    code = app.exec()
    starts.ended()
    return code


def make_app() -> "QApplication":
    """Qt, before anything else of the window is imported."""
    from PySide6.QtWidgets import QApplication

    _import_without_reading()
    app = QApplication([sys.argv[0]])
    app.setApplicationName("Pressmark")
    app.setDesktopFileName("pressmark")
    return app


def make_window(app: "QApplication", settings: "Settings", *, safe: bool = False) -> "MainWindow":
    """The window with its look and the net that catches what slips through.

    In safe mode it has the look it came with, and says so; what is changed of it then is not kept.
    """
    from desktop import mishaps, theme
    from desktop.window import MainWindow

    mishaps.catch_mishaps()
    if safe:
        from desktop.starts import SafeSettings

        settings = SafeSettings(settings)
    theme.apply(app, settings.appearance)
    window = MainWindow(settings)
    mishaps.tell_in(window, window.say)
    if safe:
        from desktop.starts import SafeNotice

        notice = SafeNotice()
        notice.unsavedRequested.connect(window.offer_unsaved)
        notice.unsavedRequested.connect(lambda: window.say("Unsaved work is offered where there is any"))
        window.setMenuWidget(notice)
    return window


def _tell_of_no_window() -> None:
    from desktop.dialogs.report_dialog import ReportDialog, make_report

    sys.excepthook(*sys.exc_info())
    ReportDialog.show_for(None, make_report())


def _import_without_reading() -> None:
    """PySide reads the source of every imported module, for `__feature__`, which nothing here uses: that
    would cost 80 ms and 5 MB at the start, and time at every import inside a function."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _refuse(why: str, code: int) -> int:
    sys.stderr.write(f"pressmark: {why}\n")
    return code
