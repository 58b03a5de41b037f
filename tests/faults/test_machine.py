"""A machine that fails: the disk is full, read-only or loses its power, the clock jumps, memory runs out."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.journal import Journal
from pressmark.storage.safe_write import CannotWrite
from tests.pressmark.story import HAND, told

ROOT = Path(__file__).parents[2]
NAME = "0.pressmark"

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root"),
]


def noted(note: str) -> AnnotatedArticle:
    doc = told()
    doc.apply(changes.set_note(doc, "a1", note, HAND))
    return doc


def note_in(folder: Path) -> str:
    return open_article(folder / NAME).doc.markup["a1"].note


def refusal(doc: AnnotatedArticle, path: Path) -> str:
    """Why it could not be saved, empty where it was."""
    try:
        save_article(doc, path)
    except CannotWrite as error:
        return str(error)
    return ""


@contextmanager
def mounted(folder: Path, *what: str) -> Iterator[Path]:
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", *what, str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_on_a_full_disk_the_old_version_stays_and_the_analyst_is_told(tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    for size in range(24, 96, 4):
        with mounted(tmp_path / "small", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs") as folder:
            save_article(noted("old"), folder / NAME)
            new = "n" * 25_000
            why = refusal(noted(new), folder / NAME)
            assert why == "" or "no space left" in why
            came["refused" if why else "saved"] += 1
            assert note_in(folder) == ("old" if why else new)
            assert not list(folder.glob(".*.tmp")), "half a file was left behind"
    print(f"disk full: {dict(came)}; torn 0")
    assert came["saved"] > 0
    assert came["refused"] > 0


def test_a_folder_that_became_read_only_is_told(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "-t", "tmpfs", "-o", "size=1m", "tmpfs") as folder:
        save_article(noted("old"), folder / NAME)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with pytest.raises(CannotWrite, match=NAME):
            save_article(noted("new"), folder / NAME)
        assert note_in(folder) == "old"


SAVING = """
import sys
from pathlib import Path
from tests.faults.test_machine import noted, NAME
from pressmark.storage.articles import save_article
for number in range(100_000):
    save_article(noted(str(number)), Path(sys.argv[1]) / NAME)
    print(number, flush=True)
"""


def test_after_a_power_cut_the_last_acknowledged_save_or_a_later_one_is_whole(tmp_path: Path) -> None:
    """The image of the disk is copied while it is written to: what the copy holds survives the cut."""
    image, chance, cuts = tmp_path / "image", random.Random(5), 40
    image.write_bytes(b"")
    os.truncate(image, 24_000_000)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    behind = 0
    with mounted(tmp_path / "disk", "-o", "loop,commit=1,noauto_da_alloc", str(image)) as folder:
        save_article(noted("first"), folder / NAME)
        command = [sys.executable, "-c", SAVING, str(folder)]
        said = tmp_path / "said"
        with said.open("w") as words, subprocess.Popen(command, cwd=ROOT, stdout=words) as child:
            acknowledged = -1
            for _ in range(cuts):
                time.sleep(chance.uniform(0.05, 0.5))
                lines = said.read_text().split()
                acknowledged = int(lines[-1]) if lines else acknowledged
                shutil.copyfile(image, tmp_path / "cut")
                behind = max(behind, after_the_cut(tmp_path, acknowledged))
            child.kill()
    print(f"power cuts: {cuts}, {acknowledged} saves; torn 0, acknowledged and lost {behind}")
    assert acknowledged > 100


def after_the_cut(tmp_path: Path, acknowledged: int) -> int:
    """How many acknowledged saves are lost; none may be."""
    with mounted(tmp_path / "after", "-o", "loop", str(tmp_path / "cut")) as folder:
        note = note_in(folder)
    lost = acknowledged - (int(note) if note.isdigit() else -1)
    assert lost <= 0, f"save {acknowledged} was told and is gone: {note}"
    return max(0, lost)


WRITING = """
import os, signal, sys
from pathlib import Path
from tests.pressmark.storage.test_journal import entry, three_changes
from pressmark.storage.journal import Journal
Journal(Path(sys.argv[1])).write([entry(three_changes(), saved=1)])
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
@pytest.mark.parametrize("clock", ["1999-12-31 23:59:59", "2038-01-19 03:14:08", "2026-11-14 00:00:00"])
def test_the_clock_may_say_what_it_likes(tmp_path: Path, clock: str) -> None:
    for when in (clock, "2031-05-05 05:05:05", clock):
        command = ["faketime", when, sys.executable, "-c", WRITING, str(tmp_path)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
        assert b"Killed" in done.stderr or done.returncode == -signal.SIGKILL, done.stderr
    journal = Journal(tmp_path)
    assert [one.number for one in journal.left()] == [2, 2, 2]
    journal.close()


STARVED = """
import resource, sys
from pathlib import Path
from pressmark.storage.articles import save_article, open_article
from pressmark.storage.safe_write import CannotWrite
from tests.faults.test_machine import noted, NAME
doc = noted("n" * 3_000_000)
path = Path(sys.argv[1]) / NAME
now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + int(sys.argv[2]), now + int(sys.argv[2])))
try:
    save_article(doc, path)
    print("saved")
except (CannotWrite, MemoryError):
    print("refused")
"""


def test_where_memory_runs_out_in_the_midst_of_a_save_the_file_is_whole(tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    for spare in range(0, 24_000_000, 1_500_000):
        save_article(noted("old"), tmp_path / NAME)
        command = [sys.executable, "-c", STARVED, str(tmp_path), str(spare)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        said = done.stdout.strip() or "died"
        came[said] += 1
        whole = note_in(tmp_path)
        assert whole == "n" * 3_000_000 if said == "saved" else whole in {"old", "n" * 3_000_000}
    print(f"out of memory: {dict(came)}; torn 0")
    assert came["saved"] > 0
    assert came["refused"] > 0
