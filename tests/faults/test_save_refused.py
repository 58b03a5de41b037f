"""Where one may not write, and where the clock is wrong: told in one sentence, the old version untouched."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from pressmark.storage.articles import open_article, save_article
from pressmark.storage.safe_write import CannotWrite, write_bytes
from tests.pressmark.story import told

ROOT = Path(__file__).parents[2]
NAME = "0.pressmark"
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Root without what lets it pass over modes."""

pytestmark = pytest.mark.faults
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")
needs_setpriv = pytest.mark.skipif(not shutil.which("setpriv"), reason="setpriv is not installed")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    save_article(told(), folder / NAME)
    return folder / NAME


@contextmanager
def mounted(place: Path, *what: str) -> Iterator[None]:
    subprocess.run(["mount", *what, str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


def saves(file: Path, times: int, *before: str, clock: Path | None = None) -> list[str]:
    """What a process says that saves so many times."""
    script = Path(__file__).with_name("machine_child.py")
    arguments = [
        *before,
        sys.executable,
        str(script),
        str(file),
        str(times),
        *([str(clock)] if clock else []),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, timeout=60, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def note_in(file: Path) -> str:
    return open_article(file).doc.markup["a1"].note


def refusal(file: Path, data: bytes) -> str:
    """Why it could not be written, empty where it was."""
    try:
        write_bytes(file, data)
    except CannotWrite as error:
        return str(error)
    return ""


@needs_root
def test_a_folder_mounted_read_only_is_told(file: Path) -> None:
    with mounted(file.parent, "--bind", "-o", "ro", str(file.parent)):
        said = saves(file, 1)
    assert said[0].startswith(f"REFUSED {NAME} could not be written to {file.parent} (read-only file system)")
    assert note_in(file) == ""


@needs_root
@needs_setpriv
def test_a_folder_one_may_not_write_to_is_told(file: Path) -> None:
    file.parent.chmod(0o555)
    said = saves(file, 1, *WITHOUT_RIGHTS)
    assert said == [
        f"REFUSED {NAME} could not be written: you may not write to {file.parent}: choose another folder"
    ]
    assert note_in(file) == ""
    assert list(file.parent.iterdir()) == [file]


@needs_root
@needs_setpriv
def test_a_colleagues_file_in_a_folder_where_none_may_be_taken_away_is_written_in_place(file: Path) -> None:
    """As in /tmp: rename answers EPERM."""
    for one, mode in ((file, 0o666), (file.parent, 0o1777)):
        one.chmod(mode)
        os.chown(one, 1234, 4321)
    said = saves(file, 1, *WITHOUT_RIGHTS)
    assert said[0].startswith("SAVED 0")
    assert note_in(file) == "0"
    assert (file.stat().st_uid, file.stat().st_mode & 0o777) == (1234, 0o666)
    assert {one.name for one in file.parent.iterdir()} == {NAME, "originals"}


@needs_root
@needs_setpriv
def test_a_colleagues_file_that_may_be_replaced_stays_with_their_group(file: Path) -> None:
    file.parent.chmod(0o777)
    file.chmod(0o660)
    os.chown(file, 1234, 4321)
    said = saves(file, 1, "setpriv", "--groups=4321", *WITHOUT_RIGHTS[1:])
    assert said[0].startswith("SAVED 0")
    assert (file.stat().st_gid, file.stat().st_mode & 0o777) == (4321, 0o660)


@needs_root
def test_a_full_disk_is_told_where_files_are_written_in_place(tmp_path: Path) -> None:
    came: Counter[str] = Counter()
    old, new = b"old" * 7_000, b"new" * 9_000
    small = tmp_path / "small"
    small.mkdir()
    for size in range(24, 128, 4):
        with ExitStack() as stack:
            stack.enter_context(mounted(small, "-t", "tmpfs", "-o", f"size={size}k", "tmpfs"))
            file = small / NAME
            write_bytes(file, old)
            stack.enter_context(mounted(file, "--bind", str(file)))
            why = refusal(file, new)
            assert why == "" or "no space left" in why
            came["refused" if why else "saved"] += 1
            assert file.read_bytes() == (old if why else new)
            assert list(small.iterdir()) == [file]
    print(f"disk full, in place: {dict(came)}; torn 0")
    assert came["saved"] > 0
    assert came["refused"] > 0


@pytest.mark.skipif(not shutil.which("faketime"), reason="faketime is not installed")
def test_a_clock_that_jumps_back_and_forth_between_saves_is_no_matter(file: Path, tmp_path: Path) -> None:
    preload = subprocess.run(
        ["faketime", "-f", "+0", "sh", "-c", "echo $LD_PRELOAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    clock = tmp_path / "clock"
    clock.write_text("+0\n", encoding="utf-8")
    settings = (f"LD_PRELOAD={preload}", "FAKETIME_NO_CACHE=1", f"FAKETIME_TIMESTAMP_FILE={clock}")
    said = saves(file, 50, "env", *settings, clock=clock)
    assert len(said) == 50
    assert all(line.startswith(f"SAVED {number} ") for number, line in enumerate(said))
    times = [int(line.split()[2]) for line in said]
    assert sum(later < earlier for earlier, later in pairwise(times)) > 10
    assert note_in(file) == "n" * 49 + "49"
