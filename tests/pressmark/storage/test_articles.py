"""The files of articles and of what they were imported from."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind, SourceRecord
from pressmark.storage import articles
from pressmark.storage.articles import (
    article_file_name,
    open_article,
    original_file_name,
    original_of,
    safe_file_name,
    save_article,
)
from pressmark.storage.read_xml import CannotRead
from pressmark.storage.safe_write import CannotWrite
from tests.pressmark.story import SOURCE, told


def called(headline: str) -> AnnotatedArticle:
    return AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, "")]), SourceRecord(headline=headline))


def imported(original: bytes) -> AnnotatedArticle:
    source = replace(SOURCE, original_sha256=hashlib.sha256(original).hexdigest())
    return AnnotatedArticle(told().article, source)


def test_a_saved_article_opens_as_it_was_and_its_original_lies_beside_it(tmp_path: Path) -> None:
    doc, path = imported(b"<p>story</p>"), tmp_path / "story.pressmark"
    save_article(doc, path, b"<p>story</p>")
    opened = open_article(path)
    assert (opened.doc.article, opened.doc.source) == (doc.article, doc.source)
    assert original_of(doc, path) == b"<p>story</p>"
    kept = tmp_path / "originals" / f"{doc.source.original_sha256[:12]}-ferry.html"
    assert [*(tmp_path / "originals").iterdir()] == [kept]


def test_an_original_that_is_not_what_it_was_is_none(tmp_path: Path) -> None:
    doc, path = imported(b"one"), tmp_path / "story.pressmark"
    assert original_of(doc, path) is None
    save_article(doc, path, b"another")
    assert original_of(doc, path) is None


def test_an_original_that_is_there_is_not_written_again(tmp_path: Path) -> None:
    doc, path = imported(b"one"), tmp_path / "story.pressmark"
    save_article(doc, path, b"one")
    kept = tmp_path / "originals" / original_file_name(doc)
    before = kept.stat().st_ino
    save_article(doc, path, b"one")
    assert kept.stat().st_ino == before


def test_a_file_in_the_way_of_the_originals_is_named(tmp_path: Path) -> None:
    (tmp_path / "originals").write_text("mine")
    with pytest.raises(CannotWrite, match=r"story\.pressmark is not saved.*originals is no folder"):
        save_article(imported(b"one"), tmp_path / "story.pressmark", b"one")


def test_a_missing_or_too_large_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "story.pressmark"
    with pytest.raises(CannotRead, match=r"story\.pressmark could not be read \(no such file"):
        open_article(path)
    path.write_bytes(b" " * 1001)
    monkeypatch.setattr(articles, "MOST_BYTES", 1000)
    with pytest.raises(CannotRead, match=r"story\.pressmark is larger than"):
        open_article(path)


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Port deal: ministers promise £225m!", "port-deal-ministers-promise-225m"),
        ("  ../../etc/passwd ", "etc-passwd"),
        ("Міністр обіцяє", "міністр-обіцяє"),
        ("😀", "article"),
        ("CON", "con-article"),
        ("x" * 300, "x" * 60),
        ("港" * 100, "港" * 20),
    ],
)
def test_an_article_is_named_after_its_headline(headline: str, name: str) -> None:
    assert article_file_name(called(headline)) == f"{name}.pressmark"


def test_a_taken_name_is_numbered() -> None:
    assert article_file_name(called("A"), {"a.pressmark", "a-2.pressmark"}) == "a-3.pressmark"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("story.html", "story.html"),
        ("..\\..\\evil.exe", "-..-evil.exe"),
        ("/etc/passwd", "-etc-passwd"),
        ('a:b|c?*<>"\x00\n.txt', "a-b-c-------.txt"),
        ("con.txt", "-con.txt"),
        ("CON", "-CON"),
        ("aux.tar.gz", "-aux.tar.gz"),
        ("lpt1 .txt", "-lpt1 .txt"),
        ("console.txt", "console.txt"),
        (" .. ", "file"),
        ("", "file"),
        ("note. ", "note"),
        ("invoice\u202efdp.exe", "invoice-fdp.exe"),
        ("a\ud800.txt", "a-.txt"),
    ],
)
def test_a_safe_name_is_one_that_every_system_takes(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe


@pytest.mark.parametrize(
    "name", ["x" * 500, "港" * 90 + ".html", "😀" * 99, f"a.{'é' * 10}", f"{'x ' * 99}.{'港' * 9}"]
)
def test_a_safe_name_has_at_most_120_bytes(name: str) -> None:
    safe = safe_file_name(name)
    assert len(safe.encode()) <= 120
    assert safe == safe.strip(" .")
