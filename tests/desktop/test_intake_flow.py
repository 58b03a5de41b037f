"""From files to the desk: when the report of an import shows itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import intake_flow
from desktop.settings import Settings
from desktop.window import MainWindow

WORDS = "The harbour town number {} pays for the ferry of its own, said its mayor on Monday in {}."


@pytest.fixture
def window(themed, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.show()
    yield window
    window.intake.report.close()


def files(folder: Path, count: int) -> list[Path]:
    folder.mkdir()
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        words = WORDS.format(number, f"town{number}")
        path.write_text(f"Story {number}\n\n{words}\n\n{words[::-1]}", encoding="utf-8")
    return paths


def shown_while_reading(window: MainWindow, paths: list[Path], qtbot) -> bool:
    """Whether the report was there before all was through."""
    ended: list[object] = []
    while_reading: list[bool] = []
    window.arrivals.came.connect(lambda _: while_reading.append(window.intake.report.isVisible()))
    window.arrivals.arrived.connect(ended.append)
    window.arrivals.take_paths(paths)
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    return any(while_reading)


def test_many_files_that_take_long_show_how_far_it_is(window, tmp_path, qtbot, monkeypatch) -> None:
    """Though nothing has come in yet when the patience ends."""
    monkeypatch.setattr(intake_flow, "_PATIENCE", 0)
    assert shown_while_reading(window, files(tmp_path / "in", 40), qtbot)


def test_what_is_read_soon_needs_no_report(window, tmp_path, qtbot) -> None:
    assert not shown_while_reading(window, files(tmp_path / "in", 2), qtbot)
    assert not window.intake.report.isVisible()


def test_a_single_file_needs_no_report_however_long_it_takes(window, tmp_path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(intake_flow, "_PATIENCE", 0)
    assert not shown_while_reading(window, files(tmp_path / "in", 1), qtbot)
    assert not window.intake.report.isVisible()
