from datetime import UTC, datetime
from pathlib import Path

import pytest

import resources
from desktop.exporting import CannotExport, export
from pressmark.annotated_article import AnnotatedArticle
from pressmark.dossier import Dossier
from pressmark.storage.articles import open_article

NOW = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)
SUFFIXES = (".docx", ".pdf", ".html", ".md", ".xlsx", ".csv")


class Stopped(Exception):
    """The analyst has pressed Cancel."""


@pytest.fixture(scope="module")
def docs() -> list[AnnotatedArticle]:
    return [open_article(path).doc for path in Dossier(resources.path("sample")).articles()]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_articles_are_the_same_bytes_at_the_same_time(
    suffix: str, docs: list[AnnotatedArticle], tmp_path: Path
) -> None:
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    for path in (first, second):
        export(docs, path, now=NOW)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(
    suffix: str, docs: list[AnnotatedArticle], tmp_path: Path
) -> None:
    def tick(done: float) -> None:
        if done > 0.3:
            raise Stopped

    path = tmp_path / f"brief{suffix}"
    path.write_text("the old brief")
    with pytest.raises(Stopped):
        export(docs, path, now=NOW, tick=tick)
    assert path.read_text() == "the old brief"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("brief.odt", r"“brief.odt” must end in one of .docx"),
        ("none/brief.pdf", "the folder .*none does not exist: choose another"),
        ("a-file/brief.pdf", "a-file is no folder: choose another"),
        ("folder.pdf", "is a folder: choose a file name"),
        ("protected.pdf", "is write-protected: save under another name"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_sentence(
    name: str, why: str, docs: list[AnnotatedArticle], tmp_path: Path
) -> None:
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "a-file").touch()
    (tmp_path / "protected.pdf").touch(mode=0o444)
    with pytest.raises(CannotExport, match=why):
        export(docs, tmp_path / name, now=NOW)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_full_disk_is_said_and_the_old_file_stays(
    suffix: str, docs: list[AnnotatedArticle], tmp_path: Path
) -> None:
    resource = pytest.importorskip("resource", reason="only Unix limits how large a file may grow")
    signal = pytest.importorskip("signal")
    path = tmp_path / f"brief{suffix}"
    path.write_text("the old brief")
    export(docs, tmp_path / f"warm{suffix}", now=NOW)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, before[1]))
    try:
        with pytest.raises(CannotExport, match=r"could not be written .* free some space"):
            export(docs, path, now=NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_text() == "the old brief"
    assert {one.name for one in tmp_path.iterdir()} == {path.name, f"warm{suffix}"}
