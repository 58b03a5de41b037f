"""EPUB: a paper yields its articles, a book its one text; what is around them is told."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.importers.reading import CannotImport, Imported

SAMPLES = Path(__file__).with_name("samples")
LONG = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay. " * 8
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
STATED = "<dc:title>The Bay Weekly</dc:title><dc:date>2026-11-20</dc:date><dc:language>en</dc:language>"


def book(
    documents: Mapping[str, str],
    stated: str = STATED,
    guide: str = "",
    properties: Mapping[str, str] | None = None,
    around: Mapping[str, str] | None = None,
) -> bytes:
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml" '
        f'properties="{(properties or {}).get(name, "")}"/>'
        for at, name in enumerate(documents)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(documents)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"{stated}</metadata><manifest>{items}</manifest><spine>{spine}</spine><guide>{guide}</guide></package>"
    )
    file = BytesIO()
    with ZipFile(file, "w") as zipped:
        zipped.writestr("mimetype", "application/epub+zip")
        zipped.writestr("META-INF/container.xml", CONTAINER)
        zipped.writestr("OEBPS/content.opf", package)
        for name, part in {
            **{f"OEBPS/{one}": text for one, text in documents.items()},
            **(around or {}),
        }.items():
            zipped.writestr(name, part)
    return file.getvalue()


def page(heading: str, inside: str = f"<p>{LONG}</p>", body: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body {body}><h1>{heading}</h1>'
        f"{inside}</body></html>"
    )


PAPER = {
    "cover.xhtml": page("The Bay Weekly", "<p>20 November</p>", 'epub:type="cover"'),
    "nav.xhtml": page("Contents", '<nav><ol><li><a href="a.xhtml">Ferry</a></li></ol></nav>'),
    "politics.xhtml": page("Politics", ""),
    "a.xhtml": page("Ferry line agreed", f"<p>By Jane Doe</p><p>{LONG}</p>"),
    "a2.xhtml": f"<html><body><p>And it goes on. {LONG}</p></body></html>",
    "b.xhtml": page("Quay to open", f"<p>{LONG}</p><table><tr><td>Town</td><td>Share</td></tr></table>"),
}


def headlines(found: Sequence[Imported | CannotImport]) -> list[str]:
    return [one.source.headline for one in found if isinstance(one, Imported)]


def test_a_paper_yields_each_of_its_articles(take_all, shown):
    ferry, quay = take_all(book(PAPER, properties={"nav.xhtml": "nav"}), "bay.epub")
    assert shown(ferry) == [
        "heading1: Ferry line agreed",
        "paragraph: By Jane Doe",
        f"paragraph: {LONG.strip()}",
        f"paragraph: And it goes on. {LONG.strip()}",
    ]
    assert shown(quay)[-1] == "paragraph: Town\tShare"
    source = ferry.source
    assert (source.headline, source.outlet, source.author) == (
        "Ferry line agreed",
        "The Bay Weekly",
        "Jane Doe",
    )
    assert (source.published, source.language) == ("2026-11-20", "en")
    assert set(source.guessed) == {"headline", "outlet", "author"}


def test_what_was_left_out_is_told_once(take_all):
    ferry, quay = take_all(book(PAPER, properties={"nav.xhtml": "nav"}), "bay.epub")
    assert ferry.warnings == (
        "Left out of bay.epub, because hardly any text is there: “The Bay Weekly”, “Contents”, “Politics”",
    )
    assert quay.warnings == ()


def test_each_article_keeps_its_own_bytes_as_the_original(take_all):
    ferry, quay = take_all(book(PAPER), "bay.epub")
    assert ferry.original == (PAPER["a.xhtml"] + PAPER["a2.xhtml"]).encode()
    assert quay.original == PAPER["b.xhtml"].encode()
    assert ferry.source.original_sha256 != quay.source.original_sha256


def test_a_book_with_one_text_is_one_article_as_the_package_states_it(take_all):
    stated = f"{STATED}<dc:creator>Jane Doe</dc:creator><dc:publisher>Bay Press</dc:publisher>"
    data = book({"one.xhtml": page("One"), "two.xhtml": "<html><body><p>More.</p></body></html>"}, stated)
    (only,) = take_all(data, "bay.epub")
    source = only.source
    assert (source.headline, source.outlet, source.author) == ("The Bay Weekly", "Bay Press", "Jane Doe")
    assert (source.published, source.guessed, only.original) == ("2026-11-20", (), data)
    assert only.article.text == f"One\n{LONG.strip()}\nMore."


def test_a_book_of_libreoffice_is_read_with_its_notes(take):
    lines = take((SAMPLES / "ferry.epub").read_bytes(), "ferry.epub").article.text.split("\n")
    assert "Town\tShare" in lines
    assert lines[-2:] == ["[1] See the minutes.", "[i] At the end."]
    assert any("million[1] towards a new ferry" in line for line in lines)


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ('<p>Deal<a epub:type="noteref" href="#n">2</a> now.</p><aside epub:type="footnote" id="n">'
         "<p>A note.</p></aside><p>End.</p>", "Deal[2] now.\nEnd.\n[2] A note."),
        ('<p>Deal<a class="footnote-ref" id="r" href="#n"><sup>1</sup></a>.</p><ol><li id="n"><p>Note. '
         '<a href="#r">↩</a></p></li></ol>', "Deal[1].\n[1] Note."),
        ('<p>Deal<a id="x"/> now <script/>then&nbsp;&mdash; so</p>', "Deal now then\u00a0— so"),
        ('<div class="calibre_navbar">| Next |</div><p>Deal.</p>', "Deal."),
        ("<p>Two<br/>lines</p><p style='display:none'>never</p>", "Two\nlines"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(take, inside, read):
    assert take(book({"one.xhtml": page("One", inside)}), "a.epub").article.text == f"One\n{read}"


def test_the_address_that_calibre_leaves_is_the_articles(take_all):
    left = (
        '<p>This article was downloaded by <strong>calibre</strong> from <a rel="calibre-downloaded-from" '
        'href="https://bay.example/ferry">https://bay.example/ferry</a></p>'
    )
    (only,) = take_all(book({"a.xhtml": page("Ferry", f"<p>{LONG}</p>{left}")}), "a.epub")
    assert only.source.url == "https://bay.example/ferry"
    assert only.struck == (2,)


def test_covers_and_contents_are_told_by_guide_by_type_and_by_their_links(take_all):
    links = "".join(f'<p><a href="a.xhtml#{at}">A headline, linked, {at}</a></p>' for at in range(40))
    titled = page("C", body='role="doc-cover" epub:type="titlepage"')
    documents = {f"{name}.xhtml": page(name) for name in "ABF"} | {
        "L.xhtml": page("L", links),
        "C.xhtml": titled,
    }
    found = take_all(book(documents, guide='<reference type="Cover" href="F.xhtml"/>'), "a.epub")
    assert headlines(found) == ["A", "B"]
    assert found[0].warnings[0].endswith("“F”, “L”, “C”")


def locked(uri: str, algorithm: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
        f'<enc:EncryptionMethod Algorithm="{algorithm}"/><enc:CipherData><enc:CipherReference URI="{uri}"/>'
        "</enc:CipherData></enc:EncryptedData></encryption>"
    }


def test_a_book_that_is_locked_says_so(take_all):
    around = locked("OEBPS/a.xhtml", "http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    (refusal,) = take_all(book({"a.xhtml": page("A")}, around=around), "a.epub")
    assert str(refusal).startswith("a.epub is protected against copying (DRM)")


def test_fonts_may_be_locked(take):
    around = locked("OEBPS/font.otf", "http://www.idpf.org/2008/embedding")
    assert take(book({"a.xhtml": page("A")}, around=around), "a.epub").article.text.startswith("A\n")


def test_a_damaged_part_costs_that_part(take_all):
    found = take_all(book({**PAPER, "b.xhtml": "\0\1\2\3" * 400, "c.xhtml": page("Pier")}), "a.epub")
    assert headlines(found) == ["Ferry line agreed", "Pier"]
    assert "OEBPS/b.xhtml” could not be read" in found[0].warnings[-1]


@pytest.mark.parametrize(
    "data",
    [
        book({}),
        book({"a.xhtml": page("")[:40]}),
        book({"a.xhtml": page("A")}).replace(b"rootfile", b"leaffile"),
        (SAMPLES / "ferry.epub").read_bytes()[:-200],
    ],
)
def test_a_book_without_text_or_end_is_refused(take, data):
    with pytest.raises(CannotImport, match=r"^a\.epub "):
        take(data, "a.epub")


def test_a_package_that_declares_entities_is_refused(take):
    stated = "<dc:title>&e;</dc:title>"
    data = book({"a.xhtml": page("A")}, stated)
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, b'<!DOCTYPE p [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + part
                         if name.endswith("opf") else part)  # fmt: skip
    with pytest.raises(CannotImport, match=r"^a\.epub declares a document type"):
        take(file.getvalue(), "a.epub")
