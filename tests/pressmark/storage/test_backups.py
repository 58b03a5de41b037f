"""Earlier versions: kept whole, in order, found again, whatever else happens."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pressmark.storage.articles import open_article
from pressmark.storage.backups import Backups
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.write_xml import to_xml
from tests.pressmark.story import told

NOW = datetime(2026, 11, 14, 12, tzinfo=UTC)
KEY = "/home/ana/Überfahrt: 2?.pressmark"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups")


def test_a_version_is_a_file_that_opens(backups: Backups) -> None:
    path = backups.keep(KEY, to_xml(told()), "before-merge")
    assert open_article(path).doc.markup.keys() == told().markup.keys()
    (one,) = backups.all_of(KEY)
    assert (one.path, one.number, one.why) == (path, 1, "before-merge")
    assert abs(one.when - datetime.now(UTC)) < timedelta(minutes=1)
    assert backups.newest_of_all() == [(KEY, one)]
    assert backups.count(path) == len(told().markup)
    path.write_bytes(to_xml(told())[:-20])
    assert backups.count(path) is None
    path.unlink()
    assert backups.count(path) is None


def test_the_newest_comes_first_and_the_same_again_is_kept_once(backups: Backups) -> None:
    for data in (b"one", b"two", b"two", b"one"):
        backups.keep(KEY, data)
    assert [one.path.read_bytes() for one in backups.all_of(KEY)] == [b"one", b"two", b"one"]
    assert [one.number for one in backups.all_of(KEY)] == [3, 2, 1]


def test_the_same_content_is_kept_again_only_for_another_reason(backups: Backups) -> None:
    for why in ("", "before-merge", "before-merge", ""):
        backups.keep(KEY, b"one", why)
    assert [one.why for one in backups.all_of(KEY)] == ["before-merge", ""]


def test_articles_of_one_name_in_two_folders_are_apart(backups: Backups) -> None:
    backups.keep("/a/story.pressmark", b"a")
    backups.keep("/b/story.pressmark", b"b")
    assert [one.path.read_bytes() for one in backups.all_of("/b/story.pressmark")] == [b"b"]


def test_whatever_else_lies_there_is_left_alone(backups: Backups) -> None:
    folder = backups.keep(KEY, b"one").parent
    for name in ("notes.txt", "000009-20269999T999999Z.pressmark", ".000002.tmp"):
        (folder / name).write_text("mine")
    assert len(backups.all_of(KEY)) == 1
    backups.thin(KEY, NOW + timedelta(days=4000))
    assert {one.name for one in folder.iterdir()} >= {"notes.txt", "of.txt", ".000002.tmp"}


def test_nothing_kept_means_nothing_there(backups: Backups) -> None:
    assert (backups.all_of(KEY), backups.newest_of_all()) == ([], [])


def test_a_full_disk_leaves_no_half_version(backups: Backups) -> None:
    limits = pytest.importorskip("resource")
    folder = backups.keep(KEY, b"one").parent
    soft, hard = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OSError, match="could not be written"):
            backups.keep(KEY, b"two" * 1000)
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, (soft, hard))
    assert [one.path.read_bytes() for one in backups.all_of(KEY)] == [b"one"]
    assert len(list(folder.iterdir())) == 2, "the version, and whose it is"


def test_what_is_in_the_way_of_the_folder_is_said_and_left(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file")
    with pytest.raises(OSError, match="backups"):
        Backups(tmp_path / "backups").keep(KEY, b"one")
    assert (tmp_path / "backups").read_text() == "a file"


def test_versions_kept_from_several_threads_all_have_their_number(backups: Backups) -> None:
    with ThreadPoolExecutor(8) as pool:
        paths = list(pool.map(lambda number: backups.keep(KEY, b"%d" % number), range(40)))
    assert len(set(paths)) == 40
    assert [one.number for one in backups.all_of(KEY)] == list(range(40, 0, -1))


def test_a_file_name_that_is_no_text_and_one_that_is_reserved(backups: Backups) -> None:
    for key in ("/a/\udcff.pressmark", "unsaved-0a1b", "/a/con.pressmark", f"/a/{'ü' * 90}.pressmark"):
        path = backups.keep(key, b"one")
        assert (key, path) in [(name, newest.path) for name, newest in backups.newest_of_all()]
        assert not set('<>:"/\\|?*') & set(path.parent.name + path.name)


def test_folders_of_others_and_damaged_ones_are_no_articles(backups: Backups, tmp_path: Path) -> None:
    folder = backups.keep(KEY, b"one").parent
    copied = folder.with_name("a copy of it")
    copied.mkdir()
    for file in folder.iterdir():
        (copied / file.name).write_bytes(file.read_bytes())
    (folder.with_name("empty")).mkdir()
    (folder.with_name("a file")).write_text("mine")
    (folder / "of.txt").write_bytes(b"\xff\xfe")
    assert backups.newest_of_all() == []
    backups.keep(KEY, b"two")
    assert [key for key, _ in backups.newest_of_all()] == [KEY], "the next version says again whose they are"


def test_a_damaged_version_says_so(backups: Backups) -> None:
    backups.keep(KEY, to_xml(told()))
    backups.keep(KEY, to_xml(told())[:500])
    damaged, whole = (backups.read(one.path) for one in backups.all_of(KEY))
    assert isinstance(damaged, CannotRead)
    assert "damaged" in str(damaged)
    assert not isinstance(whole, CannotRead)
    assert whole.headline == told().headline


def test_thinning_spares_what_is_protected_and_what_is_new(backups: Backups) -> None:
    for number in range(40):
        backups.keep(KEY, b"%d" % number)
    known = backups.all_of(KEY)
    protected = [known[30].path]
    backups.thin(KEY, known[0].when - timedelta(days=1), protected)
    assert len(backups.all_of(KEY)) == 40, "by such a clock they are of tomorrow"
    backups.thin(KEY, known[0].when + timedelta(days=90), protected)
    left = [one.number for one in backups.all_of(KEY)]
    assert left == [*range(40, 30, -1), known[30].number, 1]
