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

import dossiers
from PySide6.QtWidgets import QApplication
from row import Row
from workloads import workload

from desktop.app import make_window
from desktop.settings import Settings
from desktop.views.dossier_panel import PAUSE
from pressmark.storage.articles import save_article

ARTICLES = 10_000
TYPED = ("the minister said", "label:pledge amount>100m by:Healey", "防衛費", "a OR the", "tag:budget -the")


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

    def idle_until(self, done: Callable[[], bool]) -> tuple[float, float]:
        """The same, painting nothing but what has changed, as while an analyst waits."""
        start, longest = time.perf_counter(), 0.0
        while not done():
            turn = time.perf_counter()
            self.app.processEvents()
            longest = max(longest, time.perf_counter() - turn)
            time.sleep(0.001)  # the interpreter is free for the work meanwhile
        return (time.perf_counter() - start) * 1000, longest * 1000

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
    """Opened for the first time, and again; then words are typed into the box of its panel."""
    dossier = folder / "dossier"
    dossiers.write(dossier, ARTICLES)
    time.sleep(2.1)  # until the times of the files are to be relied upon
    of, limit = f"{ARTICLES:,} articles in the window", held.quiet(2)
    _, first_turn = opened(held, dossier)
    opened(held, folder / "nothing")
    took, turn = opened(held, dossier)
    waits, turns = zip(*(typed(held, words) for words in TYPED), strict=True)
    return [
        Row(f"{of}: longest turn while first indexed (limit: without)", first_turn, "ms", limit),
        Row(f"{of}: opened again, one of them shown (limit: a turn)", took, "ms", limit, most=1000),
        Row(f"{of}: longest turn while it is (limit: without)", turn, "ms", limit),
        Row(f"{of}: from a key to the hits, with {PAUSE} ms that it waits", max(waits), "ms", limit),
        Row(f"{of}: longest turn while words are searched (limit: without)", max(turns), "ms", limit),
    ]


def opened(held: Held, folder: Path) -> tuple[float, float]:
    """Milliseconds until all articles are listed and one is shown, and of the longest turn."""
    folder.mkdir(exist_ok=True)
    count, shelf, session = len([*folder.iterdir()]), held.window.shelf, held.window.session
    told: list[bool] = []
    shelf.listed.connect(lambda: told.append(True))
    start = time.perf_counter()
    held.window.open_paths([folder])
    asked = (time.perf_counter() - start) * 1000
    shown = bool(count)
    took, turn = held.idle_until(lambda: bool(told) and bool(session.current) is shown)
    assert shelf.count == count
    return took + asked, max(asked, turn)


def typed(held: Held, words: str) -> tuple[float, float]:
    """Milliseconds from the last key to the hits, and of the longest turn."""
    panel, told = held.window.dossier_panel, []
    held.window.shelf.found.connect(lambda query, *_: told.append(query))
    panel.focus_search()
    held.app.focusWidget().insert(words)
    return held.idle_until(lambda: words in told)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=Path.cwd() / "build") as name:
        folder = Path(name)
        held = Held(folder)
        rows = [*save_rows(held, folder), *dossier_rows(held, folder)]
    print(json.dumps([asdict(row) for row in rows]), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
