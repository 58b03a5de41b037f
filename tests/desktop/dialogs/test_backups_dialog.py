"""Earlier versions are shown with what has changed since, and restored beside the article."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QTreeWidget, QWidget
from shiboken6 import isValid

from desktop.dialogs.backup_list import day_words, why_words
from desktop.dialogs.backup_page import summary
from desktop.dialogs.backups_dialog import BackupsDialog, Restoring, copy_beside
from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.differences import Difference
from pressmark.storage.backups import Backups
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import HAND, mark, story, told

WHEN = datetime(2026, 11, 14, 9, 12, tzinfo=UTC)


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


@pytest.fixture
def key(tmp_path: Path) -> str:
    return str(tmp_path / "Harbour aid" / "ferry.pressmark")


@pytest.fixture
def window(themed, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def opened(window, backups, qtbot) -> Callable[..., BackupsDialog]:
    def with_article(key: str = "", current: AnnotatedArticle | None = None) -> BackupsDialog:
        dialog = BackupsDialog(window, backups, key, current)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        qtbot.waitUntil(lambda: shown(dialog) != "")
        return dialog

    return with_article


def shown(dialog: BackupsDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())[len("Article") :]


def lists(dialog: BackupsDialog) -> tuple[QTreeWidget, QTreeWidget]:
    versions, since = dialog.findChildren(QTreeWidget)
    return versions, since


def rows(tree: QTreeWidget) -> list[list[str]]:
    entries = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[entry.text(column) for column in range(tree.columnCount())] for entry in entries]


def button(dialog: BackupsDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def keep_three(backups: Backups, key: str) -> AnnotatedArticle:
    """A version of the bare text, one with an actor, one with another before a risky step."""
    doc = story()
    backups.keep(key, to_xml(doc))
    mark(doc, "actor", "Nora Venn")
    backups.keep(key, to_xml(doc))
    mark(doc, "location", "Lowick")
    backups.keep(key, to_xml(doc), "before-codebook-change")
    return doc


def test_versions_stand_under_their_day_with_why_and_how_many_annotations(opened, backups, key, qtbot):
    doc = keep_three(backups, key)
    versions, _ = lists(opened(key, doc))
    qtbot.waitUntil(lambda: rows(versions)[-1][2] == "0")
    day, *kept = rows(versions)
    assert day[0].startswith("Today, ")
    assert [(why, count) for _, why, count in kept] == [
        ("before the codebook was changed", "2"),
        ("saved", "1"),
        ("saved", "0"),
    ]
    assert all(len(time) == 5 for time, _, _ in kept)


def test_what_was_changed_since_is_counted_and_listed(opened, backups, key, qtbot):
    doc = keep_three(backups, key)
    doc.apply(changes.set_note(doc, "a1", "who?", HAND))
    dialog = opened(key, doc)
    versions, since = lists(dialog)
    assert "1 annotation changed." in shown(dialog)
    assert rows(since) == [["~", "a1", "Actor", "note: “Nora Venn”"]]
    QTest.keyClick(versions, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "No annotations" in shown(dialog))
    assert "Harbour towns get a second ferry" in shown(dialog)
    assert "2 annotations added" in shown(dialog)
    assert [row[:2] for row in rows(since)][:2] == [["+", "a1"], ["+", "l1"]]


def test_the_keyboard_goes_past_the_days(opened, backups, key, qtbot):
    keep_three(backups, key)
    newest = backups.all_of(key)[0].path
    earlier = newest.with_name("000001-20250101T120000Z.pressmark")
    next(newest.parent.glob("000001-*")).rename(earlier)
    dialog = opened(key, story())
    versions, _ = lists(dialog)
    assert dialog.focusWidget() is versions
    assert [row[1] for row in rows(versions)] == ["", "before the codebook was changed", "saved", "", "saved"]
    for _ in range(2):
        QTest.keyClick(versions, Qt.Key.Key_Down)
    assert dialog.answer().version == earlier
    for _ in range(3):
        QTest.keyClick(versions, Qt.Key.Key_Up)
    assert dialog.answer().version == newest


def test_a_damaged_version_says_so_and_is_not_restored(opened, backups, key, qtbot):
    doc = keep_three(backups, key)
    backups.keep(key, to_xml(doc)[:700])
    dialog = opened(key, doc)
    restore = button(dialog, "Restore as a copy…")
    qtbot.waitUntil(lambda: "This version cannot be read" in shown(dialog))
    assert "damaged" in shown(dialog)
    assert shown(dialog).endswith("Choose another version.")
    assert not restore.isEnabled()
    QTest.keyClick(lists(dialog)[0], Qt.Key.Key_Down)
    qtbot.waitUntil(restore.isEnabled)
    assert "Nothing was changed." in shown(dialog)


def test_an_article_whose_file_is_gone_is_compared_with_its_newest_version(opened, backups, key, qtbot):
    keep_three(backups, key)
    backups.keep("unsaved:0a1b", to_xml(told()))
    dialog = opened()
    names = dialog.findChild(QComboBox)
    offered = [names.itemText(number) for number in range(names.count())]
    assert sorted(offered)[1] == "ferry.pressmark, in " + "/".join(Path(key).parent.parts[-2:])
    assert sorted(offered)[0].startswith("Never saved, kept ")
    names.setCurrentIndex(names.findData(key))
    qtbot.waitUntil(lambda: "Actor 1 · Location 1" in shown(dialog))
    assert "Changed" not in shown(dialog), "the newest itself"
    QTest.keyClick(lists(dialog)[0], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Changed until the newest version" in shown(dialog))
    assert "1 annotation added" in shown(dialog)


def test_where_nothing_is_kept_there_is_nothing_to_restore(opened, key):
    dialog = opened(key, told())
    assert "No version of it is kept yet" in shown(dialog)
    assert not button(dialog, "Restore as a copy…").isEnabled()
    assert not button(dialog, "Show folder").isEnabled()
    assert dialog.answer() is None


def test_hundreds_of_differences_and_a_long_headline_keep_the_dialog_as_it_is(opened, backups, key, qtbot):
    backups.keep(key, to_xml(story()))
    doc = story()
    for number in range(70):
        mark(doc, "actor", doc.article.text[40 + number : 42 + number])
    doc.apply(changes.set_source(doc, replace(doc.source, headline="<b>ferry " * 90)))
    size = opened(key, story()).size()
    dialog = opened(key, doc)
    assert dialog.size() == size
    _, since = lists(dialog)
    qtbot.waitUntil(lambda: since.topLevelItemCount() > 0)
    assert "70 annotations added; also changed: source" in shown(dialog)
    assert rows(since)[-1][3].startswith("and ")
    assert dialog.findChild(QComboBox).currentText().endswith("…")


class Opened(QObject):
    """Hears of the folders that are to be shown."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def hear(self, url: QUrl) -> None:
        self.urls.append(url)


def test_the_folder_is_shown(opened, backups, key):
    doc = keep_three(backups, key)
    heard = Opened()
    QDesktopServices.setUrlHandler("file", heard, "hear")
    button(opened(key, doc), "Show folder").click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in heard.urls] == [backups.all_of(key)[0].path.parent]


@pytest.mark.parametrize(("press", "restored"), [(Qt.Key.Key_Escape, False), (Qt.Key.Key_Return, True)])
def test_enter_answers_with_a_copy_beside_escape_does_not_and_the_dialog_is_freed(
    window, backups, key, press, restored
):
    doc = keep_three(backups, key)
    seen: list[QWidget] = []

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(dialog)
        QTest.keyClick(dialog, press)

    QTimer.singleShot(0, now)
    answer = BackupsDialog.ask(window, backups, key, doc)
    newest = backups.all_of(key)[0]
    assert answer == (Restoring(newest.path, copy_beside(key, newest.when)) if restored else None)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(seen[0])


def test_a_copy_is_named_after_the_article_and_never_takes_a_place(tmp_path):
    key = str(tmp_path / "ferry.xml")
    time = f"{WHEN.astimezone():%Y-%m-%d %H.%M}"
    first = copy_beside(key, WHEN)
    assert first == tmp_path / f"ferry (backup {time}).xml"
    first.touch()
    assert copy_beside(key, WHEN) == tmp_path / f"ferry (backup {time}) 2.xml"
    assert copy_beside("unsaved:0a1b", WHEN) == Path(f"Article (backup {time}).pressmark")
    assert len(copy_beside(str(tmp_path / f"{'港' * 80}.pressmark"), WHEN).name.encode()) < 255


def test_days_are_told_as_people_do():
    today = date(2026, 11, 14)
    assert day_words(today, today) == "Today, Saturday 14 November"
    assert day_words(today - timedelta(days=1), today) == "Yesterday, Friday 13 November"
    assert day_words(date(2026, 3, 1), today) == "Sunday 1 March"
    assert day_words(date(2025, 12, 31), today) == "Wednesday 31 December 2025"
    assert why_words("before-something-new") == "before something new"


@pytest.mark.parametrize(
    ("since", "sentence"),
    [
        ([], "Nothing was changed."),
        ([Difference("removed", "q1", "Quote")], "1 annotation removed."),
        (
            [Difference("added", "q1", "Quote")] * 2 + [Difference("changed", "a1", "Actor")],
            "2 annotations added, 1 changed.",
        ),
        (
            [Difference("changed", "", "Codebook"), *[Difference("added", "", "Entity", "Venn")] * 2],
            "Changed: codebook, 2 entities.",
        ),
        (
            [Difference("added", "q1", "Quote"), Difference("added", "", "Entity", "Venn")],
            "1 annotation added; also changed: one entity.",
        ),
    ],
)
def test_differences_are_summed_up_in_one_sentence(since, sentence):
    assert summary(since) == sentence
