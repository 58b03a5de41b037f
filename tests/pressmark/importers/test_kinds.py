"""What a file is, told by its content first and its name second."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from pressmark.importers.imported import CannotImport, Capture
from pressmark.importers.kinds import Kind, told

HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- from the wire -->\n'


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name in names:
            package.writestr(name, mimetype if name == "mimetype" else "x")
    return buffer.getvalue()


def kind_of(data: bytes, name: str, captured_from: str = "file") -> Kind:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return told(
        data, Capture.of(data, name, media_type="", url="", captured_from=captured_from, now=now)
    ).kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", Kind.PDF),
        (b"junk before\n%PDF-1.4\n", Kind.PDF),
        (b"{\\rtf1\\ansi Hello}", Kind.RTF),
        (zipped("word/document.xml"), Kind.WORD),
        (zipped("xl/workbook.xml"), Kind.WORKBOOK),
        (zipped("META-INF/container.xml", "mimetype"), Kind.EPUB),
        (zipped("datapackage.json", "archive/data.warc.gz"), Kind.WACZ),
        (
            zipped(
                "mimetype",
                "content.xml",
                "META-INF/manifest.xml",
                mimetype="application/vnd.oasis.opendocument.text",
            ),
            Kind.OPEN_DOCUMENT,
        ),
        (zipped("one.txt", "two.html"), Kind.ZIP),
        (b"WARC/1.1\r\nWARC-Type: response\r\n", Kind.WEB_ARCHIVE),
        (b"From: a@b.example\r\nSubject: Hi\r\nMIME-Version: 1.0\r\n\r\nHello", Kind.MAIL),
        (b"From a@b.example Tue Nov 24 09:00:00 2026\r\nFrom: a@b.example\r\n", Kind.MAILBOX),
        (
            b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://g.eu/\r\nMIME-Version: 1.0\r\n",
            Kind.SAVED_PAGE,
        ),
        (HEAD + b'<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n<nitf version="x"><head/>', Kind.NITF),
        (HEAD + b"<NewsML><NewsEnvelope/>", Kind.NEWSML),
        (HEAD + b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', Kind.NEWSML_G2),
        (HEAD + b'<rss version="2.0"><channel>', Kind.FEED),
        (HEAD + b'<feed xmlns="http://www.w3.org/2005/Atom">', Kind.FEED),
        (b'[{"headline": "Quay opens", "text": "The quay is open."}]', Kind.RECORDS),
        (b"<!doctype html><p>The quay is open.", Kind.WEB_PAGE),
        (b"The quay is open.\n\nNobody came.", Kind.TEXT),
    ],
)
def test_a_kind_is_told_by_its_content_under_any_name(data: bytes, kind: Kind) -> None:
    assert kind_of(data, "brief.bin") is kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.md", Kind.MARKDOWN),
        ("a.markdown", Kind.MARKDOWN),
        ("a.txt", Kind.TEXT),
        ("a.csv", Kind.TABLE),
        ("a.tab", Kind.TABLE),
        ("a.xls", Kind.TABLE),
        ("a", Kind.TEXT),
    ],
)
def test_words_alone_are_told_by_their_name(name: str, kind: Kind) -> None:
    assert kind_of(b"Headline,Text\nQuay opens,The quay is open.", name) is kind


@pytest.mark.parametrize("data", [b'{"a": 1}', b"From: me\r\nMIME-Version: 1.0\r\n", b"a,b\n1,2"])
def test_what_was_pasted_is_never_taken_apart(data: bytes) -> None:
    assert kind_of(data, "selection", captured_from="selection") is Kind.TEXT


def test_words_that_were_fetched_as_a_table_are_one() -> None:
    now = datetime(2026, 11, 24, tzinfo=UTC)
    capture = Capture.of(
        b"", "export", media_type="text/csv; charset=utf-8", url="", captured_from="web page", now=now
    )
    assert told(b"Headline,Text\nQuay opens,It is open.", capture).kind is Kind.TABLE


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a.xlsx"),
        (zipped("xl/workbook.bin"), "a.xlsb"),
    ],
)
def test_workbooks_that_cannot_be_read_are_to_be_saved_anew(data: bytes, name: str) -> None:
    with pytest.raises(CannotImport, match=r"save it as \.xlsx"):
        kind_of(data, name)
