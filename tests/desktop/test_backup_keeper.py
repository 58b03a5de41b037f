"""Earlier versions are kept while the analyst works: now and then when saving, and before what is risky."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from desktop import backup_keeper
from pressmark import changes
from pressmark.article import Span
from pressmark.brief import LineStyle
from pressmark.labels import Label
from pressmark.loading import load
from pressmark.markup import Change
from pressmark.storage.articles import open_article, save_article
from tests.pressmark.story import HAND, told


def kept(window) -> list[str]:
    return sorted(one.why for one in window.backups.backups.all_of(window.session.current.key))


def save(window) -> None:
    window.commands.save()
    window.session.saver.finish()


def test_saving_keeps_a_version_and_the_next_one_ten_minutes_later(window, qtbot, monkeypatch):
    window.session.annotate("actor", [Span(0, 3)])
    save(window)
    qtbot.waitUntil(lambda: kept(window) == [""])
    window.session.annotate("actor", [Span(4, 7)])
    save(window)
    qtbot.wait(150)
    assert kept(window) == [""]
    monkeypatch.setattr(backup_keeper, "_OFTEN_ENOUGH", timedelta())
    window.session.annotate("actor", [Span(8, 11)])
    save(window)
    qtbot.waitUntil(lambda: kept(window) == ["", ""])


def test_before_many_edits_at_once_what_was_there_is_kept(window, qtbot):
    article = window.session.current
    before = dict(article.doc.markup)
    doc, edits = article.doc.copy(), []
    for start in range(backup_keeper._MANY):
        change, _ = changes.annotate(doc, "actor", [Span(start, start + 1)], HAND)
        doc.apply(change)
        edits += change.edits
    window.session.do(Change("Label many", tuple(edits)))
    qtbot.waitUntil(lambda: kept(window) == ["before-bulk-change"])
    (version,) = window.backups.backups.all_of(article.key)
    assert dict(open_article(version.path).doc.markup) == before
    assert dict(article.doc.markup) != before


def test_before_the_codebook_changes_what_was_there_is_kept(window, qtbot):
    window.session.add_label(Label("risk", "Risk", "rose", LineStyle.SOLID))
    qtbot.waitUntil(lambda: kept(window) == ["before-codebook-change"])


def test_one_mark_is_no_risk(window, qtbot):
    window.session.annotate("actor", [Span(0, 3)])
    qtbot.wait(150)
    assert kept(window) == []


def test_a_file_that_was_mended_when_it_was_read_is_kept_as_it_came(window, tmp_path, qtbot):
    path = tmp_path / "quay.pressmark"
    save_article(told(), path)
    damaged = re.sub(rb'<span start="\d+" end="\d+"', b'<span start="0" end="4"', path.read_bytes(), count=1)
    path.write_bytes(damaged)
    loaded = load(path, datetime.now(UTC))
    window.session.add([loaded])
    assert window.session.current.warnings
    qtbot.waitUntil(lambda: kept(window) == ["before-format-change"])
    (version,) = window.backups.backups.all_of(window.session.current.key)
    assert version.path.read_bytes() == damaged


def test_where_versions_cannot_be_kept_it_is_said_once(window, tmp_path, qtbot):
    (tmp_path / "state").mkdir(exist_ok=True)
    folder = window.backups._folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in its place")
    with qtbot.waitSignal(window.backups.troubled) as said:
        window.session.annotate("actor", [Span(0, 3)])
        save(window)
    assert said.args[0].startswith("Earlier versions cannot be kept: ")
    with qtbot.assertNotEmitted(window.backups.troubled, wait=150):
        window.backups._kept.clear()
        window.session.annotate("actor", [Span(4, 7)])
        save(window)


@pytest.mark.parametrize("gone", [True, False])
def test_the_clock_may_go_back(window, qtbot, gone):
    key = window.session.current.key
    window.backups._kept[key] = datetime.now(UTC) + (timedelta(days=1) if gone else timedelta(minutes=1))
    window.session.annotate("actor", [Span(0, 3)])
    save(window)
    qtbot.wait(150)
    assert kept(window) == ([""] if gone else [])
