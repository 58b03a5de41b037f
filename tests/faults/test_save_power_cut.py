"""The power goes in the midst of a save: what is on the disk then is the acknowledged version or a later one.

The image of a disk is copied while a stopped process has saves under way. Two copies in turn that are alike
are what the disk held at the moment between them.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from pressmark.digest import sha256_of
from pressmark.storage.articles import open_article, save_article
from pressmark.storage.read_xml import CannotRead
from tests.pressmark.story import told

ROOT = Path(__file__).parents[2]
NAME = "0.pressmark"
CUTS = 60

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root"),
    pytest.mark.skipif(not shutil.which("mkfs.ext4"), reason="e2fsprogs is not installed"),
]


@dataclass(frozen=True)
class Disk:
    """`image` holds it, `folder` is where it is mounted, `cut` what a power cut would have left of it."""

    image: Path
    folder: Path
    cut: Path


@contextmanager
def mounted(place: Path, *what: str) -> Iterator[None]:
    place.exists() or place.mkdir()
    subprocess.run(["mount", *what, str(place)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(place)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path / "image", tmp_path / "disk", tmp_path / "cut")
    disk.image.touch()
    os.truncate(disk.image, 16_000_000)
    subprocess.run(["mkfs.ext4", "-q", str(disk.image)], check=True)
    with mounted(disk.folder, "-o", "loop,commit=1,noauto_da_alloc", str(disk.image)):
        save_article(told(), disk.folder / NAME)
        os.sync()
        yield disk


@contextmanager
def saving(disk: Disk, said: Path) -> Iterator[subprocess.Popen[bytes]]:
    script = str(Path(__file__).with_name("machine_child.py"))
    command = [sys.executable, script, str(disk.folder / NAME), "1000000"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with said.open("wb") as words, subprocess.Popen(command, stdout=words, env=environment) as child:
        while not said.stat().st_size:
            assert child.poll() is None
            time.sleep(0.05)
        try:
            yield child
        finally:
            child.kill()


def cut_the_power(disk: Disk, child: subprocess.Popen[bytes]) -> None:
    child.send_signal(signal.SIGSTOP)
    before = ""
    while (now := copied(disk)) != before:
        before = now
    child.send_signal(signal.SIGCONT)


def copied(disk: Disk) -> str:
    subprocess.run(["dd", f"if={disk.image}", f"of={disk.cut}", "bs=1M", "status=none"], check=True)
    return sha256_of(disk.cut.read_bytes())


def last_saved(said: Path) -> int:
    return int([line for line in said.read_text().splitlines() if line.startswith("SAVED")][-1].split()[1])


def number_in(file: Path) -> int:
    """Which save the file holds, -1 before the first and -2 where it is torn."""
    try:
        note = open_article(file).doc.markup["a1"].note
    except CannotRead:
        return -2
    return int(note.lstrip("n") or -1)


@pytest.mark.parametrize("way", ["replaced", "in place"])
def test_after_a_power_cut_the_last_acknowledged_save_or_a_later_one_is_whole(
    way: str, disk: Disk, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    file, said, chance = disk.folder / NAME, tmp_path / "said", random.Random(7)
    found: Counter[str] = Counter()
    with ExitStack() as stack:
        if way == "in place":
            stack.enter_context(mounted(file, "--bind", str(file)))
        child = stack.enter_context(saving(disk, said))
        for _ in range(CUTS):
            time.sleep(chance.uniform(0.01, 0.2))
            acknowledged = last_saved(said)
            cut_the_power(disk, child)
            found[after_the_cut(disk, acknowledged, tmp_path / "after")] += 1
    print(f"{way}: {CUTS} power cuts in {last_saved(said)} saves: {dict(found)}; torn 0, lost 0")
    record_property(way, dict(found))
    assert last_saved(said) > CUTS
    assert way == "in place" or set(found) == {"whole"}


def after_the_cut(disk: Disk, acknowledged: int, folder: Path) -> str:
    """The disk's journal is replayed; the file, or else its copy, holds what was told or a later save."""
    with mounted(folder, "-o", "loop", str(disk.cut)):
        in_file = number_in(folder / NAME)
        in_copies = [number_in(one) for one in folder.glob("*(old version*")]
        assert max([in_file, *in_copies]) >= acknowledged, f"{acknowledged} was told: {in_file}, {in_copies}"
    return "whole" if in_file >= acknowledged else "whole in the copy beside it"
