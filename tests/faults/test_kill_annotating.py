"""Killed at any moment, with no warning: what was done more than two seconds before is not lost."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from pressmark.digest import sha256_of
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.journal import Journal
from pressmark.storage.recovering import recovered
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told

ROOT = Path(__file__).parents[2]
MOST_LOST = 2.0
"""Seconds before the kill."""


@dataclass(frozen=True)
class Killed:
    """`lost` is how many seconds before the kill the first change was made that did not come back."""

    states: int
    saves: int
    lost: float


def digest(path: Path) -> str:
    return sha256_of(path.read_bytes())[:16]


def kill_once(seed: int) -> Killed:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save_article(told(), folder / "story.pressmark")
        return compared(folder, *until_killed(folder, seed))


def until_killed(folder: Path, seed: int) -> tuple[list[list[str]], float]:
    """What the child said, and when it was killed."""
    command = [sys.executable, str(Path(__file__).with_name("kill_child.py")), str(folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=environment()) as child:
        assert child.stdout is not None
        first = child.stdout.readline()
        assert first.startswith("begin"), first
        time.sleep(random.Random(seed).uniform(0.02, 3.5))
        when = time.monotonic()
        child.send_signal(signal.SIGKILL)
        said = child.stdout.read()
    whole = said[: said.rfind("\n") + 1]  # the last line may be cut off
    return [line.split() for line in whole.splitlines()], when


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def compared(folder: Path, said: list[list[str]], when: float) -> Killed:
    states = [(float(words[1]), words[3]) for words in said if words[0] == "state"]
    saves = [words[3] for words in said if words[0] == "saved"]
    file = folder / "story.pressmark"
    open_article(file)  # whole, whatever happened
    now = digest(file)
    assert not saves or now == saves[-1] or now not in saves, "an acknowledged save went back to an older one"
    back = last_state(folder, now)
    known = {digest_: number for number, (_, digest_) in enumerate(states)}
    before = digest_of_base()
    assert back in known or back in {before, now}, "what came back was never shown"
    number = known.get(back, -1)
    lost = [when - moment for moment, _ in states[number + 1 :]]
    return Killed(len(states), len(saves), max(lost, default=0.0))


def digest_of_base() -> str:
    return sha256_of(to_xml(told()))[:16]


def last_state(folder: Path, on_disk: str) -> str:
    """What the next start has: the unsaved work that it is offered, else what the file holds."""
    journal = Journal(folder / "state")
    try:
        kept = [journal.kept(one.id) for one in journal.left()]
        docs = [recovered(one).doc for one in kept if one is not None]
    finally:
        journal.close()
    return sha256_of(to_xml(docs[0]))[:16] if docs else on_disk


def kill_many(count: int, at_once: int, seed: int) -> list[Killed]:
    with ThreadPoolExecutor(at_once) as pool:
        return list(pool.map(kill_once, range(seed, seed + count)))


def judge(found: list[Killed], record: Callable[[str, object], None]) -> None:
    oldest = max(one.lost for one in found)
    record("kills", len(found))
    record("changes", sum(one.states for one in found))
    record("saves", sum(one.saves for one in found))
    record("oldest lost change, seconds", round(oldest, 2))
    print(
        f"{len(found)} kills, {sum(one.states for one in found)} changes, {sum(one.saves for one in found)} "
        f"saves acknowledged; the oldest change that was lost was {oldest:.2f} s old"
    )
    assert oldest < MOST_LOST


def test_a_few_kills_lose_nothing_older_than_two_seconds(record_property) -> None:
    judge(kill_many(6, 3, 1), record_property)


@pytest.mark.faults
def test_a_thousand_kills_lose_nothing_older_than_two_seconds(record_property) -> None:
    judge(kill_many(1000, 6, 1000), record_property)
