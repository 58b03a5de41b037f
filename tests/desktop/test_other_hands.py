"""Another program writes to the file of an open article: read again, kept as mine, or merged."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from desktop.dialogs.other_hands_dialog import Choice, OtherHandsDialog
from desktop.open_article import OpenArticle
from desktop.window import MainWindow
from pressmark import changes
from pressmark.article import Span
from pressmark.storage.articles import open_article, save_article
from tests.pressmark.story import HAND


def write_theirs(file: Path, label: str = "location", span: Span = Span(4, 9)) -> None:  # noqa: B008
    doc = open_article(file).doc
    change, _ = changes.annotate(doc, label, [span], HAND)
    doc.apply(change)
    save_article(doc, file)


def front(window: MainWindow) -> OpenArticle:
    assert window.session.current is not None
    return window.session.current


def labels(window: MainWindow) -> list[str]:
    return sorted(one.label for one in front(window).doc.markup.values())


def asked(window: MainWindow, qtbot) -> OtherHandsDialog:
    def shown() -> list[OtherHandsDialog]:
        return [one for one in window.findChildren(OtherHandsDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    return shown()[0]


def answer(dialog: OtherHandsDialog, choice: Choice) -> None:
    dialog._explained[choice].setChecked(True)
    QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_an_article_without_changes_is_read_again_and_undo_brings_back_what_it_was(window, file, qtbot):
    before = labels(window)
    write_theirs(file)
    window._outside.look()
    qtbot.waitUntil(lambda: labels(window) != before)
    assert labels(window) == sorted([*before, "location"])
    assert not front(window).unsaved
    window.session.undo_stack.undo()
    assert labels(window) == before
    assert front(window).unsaved


def test_looking_at_a_file_that_is_what_it_was_changes_nothing(window, file, qtbot):
    article = front(window)
    with qtbot.assertNotEmitted(window.session.articleChanged, wait=150):
        window._outside.look()
    assert front(window) is article
    assert not window.session.undo_stack.canUndo()


def test_both_are_merged_by_one_step_that_undo_takes_back(window, file, qtbot):
    write_theirs(file)
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window._outside.look()
    answer(asked(window, qtbot), Choice.MERGE)
    assert labels(window) == sorted([*mine, "location"])
    assert front(window).unsaved
    window.session.undo_stack.undo()
    assert labels(window) == mine


def test_a_merged_article_is_saved_without_being_asked_about_again(window, file, qtbot):
    write_theirs(file)
    window.session.annotate("actor", [Span(0, 3)])
    window._outside.look()
    answer(asked(window, qtbot), Choice.MERGE)
    assert window.session.save(front(window))
    assert len(open_article(file).doc.markup) == len(labels(window))


def test_after_a_merge_the_next_change_outside_can_be_merged_as_well(window, file, qtbot):
    write_theirs(file)
    window.session.annotate("actor", [Span(0, 3)])
    window._outside.look()
    answer(asked(window, qtbot), Choice.MERGE)
    write_theirs(file, "quote", Span(10, 14))
    before = labels(window)
    window._outside.look()
    answer(asked(window, qtbot), Choice.MERGE)
    assert labels(window) == sorted([*before, "quote"])


def test_what_the_save_has_run_into_and_is_kept_as_mine_is_saved(window, file, qtbot):
    write_theirs(file)
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window.session.saver.save(front(window))
    dialog = asked(window, qtbot)
    with qtbot.waitSignal(window.session.written):
        answer(dialog, Choice.KEEP)
    assert sorted(one.label for one in open_article(file).doc.markup.values()) == mine
    assert not front(window).unsaved


def test_both_versions_are_in_the_backups_before_the_analyst_is_asked(window, file, qtbot):
    write_theirs(file)
    theirs = file.read_bytes()
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window._outside.look()
    asked(window, qtbot).reject()
    kept = {one.why: one.path.read_bytes() for one in window.backups.backups.all_of(front(window).key)}
    assert kept["theirs"] == theirs
    backup = next(one for one in window.backups.backups.all_of(front(window).key) if one.why == "mine")
    restored = window.backups.backups.read(backup.path)
    assert sorted(one.label for one in restored.markup.values()) == mine


def test_not_now_leaves_both_and_is_asked_again_only_by_a_save_or_another_change(window, file, qtbot):
    write_theirs(file)
    theirs = file.read_bytes()
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window._outside.look()
    asked(window, qtbot).reject()
    qtbot.waitUntil(lambda: not window.findChildren(OtherHandsDialog))
    assert (labels(window), file.read_bytes(), front(window).unsaved) == (mine, theirs, True)
    window._outside.look()
    qtbot.wait(300)
    assert not window.findChildren(OtherHandsDialog)
    window.session.saver.save(front(window))
    asked(window, qtbot).reject()
    assert file.read_bytes() == theirs


def test_mine_is_merged_where_the_saved_state_was_undone_and_left_behind(window, file, qtbot):
    window.session.annotate("actor", [Span(0, 3)])
    window.session.save(front(window))
    window.session.undo_stack.undo()
    window.session.annotate("pledge", [Span(5, 9)])
    write_theirs(file)
    before = labels(window)
    window._outside.look()
    answer(asked(window, qtbot), Choice.MERGE)
    assert labels(window) == sorted([*before, "location"])


def test_a_reloaded_article_has_theirs_alone_and_mine_comes_back_by_undo(window, file, qtbot):
    write_theirs(file)
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window._outside.look()
    answer(asked(window, qtbot), Choice.RELOAD)
    assert labels(window) == sorted(one.label for one in open_article(file).doc.markup.values())
    assert not front(window).unsaved
    window.session.undo_stack.undo()
    assert labels(window) == mine


def test_a_file_that_cannot_be_read_any_more_is_told_and_left(window, file, qtbot):
    file.write_bytes(b"<not an article")
    window.session.annotate("actor", [Span(0, 3)])
    mine = labels(window)
    window._outside.look()
    qtbot.waitUntil(lambda: any(box.isVisible() for box in window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert "Nothing was changed" in box.informativeText()
    box.accept()
    assert (labels(window), file.read_bytes()) == (mine, b"<not an article")


def test_a_folder_that_has_gone_is_said_and_the_article_stays(window, file, qtbot):
    file.rename(file.parent.parent / "away.pressmark")
    window._outside.look()
    qtbot.waitUntil(lambda: "moved, renamed or deleted" in window.status._said.text())
    assert front(window).doc.markup
