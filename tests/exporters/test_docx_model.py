"""Briefs in the look of an organisation's own Word file."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx_integrity
import pytest
from docx import Document
from docx.document import Document as OpenDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, RGBColor
from lxml import etree
from openxml_audit import OpenXmlValidator

from exporters.docx import write
from exporters.docx.model_package import UnusableModelError
from pressmark.brief import Brief, Contents, Heading, Link, Look, Paragraph, Table, Text
from tests.exporters.block_brief import BLOCKS, logo

W = nsdecls("w", "r")
Written = Callable[[Brief, bytes], Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write_with(brief: Brief, model: bytes) -> Path:
        path = tmp_path / "brief.docx"
        write(replace(brief, look=replace(brief.look, word_model=model)), path, lambda _: None)
        return path

    return write_with


def saved(document: OpenDocument) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def organisation() -> OpenDocument:
    """A file with its own heading, margins, and a picture at the head of its pages."""
    document = Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xB0, 0x30, 0x10)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.left_margin = section.right_margin = Mm(40)
    section.header.paragraphs[0].add_run("Ministry").add_picture(BytesIO(logo("PNG").data))
    section.footer.paragraphs[0].add_run("Quay Street 1")
    document.add_paragraph("A text that is the model’s alone")
    return document


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """The model with words of one part replaced."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for member in source.namelist():
            content = source.read(member)
            if member == name:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(member, content)
    return file.getvalue()


def test_the_document_is_whole(written: Written) -> None:
    path = written(BLOCKS, saved(organisation()))
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert [str(finding) for finding in docx_integrity.check(path)] == []
    names = parts(path)
    styles = etree.fromstring(names["word/styles.xml"])
    defined = [style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))]
    tags = [qn(f"w:{tag}") for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")]
    trees = [etree.fromstring(part) for name, part in names.items() if name.endswith(".xml")]
    assert {element.get(qn("w:val")) for tree in trees for element in tree.iter(*tags)} <= set(defined)
    assert len(set(defined)) == len(defined)


def test_styles_of_one_name_are_the_models_and_ours_are_added(written: Written) -> None:
    document = Document(str(written(BLOCKS, saved(organisation()))))
    assert document.styles["Heading 1"].font.color.rgb == RGBColor(0xB0, 0x30, 0x10)
    added = document.styles["Bottom Line"].element
    bar = added.find(f".//{qn('w:pBdr')}/{qn('w:left')}")
    assert bar.get(qn("w:color")) == "4F81BD"  # the theme's accent
    assert not list(added.iter(qn("w:rFonts")))
    assert "A text that is" not in "".join(document.element.itertext())


def test_the_page_is_the_models(written: Written) -> None:
    sections = Document(str(written(BLOCKS, saved(organisation())))).sections
    sizes = [(round(found.page_width.mm), round(found.page_height.mm)) for found in sections]
    assert sizes == [(200, 280), (280, 200), (200, 280)]
    assert {round(found.left_margin.mm) for found in sections} == {40}


def test_caveat_and_page_number_are_added_to_the_models_head_and_foot(written: Written) -> None:
    path = written(BLOCKS, saved(organisation()))
    for section in Document(str(path)).sections:
        assert [paragraph.text for paragraph in section.header.paragraphs] == [
            "Ministry",
            "OFFICIAL\tAs of 3 May 2026",
        ]
        assert [paragraph.text for paragraph in section.footer.paragraphs] == [
            "Quay Street 1",
            "OFFICIAL\t\t of ",
        ]
    assert [name for name in parts(path) if name.startswith("word/media/model")] == ["word/media/model1.png"]


def test_pages_are_numbered_once(written: Written) -> None:
    model = organisation()
    field = f'<w:fldSimple {W} w:instr=" PAGE \\* MERGEFORMAT "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    model.sections[0].footer.paragraphs[0]._p.append(parse_xml(field))
    footer = Document(str(written(BLOCKS, saved(model)))).sections[0].footer
    assert [paragraph.text for paragraph in footer.paragraphs] == ["Quay Street 1", "OFFICIAL"]


def test_first_and_even_pages_tell_the_caveat_too(written: Written) -> None:
    model = organisation()
    model.sections[0].different_first_page_header_footer = True
    model.settings.odd_and_even_pages_header_footer = True
    model.sections[0].first_page_header.paragraphs[0].add_run("Cover")
    document = Document(str(written(BLOCKS, saved(model))))
    first, second, _ = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    assert first.different_first_page_header_footer
    assert not second.different_first_page_header_footer
    heads = (first.first_page_header, first.even_page_header, first.header)
    assert [head.paragraphs[0].text for head in heads] == ["Cover", "OFFICIAL\tAs of 3 May 2026", "Ministry"]
    assert all(head.paragraphs[-1].text == "OFFICIAL\tAs of 3 May 2026" for head in heads)


def test_a_model_without_head_and_foot_gets_ours(written: Written) -> None:
    section = Document(str(written(BLOCKS, saved(Document())))).sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["OFFICIAL\tAs of 3 May 2026"]
    assert section.footer.paragraphs[0].text == "Harbour aid\tOFFICIAL\t of "


def test_a_model_in_another_language_is_understood(written: Written) -> None:
    model = organisation()
    for name, number in (("Heading 1", "berschrift1"), ("Title", "Titel"), ("Normal", "Standard")):
        style, old = model.styles[name].element, model.styles[name].style_id
        style.set(qn("w:styleId"), number)
        for tag in ("basedOn", "next", "link"):
            for element in model.styles.element.iter(qn(f"w:{tag}")):
                if element.get(qn("w:val")) == old:
                    element.set(qn("w:val"), number)
    model.styles.add_style("Odd", 1).element.set(qn("w:styleId"), "BottomLine")
    path = written(BLOCKS, saved(model))
    document = Document(str(path))
    assert [found.style.font.color.rgb for found in document.paragraphs if found.text == "Pledges"] == [
        RGBColor(0xB0, 0x30, 0x10)
    ]
    assert document.paragraphs[1].style.name == "Title"
    assert document.styles["Odd"].style_id == "BottomLine2"
    assert [str(finding) for finding in docx_integrity.check(path)] == []


def test_the_language_is_the_briefs(written: Written) -> None:
    document = Document(str(written(replace(BLOCKS, language="de"), saved(organisation()))))
    (tongue,) = document.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))
    assert tongue.get(qn("w:val")) == "de-DE"


def test_nothing_of_the_model_leads_out_of_the_document(written: Written) -> None:
    model = organisation()
    header = model.sections[0].header
    tie = header.part.relate_to("https://tracker.example/a.png", RELATIONSHIP_TYPE.IMAGE, is_external=True)
    link = header.part.relate_to("https://ministry.example/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph = header.paragraphs[0]._p
    hostile = (
        f'<w:hyperlink {W} r:id="{link}"><w:r><w:t> online</w:t></w:r></w:hyperlink>',
        f'<w:r {W}><w:drawing><a:blip xmlns:a="urn:a" r:link="{tie}"/></w:drawing></w:r>',
        f'<w:fldSimple {W} w:instr=" INCLUDEPICTURE https://x.example "><w:r><w:t> seen</w:t></w:r>'
        "</w:fldSimple>",
        f'<w:r {W}><w:instrText> includetext "/etc/hosts" </w:instrText></w:r>',
        f'<w:bookmarkStart {W} w:id="0" w:name="p1"/>',
    )
    for element in hostile:
        paragraph.append(parse_xml(element))
    path = written(BLOCKS, saved(model))
    names = parts(path)
    header_part = names["word/header1.xml"]
    assert b"Ministry" in header_part
    assert "online seen" in "".join(etree.fromstring(header_part).itertext())
    whole = b"".join(names.values())
    for trace in ("tracker.example", "ministry.example", "x.example", "/etc/hosts"):
        assert trace.encode() not in whole
    assert b"bookmark" not in header_part
    assert [str(finding) for finding in docx_integrity.check(path)] == []


def test_macros_and_templates_are_left_behind(written: Written) -> None:
    data = saved(organisation())
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
        package.writestr("word/_rels/settings.xml.rels", b"<attachedTemplate/>")
    names = parts(written(BLOCKS, file.getvalue()))
    assert not [name for name in names if "vba" in name or "glossary" in name or "settings.xml.rels" in name]


def test_a_template_is_as_good_as_a_document(written: Written) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    kinds = (f"{kind}document.main", f"{kind}template.main")
    data = changed(saved(organisation()), "[Content_Types].xml", *kinds)
    assert b"template.main" not in parts(written(BLOCKS, data))["[Content_Types].xml"]


def test_numbered_headings_bring_their_numbering_along(written: Written) -> None:
    model = organisation()
    number = f'<w:numPr {W}><w:numId w:val="1"/></w:numPr>'
    model.styles["Heading 1"].element.get_or_add_pPr().insert(0, parse_xml(number))
    assert b"<w:abstractNum" in parts(written(BLOCKS, saved(model)))["word/numbering.xml"]
    ties = ("relationships/numbering", "relationships/other")
    without = changed(saved(model), "word/_rels/document.xml.rels", *ties)
    found = parts(written(BLOCKS, without))
    assert "word/numbering.xml" not in found
    assert b"<w:numPr" not in found["word/styles.xml"]


def test_the_same_model_is_the_same_bytes(written: Written) -> None:
    data = saved(organisation())
    assert written(BLOCKS, data).read_bytes() == written(BLOCKS, data).read_bytes()


def test_pages_stand_at_the_end_of_lines_in_the_contents(written: Written) -> None:
    brief = Brief("", blocks=(Contents("Contents"), Heading("One"), Paragraph((Link("x", "#y"), Text("z")))))
    document = Document(str(written(brief, saved(organisation()))))
    (stop,) = document.element.iter(qn("w:tabs"))
    assert int(stop[0].get(qn("w:pos"))) == pytest.approx(120 / 25.4 * 1440, abs=3)


ZIP_BOMB = BytesIO()
with zipfile.ZipFile(ZIP_BOMB, "w", zipfile.ZIP_DEFLATED) as _bomb:
    _bomb.writestr("_rels/.rels", b" " * 100_000_000)
STRICT = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)


@pytest.mark.parametrize(
    ("model", "why"),
    [
        (b"no package", "no Word document"),
        (saved(Document())[:3000], "no Word document"),
        (changed(saved(Document()), "word/styles.xml", "<w:styles", "<w:style<"), "styles.xml is damaged"),
        (changed(saved(Document()), "word/styles.xml", "<w:styles", "<!DOCTYPE a><w:styles"), "declares"),
        (changed(saved(Document()), "word/document.xml", *STRICT), "Strict"),
        (changed(saved(Document()), "word/_rels/document.xml.rels", "/styles\"", "/other\""), "no styles"),
        (changed(saved(Document()), "word/document.xml", 'w:left="1800"', 'w:left="12000"'), "no room"),
        (changed(saved(Document()), "_rels/.rels", "word/document.xml", "word/gone.xml"), "no Word document"),
        (ZIP_BOMB.getvalue(), "unpacks to more"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_why_and_what_to_do(written: Written, model: bytes, why: str) -> None:
    with pytest.raises(UnusableModelError, match=f"{why}.* choose it again, or take it out of the look"):
        written(BLOCKS, model)


def test_tables_are_as_wide_as_the_models_text(written: Written) -> None:
    (table,) = [block for block in BLOCKS.blocks if isinstance(block, Table) and block.wide]
    document = Document(str(written(Brief("", blocks=(replace(table, wide=False),)), saved(organisation()))))
    (width,) = document.element.iter(qn("w:tblW"))
    assert int(width.get(qn("w:w"))) == pytest.approx(120 / 25.4 * 1440, abs=3)
    assert Look().word_model == b""
