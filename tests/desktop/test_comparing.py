"""From two articles to a comparison, and from there the annotations into the newer one, in one step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QPushButton

from desktop.dialogs.compare_dialog import CompareDialog
from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.scope_choice import ScopeChoice
from desktop.open_article import OpenArticle
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.dossier import Dossier
from pressmark.loading import Loaded
from pressmark.markup import Change, Edit
from pressmark.storage.articles import save_article
from tests.pressmark.compose.reading import brief_of, rows
from tests.pressmark.story import BLOCKS, SOURCE, told

MORE = "Mara Lindqvist, who runs the ferry line, welcomed the plan on Monday, and so did the harbour council."
LATER = (*BLOCKS[:2], (BlockKind.PARAGRAPH, MORE), *BLOCKS[3:])


def later(**changed: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of(LATER), replace(SOURCE, published="2026-11-14", **changed))


@pytest.fixture
def window(themed, qtbot, tmp_path: Path) -> Iterator[MainWindow]:
    """A dossier with the story as it was marked, and its later version."""
    folder = tmp_path / "Harbour aid"
    folder.mkdir()
    save_article(told(), folder / "ferry.pressmark")
    save_article(later(), folder / "later.pressmark")
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.show()
    window.commands.open_dossier_at(folder)
    qtbot.waitUntil(lambda: len(window.session.articles) == 2, timeout=10_000)
    yield window
    for dialog in window.findChildren(CompareDialog):
        dialog.close()


def article(window: MainWindow, file: str) -> OpenArticle:
    return next(one for one in window.session.articles if one.path and one.path.name == file)


def compared(window: MainWindow, qtbot) -> CompareDialog:
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in window.findChildren(CompareDialog)), timeout=10_000
    )
    return next(one for one in window.findChildren(CompareDialog) if one.isVisible())


def press(dialog: CompareDialog, words: str) -> None:
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def pressed_once_there(dialog: CompareDialog, words: str, qtbot) -> None:
    def is_there() -> bool:
        return any(one.text() == words and one.isVisible() for one in dialog.findChildren(QPushButton))

    qtbot.waitUntil(is_there, timeout=10_000)
    press(dialog, words)


def choose(window: MainWindow, *files: str) -> None:
    model, view = window.dossier_panel.list.model(), window.dossier_panel.list
    view.clearSelection()
    flags = view.selectionModel().SelectionFlag
    for number in range(model.rowCount()):
        entry = model.entry(number)
        if entry and entry.file in files:
            view.selectionModel().select(model.index(number), flags.Select)


def menu_of(window: MainWindow) -> QMenu:
    panel = window.dossier_panel.list
    return panel.menu_for(panel.selected_entries())


def trigger(menu: QMenu, title: str) -> None:
    next(one for one in menu.actions() if one.text() == title).trigger()


def test_two_chosen_articles_are_compared_the_older_at_the_left(window, qtbot) -> None:
    choose(window, "later.pressmark", "ferry.pressmark")
    trigger(menu_of(window), "Compare…")
    one = compared(window, qtbot).comparison
    assert one.old is article(window, "ferry.pressmark").doc
    assert one.versions
    assert one.told.startswith("It seems to be another version of “Harbour towns get a second ferry”: ")


@pytest.mark.parametrize(
    ("published", "captured", "is_newer"),
    [
        ("2026-11-13T08:00:00+00:00", "", False),
        ("2026-11-13T12:30:00+02:00", "", True),
        ("2026-11-13", "2026-11-14T09:11:00+00:00", False),
        ("2026-11-13", "2026-11-14T09:13:00+00:00", True),
        ("", "", True),
    ],
)
def test_of_one_day_the_hour_tells_which_is_older(window, qtbot, published, captured, is_newer) -> None:
    first = article(window, "ferry.pressmark")
    hour = "" if captured or not published else "T10:00:00+00:00"
    record = replace(first.doc.source, published=f"2026-11-13{hour}")
    first.doc.apply(Change("", (Edit("", first.doc.source, record),)))
    doc = AnnotatedArticle(Article.of(LATER), replace(SOURCE, published=published, captured_at=captured))
    (second,) = window.session.add([Loaded(doc)])
    window.commands.comparing.compare(first, second)
    one = compared(window, qtbot).comparison
    assert (one.new if is_newer else one.old) is second.doc


def test_the_other_version_of_one_article_is_found(window, qtbot) -> None:
    choose(window, "later.pressmark")
    trigger(menu_of(window), "Compare with another version…")
    assert compared(window, qtbot).comparison.new is article(window, "later.pressmark").doc


def test_an_action_compares_the_article_in_front(window, qtbot) -> None:
    window.session.show_article(article(window, "ferry.pressmark"))
    window.commands.compare_versions()
    assert compared(window, qtbot).comparison.old is article(window, "ferry.pressmark").doc


def test_an_article_that_is_like_no_other_is_said_to_be_so(window, qtbot) -> None:
    window.session.close_article(article(window, "later.pressmark"))
    (window.session.dossier.folder / "later.pressmark").unlink()
    window.shelf.refresh()
    qtbot.waitUntil(lambda: window.shelf.count == 1, timeout=10_000)
    window.session.show_article(article(window, "ferry.pressmark"))
    window.commands.compare_versions()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    assert box.text() == "No other article is like “Harbour towns get a second ferry”"
    box.close()


def test_annotations_are_carried_over_and_the_older_archived_in_one_step(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(new, old)
    dialog = compared(window, qtbot)
    press(dialog, "Carry 7 annotations over…")
    pressed_once_there(dialog, "Carry 7 over", qtbot)
    assert {*new.doc.markup} == {*old.doc.markup}
    assert new.doc.markup["p2"].links == old.doc.markup["p2"].links
    assert old.doc.filing.archived
    assert window.session.current is new
    said = " ".join(label.text() for label in window.status.findChildren(QLabel))
    assert "7 annotations carried over" in said
    assert window.session.undo_stack.count() == 1
    window.commands.undo()
    assert not new.doc.markup
    assert not old.doc.filing.archived
    window.commands.redo()
    assert len(new.doc.markup) == 7


def test_a_brief_on_all_counts_nothing_twice_once_the_older_is_archived(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(old, new)
    dialog = compared(window, qtbot)
    press(dialog, "Carry 7 annotations over…")
    pressed_once_there(dialog, "Carry 7 over", qtbot)
    window.commands.export_brief()
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None, timeout=10_000)
    export = window.findChild(ExportDialog)
    scope = export.findChild(ScopeChoice)
    scope.setCurrentIndex(1)
    scope.activated.emit(1)
    assert scope.currentText() == "The one open article, without 1 archived"
    assert [window.session.articles[number] for number in export.form.scope()] == [new]
    export.reject()
    assert len(rows(brief_of(new.doc), "Pledges")) == len(rows(brief_of(told()), "Pledges")) == 3


def test_lists_of_all_articles_leave_out_what_is_archived(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    tables = window.panel.tables.open_wide().tables
    listed = window.panel.tables._all
    assert {*map(id, listed[0])} == {id(old.doc), id(new.doc)}
    window.commands.comparing.compare(old, new)
    press(compared(window, qtbot), "Archive the older")
    assert window.panel.tables._all == ([new.doc], [new.name])
    assert tables._all == ((new.doc,), (new.name,))
    window.commands.undo()
    assert len(tables._all[0]) == 2
    tables.window().close()


def test_what_was_changed_meanwhile_is_looked_at_again(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(old, new)
    dialog = compared(window, qtbot)
    press(dialog, "Carry 7 annotations over…")
    qtbot.waitUntil(lambda: not dialog._foot.isVisible(), timeout=10_000)
    window.session.do_all("Delete", [(old, changes.delete(old.doc, ["p3"]))])
    press(dialog, "Carry 7 over")
    assert not new.doc.markup
    box = next(one for one in dialog.findChildren(QMessageBox) if one.isVisible())
    assert box.text() == "Nothing was carried over yet"
    box.close()
    pressed_once_there(dialog, "Carry 6 over", qtbot)
    assert len(new.doc.markup) == 6


def test_the_older_can_be_archived_by_itself(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(old, new)
    press(compared(window, qtbot), "Archive the older")
    assert old.doc.filing.archived
    assert not new.doc.markup


def test_sides_are_swapped_where_the_dates_are_wrong(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(old, new)
    dialog = compared(window, qtbot)
    press(dialog, "Swap sides")
    qtbot.waitUntil(lambda: dialog.comparison.old is new.doc, timeout=10_000)
    assert not next(one for one in dialog.findChildren(QPushButton) if "over…" in one.text()).isEnabled()


def test_the_comparison_ends_with_one_of_its_articles(window, qtbot) -> None:
    old, new = article(window, "ferry.pressmark"), article(window, "later.pressmark")
    window.commands.comparing.compare(old, new)
    compared(window, qtbot)
    window.session.close_article(new)
    qtbot.waitUntil(lambda: not window.findChildren(CompareDialog), timeout=10_000)


def test_another_outlet_with_the_same_story_is_only_compared(window, qtbot) -> None:
    (wire,) = window.session.add([Loaded(later(outlet="Bay Herald", url="https://bay.example/1"))])
    window.commands.comparing.compare(article(window, "ferry.pressmark"), wire)
    one = compared(window, qtbot).comparison
    assert not one.versions
    assert "Different outlets carry it: a brief counts a pledge in the same words once." in one.told


def test_what_came_in_is_compared_from_the_report(themed, qtbot, tmp_path: Path) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.show()
    folder = tmp_path / "Harbour aid"
    folder.mkdir()
    window.session.dossier = Dossier(folder)
    body = "\n\n".join(text for _, text, *_ in BLOCKS if text)
    for name, text in (("first.txt", body), ("second.txt", f"{body}\n\n{MORE}")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        ended: list[object] = []
        window.arrivals.arrived.connect(ended.append)
        window.arrivals.take_paths([tmp_path / name])
        qtbot.waitUntil(lambda ended=ended: bool(ended), timeout=30_000)
    report = window.intake.report
    qtbot.waitUntil(report.isVisible)
    (button,) = [one for one in report.findChildren(QPushButton) if one.text() == "Compare…"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    one = compared(window, qtbot).comparison
    assert MORE in one.new.article.text
    assert MORE not in one.old.article.text
    report.close()
    for dialog in window.findChildren(CompareDialog):
        dialog.close()
