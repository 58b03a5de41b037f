"""A file is the whole old or the whole new version, whatever happens."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pressmark.storage.safe_write import CannotWrite, explain, replacing, write_bytes, write_many

OLD, NEW = b"the old version", b"the new version" * 1000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with an old version in an otherwise empty folder."""
    path = tmp_path / "story.pressmark"
    path.write_bytes(OLD)
    return path


def test_a_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    path = tmp_path / "new"
    before = os.umask(0o027)
    try:
        write_bytes(path, NEW)
    finally:
        os.umask(before)
    assert path.read_bytes() == NEW
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_old_file_keeps_its_mode_and_nothing_is_left_beside_it(file: Path) -> None:
    file.chmod(0o604)
    write_bytes(file, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_mode & 0o777 == 0o604
    assert list(file.parent.iterdir()) == [file]


def test_a_symbolic_link_is_followed_and_stays_one(file: Path) -> None:
    (file.parent / "elsewhere").mkdir()
    link = file.parent / "elsewhere" / "link.pressmark"
    link.symlink_to(file)
    write_bytes(link, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert list(link.parent.iterdir()) == [link]


def test_many_files_are_written_each_whole_and_what_cannot_be_is_told_in_turn(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.pressmark" for number in range(9)]
    paths[4] = tmp_path / "gone" / "4.pressmark"
    results = write_many([lambda path=path: (path, NEW + path.name.encode()) for path in paths])
    assert [why is None for why in results] == [number != 4 for number in range(9)]
    assert "gone does not exist" in str(results[4])
    written = [path for path in paths if path.exists()]
    assert sorted(tmp_path.iterdir()) == written
    assert all(path.read_bytes() == NEW + path.name.encode() for path in written)


def test_a_name_as_long_as_names_may_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("港" * 80 + ".txt")
    write_bytes(path, NEW)
    assert path.read_bytes() == NEW


def test_a_body_that_raises_leaves_the_old_version(file: Path) -> None:
    with pytest.raises(ZeroDivisionError), replacing(file) as temporary:
        temporary.write_bytes(bytes([1 // 0]))
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_body_may_stream_into_the_temporary_file(file: Path) -> None:
    with replacing(file) as temporary, temporary.open("wb") as stream:
        stream.write(NEW)
        assert file.read_bytes() == OLD
    assert file.read_bytes() == NEW


def test_a_write_protected_file_is_refused(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(CannotWrite, match="write-protected: save under another name"):
        write_bytes(file, NEW)
    assert file.read_bytes() == OLD


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite, match="is a folder: choose a file name"):
        write_bytes(tmp_path / "folder", NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotWrite, match="no ordinary file"):
        write_bytes(tmp_path / "pipe", NEW)
    assert (tmp_path / "pipe").is_fifo()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match=r"gone does not exist: choose another"):
        write_bytes(tmp_path / "gone" / "story", NEW)


def test_a_file_in_the_place_of_a_folder_is_named(file: Path) -> None:
    with pytest.raises(CannotWrite, match="is no folder: choose another"):
        write_bytes(file / "story", NEW)


def test_a_write_that_the_system_cuts_short_leaves_the_old_version(file: Path) -> None:
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from pressmark.storage.safe_write import CannotWrite, write_bytes\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: write_bytes(Path(sys.argv[1]), b'x' * 100_000)\n"
        "except CannotWrite as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, text=True, check=True
    )
    assert "story.pressmark could not be written" in done.stdout
    assert file.read_bytes() == OLD
    assert list(file.parent.iterdir()) == [file]


def test_a_full_disk_leaves_the_old_version(tmp_path: Path) -> None:
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(tmp_path)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        file = tmp_path / "story"
        write_bytes(file, OLD)
        with pytest.raises(CannotWrite, match=r"no space left.*free some space or save it elsewhere"):
            write_bytes(file, b"x" * 100_000)
        assert file.read_bytes() == OLD
        assert list(tmp_path.iterdir()) == [file]
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


def test_running_out_of_file_handles_leaves_the_old_version(file: Path) -> None:
    """Fails the first, the second, the third … open file of a save, until none fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    failures = 0
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    try:
        for limit in range(lowest, lowest + 4):
            resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))
            try:
                write_bytes(file, NEW)
            except CannotWrite:
                failures += 1
            finally:
                resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
            assert file.read_bytes() in (OLD, NEW)
            assert list(file.parent.iterdir()) == [file]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    assert failures
    assert file.read_bytes() == NEW


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "you may not write to"),
        (IsADirectoryError(errno.EISDIR, "Is a directory"), "it is a folder"),
        (OSError(errno.EIO, "Input/output error"), "input/output error"),
        (OSError("odd"), "odd"),
    ],
)
def test_every_failure_says_which_file_and_what_to_do(error: OSError, said: str) -> None:
    sentence = explain(Path("folder/story.docx"), error)
    assert sentence.startswith("story.docx could not be written")
    assert said in sentence
    assert ": " in sentence


@contextmanager
def mounted_by_itself(file: Path) -> Iterator[None]:
    """A file that cannot be replaced, though it can be written: rename answers EBUSY."""
    mounted = subprocess.run(["mount", "--bind", str(file), str(file)], capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this user may not mount a file")
    try:
        yield
    finally:
        subprocess.run(["umount", str(file)], check=True)


@pytest.mark.parametrize("new", [NEW, b"short", b""])
def test_a_file_that_cannot_be_replaced_is_written_in_place(file: Path, new: bytes) -> None:
    with mounted_by_itself(file):
        write_bytes(file, new)
        assert file.read_bytes() == new
        assert list(file.parent.iterdir()) == [file]


def test_an_export_that_cannot_be_replaced_is_written_in_place(file: Path) -> None:
    with mounted_by_itself(file):
        with replacing(file) as temporary:
            temporary.write_bytes(NEW)
        assert file.read_bytes() == NEW
        assert list(file.parent.iterdir()) == [file]


def test_a_private_file_is_never_open_to_others_not_even_while_it_is_written(file: Path) -> None:
    file.chmod(0o600)
    with replacing(file) as temporary:
        assert temporary.stat().st_mode & 0o777 == 0o600
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give a file away")
def test_a_file_stays_with_its_owner_and_group(file: Path) -> None:
    os.chown(file, 1234, 4321)
    write_bytes(file, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 4321)


def test_a_file_its_owner_may_not_write_but_others_may_keeps_that_mode(file: Path) -> None:
    file.chmod(0o060)
    with replacing(file) as temporary:
        temporary.write_bytes(NEW)
    assert file.stat().st_mode & 0o777 == 0o060


def test_links_that_lead_in_a_circle_are_told_and_stay(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")
    with pytest.raises(CannotWrite, match="one could not be written"):
        write_bytes(tmp_path / "one", NEW)
    assert {path.name for path in tmp_path.iterdir() if path.is_symlink()} == {"one", "other"}


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOENT, errno.EACCES])
def test_a_share_that_replaces_and_says_it_has_not_is_not_believed(
    file: Path, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = os.replace

    def lying(old: Path, new: Path) -> None:
        honest(old, new)
        raise OSError(error, os.strerror(error))

    monkeypatch.setattr(os, "replace", lying)
    inode = file.stat().st_ino
    write_bytes(file, NEW)
    assert file.read_bytes() == NEW
    assert file.stat().st_ino != inode
    assert list(file.parent.iterdir()) == [file]
