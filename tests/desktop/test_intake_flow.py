"""From files to the desk: when the report of an import shows itself."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import intake_flow
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark.storage.articles import save_article
from tests.pressmark.story import told

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


def test_a_few_files_that_are_nearly_through_need_no_report(window, tmp_path, qtbot) -> None:
    flow = window.intake
    flow._of_this_go, flow._takes_long, flow._share = 2, True, 0.5
    flow._since = time.monotonic() - 1
    flow._show_how_far()
    assert not flow.report.isVisible()
    flow._share = 0.1
    flow._show_how_far()
    assert flow.report.isVisible()


def test_a_single_file_needs_no_report_however_long_it_takes(window, tmp_path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(intake_flow, "_PATIENCE", 0)
    assert not shown_while_reading(window, files(tmp_path / "in", 1), qtbot)
    assert not window.intake.report.isVisible()


def test_a_folder_of_other_programs_files_is_read_in_and_one_of_ours_opened(window, tmp_path, qtbot) -> None:
    ended: list[object] = []
    window.arrivals.arrived.connect(ended.append)
    files(tmp_path / "in", 2)
    window.commands.open_paths([tmp_path / "in"])
    qtbot.waitUntil(lambda: bool(ended), timeout=30_000)
    assert (window.session.dossier, len(window.session.articles)) == (None, 2)
    for article in [*window.session.articles]:
        window.session.close_article(article)
    for name in ("empty", "in"):
        (tmp_path / name).mkdir(exist_ok=True)
        if name == "in":
            save_article(told(), tmp_path / name / "ferry.pressmark")
        window.commands.open_paths([tmp_path / name])
        assert window.session.dossier.folder == tmp_path / name
