"""Marks up an article in the real window by mouse and keyboard, as a plan says, saves and exports it.

    mark_up.py SOURCE PLAN.json FOLDER

The plan holds `headline` and `marks`, each with a `label` key, `pieces`, and optionally `nth`, `how`, `set`,
`link`, `note`. What is left in FOLDER is saved.pressmark, brief.docx and brief.pdf.
"""

import json
import sys
import time
from pathlib import Path
from unicodedata import bidirectional

from hands import click, click_at, drag, press, run, see, shown, until, write
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QWidget

from desktop.app import make_window
from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.source_dialog import SourceDialog
from desktop.settings import Settings
from desktop.views.article_text import ArticleText
from desktop.window import MainWindow
from pressmark.article import Span


def place_of(text: str, words: str, nth: int = 1, after: int = 0) -> Span:
    start = after - 1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def points_of(window: MainWindow, span: Span) -> tuple[QPoint, QPoint]:
    """Where the first character of a span begins and its last one ends, on the screen."""
    text = window.article_view._text
    see(lambda: window.article_view._picking.bring_into_view(span))
    before, now = None, see(lambda: _ends(text, span))
    while before != now:  # the view may still be scrolling
        time.sleep(0.2)
        before, now = now, see(lambda: _ends(text, span))
    return now


def _ends(text: ArticleText, span: Span) -> tuple[QPoint, QPoint]:
    assert text.page is not None
    rects = [text.to_viewport(rect) for rect in text.page.geometry.rects(span)]
    first, last = rects[0], rects[-1]
    edges = (first.left() + 1, last.right() - 1)
    if bidirectional(text.page.doc.article.text[span.start]) in {"R", "AL"}:
        edges = (first.right() - 1, last.left() + 1)
    viewport = text.viewport()
    return (
        viewport.mapToGlobal(QPoint(round(edges[0]), round(first.center().y()))),
        viewport.mapToGlobal(QPoint(round(edges[1]), round(last.center().y()))),
    )


def select(window: MainWindow, span: Span, how: str) -> None:
    """By dragging over the words, or by a click before them and Shift with the arrows."""
    start, end = points_of(window, span)
    if how == "mouse":
        drag([start, end], steps=4)
    else:
        press("Escape", "Escape")
        click_at(start)
        press(*["shift+Right"] * len(span))
    until(lambda: window.article_view.selected_span() == span, f"the selection of {span}")


def type_into(field: QWidget, text: str, end: str) -> None:
    see(lambda: window.panel.form.ensureWidgetVisible(field))
    time.sleep(0.05)
    box = see(lambda: field.editor)
    click(box)
    if isinstance(box, QComboBox):
        end = "Return"  # the click has opened its list, in which typing finds
    else:
        press("ctrl+a")
    write(text)
    time.sleep(0.15)
    press(end)
    time.sleep(0.1)


def mark(window: MainWindow, one: dict) -> str:
    text = window.session.doc.article.text
    spans: list[Span] = []
    for piece in one["pieces"]:
        spans.append(
            place_of(text, piece, one.get("nth", 1) if not spans else 1, spans[-1].end if spans else 0)
        )
    before = set(window.session.doc.markup)
    select(window, spans[0], one.get("how", "mouse"))
    press(one["label"])
    until(lambda: set(window.session.doc.markup) - before, f"an annotation by the key {one['label']}")
    (key,) = set(window.session.doc.markup) - before
    for span in spans[1:]:
        select(window, span, one.get("how", "mouse"))
        press("plus")
        until(lambda span=span: span in window.session.doc.markup[key].spans, f"the piece {span}")
    assert window.session.picked_id == key
    assert list(window.session.doc.markup[key].words(window.session.doc.article)) == one["pieces"]
    form = window.panel.form
    for role, target in one.get("link", {}).items():
        type_into(form._links[role], target, "Return")
        until(lambda role=role: window.session.doc.markup[key].targets(role), f"{key} {role} {target}")
        assert window.session.picked_id == key
    for name, value in one.get("set", {}).items():
        type_into(form._fields[name], value, "Tab")
        until(lambda name=name: window.session.doc.markup[key].value(name), f"{key} {name} {value}")
    if "note" in one:
        see(lambda: form.ensureWidgetVisible(form._note))
        click(form._note._box)
        write(one["note"])
        press("Tab")
        until(lambda: window.session.doc.markup[key].note == one["note"], "the note")
    return key


def dialog(kind: type[QDialog]) -> QDialog:
    until(lambda: isinstance(app.activeModalWidget(), kind), f"the {kind.__name__}")
    time.sleep(0.2)
    return see(app.activeModalWidget)


def export(window: MainWindow, suffix: str) -> None:
    press("ctrl+e")
    shown_dialog = dialog(ExportDialog)
    click(shown_dialog.form._format)
    write(suffix)
    press("Return")
    until(lambda: suffix in shown_dialog.form.format().title.lower(), f"the format {suffix}")
    ending = {"word": "docx", "pdf": "pdf"}[suffix]
    place = folder / f"brief.{ending}"
    click(shown_dialog._place)
    press("ctrl+a")
    write(str(place))
    click(shown_dialog._export)
    until(lambda: str(place) in shown_dialog._outcome.text(), f"the export to {place}", 30)
    press("Escape")
    until(lambda: app.activeWindow() is window, "the window again")


source, plan_file, folder = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
plan = json.loads(plan_file.read_text(encoding="utf-8"))
app = QApplication(["pressmark"])
window = make_window(app, Settings(folder / "settings.ini"))
window.showMaximized()


def script() -> None:
    shown(window)
    see(lambda: window.open_paths([source]))
    until(lambda: window.session.current, "the article")
    time.sleep(0.4)

    if "headline" in plan:
        click(window.article_view._head, QPoint(60, 24))
        box = see(dialog(SourceDialog).focusWidget)
        assert isinstance(box, QLineEdit)
        assert see(box.text) == ""
        press("ctrl+a")
        write(plan["headline"])
        press("Return")
        until(lambda: window.session.doc.source.headline == plan["headline"], "the headline")
    for one in plan["marks"]:
        key = mark(window, one)
        print(key, window.session.doc.markup[key].words(window.session.doc.article), flush=True)

    steps = window.session.undo_stack.count()
    held = dict(window.session.doc.markup)
    see(window.article_view.setFocus)
    press("Escape", "Escape")
    for _ in range(steps):
        press("ctrl+z")
    until(lambda: not window.session.doc.markup, "undo of everything")
    for _ in range(steps):
        press("ctrl+shift+z")
    until(lambda: dict(window.session.doc.markup) == held, "redo of everything")

    press("ctrl+s")
    time.sleep(0.8)
    press("ctrl+a")
    write(str(folder / "saved.pressmark"))
    press("Return")
    until(
        lambda: (folder / "saved.pressmark").exists() and not window.session.current.unsaved, "the saved file"
    )
    export(window, "word")
    export(window, "pdf")
    press("ctrl+q")
    until(lambda: not window.isVisible(), "the window to close")
    print(f"marked {len(plan['marks'])}, {steps} steps undone and redone", flush=True)


run(app, script)
