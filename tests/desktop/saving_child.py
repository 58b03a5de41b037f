"""A window in a process of its own, whose article cannot be saved: what the analyst meets, as JSON.

`saving_child.py FOLDER TROUBLE`; the trouble begins when the article has been saved once and changed.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.app import make_app, make_window
from desktop.settings import Settings
from pressmark.article import Span
from pressmark.loading import load, load_bytes

SETTLED = 450
"""Milliseconds after which nothing comes any more: the journal is written after 250."""


def gone(folder: Path) -> None:
    shutil.move(folder, folder.with_name("moved"))


def no_folder(folder: Path) -> None:
    gone(folder)
    folder.write_text("a file where the folder was")


def full(folder: Path) -> None:
    import resource  # which Windows does not have

    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))


def room_again() -> None:
    import resource

    most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


TROUBLES: dict[str, Callable[[Path], object]] = {
    "share gone": gone,
    "no folder": no_folder,
    "disk full": full,
    "no permission": lambda folder: folder.chmod(0o555),
    "write-protected file": lambda folder: (folder / "quay.pressmark").chmod(0o444),
}


def main(root: Path, trouble: str) -> None:
    app = make_app()
    window = make_window(app, Settings(root / "settings.ini"))
    window.show()
    session, folder, elsewhere = window.session, root / "dossier", root / "elsewhere.pressmark"
    folder.mkdir()
    session.add([load_bytes(b"Quay opens\n\nMara Venn came.", "quay.txt", datetime.now(UTC))])
    assert session.save(session.current, folder / "quay.pressmark")
    session.annotate("actor", [Span(12, 21)])
    QFileDialog.getSaveFileName = lambda *_: (str(elsewhere), "")
    seen: dict[str, object] = {"asked": [], "most at once": 0}

    def boxes() -> list[QMessageBox]:
        found = [one for one in app.topLevelWidgets() if isinstance(one, QMessageBox) and one.isVisible()]
        seen["most at once"] = max(int(str(seen["most at once"])), len(found))
        return found

    def look() -> None:
        """Once all that may come has come."""
        seen["asked"] = [[box.text(), box.informativeText()] for box in boxes()]
        seen["open"] = session.current is not None and window.isVisible()
        seen["unsaved"] = [article.name for article in session.unsaved]
        if trouble == "disk full":
            room_again()
        QTimer.singleShot(SETTLED, end)
        asked = boxes()[0]
        next(one for one in asked.buttons() if "Save elsewhere" in one.text()).click()

    def end() -> None:
        seen["told then"] = [box.text() for box in boxes()]
        seen["saved elsewhere"] = sorted(load(elsewhere, datetime.now(UTC)).doc.markup)
        seen["unsaved then"] = [article.name for article in session.unsaved]
        seen["left"] = sorted(str(path.relative_to(root)) for path in root.rglob("*.tmp"))
        sys.stdout.write(json.dumps(seen))
        sys.stdout.flush()
        os._exit(0)

    TROUBLES[trouble](folder)
    QTimer.singleShot(SETTLED, look)
    QTimer.singleShot(0, window.commands.save)
    app.exec()


main(Path(sys.argv[1]), sys.argv[2])
