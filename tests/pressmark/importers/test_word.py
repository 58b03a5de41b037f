from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pressmark.importers.reading import CannotImport

W = nsdecls("w")
LONG = (
    "Four harbour towns agreed on Saturday to pay £40\u00a0million towards a new ferry line across the bay."
)


def saved(document: OpenDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """The package with parts replaced or added; `word__document` is word/document.xml."""
    named = {f"{name.replace('__', '/')}.xml": part for name, part in parts.items()}
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, named.pop(name) if name in named else old.read(name))
        for name, part in named.items():
            new.writestr(name, part)
    return file.getvalue()


def body(inner: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{inner}</w:body></w:document>'.encode()


def simple() -> bytes:
    """The least that is a Word document: mammoth takes the main part by its usual name."""
    file = BytesIO()
    with ZipFile(file, "w") as package:
        package.writestr("word/document.xml", body(f"<w:p><w:r><w:t>{LONG}</w:t></w:r></w:p>"))
    return file.getvalue()


def article() -> bytes:
    document = Document()
    document.core_properties.title = "Briefing template"
    document.core_properties.author = "Typist"
    document.add_paragraph("Harbour towns pledge £40m", style="Title")
    document.add_paragraph("By Jane Doe, Political Editor")
    document.add_paragraph(LONG)
    document.add_heading("What they promised", 2)
    for style in ("List Bullet", "List Number", "Quote", "Caption"):
        document.add_paragraph(f"In {style}", style=style)
    table = document.add_table(2, 2)
    for row, cells in enumerate((("Town", "Share"), ("Northmouth", "£22m"))):
        for column, text in enumerate(cells):
            table.rows[row].cells[column].text = text
    return saved(document)


def test_headings_lists_quotations_captions_and_tables_become_blocks(take, shown):
    assert shown(take(article(), "ferry.docx")) == [
        "heading1: Harbour towns pledge £40m",
        "paragraph: By Jane Doe, Political Editor",
        f"paragraph: {LONG}",
        "heading2: What they promised",
        "list-item: In List Bullet",
        "list-item: In List Number",
        "quotation: In Quote",
        "caption: In Caption",
        "paragraph: Town\tShare",
        "paragraph: Northmouth\t£22m",
    ]


def test_what_readers_see_goes_before_the_properties(take):
    imported = take(article(), "ferry.docx")
    assert (imported.source.headline, imported.source.author) == ("Harbour towns pledge £40m", "Jane Doe")
    assert imported.source.guessed == ("headline", "author", "language")
    assert imported.warnings == ()


def test_the_properties_serve_where_the_text_says_nothing(take):
    document = Document()
    document.core_properties.title = "Towns agree"
    document.core_properties.author = "Jane Doe"
    document.core_properties.language = "en-GB"
    document.add_paragraph(LONG)
    source = take(saved(document), "ferry.docx").source
    assert (source.headline, source.author, source.language) == ("Towns agree", "Jane Doe", "en-GB")
    assert source.guessed == ("author",)


def test_tracked_insertions_are_kept_and_deletions_are_not(take):
    document = Document()
    paragraph = document.add_paragraph("They said ")._p
    for tag, text in (("ins", "<w:t>yesterday</w:t>"), ("del", "<w:delText>never</w:delText>")):
        paragraph.append(parse_xml(f'<w:{tag} {W} w:id="1" w:author="x"><w:r>{text}</w:r></w:{tag}>'))
    document.paragraphs[0].add_run(" that they agree.\nA new line 😀")
    imported = take(saved(document), "a.docx")
    assert imported.article.text == "They said yesterday that they agree.\nA new line 😀"
    assert (
        "a.docx holds tracked changes: it shows the text as if all changes were accepted" in imported.warnings
    )


def test_changes_that_are_accepted_are_not_told(take):
    document = Document()
    document.add_paragraph("They said yesterday that they agree.")
    assert not any("tracked" in one for one in take(saved(document), "a.docx").warnings)


def test_a_language_that_the_text_surely_is_not_in_is_not_believed(take):
    document = Document()
    document.core_properties.language = "en-US"
    document.add_heading("Die Städte am Hafen zahlen für eine Fähre", 1)
    document.add_paragraph(
        "Die vier Städte an der Bucht haben sich am Samstag darauf geeinigt, gemeinsam für eine neue Fähre "
        "zu zahlen, sagte die Ministerin. Das Geld soll noch vor dem Winter fließen, und die Werft hat mit "
        "dem Bau schon begonnen. Wer am Ende wie viel bezahlt, ist noch nicht entschieden."
    )
    source = take(saved(document), "a.docx").source
    assert (source.language, "language" in source.guessed) == ("de", True)


def test_notes_come_at_the_end_under_their_numbers(take, shown):
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>See the minutes.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    text = body('<w:p><w:r><w:t>They agreed</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>')
    data = with_parts(simple(), word__document=text, word__footnotes=notes.encode())
    assert shown(take(data, "a.docx")) == ["paragraph: They agreed[1]", "list-item: [1] See the minutes."]


def test_a_document_with_pictures_alone_is_refused(take):
    with pytest.raises(CannotImport, match=r"a\.docx holds no text"):
        take(saved(Document()), "a.docx")


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95, 0.999])
def test_a_document_that_was_cut_short_is_refused(take, share):
    data = article()
    with pytest.raises(CannotImport, match=r"^ferry\.docx is damaged or cut short"):
        take(data[: int(len(data) * share)], "ferry.docx")


def doctype(encoding: str) -> bytes:
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    )
    return (
        text + f"<w:document {W}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"
    ).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word__document", "docProps__core", "word__styles", "word__other"])
def test_a_document_type_in_any_part_is_refused(take, encoding, part):
    with pytest.raises(CannotImport, match=r"^a\.docx declares a document type"):
        take(with_parts(simple(), **{part: doctype(encoding)}), "a.docx")


BOMBS: dict[str, Callable[[], bytes]] = {
    "one member that unpacks to a thousand times its size": lambda: with_parts(
        simple(), word__x=bytes(30_000_000)
    ),
    "more XML than a document holds": lambda: with_parts(
        simple(),
        word__document=body("".join(f"<w:p><w:r><w:t>{n * 7919}</w:t></w:r></w:p>" for n in range(400_000))),
    ),
    "more members than a document has": lambda: with_parts(
        simple(), **{f"word__{number}": b"" for number in range(5_001)}
    ),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_package_made_to_exhaust_memory_is_refused(take, bomb):
    with pytest.raises(CannotImport, match=r"^a\.docx unpacks to more than a document holds"):
        take(BOMBS[bomb](), "a.docx")


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"no XML",
        b"<unclosed>",
        b"<other/>",
        body("<w:ins>" * 5000 + "</w:ins>" * 5000),
        body('<w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p>'),
    ],
)
def test_a_damaged_main_part_is_refused(take, part):
    with pytest.raises(CannotImport, match=r"^a\.docx "):
        take(with_parts(simple(), word__document=part), "a.docx")
