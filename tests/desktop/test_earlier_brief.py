"""What rides in a brief is read again, from Word and from PDF."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.earlier_brief import articles_of, read_brief
from desktop.exporting import export
from pressmark.annotated_article import AnnotatedArticle
from pressmark.compose.anchors import annotations_by_anchor
from pressmark.importers.word_brief import EditedValue
from pressmark.storage.articles import save_article
from pressmark.storage.read_xml import CannotRead
from tests.pressmark.story import told

NOW = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)


def rewritten(path: Path, old: str, new: str) -> None:
    """The Word document with other words in its text, as Word would save them."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)


def exported(path: Path, *docs: AnnotatedArticle) -> Path:
    export(docs, path, now=NOW)
    return path


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_the_articles_come_back_as_they_were(suffix: str, tmp_path: Path) -> None:
    doc = told()
    found = read_brief(exported(tmp_path / f"brief{suffix}", doc))
    assert found is not None
    (again,) = found.articles
    assert again.article == doc.article
    assert dict(again.markup) == dict(doc.markup)
    assert found.edited == []


def test_an_edited_cell_leads_back_to_its_annotation(tmp_path: Path) -> None:
    path = exported(tmp_path / "brief.docx", told(), told())
    rewritten(path, "by March 2027", "by June 2028")
    found = read_brief(path)
    assert found is not None
    places = annotations_by_anchor(found.articles)
    assert [places[one.anchor] for one in found.edited] == [(0, "p1"), (1, "p1")]
    assert found.edited[0] == EditedValue("s1_p1", "due", "by June 2028", "by March 2027")


def test_a_file_of_others_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "theirs.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")
    assert read_brief(path) is None
    with pytest.raises(CannotRead, match=r"theirs\.docx holds no annotated articles"):
        articles_of(path)


@pytest.mark.parametrize("name", ["broken.pdf", "broken.docx"])
def test_what_is_damaged_is_said_with_its_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7 and no more")
    with pytest.raises(CannotRead, match=r"broken\."):
        articles_of(tmp_path / name)


def test_an_article_of_its_own_can_be_compared_with_too(tmp_path: Path) -> None:
    save_article(told(), tmp_path / "a.pressmark")
    assert [dict(one.markup) for one in articles_of(tmp_path / "a.pressmark")] == [dict(told().markup)]
