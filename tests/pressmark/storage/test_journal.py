"""The journal: what was not saved outlives its process, and only the analyst makes it go."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.markup import Change
from pressmark.storage.journal import Journal
from pressmark.storage.journal_records import NEVER, Entry, JournalUnavailable, Kept, Noted, Step
from pressmark.storage.read_xml import from_xml
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import HAND, at, story

ROOT = Path(__file__).parents[3]
KEY = "/home/ana/ferry.pressmark"


def three_changes() -> list[Change]:
    doc, made = story(), []
    for words in ("Nora Venn", "Lowick", "Port Almar"):
        change, _ = changes.annotate(doc, "actor", [at(doc, words)], HAND)
        doc.apply(change)
        made.append(change)
    return made


def entry(made: list[Change], *, saved: int = 0, sha: str = "s0", position: int | None = None) -> Entry:
    noted = tuple(Noted(Step(1, number), change) for number, change in enumerate(made))
    stands = len(made) if position is None else position
    return Entry(KEY, "Ferry", stands, saved, sha, 0, noted, lambda: to_xml(story()))


def shown(kept: Kept | None) -> AnnotatedArticle:
    assert kept is not None
    return kept.after(from_xml(kept.base, "base").doc, kept.position)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    journal = Journal(tmp_path)
    yield journal
    journal.close()


def written_and_killed(folder: Path, **how: int | str) -> None:
    Journal(folder).write([entry(three_changes(), **how)])  # type: ignore[arg-type]  # as named there
    os.kill(os.getpid(), signal.SIGKILL)


def after_a_kill(folder: Path, **how: int | str) -> None:
    """Another process writes three changes and is killed."""
    run = f"from {__name__} import written_and_killed as run; run(Path({str(folder)!r}), **{how!r})"
    command = [sys.executable, "-c", f"from pathlib import Path; {run}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL, done.stderr


def test_what_a_killed_process_has_not_saved_is_offered_and_comes_back_whole(tmp_path: Path) -> None:
    after_a_kill(tmp_path, saved=1)
    journal = Journal(tmp_path)
    (left,) = journal.left()
    assert (left.key, left.title, left.number) == (KEY, "Ferry", 2)
    kept = journal.kept(left.id)
    assert shown(kept).markup.keys() == {"a1", "a2", "a3"}
    assert kept is not None
    assert [noted.change for noted in kept.changes] == three_changes()
    journal.close()


def test_it_is_offered_until_it_is_saved_or_refused(tmp_path: Path) -> None:
    after_a_kill(tmp_path)
    for _ in range(2):
        journal = Journal(tmp_path)
        assert len(journal.left()) == 1
        journal.close()
    journal = Journal(tmp_path)
    journal.refuse([journal.left()[0].id])
    assert journal.left() == []
    journal.close()


def test_taken_over_and_left_again_it_is_offered_again(tmp_path: Path) -> None:
    after_a_kill(tmp_path)
    for _ in range(2):
        journal = Journal(tmp_path)
        (left,) = journal.left()
        journal.take_over(left.id, KEY)
        assert journal.left() == []
        journal.close()


def test_a_session_that_runs_is_not_asked_about(journal: Journal, tmp_path: Path) -> None:
    journal.write([entry(three_changes())])
    other = Journal(tmp_path)
    assert other.left() == []
    assert other.histories({KEY: "s0"}) == {}
    other.close()


def test_undone_changes_stay_for_redo_until_another_is_made(tmp_path: Path) -> None:
    made = three_changes()
    journal = Journal(tmp_path)
    journal.write([entry(made, saved=0)])
    journal.write([Entry(KEY, "Ferry", 1, 0, "s0", 3, (), lambda: b"")])
    journal.close()
    journal = Journal(tmp_path)
    kept = journal.kept(journal.left()[0].id)
    assert kept is not None
    assert (kept.position, len(kept.changes)) == (1, 3)
    journal.take_over(kept.id, KEY)
    other = changes.set_note(shown(kept), "a1", "new", HAND)
    journal.write([Entry(KEY, "Ferry", 2, 0, "s0", 1, (Noted(Step(2, 1), other),), lambda: b"")])
    again = journal.kept(kept.id)
    assert again is not None
    assert [noted.change for noted in again.changes] == [made[0], other]
    journal.close()


def test_what_is_given_up_goes_and_what_was_saved_stays_as_history(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write([entry(three_changes(), saved=2, sha="s2")])
    journal.write([Entry(KEY, "Ferry", 2, 2, "s2", 2, (), lambda: b"")])
    journal.close()
    journal = Journal(tmp_path)
    assert journal.left() == []
    assert len(journal.histories({KEY: "s2"})[KEY].changes) == 2
    journal.close()


def test_steps_of_the_session_that_runs_are_of_its_number(journal: Journal, tmp_path: Path) -> None:
    noted = tuple(Noted(Step(0, number), change) for number, change in enumerate(three_changes()))
    journal.write([Entry(KEY, "Ferry", 3, 0, "s0", 0, noted, lambda: to_xml(story()))])
    number = journal._database.execute("SELECT id FROM article").fetchone()["id"]
    kept = journal.kept(number)
    assert kept is not None
    assert {noted.step.session for noted in kept.changes} == {journal.session}


def test_a_saved_article_is_history_where_its_file_is_still_the_same(tmp_path: Path) -> None:
    after_a_kill(tmp_path, saved=3, sha="s3")
    journal = Journal(tmp_path)
    assert journal.left() == []
    assert journal.histories({KEY: "another"}) == {}
    assert journal.histories({"/elsewhere": "s3"}) == {}
    kept = journal.histories({KEY: "s3"})[KEY]
    assert [noted.step for noted in kept.changes] == [Step(1, 0), Step(1, 1), Step(1, 2)]
    assert journal.histories({KEY: "s3"}) == {}, "it is this session's now"
    journal.close()


def test_a_state_that_no_file_holds_any_more_is_unsaved(tmp_path: Path) -> None:
    after_a_kill(tmp_path, saved=NEVER)
    journal = Journal(tmp_path)
    assert journal.left()[0].number == 3
    journal.close()


def test_many_articles_are_one_commit_all_or_none(journal: Journal) -> None:
    good = entry(three_changes())
    bad = Entry("/b", "B", 1, 0, "", 0, (), lambda: (_ for _ in ()).throw(OSError("no base")))
    with pytest.raises(JournalUnavailable, match="Save often"):
        journal.write([good, bad])
    journal.write([Entry("/c", "C", 0, NEVER, "", 0, (), lambda: b"<x/>", b"original")])
    rows = journal._database.execute("SELECT key, original FROM article").fetchall()
    assert [tuple(row) for row in rows] == [("/c", b"original")]


@pytest.mark.parametrize("damage", [b"", b"no database at all, but longer than a header of one" * 9])
def test_a_damaged_journal_is_set_aside_and_a_new_one_begun(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "journal-1.sqlite").write_bytes(damage)
    journal = Journal(tmp_path)
    journal.write([entry(three_changes())])
    journal.close()
    aside = [one.read_bytes() for one in tmp_path.glob("*-damaged-*")]
    assert aside == ([damage] if damage else [])


def test_a_line_of_a_newer_pressmark_is_told_and_stays(tmp_path: Path) -> None:
    after_a_kill(tmp_path)
    with sqlite3.connect(tmp_path / "journal-1.sqlite") as database:
        database.execute("UPDATE change SET line = '{\"name\": 1}' WHERE number = 1")
    journal = Journal(tmp_path)
    (left,) = journal.left()
    with pytest.raises(JournalUnavailable):
        journal.kept(left.id)
    assert journal.left() == [left]
    journal.close()


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in its place")
    with pytest.raises(JournalUnavailable, match="state"):
        Journal(tmp_path / "state")


def test_histories_of_more_articles_than_are_kept_go_the_oldest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.storage.journal._HISTORIES", 2)
    for number in range(4):
        journal = Journal(tmp_path)
        saved = entry(three_changes(), saved=3, sha=f"s{number}")
        journal.write([Entry(f"/{number}", *_after_key(saved))])
        journal.close()
    journal = Journal(tmp_path)
    assert journal.histories({f"/{number}": f"s{number}" for number in range(4)}).keys() == {"/2", "/3"}
    journal.close()


def test_histories_of_a_session_that_runs_do_not_go_with_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressmark.storage.journal._HISTORIES", 0)
    made = three_changes()
    running, other = Journal(tmp_path), Journal(tmp_path)
    running.write([entry(made, saved=3)])
    other.close()
    whole = entry(made, saved=2)
    running.write([Entry(KEY, "Ferry", 3, 2, "s2", 3, (), whole.base)])
    running._lock.release()  # as the system does with its process
    after = Journal(tmp_path)
    (left,) = after.left()
    kept = after.kept(left.number)
    assert kept is not None
    assert [noted.change for noted in kept.changes] == made
    after.close()


def test_locks_of_sessions_that_are_over_are_cleared_away(tmp_path: Path) -> None:
    after_a_kill(tmp_path, saved=3)
    journal = Journal(tmp_path)
    journal.histories({KEY: "s0"})
    assert [one.name for one in tmp_path.glob("session-*.lock")] == [f"session-{journal.session}.lock"]
    journal.close()
    assert not [*tmp_path.glob("session-*.lock")]


def _after_key(one: Entry) -> tuple[object, ...]:
    return one.title, one.position, one.saved, one.saved_sha, one.first, one.changes, one.base
