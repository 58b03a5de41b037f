"""Briefs in Word, read again. What writes them is not imported here: the documents are made by hand."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from pressmark.importers.imported import CannotImport
from pressmark.importers.word_brief import EditedValue, articles_in, edited

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ARTICLE = '<article xmlns="urn:pressmark:article:1">{}</article>'
VALUES = '<values xmlns="urn:pressmark:brief-values:1">{}</values>'


def package(document: str = "", *items: str) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as target:
        target.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{document}</w:body></w:document>'
        )
        for number, item in enumerate(items, 1):
            target.writestr(f"customXml/item{number}.xml", item)
            target.writestr(f"customXml/itemProps{number}.xml", "<props/>")
    return file.getvalue()


def value(anchor: str, field: str, then: str, tag: str = "") -> str:
    return f'<value tag="{tag or f"{anchor}|{field}"}" anchor="{anchor}" field="{field}">{then}</value>'


def control(tag: str, content: str, properties: str = "") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def row(*controls: str) -> str:
    cells = "".join(f"<w:tc><w:p>{found}</w:p></w:tc>" for found in controls)
    return f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"


def test_articles_come_back_as_they_are_in_their_order() -> None:
    articles = [ARTICLE.format(f"<p>{number} &amp; more</p>") for number in range(12)]
    data = package("", *articles, VALUES.format(""), "<other/>")
    assert articles_in(data) == tuple(article.encode() for article in articles)


def test_a_document_of_others_holds_no_articles_and_no_edits() -> None:
    assert articles_in(package("", '<b:Sources xmlns:b="urn:x"/>')) == ()
    assert edited(package(control("p1|due", run("May")))) == []


def test_what_was_edited_is_found_and_nothing_else() -> None:
    document = row(
        control("p1|due", run("31 May")), control("p1|amount", run("EUR 4")), control("other", run("x"))
    )
    values = VALUES.format(value("p1", "due", "31 March") + value("p1", "amount", "EUR 4"))
    assert edited(package(document, values)) == [EditedValue("p1", "due", "31 May", "31 March")]


@pytest.mark.parametrize(
    ("content", "now"),
    [
        (run("31 ") + run("May"), "31 May"),
        (f"<w:del><w:r><w:delText>31 March</w:delText></w:r></w:del><w:ins>{run('April')}</w:ins>", "April"),
        (f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>", "here"),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (
            f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{run('one')}</w:p><w:p>{run('two')}</w:p>",
            "one\ntwo",
        ),
        (f"<w:hyperlink>{run('linked')}</w:hyperlink>", "linked"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(content: str, now: str) -> None:
    data = package(row(control("p1|due", content)), VALUES.format(value("p1", "due", "31 March")))
    assert [found.now for found in edited(data)] == [now]


def test_the_words_that_word_shows_in_an_emptied_control_are_no_value() -> None:
    shown = control("p1|due", run("Click or tap here to enter text."), "<w:showingPlcHdr/>")
    data = package(row(shown), VALUES.format(value("p1", "due", "31 March")))
    assert edited(data) == [EditedValue("p1", "due", "", "31 March")]


@pytest.mark.parametrize("now", ["31\u00a0March ", "31\u2028March", " 31 March"])
def test_white_space_is_no_edit(now: str) -> None:
    data = package(row(control("p1|due", run(now))), VALUES.format(value("p1", "due", "31 March")))
    assert edited(data) == []


def test_a_control_without_its_tag_is_known_by_its_title() -> None:
    titled = control("", run("May"), '<w:alias w:val="p1 due"/>').replace('<w:tag w:val=""/>', "")
    data = package(row(titled), VALUES.format(value("p1", "due", "March", tag="p1|#1")))
    assert edited(data) == [EditedValue("p1", "due", "May", "March")]


def test_a_value_in_two_places_may_be_edited_in_either() -> None:
    values = VALUES.format(value("p1", "due", "March") + value("p1", "due", "by March 2027"))
    document = row(control("p1|due", run("March"))) + row(control("p1|due", run("by May 2027")))
    assert edited(package(document, values)) == [EditedValue("p1", "due", "by May 2027", "by March 2027")]


def test_of_two_rows_one_may_be_taken_out() -> None:
    values = VALUES.format(value("p1", "due", "March") + value("p1", "due", "by March 2027"))
    assert edited(package(row(control("p1|due", run("by March 2027"))), values)) == []


def test_a_copied_row_is_compared_with_its_original() -> None:
    values = VALUES.format(value("p1", "due", "March"))
    document = row(control("p1|due", run("March"))) + row(control("p1|due", run("May")))
    assert edited(package(document, values)) == [EditedValue("p1", "due", "May", "March")]


def test_a_row_that_was_taken_out_tells_nothing() -> None:
    assert edited(package("", VALUES.format(value("p1", "due", "March")))) == []


@pytest.mark.parametrize("read", [articles_in, edited])
@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no package", "damaged"),
        (package("", "<broken"), "damaged"),
        (package("", ARTICLE.format(""))[:200], "damaged"),
        (package("", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "document type"),
        (package("", ARTICLE.format(" " * 40_000_000)), "unpacks to more"),
    ],
)
def test_hostile_and_broken_documents_are_refused(read: object, data: bytes, why: str) -> None:
    assert callable(read)
    with pytest.raises(CannotImport, match=f"^brief.docx .*{why}"):
        read(data, "brief.docx")
