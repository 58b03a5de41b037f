import hashlib
from datetime import datetime, timedelta, timezone
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from pressmark.importers.reading import MOST_BYTES, CannotImport, read, too_large


def docx(*paragraphs: str) -> bytes:
    document, file = Document(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(file)
    return file.getvalue()


def zipped(**members: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as package:
        for name, text in members.items():
            package.writestr(name.replace("__", "/"), text)
    return file.getvalue()


def test_the_record_says_where_the_article_comes_from(take):
    data = "Towns agree\n\nThe towns agreed on Saturday to pay."
    source = take(data, "/home/jane/news/ferry.txt").source
    assert source.original_name == "ferry.txt"
    assert source.media_type == "text/plain"
    assert source.original_sha256 == hashlib.sha256(data.encode()).hexdigest()
    assert source.captured_at == "2026-11-16T08:30:15+00:00"
    assert source.captured_from == "file"


def test_the_time_of_capture_is_in_universal_time():
    now = datetime(2026, 11, 16, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert read(b"words", "a.txt", now=now).source.captured_at == "2026-11-15T23:30:00+00:00"


@pytest.mark.parametrize("name", ["C:\\news\\ferry.txt", "../../ferry.txt", "ferry.txt"])
def test_only_the_base_name_is_kept(take, name):
    assert take("words", name).source.original_name == "ferry.txt"


def test_a_name_that_was_not_decodable_can_be_stored(take):
    take("words", "f\udcfcr.txt").source.original_name.encode()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50),
            "an old (.doc) or password-protected Office document",
        ),
        (b"\x7fELF\x02\x01\x01" + bytes(50), "a program"),
        (b"MZ\x90\0\x03" + bytes(50), "a program"),
        (b"\0\0\0\x18ftypmp42", "a film"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (b'<?xml version="1.0"?><memo/>', "an XML file"),
        (b'<?xml version="1.0"?><pressmark xmlns="urn:pressmark:article:1"/>', "open it instead"),
    ],
)
def test_what_is_no_article_is_named_and_refused(take, data, what):
    with pytest.raises(CannotImport, match=r"^brief\.txt ") as refused:
        take(data, "brief.txt")
    assert what in str(refused.value)


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe \0\n\0"])
def test_an_empty_file_is_refused(take, data):
    with pytest.raises(CannotImport, match=r"^empty\.txt is empty"):
        take(data, "empty.txt")


def test_text_of_nothing_but_invisible_characters_is_refused(take):
    with pytest.raises(CannotImport, match=r"a\.txt holds no text"):
        take("\u00a0\u00ad\ufeff\u2028", "a.txt")


def test_a_huge_file_is_refused_before_it_is_read():
    assert too_large(MOST_BYTES) == ""
    assert too_large(100_000_000, "dump.txt").startswith("dump.txt is larger than 50 MB")


def test_a_huge_file_is_refused_before_it_is_parsed(take):
    with pytest.raises(CannotImport, match=r"^dump\.docx is larger than 50 MB"):
        take(b"PK\x03\x04" + bytes(MOST_BYTES), "dump.docx")


def test_content_decides_before_the_name(take):
    imported = take(docx("Harbour towns agree", "They will pay, they said."), "story.txt")
    assert imported.article.text == "Harbour towns agree\nThey will pay, they said."
    assert imported.source.media_type.endswith("wordprocessingml.document")
    assert imported.warnings[0] == (
        "story.txt is a Word document, whatever its name says: it was read as a Word document"
    )


@pytest.mark.parametrize("name", ["story.docx", "story.pdf", "story.html"])
def test_text_under_another_name_is_read_with_a_warning(take, name):
    imported = take("The towns < agreed & paid.\nOn Saturday.", name)
    assert imported.article.text == "The towns < agreed & paid.\nOn Saturday."
    assert imported.warnings[0].startswith(f"{name} is plain text, whatever its name says")


def test_a_name_without_a_kind_needs_no_warning(take):
    assert take("Towns agree\n\nThey will pay, they said, and pay in full.", "README").warnings == ()


def test_a_page_under_the_name_of_a_text_is_read_as_a_page(take):
    imported = take("<!-- saved --><!DOCTYPE html><html><body><h1>Towns agree</h1><p>They pay.</p>", "a.txt")
    assert imported.source.media_type == "text/html"
    assert imported.article.text == "Towns agree\nThey pay."


def test_text_that_speaks_of_tags_stays_text(take):
    assert take("Use <p> for paragraphs.\nAnd <b>.").article.text == "Use <p> for paragraphs.\nAnd <b>."
