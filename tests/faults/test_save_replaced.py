"""What lies where the file was is something else by now, or its disk takes no more of it."""

import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import WouldOverwrite, open_article, open_with_fingerprint, save_article
from pressmark.storage.fingerprint import Fingerprint
from pressmark.storage.safe_write import CannotWrite
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import HAND, told

NAME = "0.pressmark"
as_root = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="a device needs root")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    save_article(told(), tmp_path / NAME)
    return tmp_path / NAME


def opened_and_noted(path: Path) -> tuple[AnnotatedArticle, Fingerprint]:
    opened, held = open_with_fingerprint(path)
    opened.doc.apply(changes.set_note(opened.doc, "a1", "noted now", HAND))
    return opened.doc, held


def becomes_a_link_to_other_work(path: Path) -> None:
    other = path.with_name("other")
    path.rename(path.with_name("moved"))
    other.write_bytes(b"another hand's")
    path.symlink_to(other)


def becomes_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def becomes_a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def becomes_empty(path: Path) -> None:
    path.write_bytes(b"")


def becomes_a_full_device(path: Path) -> None:
    path.unlink()
    os.mknod(path, 0o020666, os.makedev(1, 7))  # another /dev/full


def goes(path: Path) -> None:
    path.rename(path.with_name("moved"))


REPLACED = [
    becomes_a_link_to_other_work,
    becomes_a_folder,
    becomes_a_pipe,
    becomes_empty,
    pytest.param(becomes_a_full_device, marks=as_root),
    goes,
]


def seen(folder: Path) -> dict[str, tuple[int, bytes]]:
    """What lies there: kind, mode and contents."""
    return {
        one.name: (one.lstat().st_mode, one.read_bytes() if one.is_file() else b"")
        for one in folder.iterdir()
    }


@pytest.mark.parametrize("replaced", REPLACED)
def test_what_lies_in_the_place_of_the_file_is_not_written_over(
    file: Path, replaced: Callable[[Path], None]
) -> None:
    doc, held = opened_and_noted(file)
    replaced(file)
    before = seen(file.parent)
    with pytest.raises(WouldOverwrite, match=NAME):
        save_article(doc, file, held=held)
    assert seen(file.parent) == before


@pytest.mark.parametrize(
    "replaced", [becomes_a_folder, becomes_a_pipe, pytest.param(becomes_a_full_device, marks=as_root)]
)
def test_nothing_but_a_file_is_written_over_even_when_asked_to(
    file: Path, replaced: Callable[[Path], None]
) -> None:
    doc, _ = opened_and_noted(file)
    replaced(file)
    before = seen(file.parent)
    with pytest.raises(CannotWrite, match=NAME):
        save_article(doc, file)
    assert seen(file.parent) == before


def test_a_file_that_moved_behind_links_is_saved_where_it_is_now(file: Path) -> None:
    doc, held = opened_and_noted(file)
    (file.parent / "far").mkdir()
    moved = file.rename(file.parent / "far" / "moved")
    (file.parent / "between").symlink_to(Path("far") / "moved")
    file.symlink_to("between")
    save_article(doc, file, held=held)
    assert file.readlink() == Path("between")
    assert moved.read_bytes() == to_xml(doc)
    assert not moved.is_symlink()


def test_a_link_to_nothing_yet_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / NAME).symlink_to("later")
    save_article(told(), tmp_path / NAME)
    assert (tmp_path / NAME).is_symlink()
    assert (tmp_path / "later").read_bytes() == to_xml(told())


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o604, 0o666, 0o755])
def test_a_file_keeps_its_mode_whatever_new_files_get(file: Path, mode: int) -> None:
    doc, held = opened_and_noted(file)
    file.chmod(mode)
    save_article(doc, file, held=held)
    assert file.stat().st_mode & 0o7777 == mode
    assert open_article(file).doc.markup["a1"].note == "noted now"


def test_whatever_size_files_may_have_the_file_is_whole_old_or_whole_new(file: Path) -> None:
    old = file.read_bytes()
    doc, _ = opened_and_noted(file)
    new = to_xml(doc)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    came = []
    for size in [*range(0, len(new), 97), len(new) - 1, len(new)]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            save_article(doc, file)
            came.append("saved")
        except CannotWrite as error:
            came.append(str(error))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert file.read_bytes() == (new if came[-1] == "saved" else old)
    assert came[-1] == "saved"
    assert all(said.startswith(NAME) and "too large" in said for said in came[:-1])
    assert list(file.parent.iterdir()) == [file]
