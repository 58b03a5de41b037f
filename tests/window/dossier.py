"""A dossier by hand: a folder dropped into it, the report, the own order, a search, states, two versions."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from hands import click, click_at, drag, on_screen, press, run, screenshot, see, shown, until, write
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from desktop.app import make_window
from desktop.dialogs.other_hands_dialog import OtherHandsDialog
from desktop.settings import Settings

folder, pictures = Path(sys.argv[1]), Path(sys.argv[2])
app = QApplication(["pressmark"])
window = make_window(app, Settings(folder.parent / "settings.ini"))
window.setGeometry(0, 0, 1440, 740)
window.show()


def drop(path: Path) -> None:
    source = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("drag_source.py")), "files", str(path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert source.stdout is not None
    assert source.stdout.readline() == "ready\n"
    time.sleep(0.5)
    try:
        drag([QPoint(60, 790), QPoint(400, 600), on_screen(window)])
        until(window.intake.report.isVisible, "the report of the drop", 30)
    finally:
        source.kill()
        source.wait()


def place_of(row: int) -> QPoint:
    view = window.dossier_panel.list
    return see(lambda: view.viewport().mapToGlobal(view.visualRect(view.model().index(row, 0)).center()))


def listed() -> list[str]:
    model = window.dossier_panel.list.model()
    return see(lambda: [model.entry(row).headline for row in range(model.rowCount())])


def import_a_folder(inbox: Path) -> None:
    drop(inbox)
    report = window.intake.report
    until(lambda: not report._running, "the end of the import", 60)
    print("report:", see(report._summary.text), flush=True)
    time.sleep(0.3)
    screenshot(str(pictures / "report.png"))
    press("Escape")
    until(lambda: not report.isVisible(), "the report to close")


def put_in_order() -> None:
    before = listed()
    drag([place_of(len(before) - 1), place_of(2), place_of(0) - QPoint(0, 14)])
    until(lambda: window.shelf.order, "an order of the analyst's own")
    assert listed() == [before[-1], *before[:-1]], (before, listed())
    print("order:", listed()[0], flush=True)


def search() -> None:
    press("ctrl+alt+f")
    write("outlet:herald dredg")
    hits = window.dossier_panel.hits
    until(lambda: hits.isVisible() and hits.model().rowCount(), "hits")
    screenshot(str(pictures / "hits.png"))
    press("Down", "Return")
    until(lambda: "Dredging" in window.session.current.name, "the article of the hit")
    print("found:", see(lambda: window.article_view.focusProxy().textCursor().selectedText()), flush=True)
    press("ctrl+alt+f", "Escape")
    until(window.dossier_panel.list.isVisible, "the list")


def mark_as_done() -> None:
    spot = place_of(1)
    subprocess.run(["xdotool", "mousemove", str(spot.x()), str(spot.y()), "click", "3"], check=True)
    menus = window.dossier_panel.list
    until(lambda: any(one.isVisible() for one in menus.findChildren(QMenu)), "the menu of the list")
    screenshot(str(pictures / "menu.png"))
    menu = see(lambda: next(one for one in menus.findChildren(QMenu) if one.isVisible()))
    done = see(lambda: next(one for one in menu.actions() if one.text() == "Done"))
    click_at(see(lambda: menu.mapToGlobal(menu.actionGeometry(done).center())))
    until(lambda: window.dossier_panel.list.model().entry(1).state == "done", "the article to be done")


def merge_a_copy() -> None:
    of = see(lambda: window.dossier_panel.list.model().entry(0).path)
    shutil.copy(of, of.with_name(f"{of.stem} (Mara's conflicted copy 2026-11-14){of.suffix}"))
    see(window.shelf.refresh)
    notice = window.dossier_panel.copies
    until(notice.isVisible, "word of the copy")
    screenshot(str(pictures / "copies.png"))
    click(see(lambda: next(one for one in notice.findChildren(QPushButton) if one.text() == "Merge…")))
    until(lambda: any(one.isVisible() for one in window.findChildren(OtherHandsDialog)), "the question")
    time.sleep(0.3)
    screenshot(str(pictures / "two-versions.png"))
    press("Return")
    until(lambda: not notice.isVisible(), "the copy to be merged")


def script() -> None:
    shown(window)
    see(lambda: window.commands.open_paths([folder]))
    until(lambda: window.session.current is not None, "the dossier to open")
    import_a_folder(folder.parent / "inbox")
    put_in_order()
    search()
    mark_as_done()
    merge_a_copy()
    press("ctrl+alt+s")
    until(lambda: not window.session.unsaved, "all to be saved")


run(app, script)
