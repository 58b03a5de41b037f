"""Whatever happens at whatever system call of a save: the whole old version, or the whole new one."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from desktop.exporting import export
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.journal import Journal
from tests.faults.save_points import Outcome, Saver, fresh, points
from tests.pressmark.story import told

NEW = "noted now"
WHEN = datetime(2026, 11, 14, tzinfo=UTC)
SHORT = 23
"""Every so manieth point in the tests that run each time."""

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    folder.mkdir()
    for number in range(3):
        save_article(told(), folder / f"{number}.pressmark")
    (folder / "brief.docx").write_bytes(b"an older brief")
    return folder


@pytest.fixture(scope="module")
def saver() -> Iterator[Saver]:
    with closing(Saver()) as saver:
        yield saver


def articles_whole(folder: Path, outcome: Outcome, numbers: range) -> str:
    notes = {open_article(folder / f"{number}.pressmark").doc.markup["a1"].note for number in numbers}
    if not notes <= {"", NEW}:
        return "torn"
    return "lost" if outcome.became == "done" and notes != {NEW} else ""


def one_is_whole(folder: Path, outcome: Outcome) -> str:
    original = [one.read_bytes() for one in folder.glob("originals/[!.]*")]
    if not set(original) <= {b"<p>original</p>"}:
        return "torn"
    if outcome.became == "done" and not original:
        return "lost"
    return articles_whole(folder, outcome, range(1))


def linked_is_whole(folder: Path, outcome: Outcome) -> str:
    return articles_whole(folder, outcome, range(1)) if (folder / "link").is_symlink() else "torn"


def three_are_whole(folder: Path, outcome: Outcome) -> str:
    return articles_whole(folder, outcome, range(3))


def brief_is_whole(folder: Path, outcome: Outcome) -> str:
    expected, found = brief_on(folder / "0.pressmark"), (folder / "brief.docx").read_bytes()
    if found not in {expected, b"an older brief"}:
        return "torn"
    return "lost" if outcome.became == "done" and found != expected else ""


@cache
def brief_on(file: Path) -> bytes:
    """The same of all, as no export changes the article."""
    expected = file.with_name("expected.docx")
    export([open_article(file).doc], expected, now=WHEN)
    return expected.read_bytes()


def journal_is_whole(folder: Path, outcome: Outcome) -> str:
    with closing(Journal(folder / "state")) as journal:
        if list(folder.glob("state/*damaged*")):
            return "torn"
        kept = [journal.kept(one.id) for one in journal.left()]
    numbers = {len(one.changes) for one in kept if one is not None and len(one.changes) == one.position}
    if not numbers <= {1, 2} or len(numbers) != 1:
        return "torn"
    return "lost" if outcome.became == "done" and numbers != {2} else ""


CASES: dict[str, Callable[[Path, Outcome], str]] = {
    "save_one": one_is_whole,
    "save_link": linked_is_whole,
    "save_three": three_are_whole,
    "export_brief": brief_is_whole,
    "write_journal": journal_is_whole,
}


def disturb(case: str, saver: Saver, template: Path, every: int) -> Counter[str]:
    """What came of it, at every so manieth point."""
    folder = template.parent / "work"
    found: Counter[str] = Counter()
    for point in list(points(saver, case, fresh(folder, template)))[::every]:
        outcome = saver.run(case, fresh(folder, template), "-o", "/dev/null", "-e", point.injection)
        assert outcome.became != "failed", f"{point}: {outcome.said}"
        what = CASES[case](folder, outcome)
        assert not what, f"{point} left the file {what}: {outcome}"
        found[outcome.became] += 1
    print(f"{case}: {found.total()} points, {dict(found)}; torn 0, acknowledged and lost 0")
    return found


@pytest.mark.parametrize("case", CASES)
def test_at_some_points_a_save_is_whole_old_or_whole_new(case: str, saver: Saver, template: Path) -> None:
    assert disturb(case, saver, template, SHORT).total() > 3


@pytest.mark.faults
@pytest.mark.parametrize("case", CASES)
def test_at_every_point_a_save_is_whole_old_or_whole_new(case: str, saver: Saver, template: Path) -> None:
    found = disturb(case, saver, template, 1)
    assert found["killed"] > 30
    assert found["refused"] > 30
