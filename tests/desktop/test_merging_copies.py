"""Two versions of one article in a dossier: told above its list, merged where asked, nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.other_hands_dialog import Choice, OtherHandsDialog
from desktop.settings import Settings
from desktop.window import MainWindow
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import at, mark, told

COPY = "ferry-DESKTOP-7G2KQ1.pressmark"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with an article and the copy that OneDrive has made of it; both say more than they did."""
    folder = tmp_path / "Harbour"
    folder.mkdir()
    for name, words in (("ferry.pressmark", "Lowick"), (COPY, "Port Almar")):
        doc = told()
        mark(doc, "actor", words)
        save_article(doc, folder / name)
    return folder


@pytest.fixture
def window(themed, qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr("desktop.ask.tell", lambda *said: TOLD.append(said[1:3]))
    TOLD.clear()
    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.resize(1300, 800)
    window.show()
    yield window
    window.shelf.close()


TOLD: list[tuple[str, ...]] = []


def noticed(window: MainWindow, folder: Path, qtbot) -> str:
    window.commands.open_dossier_at(folder)
    notice = window.dossier_panel.copies
    qtbot.waitUntil(notice.isVisible, timeout=10_000)
    return notice._told.text()


def asked(window: MainWindow, qtbot) -> OtherHandsDialog:
    click(window, "Merge…")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(OtherHandsDialog)))
    return next(one for one in window.findChildren(OtherHandsDialog) if one.isVisible())


def click(window: MainWindow, title: str) -> None:
    from PySide6.QtWidgets import QPushButton

    buttons = window.dossier_panel.copies.findChildren(QPushButton)
    QTest.mouseClick(next(one for one in buttons if one.text() == title), Qt.MouseButton.LeftButton)


def answer(window: MainWindow, qtbot, choice: Choice) -> None:
    dialog = asked(window, qtbot)
    dialog._explained[choice].setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def named(doc: AnnotatedArticle, label: str = "actor") -> list[str]:
    return [doc.article.words_at(one.spans[0]) for one in doc.markup.values() if one.label == label]


def test_a_copy_is_told_with_who_made_it(window, folder, qtbot) -> None:
    assert noticed(window, folder, qtbot) == "“Harbour towns get a second ferry” is there in two versions"
    tip = window.dossier_panel.copies._told.toolTip()
    assert tip == f"{COPY}: a copy of ferry.pressmark, made by OneDrive"


def test_merged_the_article_has_what_both_had_and_the_copy_is_gone(window, folder, qtbot) -> None:
    noticed(window, folder, qtbot)
    dialog = asked(window, qtbot)
    assert dialog._choice() is Choice.MERGE
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not (folder / COPY).exists(), timeout=10_000)
    assert {*named(open_article(folder / "ferry.pressmark").doc)} >= {"Lowick", "Port Almar"}
    qtbot.waitUntil(lambda: not window.dossier_panel.copies.isVisible(), timeout=10_000)
    assert [one.path.name for one in window.shelf.entries() if one.path] == ["ferry.pressmark"]


def test_undo_takes_the_merge_back_and_the_copy_is_with_the_earlier_versions(window, folder, qtbot) -> None:
    theirs = to_xml(open_article(folder / COPY).doc)
    noticed(window, folder, qtbot)
    answer(window, qtbot, Choice.MERGE)
    qtbot.waitUntil(lambda: not (folder / COPY).exists(), timeout=10_000)
    window.session.undo_stack.undo()
    assert sorted(named(window.session.doc)) == ["Lowick", "Nora Venn", "Venn"]
    kept = window.backups.backups.all_of(str((folder / "ferry.pressmark").resolve()))
    assert theirs in [one.path.read_bytes() for one in kept]


@pytest.mark.parametrize(("choice", "has"), [(Choice.RELOAD, "Port Almar"), (Choice.KEEP, "Lowick")])
def test_one_of_the_two_may_be_taken(choice: Choice, has: str, window, folder, qtbot) -> None:
    noticed(window, folder, qtbot)
    answer(window, qtbot, choice)
    qtbot.waitUntil(lambda: not (folder / COPY).exists(), timeout=10_000)
    doc = open_article(folder / "ferry.pressmark").doc
    assert sorted(named(doc)) == sorted([has, "Nora Venn", "Venn"])


def test_what_is_open_and_unsaved_of_either_is_merged_too(window, folder, qtbot) -> None:
    noticed(window, folder, qtbot)
    qtbot.waitUntil(lambda: len(window.session.articles) == 2, timeout=10_000)
    copy = next(one for one in window.session.articles if one.path.name == COPY)
    change, _ = changes.annotate(copy.doc, "location", [at(copy.doc, "Lowick")], window.session.hand())
    window.session.do_all(change.name, [(copy, change)])
    answer(window, qtbot, Choice.MERGE)
    qtbot.waitUntil(lambda: not (folder / COPY).exists(), timeout=10_000)
    doc = open_article(folder / "ferry.pressmark").doc
    assert "Lowick" in named(doc, "location")


def test_not_now_hides_it_and_changes_nothing(window, folder, qtbot) -> None:
    before = {path.name: path.read_bytes() for path in folder.glob("*.pressmark")}
    noticed(window, folder, qtbot)
    click(window, "Not now")
    assert not window.dossier_panel.copies.isVisible()
    assert {path.name: path.read_bytes() for path in folder.glob("*.pressmark")} == before


def test_a_copy_that_changes_while_the_question_stands_is_not_deleted(window, folder, qtbot) -> None:
    noticed(window, folder, qtbot)
    dialog = asked(window, qtbot)
    doc = open_article(folder / COPY).doc
    mark(doc, "location", "Lowick")
    save_article(doc, folder / COPY)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.session.unsaved, timeout=10_000)
    assert (folder / COPY).exists()


def test_a_file_in_which_git_left_two_versions_becomes_an_article_again(window, folder, qtbot) -> None:
    mine, theirs = (to_xml(open_article(folder / name).doc).decode() for name in ("ferry.pressmark", COPY))
    (folder / COPY).unlink()
    marked = f"<<<<<<< HEAD\n{mine}=======\n{theirs}>>>>>>> theirs\n"
    (folder / "ferry.pressmark").write_text(marked, encoding="utf-8", newline="")
    save_article(told(), folder / "other.pressmark")
    noticed(window, folder, qtbot)
    answer(window, qtbot, Choice.MERGE)
    qtbot.waitUntil(lambda: b"<<<<" not in (folder / "ferry.pressmark").read_bytes(), timeout=10_000)
    assert {*named(open_article(folder / "ferry.pressmark").doc)} >= {"Lowick", "Port Almar"}
    assert "could not merge" in TOLD[0][1]
    qtbot.waitUntil(lambda: not any(one.problem for one in window.shelf.entries()), timeout=10_000)
