"""Shares that refuse what a disk does: to put one file in the place of another, to flush, to keep modes.

A file mounted by itself cannot be replaced (EBUSY), as on shares that know no atomic rename.
"""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pressmark import changes
from pressmark.storage.articles import open_article, save_article
from tests.faults.save_points import Outcome, Saver, fresh, points
from tests.pressmark.story import HAND, told

NAME = "0.pressmark"
SHORT = 31

pytestmark = pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
needs_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="mounting needs root")


@pytest.fixture
def template(tmp_path: Path) -> Path:
    folder = tmp_path / "template"
    folder.mkdir()
    doc = told()
    doc.apply(changes.set_note(doc, "a1", "a note that will be shortened " * 20, HAND))
    save_article(doc, folder / NAME)
    return folder


@pytest.fixture(scope="module")
def saver() -> Iterator[Saver]:
    with closing(Saver()) as saver:
        yield saver


@pytest.fixture
def versions(template: Path, saver: Saver) -> tuple[bytes, bytes]:
    """The old version and the new, which is shorter, byte for byte."""
    folder = fresh(template.parent / "work", template)
    old = (folder / NAME).read_bytes()
    assert saver.run("save_one", folder, "-o", "/dev/null").became == "done"
    new = (folder / NAME).read_bytes()
    assert len(new) < len(old)  # so that a tail has to be cut off
    return old, new


@pytest.mark.parametrize("error", ["EPERM", "EACCES", "EBUSY", "EXDEV", "ENOSYS", "EINVAL"])
def test_where_replacing_is_refused_the_file_is_written_all_the_same(
    error: str, saver: Saver, template: Path, versions: tuple[bytes, bytes]
) -> None:
    folder = fresh(template.parent / "work", template)
    outcome = saver.run(
        "save_one", folder, "-o", "/dev/null", "-e", f"inject=rename,renameat,renameat2:error={error}"
    )
    assert outcome.became == "done", outcome
    assert (folder / NAME).read_bytes() == versions[1]
    assert {one.name for one in folder.iterdir()} == {NAME, "originals", "outcome"}


@pytest.mark.parametrize(
    ("error", "became"), [("EINVAL", "done"), ("EOPNOTSUPP", "done"), ("ENOSYS", "done"), ("EIO", "refused")]
)
def test_a_share_that_cannot_flush_is_survived_and_a_disk_that_fails_to_is_told(
    error: str, became: str, saver: Saver, template: Path, versions: tuple[bytes, bytes]
) -> None:
    folder = fresh(template.parent / "work", template)
    outcome = saver.run("save_one", folder, "-o", "/dev/null", "-e", f"inject=fsync:error={error}")
    assert outcome.became == became
    assert (folder / NAME).read_bytes() == versions[became == "done"]
    assert became == "done" or outcome.said.startswith(f"{NAME} could not be written")
    assert outcome.said.count("free some space") == (became == "refused")


def test_a_share_without_modes_and_owners_is_survived(
    saver: Saver, template: Path, versions: tuple[bytes, bytes]
) -> None:
    folder = fresh(template.parent / "work", template)
    calls = "inject=chmod,fchmodat,chown,fchownat,lchown:error=EPERM"
    assert saver.run("save_one", folder, "-o", "/dev/null", "-e", calls).became == "done"
    assert (folder / NAME).read_bytes() == versions[1]


@contextmanager
def mounted_by_itself(file: Path) -> Iterator[None]:
    subprocess.run(["mount", "--bind", str(file), str(file)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", str(file)], check=True)


def judged(folder: Path, outcome: Outcome, versions: tuple[bytes, bytes]) -> str:
    """Torn only where the old version is nowhere; what is torn while a copy is there was cut off or told."""
    old, new = versions
    found = (folder / NAME).read_bytes()
    copy = folder / f"{NAME.removesuffix('.pressmark')} (old version).pressmark"
    if found == new:
        return "new"
    if outcome.became == "done":
        return "lost"
    if found == old:
        return "old"
    if not copy.exists() or copy.read_bytes() != old or open_article(copy).doc.headline != told().headline:
        return "torn"
    told_so = outcome.became == "killed" or str(copy) in outcome.said
    return "half written, the old version beside it" if told_so else "torn"


def disturb(saver: Saver, template: Path, versions: tuple[bytes, bytes], every: int) -> Counter[str]:
    folder = template.parent / "work"
    with mounted_by_itself(fresh(folder, template) / NAME):
        all_points = list(points(saver, "save_one", folder))
    found: Counter[str] = Counter()
    for point in all_points[::every]:
        with mounted_by_itself(fresh(folder, template) / NAME):
            outcome = saver.run("save_one", folder, "-o", "/dev/null", "-e", point.injection)
            what = judged(folder, outcome, versions)
        assert outcome.became != "failed", f"{point}: {outcome.said}"
        assert what not in {"lost", "torn"}, f"{point} left the file {what}: {outcome}"
        found[f"{outcome.became}: {what}"] += 1
    print(f"in place: {found.total()} points, {dict(found)}; torn without a copy 0, acknowledged and lost 0")
    return found


@needs_root
def test_at_some_points_of_writing_in_place_a_whole_version_is_there(
    saver: Saver, template: Path, versions: tuple[bytes, bytes]
) -> None:
    assert disturb(saver, template, versions, SHORT).total() > 3


@needs_root
@pytest.mark.faults
def test_at_every_point_of_writing_in_place_a_whole_version_is_there(
    saver: Saver,
    template: Path,
    versions: tuple[bytes, bytes],
    record_property: Callable[[str, object], None],
) -> None:
    found = disturb(saver, template, versions, 1)
    record_property("in place", dict(found))
    assert found["killed: half written, the old version beside it"] > 0
    assert found["refused: half written, the old version beside it"] > 0
    assert found.total() > 100
