"""Where a file cannot be replaced, its old version lies beside it until the new one is whole."""

import errno
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pressmark.storage.in_place import HalfWritten, is_refusal, write_in_place

OLD, NEW = b"the old version", b"the new version" * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "story.pressmark"
    path.write_bytes(OLD)
    return path


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@pytest.mark.parametrize("new", [NEW, b"short", b""])
def test_the_file_holds_the_new_version_and_nothing_is_left_beside_it(file: Path, new: bytes) -> None:
    write_in_place(file, new)
    assert file.read_bytes() == new
    assert list(file.parent.iterdir()) == [file]


def test_the_file_stays_the_same_file_with_its_mode_and_its_other_names(file: Path) -> None:
    file.chmod(0o604)
    os.link(file, file.parent / "other")
    write_in_place(file, NEW)
    assert (file.parent / "other").read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o604


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    write_in_place(tmp_path / "new", NEW)
    assert (tmp_path / "new").read_bytes() == NEW
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_cannot_be_made_whole_is_not_made(tmp_path: Path) -> None:
    with files_no_larger_than(5_000), pytest.raises(OSError, match="too large"):
        write_in_place(tmp_path / "new", NEW)
    assert not list(tmp_path.iterdir())


def test_where_the_new_version_does_not_fit_the_old_one_is_put_back(file: Path) -> None:
    with files_no_larger_than(5_000), pytest.raises(OSError, match="too large") as caught:
        write_in_place(file, NEW)
    assert not isinstance(caught.value, HalfWritten)
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_where_no_copy_can_be_made_the_file_is_not_touched(file: Path) -> None:
    file.write_bytes(NEW)
    with files_no_larger_than(5_000), pytest.raises(OSError, match="too large"):
        write_in_place(file, b"short")
    assert file.read_bytes() == NEW
    assert list(file.parent.iterdir()) == [file]


def test_what_an_interrupted_save_left_is_kept(file: Path) -> None:
    left = file.with_name("story (old version).pressmark")
    left.write_bytes(b"precious")
    write_in_place(file, NEW)
    assert file.read_bytes() == NEW
    assert left.read_bytes() == b"precious"
    assert len(list(file.parent.iterdir())) == 2


def test_a_name_as_long_as_names_may_be_has_room_for_its_copy(tmp_path: Path) -> None:
    path = tmp_path / ("港" * 80 + ".txt")
    path.write_bytes(OLD)
    write_in_place(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("number", "refused"),
    [
        (errno.EPERM, True),
        (errno.EBUSY, True),
        (errno.EXDEV, True),
        (errno.EIO, False),
        (errno.ENOSPC, False),
    ],
)
def test_what_may_work_in_place_is_told_from_what_has_failed(number: int, refused: bool) -> None:
    assert is_refusal(OSError(number, os.strerror(number))) is refused
