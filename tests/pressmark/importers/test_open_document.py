"""OpenDocument texts: as made by LibreOffice, and each thing that may be in one by itself."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pressmark.importers.reading import CannotImport

SAMPLES = Path(__file__).with_name("samples")
NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
}
XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
FERRY = [
    "heading1: Harbour towns pledge £40m",
    "paragraph: By Jane Doe, Political Editor",
    "paragraph: Four harbour towns agreed on Saturday to pay £40\u00a0million[1] towards a new ferry line. "
    "“Żółć”, 港 😀.",
    "heading2: What they promised",
    "list-item: a quay",
    "list-item: a pier[2]",
    "quotation: It is done, said the mayor.",
    "paragraph: It is where the ferry lands.",
    "caption: The quay at noon",
    "paragraph: Town\tShare",
    "paragraph: Northmouth\t£22m",
    "paragraph: One\ttwo   three",
    "paragraph: four",
    "list-item: [1] See the minutes.",
    "list-item: [2] At the end.",
]


def made(body: str, looks: str = "", before: str = "", **parts: str) -> bytes:
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content {XMLNS}><office:automatic-styles>{looks}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", parts.pop("manifest", "<manifest/>"))
        package.writestr("content.xml", content)
        for name, part in parts.items():
            package.writestr(f"{name}.xml", part)
    return file.getvalue()


def test_a_document_of_libreoffice_is_read_as_it_looks(take, shown):
    imported = take((SAMPLES / "ferry.odt").read_bytes(), "ferry.odt")
    assert shown(imported) == FERRY
    source = imported.source
    assert (source.headline, source.author, source.language) == (FERRY[0][10:], "Jane Doe", "en-GB")
    assert source.published == "2026-11-20"
    assert source.guessed == ("headline", "author", "published")


def test_changes_are_taken_as_accepted_and_that_is_told(take):
    imported = take((SAMPLES / "ferry.odt").read_bytes(), "ferry.odt")
    assert imported.warnings == (
        "ferry.odt holds tracked changes: it shows the text as if all changes were accepted",
    )
    assert "never ever" not in imported.article.text
    assert "Saturday" in imported.article.text


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<text:p>One\n  two<text:s/><text:s text:c='3'/>three</text:p>", "One two    three"),
        ("<text:p>One<text:line-break/>two<text:tab/>three</text:p>", "One\ntwo\tthree"),
        ("<text:p>One <text:span>t</text:span>wo <text:a>three</text:a></text:p>", "One two three"),
        ("<text:p>One<text:ruby><text:ruby-base> two</text:ruby-base>"
         "<text:ruby-text>never</text:ruby-text></text:ruby></text:p>", "One two"),
        ("<text:p>One<office:annotation><text:p>never</text:p></office:annotation> two</text:p>", "One two"),
        ("<text:p>One<text:hidden-text text:is-hidden='true'>never</text:hidden-text></text:p>", "One"),
        ("<text:p>One<text:hidden-text text:is-hidden='false'> two</text:hidden-text></text:p>", "One two"),
        ("<text:p>One</text:p><text:p>never<text:hidden-paragraph text:is-hidden='true'/></text:p>", "One"),
        ("<text:section text:display='none'><text:p>no</text:p></text:section><text:p>One</text:p>", "One"),
        ("<text:section><text:p>One</text:p></text:section>", "One"),
        ("<text:p>One<draw:frame><svg:title>never</svg:title><draw:text-box><text:p>Two</text:p>"
         "</draw:text-box></draw:frame> and</text:p>", "One and\nTwo"),
        ("<text:p>One<!-- never --><?never?> two</text:p>", "One two"),
        ("<text:p>😀 e\u0301</text:p>", "😀 é"),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(take, body, read):
    assert take(made(body), "a.odt").article.text == read


def test_kinds_are_told_by_styles_and_by_those_that_these_take_after(take, shown):
    styles = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}"/>'
        for name, parent in (("P1", "Quotations"), ("P2", "P3"), ("P3", "Heading_20_3"), ("P4", "P4"))
    )
    styles += (
        '<style:style style:name="P5" style:family="paragraph" style:default-outline-level="4"/>'
        '<style:style style:name="P6" style:family="paragraph"><style:text-properties text:display="none"/>'
        "</style:style>"
    )
    names = ("Title", "P1", "P2", "P4", "P5", "P6", "Illustration", "Standard")
    body = "".join(f'<text:p text:style-name="{name}">In {name}</text:p>' for name in names)
    assert shown(take(made(body, styles), "a.odt")) == [
        "heading1: In Title",
        "quotation: In P1",
        "heading3: In P2",
        "paragraph: In P4",
        "heading4: In P5",
        "caption: In Illustration",
        "paragraph: In Standard",
    ]


def cell(*paragraphs: str) -> str:
    inside = "".join(f"<text:p>{one}</text:p>" for one in paragraphs)
    return f"<table:table-cell>{inside}</table:table-cell>"


def test_rows_are_lines_but_for_those_with_several_paragraphs_in_a_cell(take, shown):
    rows = (
        cell("Town") + "<table:covered-table-cell/>" + cell() + cell("Share"),
        cell("One", "Two") + cell("Three"),
        cell("Alone"),
        cell(),
        cell(f"<draw:frame><draw:text-box><table:table><table:table-row>{cell('x')}{cell('y')}"
             "</table:table-row></table:table></draw:text-box></draw:frame>") + cell("z"),
    )  # fmt: skip
    table = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    assert shown(take(made(f"<table:table>{table}</table:table>"), "a.odt")) == [
        "paragraph: Town\t\tShare",
        "paragraph: One",
        "paragraph: Two",
        "paragraph: Three",
        "paragraph: Alone",
        "paragraph: x y\tz",
    ]


def test_a_list_of_contents_is_shown_struck(take, shown):
    contents = "<text:table-of-content><text:index-body><text:p>1 Deal</text:p></text:index-body>"
    body = (
        f"<text:h text:outline-level='1'>Deal</text:h>{contents}</text:table-of-content><text:p>Done</text:p>"
    )
    imported = take(made(body), "a.odt")
    assert shown(imported) == ["heading1: Deal", "paragraph: 1 Deal", "paragraph: Done"]
    assert imported.struck == (1,)


def test_a_document_behind_a_password_is_told(take):
    with pytest.raises(CannotImport, match=r"^a\.odt is protected by a password"):
        take(made("<text:p>x</text:p>", manifest="<m><manifest:encryption-data/></m>"), "a.odt")


@pytest.mark.parametrize("share", [0.2, 0.6, 0.95])
def test_a_document_that_was_cut_short_is_refused(take, share):
    data = (SAMPLES / "ferry.odt").read_bytes()
    with pytest.raises(CannotImport, match=r"^a\.odt is damaged or cut short"):
        take(data[: int(len(data) * share)], "a.odt")


@pytest.mark.parametrize("body", ["<text:p>", "<table:table-cell/>" * 2, "<text:p>&nowhere;</text:p>", ""])
def test_a_damaged_text_is_refused(take, body):
    with pytest.raises(CannotImport, match=r"^a\.odt "):
        take(made(body), "a.odt")


def test_damaged_properties_and_styles_cost_nothing_else(take):
    data = made("<text:p>One</text:p>", meta="no XML", styles="<unclosed>")
    assert take(data, "a.odt").article.text == "One"


def test_a_document_type_that_declares_is_refused_in_any_part(take):
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(CannotImport, match=r"^a\.odt declares a document type"):
        take(made("<text:p>&e;</text:p>", before=entity), "a.odt")
    with pytest.raises(CannotImport, match=r"^a\.odt declares a document type"):
        take(made("<text:p>One</text:p>", meta=f"{entity}<x>&e;</x>"), "a.odt")


def test_a_package_made_to_exhaust_memory_is_refused(take):
    with pytest.raises(CannotImport, match=r"^a\.odt unpacks to more than a document holds"):
        take(made("<text:p/>" * 700_000), "a.odt")
