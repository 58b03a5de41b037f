"""Whether a file still holds what we last read or wrote is told by its bytes."""

import os
from pathlib import Path

import pytest

from pressmark.storage.fingerprint import Fingerprint, Standing

DATA = b"<pressmark/>" * 50


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An article with another beside it."""
    folder = tmp_path / "share"
    folder.mkdir()
    (folder / "other.pressmark").write_bytes(b"other")
    path = folder / "story.pressmark"
    path.write_bytes(DATA)
    return path


def test_a_file_is_the_same_though_it_was_written_again(file: Path) -> None:
    known = Fingerprint.of(file)
    file.unlink()
    file.write_bytes(DATA)
    os.utime(file, (0, 0))
    assert known.look(file) is Standing.SAME
    assert Fingerprint.of_bytes(DATA, file) == known == Fingerprint.of(file)


@pytest.mark.parametrize("data", [DATA + b" ", DATA[:-1], b"", DATA.replace(b"p", b"q", 1)])
def test_other_bytes_are_told_though_size_and_time_are_the_same(file: Path, data: bytes) -> None:
    known, before = Fingerprint.of(file), file.stat()
    file.write_bytes(data)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert known.look(file) is Standing.CHANGED
    assert Fingerprint.of(file) != known


def open_files() -> int:
    return len(list(Path("/proc/self/fd").glob("*")))


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_ordinary_file_is_a_change_and_is_not_waited_for(file: Path, make) -> None:
    known = Fingerprint.of(file)
    file.unlink()
    make(file)
    before = open_files()
    assert known.look(file) is Standing.CHANGED
    with pytest.raises(OSError, match="no ordinary file"):
        Fingerprint.of(file)
    assert open_files() == before


def test_a_file_that_was_moved_away_is_gone(file: Path) -> None:
    known = Fingerprint.of(file)
    file.rename(file.with_name("elsewhere.pressmark"))
    assert known.look(file) is Standing.GONE


def test_a_folder_that_vanished_or_emptied_is_told_apart_from_a_file_that_went(file: Path) -> None:
    known = Fingerprint.of(file)
    away = file.parent.rename(file.parent.with_name("away"))
    assert known.look(file) is Standing.FOLDER_GONE
    file.parent.mkdir()  # what a share leaves that was disconnected
    assert known.look(file) is Standing.FOLDER_EMPTIED
    (file.parent / ".directory").touch()
    assert known.look(file) is Standing.FOLDER_EMPTIED
    file.parent.joinpath(".directory").unlink()
    file.parent.rmdir()
    file.parent.touch()
    assert known.look(file) is Standing.FOLDER_GONE
    assert away.joinpath(file.name).read_bytes() == DATA


def test_a_folder_of_another_drive_is_not_the_one_that_was(file: Path) -> None:
    known = Fingerprint(Fingerprint.of(file).sha256, len(DATA), device=-1)
    assert known.look(file) is Standing.SAME
    file.unlink()
    assert known.look(file) is Standing.FOLDER_EMPTIED


def test_a_link_is_followed_and_its_folder_is_where_it_leads(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pressmark"
    link.symlink_to(file)
    known = Fingerprint.of(link)
    assert known.look(link) is Standing.SAME
    file.parent.rename(file.parent.with_name("away"))
    assert known.look(link) is Standing.FOLDER_GONE


def test_a_link_that_leads_in_a_ring_cannot_be_read(file: Path) -> None:
    known = Fingerprint.of(file)
    file.unlink()
    file.symlink_to(file)
    assert known.look(file) is Standing.UNREADABLE


def test_only_a_file_that_is_what_it_was_may_be_written_unasked(file: Path) -> None:
    assert [one for one in Standing if one.may_be_written] == [Standing.SAME]
    for one in Standing:
        told = one.told(file)
        assert (told == "") == (one is Standing.SAME)
        assert one is Standing.SAME or file.name in told or str(file.parent) in told
