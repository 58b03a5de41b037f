"""An index that is damaged, taken away, of another version, or in others' hands."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.storage import index_file
from pressmark.storage.index import Index, IndexLost
from tests.pressmark.storage.indexed import doc_of, files, write


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    for number in range(30):
        pledge = Annotation("p1", "pledge", (Span(0, 4), Span(9, 12)), {"topic": "fleet"})
        doc = doc_of([f"Ship {number}", "sails " * 50], annotations=[pledge])
        write(tmp_path / "d", f"n{number:02}", doc)
    return tmp_path / "d"


@pytest.fixture
def cache(dossier: Path, tmp_path: Path) -> Path:
    """With an index that was made and closed."""
    with Index(dossier, tmp_path / "cache") as index:
        index.refresh()
    return tmp_path / "cache"


def the_file(cache: Path) -> Path:
    (file,) = cache.glob("*.sqlite")
    return file


def overwrite(file: Path) -> None:
    file.write_bytes(b"no database at all " * 500)


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def garble(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 64] = bytes(64)
    file.write_bytes(bytes(data))


def empty(file: Path) -> None:
    file.write_bytes(b"")


def of_another_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA user_version = 99")


def of_another_folder(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE made SET folder = 'elsewhere'")


def without_a_table(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DROP TABLE said")


def with_a_damaged_text(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE body SET text = x'00' WHERE article = 3")


def without_a_text(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("DELETE FROM body WHERE article = 3")


DAMAGES = (
    with_a_damaged_text,
    without_a_text,
    overwrite,
    cut,
    garble,
    empty,
    Path.unlink,
    of_another_version,
    of_another_folder,
    without_a_table,
)


def asked(index: Index) -> set[str]:
    """As whoever uses an index asks."""
    try:
        return files(index, "sails topic:fleet")
    except IndexLost:
        index.refresh()
        return files(index, "sails topic:fleet")


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_made_anew(damage: Callable[[Path], None], cache: Path, dossier: Path) -> None:
    damage(the_file(cache))
    with Index(dossier, cache) as index:
        try:
            index.refresh()
        except IndexLost:
            index.refresh()
        assert len(asked(index)) == 30
        assert len(index.rows()) == 30
    assert len(list(cache.iterdir())) == 1


@pytest.mark.parametrize("damage", [overwrite, Path.unlink])
def test_an_index_that_is_lost_while_it_is_used_is_made_anew(
    damage: Callable[[Path], None], cache: Path, dossier: Path
) -> None:
    with Index(dossier, cache) as index:
        damage(the_file(cache))
        write(dossier, "n00", doc_of(["Raft"]))
        try:
            index.refresh()
        except IndexLost:
            index.refresh()
        assert files(index, "raft") == {"n00"}
        assert len(asked(index)) == 29


def test_a_cache_that_cannot_be_written_to_is_done_without(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, no folder")
    with Index(dossier, tmp_path / "cache") as index:
        index.refresh()
        assert len(asked(index)) == 30
    assert (tmp_path / "cache").read_text() == "a file, no folder"


def test_an_index_that_another_process_holds_for_long_is_done_without(
    cache: Path, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_file, "_PATIENCE", 0.05)
    write(dossier, "n00", doc_of(["Raft"]))
    with closing(sqlite3.connect(the_file(cache), isolation_level=None)) as other:
        with Index(dossier, cache) as index:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(IndexLost):
                index.refresh()
            index.refresh()
            assert files(index, "raft") == {"n00"}
        other.execute("ROLLBACK")
        assert other.execute("SELECT count(*) FROM article").fetchone() == (30,)


def test_two_processes_refresh_the_same_index_at_the_same_time(dossier: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from pressmark.storage.index import Index\n"
        "with Index(Path(sys.argv[1]), Path(sys.argv[2])) as index:\n"
        "    index.refresh(); print(len(index.rows()))"
    )
    command = [sys.executable, "-c", script, str(dossier), str(tmp_path / "cache")]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [one.communicate(timeout=60)[0] for one in both] == ["30\n", "30\n"]
    with Index(dossier, tmp_path / "cache") as index:
        assert not index.refresh().changed
        assert len(asked(index)) == 30
    with closing(sqlite3.connect(the_file(tmp_path / "cache"))) as database:
        database.execute("INSERT INTO fulltext (fulltext) VALUES ('integrity-check')")
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_one_thread_searches_while_another_refreshes(dossier: Path, tmp_path: Path) -> None:
    for number in range(30, 300):
        write(dossier, f"n{number}", doc_of([f"Ship {number}", "sails"]))
    counts: list[int] = []
    with Index(dossier, tmp_path / "cache") as index:
        writer = threading.Thread(target=index.refresh)
        writer.start()
        while writer.is_alive():
            counts.append(len(files(index, "ship sails")))
        writer.join()
        counts.append(len(files(index, "ship sails")))
    assert counts == sorted(counts)
    assert counts[-1] == 300
    assert set(counts) <= {0, 100, 200, 300}


def test_a_folder_has_an_index_of_its_own(cache: Path, tmp_path: Path) -> None:
    write(tmp_path / "e", "one", doc_of(["Train"]))
    with Index(tmp_path / "e", cache) as index:
        index.refresh()
        assert files(index, "train") == {"one"}
        assert files(index, "ship") == set()
    assert len(list(cache.glob("*.sqlite"))) == 2


def test_who_is_still_at_an_index_that_is_closed_may_finish(dossier: Path, tmp_path: Path) -> None:
    index = Index(dossier, tmp_path / "cache")
    index.refresh()
    index.close()
    assert len(index.rows()) == 30
    index.close()
    assert [one.suffix for one in (tmp_path / "cache").iterdir()] == [".sqlite"]  # nobody has it open


def test_a_refresh_that_is_killed_leaves_an_index_that_goes_on(dossier: Path, tmp_path: Path) -> None:
    for number in range(30, 250):
        write(dossier, f"n{number}", doc_of([f"Ship {number}", "sails"]))
    script = (
        "import os, sys; from pathlib import Path; from pressmark.storage.index import Index\n"
        "tick = lambda done, of: os.kill(os.getpid(), 9) if done == 150 else None\n"
        "Index(Path(sys.argv[1]), Path(sys.argv[2])).refresh(tick)"
    )
    command = [sys.executable, "-c", script, str(dossier), str(tmp_path / "cache")]
    assert subprocess.run(command, check=False, timeout=60).returncode == -9
    with Index(dossier, tmp_path / "cache") as index:
        assert len(index.rows()) == 100
        assert index.refresh().read == 150
        assert len(files(index, "ship")) == 250


def test_nobody_else_may_read_what_is_indexed(cache: Path) -> None:
    assert cache.stat().st_mode & 0o077 == 0
