"""Word of who has an article open lies beside it, and exactly one has it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pressmark.dossier import Dossier
from pressmark.loading import files_in
from pressmark.storage.presence import OtherHand, Presence, announce

WINDOW = """
import sys
from pathlib import Path
from pressmark.storage.presence import Presence, announce
print("ready", flush=True)
for line in sys.stdin:
    if line == "leave\\n":
        here.leave()
        answer = "left"
    else:
        here = announce(Path(line.rstrip("\\n")), "window")
        answer = "open" if isinstance(here, Presence) else f"by {here.analyst}"
    print(answer, flush=True)
"""


class Window:
    """Another process that opens articles."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", WINDOW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self.answer() == "ready"

    def __enter__(self) -> "Window":
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def say(self, line: object) -> None:
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        return self.process.stdout.readline().rstrip("\n")

    def kill(self) -> None:
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.communicate()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.pressmark"
    path.write_text("an article")
    return path


@pytest.fixture
def window() -> Iterator[Window]:
    with Window() as one:
        yield one


def beside(article: Path) -> Path:
    return article.with_name(f".~open.{article.name}#")


def edited(article: Path, **values: object) -> None:
    """As another computer, process or time would have written it."""
    word = json.loads(beside(article).read_text())
    process = {key: values.pop(key) for key in list(values) if key in word["process"]}
    beside(article).write_text(json.dumps({**word, **values, "process": {**word["process"], **process}}))


def test_word_is_left_while_an_article_is_open_and_counts_as_nothing_else(article: Path) -> None:
    here = announce(article, "ana")
    assert here == Presence(beside(article), here.token)
    word = json.loads(beside(article).read_text())
    assert (word["analyst"], word["process"]["number"]) == ("ana", os.getpid())
    assert abs(datetime.now(UTC) - datetime.fromisoformat(word["since"])) < timedelta(minutes=1)
    assert Dossier(article.parent).articles() == [article] == files_in(article.parent)
    here.leave()
    assert list(article.parent.iterdir()) == [article]
    here.leave()


def test_who_comes_second_is_told_who_was_first(article: Path) -> None:
    announce(article, "ana")
    there = announce(article, "otto")
    assert isinstance(there, OtherHand)
    assert (there.analyst, there.here) == ("ana", True)
    assert there.told(datetime.now(UTC)).startswith("open in another window on this computer, ")


def test_an_article_reached_through_a_link_is_the_same(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    (folder / "link.pressmark").symlink_to(article)
    announce(article, "ana")
    assert isinstance(announce(folder / "link.pressmark", "otto"), OtherHand)


def test_a_window_of_another_process_is_told_and_its_leaving_frees_the_article(
    article: Path, window: Window
) -> None:
    window.say(article)
    assert window.answer() == "open"
    assert announce(article, "ana").analyst == "window"
    window.say("leave")
    assert window.answer() == "left"
    assert isinstance(announce(article, "ana"), Presence)


def test_what_a_killed_process_left_is_taken_over(article: Path, window: Window) -> None:
    window.say(article)
    assert window.answer() == "open"
    window.kill()
    assert beside(article).exists()
    here = announce(article, "ana")
    assert isinstance(here, Presence)
    assert json.loads(beside(article).read_text())["analyst"] == "ana"
    here.leave()
    assert not beside(article).exists()


@pytest.mark.parametrize("rounds", [60, pytest.param(2_000, marks=pytest.mark.faults)])
def test_of_windows_that_come_at_once_exactly_one_has_the_article(article: Path, rounds: int) -> None:
    announce(article, "dead")
    edited(article, started="1")
    dead = beside(article).read_bytes()
    with ExitStack() as stack:
        windows = [stack.enter_context(Window()) for _ in range(3)]
        for number in range(rounds):
            path = article.with_name(f"{number}.pressmark")
            if number % 2:  # left by the dead, and now and then before a word was written
                beside(path).write_bytes(b"" if number % 10 == 9 else dead)
            for one in windows:
                one.say(path)
            answers = sorted(one.answer() for one in windows)
            assert answers == ["by window", "by window", "open"], f"{number}: {answers}"


def test_windows_that_come_and_go_never_have_an_article_together(article: Path) -> None:
    """Each that has it leaves at once while the others come: whoever is told “open” was alone."""
    with ExitStack() as stack:
        windows = [stack.enter_context(Window()) for _ in range(2)]
        for number in range(40):
            first, second = windows[number % 2], windows[1 - number % 2]
            first.say(article)
            assert first.answer() == "open"
            first.say("leave")
            second.say(article)
            assert first.answer() == "left"
            if second.answer() == "open":
                assert json.loads(beside(article).read_text())["process"]["number"] == second.process.pid
                second.say("leave")
                assert second.answer() == "left"
            assert not beside(article).exists()


def test_another_computer_is_named_with_the_time_and_is_never_taken_for_gone(article: Path) -> None:
    announce(article, "ana")
    edited(article, machine="another", number=1, host="newsdesk-3", since="2026-11-14T09:30:00+00:00")
    there = announce(article, "otto")
    now = datetime(2026, 11, 14, 12, 45, tzinfo=UTC)
    assert there.told(now) == "open on newsdesk-3 by ana since 14 November 2026, 09:30 (3 hours ago)"


@pytest.mark.parametrize(
    ("later", "age"),
    [
        (timedelta(days=-400), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=47, minutes=59), "47 hours ago"),
        (timedelta(days=2), "2 days ago"),
    ],
)
def test_the_age_is_told_as_people_do(later: timedelta, age: str) -> None:
    since = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
    told = OtherHand(Path("x"), "ana", "newsdesk-3", since).told(since + later)
    assert told == f"open on newsdesk-3 by ana since 14 November 2026, 09:30 ({age})"


@pytest.mark.parametrize("since", ["", "yesterday", "2026-11-14T09:30:00", "0001-01-01T00:00:00+23:00"])
def test_a_time_nobody_understands_is_not_told(article: Path, since: str) -> None:
    announce(article, "")
    edited(article, host="newsdesk-3", machine="another", since=since)
    assert announce(article, "otto").told(datetime.now(UTC)) == "open on newsdesk-3 by somebody"


def test_names_can_neither_hide_nor_turn_nor_flood_the_sentence(article: Path) -> None:
    announce(article, "\u202eana\n" + "x" * 10_000 + "\ud800")
    there = announce(article, "otto")
    assert there.analyst == "ana" + "x" * 77


def test_the_analyst_may_overrule_what_stands_there_but_not_what_came_since(article: Path) -> None:
    first = announce(article, "ana")
    edited(article, machine="another")
    seen = announce(article, "otto")
    edited(article, analyst="eve")
    newer = announce(article, "otto", over=seen)
    assert newer.analyst == "eve"
    here = announce(article, "otto", over=newer)
    assert isinstance(here, Presence)
    first.leave()
    assert json.loads(beside(article).read_text())["analyst"] == "otto"


BROKEN = [
    b"garbage",
    b"{}",
    b"[" * 4000,
    b"\xff" * 10,
    b"null",
    b'{"analyst": 1}',
    b"x" * 5_000_000,
    json.dumps({"analyst": "a", "host": "h", "since": "", "token": "t", "process": {"number": "1"}}).encode(),
]


@pytest.mark.parametrize("data", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_is_somebody_until_overruled(article: Path, data: bytes) -> None:
    beside(article).write_bytes(data)
    there = announce(article, "ana")
    assert there == OtherHand(beside(article), mark=there.mark)
    assert "cannot be understood" in there.told(datetime.now(UTC))
    assert beside(article).read_bytes() == data
    assert isinstance(announce(article, "ana", over=there), Presence)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_ordinary_file_is_somebody_and_stays(article: Path, make) -> None:
    make(beside(article))
    there = announce(article, "ana")
    assert there == OtherHand(beside(article))
    assert announce(article, "ana", over=there) == there


def test_a_link_is_never_followed(article: Path) -> None:
    victim = article.with_name("victim")
    beside(article).symlink_to(victim)
    assert isinstance(announce(article, "ana"), OtherHand)
    assert not victim.exists()
    victim.write_bytes(b"")
    assert isinstance(announce(article, "ana"), OtherHand)
    assert victim.read_bytes() == b""


@pytest.mark.parametrize("data", [b"", b"\0" * 300])
def test_what_a_power_cut_left_is_nobodys(article: Path, data: bytes) -> None:
    beside(article).write_bytes(data)
    assert isinstance(announce(article, "ana"), Presence)
    assert json.loads(beside(article).read_bytes())["analyst"] == "ana"


def test_a_folder_that_takes_no_word_is_no_error(tmp_path: Path) -> None:
    assert announce(tmp_path / "gone" / "ferry.pressmark", "ana") == Presence()
    Presence().leave()
    assert announce(Path("/proc/ferry.pressmark"), "ana") == Presence()


@pytest.mark.faults
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root mounts")
def test_a_full_or_protected_drive_takes_no_word_and_still_tells_of_others(tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    article = drive / "ferry.pressmark"
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", drive], check=True)
    try:
        with pytest.raises(OSError, match="No space"):
            (drive / "big").write_bytes(b"x" * 100_000)
        assert announce(article, "ana") == Presence()
        assert not beside(article).exists()
        (drive / "big").unlink()
        assert announce(article, "ana") != Presence()
        subprocess.run(["mount", "-o", "remount,ro", drive], check=True)
        assert announce(article, "otto").analyst == "ana"
        assert announce(drive / "other.pressmark", "otto") == Presence()
    finally:
        subprocess.run(["umount", drive], check=True)


def test_leaving_a_folder_that_vanished_is_no_error(article: Path) -> None:
    here = announce(article, "ana")
    article.parent.rename(article.parent.with_name("away"))
    here.leave()


@pytest.mark.parametrize("letter", ["x", "é", "中", "😀"])
def test_a_long_name_still_fits(tmp_path: Path, letter: str) -> None:
    most = 255 // len(letter.encode())
    here = announce(tmp_path / (letter * most), "ana")
    assert here.file.exists()
    other = announce(tmp_path / (letter * (most - 1)), "ana")
    assert isinstance(other, Presence)
