"""Makes the picture in the README from the real window: `make screenshot`."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

import resources
from desktop.app import make_window
from desktop.settings import Settings

PICTURE = Path(__file__).parent / "window.png"


def wait(app: QApplication, is_so: Callable[[], object], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not is_so() and time.monotonic() < end:
        app.processEvents()


def main() -> None:
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.appearance = "light"
        settings.brief_shown = True
        window = make_window(app, settings)
        window.resize(1480, 860)
        window.show()
        window.open_paths([resources.path("sample")])
        wait(app, lambda: len(window.session.articles) > 1)
        window.session.pick("q1")
        wait(app, lambda: False, seconds=2)  # the brief is drawn in the background
        window.grab().save(str(PICTURE), "PNG")


main()
