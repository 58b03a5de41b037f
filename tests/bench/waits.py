"""Measures how long the window's thread is held up while something long goes on beside it.

Prints rows as JSON. The window repaints its article all the time; by the wall clock, the longest turn counts.
"""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication
from row import Row
from workloads import corpus, workload

from desktop.app import make_window
from desktop.settings import Settings
from pressmark.storage.articles import save_article, save_articles

ARTICLES = 1000


class Held:
    """The app's window, kept busy with painting."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication(sys.argv)
        self.window = make_window(self.app, Settings(folder / "settings.ini"))
        self.window.show()
        self.text = self.window.article_view.focusProxy()

    def until(self, done: Callable[[], bool]) -> tuple[float, float]:
        """Paints until it is done: milliseconds until then, and of the longest turn."""
        start = last = time.perf_counter()
        longest = 0.0
        while not done():
            self.text.repaint()
            self.app.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        return (last - start) * 1000, longest * 1000

    def quiet(self, seconds: float) -> float:
        """The longest turn while nothing else goes on."""
        end = time.monotonic() + seconds
        return self.until(lambda: time.monotonic() > end)[1]


def save_rows(held: Held, folder: Path) -> list[Row]:
    path = folder / "L.pressmark"
    save_article(workload("L"), path)
    session = held.window.session
    held.window.open_paths([path])
    held.until(lambda: session.current is not None)
    held.quiet(3)  # until all of it is laid out
    limit = held.quiet(2)
    took, turns = zip(*(_saved(held) for _ in range(5)), strict=True)
    return [
        Row("L: save in the window, all in all (limit: a turn without)", min(took), "ms", limit),
        Row("L: longest turn of the window while it is saved (limit: without)", min(turns), "ms", limit),
    ]


def _saved(held: Held) -> tuple[float, float]:
    session, told = held.window.session, []
    session.saver.saved.connect(told.append)
    start = time.perf_counter()
    session.saver.save(session.current)
    asked = (time.perf_counter() - start) * 1000
    took, turn = held.until(lambda: bool(told))
    session.saver.saved.disconnect(told.append)
    return took + asked, max(turn, asked)


def dossier_rows(held: Held, folder: Path) -> list[Row]:
    dossier = folder / "dossier"
    dossier.mkdir()
    save_articles(
        [(doc, dossier / f"{number}.pressmark", None, None) for number, doc in enumerate(corpus(ARTICLES))]
    )
    session, limit = held.window.session, held.quiet(2)
    start = time.perf_counter()
    held.window.open_paths([dossier])
    asked = (time.perf_counter() - start) * 1000
    took, turn = held.until(lambda: len(session.articles) == ARTICLES)
    return [
        Row(f"a dossier of {ARTICLES} articles opened (limit: a turn without)", took + asked, "ms", limit),
        Row("longest turn of the window while it is (limit: without)", max(asked, turn), "ms", limit),
    ]


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd() / "build") as name:
        folder = Path(name)
        held = Held(folder)
        rows = [*save_rows(held, folder), *dossier_rows(held, folder)]
    print(json.dumps([asdict(row) for row in rows]), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
