import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressmark.loading import CannotLoad, files_in, is_ours, load, load_address, load_bytes
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told

NOW = datetime(2026, 11, 14, 9, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", ["story.pressmark", "STORY.PRESSMARK", "story.xml", "story"])
def test_an_article_of_ours_is_opened_whatever_its_ending(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(to_xml(told()))
    loaded = load(path, NOW)
    assert (loaded.path, loaded.original, loaded.warnings, loaded.read_only) == (path, None, (), False)
    assert loaded.doc.markup == told().markup


def test_any_other_file_is_imported_with_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("The ferry sails on Monday, the minister said.\n")
    loaded = load(path, NOW)
    assert loaded.path is None
    assert loaded.original == path.read_bytes()
    assert loaded.doc.article.text == "The ferry sails on Monday, the minister said."
    assert loaded.doc.source.captured_at == "2026-11-14T09:12:00+00:00"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotLoad, match="pipe is no ordinary file"):
        load(tmp_path / "pipe", NOW)


def test_what_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.pressmark").write_bytes(b"<pressmark")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "huge.txt").touch()
    os.truncate(tmp_path / "huge.txt", 60_000_000)
    (tmp_path / "folder").mkdir()
    for name in ("broken.pressmark", "empty.txt", "huge.txt", "folder", "missing.txt"):
        with pytest.raises(CannotLoad, match=name):
            load(tmp_path / name, NOW)


def test_dropped_bytes_are_imported() -> None:
    loaded = load_bytes(b"A ferry.", "drop", NOW, media_type="text/plain", captured_from="selection")
    assert loaded.doc.source.captured_from == "selection"
    with pytest.raises(CannotLoad, match="drop"):
        load_bytes(b"", "drop", NOW)


def test_an_address_that_is_none_is_refused() -> None:
    (found,) = load_address("file:///etc/passwd", NOW)
    assert isinstance(found, CannotLoad)


def test_the_files_of_a_folder_come_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b", "a", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "c").mkdir()
    assert [path.name for path in files_in(tmp_path)] == ["a", "b"]
    with pytest.raises(CannotLoad, match="missing"):
        files_in(tmp_path / "missing")


def test_ours_is_known_by_its_namespace_near_the_beginning(tmp_path: Path) -> None:
    path = tmp_path / "x.xml"
    path.write_bytes(b" " * 5000 + b"urn:pressmark:article:1")
    assert not is_ours(path)
