"""No export of an article carries a script, a formula, or a link to anything but the web, mail and itself."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree, html
from openpyxl import load_workbook

from desktop.exporting import export
from tests.exporters.docx_parts import W
from tests.exporters.hostile_article import ADDRESSES, FORMULAS, GOOD, SCRIPT, hostile

ALLOWED = re.compile(r"https?://[^\s\"'<>]+|mailto:[^\s\"'<>]+", re.IGNORECASE)
FIELDS = {"TOC", "PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES", "STYLEREF", "REF", "SEQ", "NOTEREF"}
ACTIVE = {"script", "iframe", "frame", "object", "embed", "form", "img", "link", "base", "animate", "set"}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a brief in each format, of an article for each address."""
    folder = tmp_path_factory.mktemp("hostile")
    docs = [hostile(address) for address in ADDRESSES]
    for ending in ("docx", "pdf", "html", "md", "xlsx", "json", "csv"):
        export(docs, folder / f"brief.{ending}", now=datetime(2026, 11, 16, tzinfo=UTC))
    return folder


def xml_parts(path: Path) -> Iterator[tuple[str, etree._Element]]:
    with ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(package.read(name))


def outside(path: Path) -> list[str]:
    """What the relationships of a package lead to outside of it."""
    return [
        one.get("Target", "")
        for name, root in xml_parts(path)
        if name.endswith(".rels")
        for one in root
        if one.get("TargetMode") == "External"
    ]


def test_a_web_page_has_no_script_and_follows_nothing_but_web_addresses(exported: Path) -> None:
    page = html.document_fromstring((exported / "brief.html").read_bytes())
    elements = [one for one in page.iter() if isinstance(one.tag, str)]
    assert SCRIPT in page.text_content()
    assert {one.tag for one in elements}.isdisjoint(ACTIVE)
    assert not [name for one in elements for name in one.attrib if name.startswith("on") or name == "src"]
    links = [value for one in elements for name, value in one.attrib.items() if name.endswith("href")]
    assert GOOD in links
    assert not [link for link in links if not link.startswith("#") and not ALLOWED.fullmatch(link)]


def test_a_word_document_has_no_field_or_link_that_leads_elsewhere(exported: Path) -> None:
    path = exported / "brief.docx"
    assert GOOD in outside(path)
    assert not [target for target in outside(path) if not ALLOWED.fullmatch(target)]
    roots = [root for name, root in xml_parts(path) if name.startswith("word/")]
    fields = {(one.text or "").split()[0] for root in roots for one in root.iter(f"{W}instrText")}
    fields |= {one.get(f"{W}instr", "").split()[0] for root in roots for one in root.iter(f"{W}fldSimple")}
    assert fields <= FIELDS
    assert not [
        one for root in roots for one in root.iter(f"{W}altChunk", f"{W}object", f"{W}attachedTemplate")
    ]
    assert any(SCRIPT in "".join(root.itertext(f"{W}t")) for root in roots)


def test_a_pdf_does_nothing_and_follows_nothing_but_web_addresses(exported: Path) -> None:
    with pikepdf.open(exported / "brief.pdf") as pdf:
        found = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)]
        actions = [
            inner for one in found for inner in (one, one.get("/A")) if isinstance(inner, pikepdf.Dictionary)
        ]
        kinds = {str(one["/S"]) for one in actions if "/S" in one}
        assert kinds.isdisjoint(
            {"/JavaScript", "/Launch", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Named"}
        )
        assert not [key for one in found for key in ("/JS", "/AA", "/OpenAction") if key in one]
        addresses = [str(one["/URI"]) for one in actions if "/URI" in one]
        assert GOOD in addresses
        assert not [address for address in addresses if not ALLOWED.fullmatch(address)]
        assert all(re.fullmatch(r"[^/\\<>:]+", name) for name in pdf.attachments)


def test_markdown_has_no_markup_and_no_link_that_leads_elsewhere(exported: Path) -> None:
    text = (exported / "brief.md").read_text("utf-8")
    assert "alert(1)" in text
    assert set(re.findall(r"(?<!\\)<(/?[a-zA-Z!?][\w-]*)", text)) <= {"a", "/a", "br", "sup", "/sup"}
    targets = re.findall(r"(?<!\\)\]\(<?([^)\s>]*)", text)
    assert GOOD in targets
    assert not [target for target in targets if not target.startswith("#") and not ALLOWED.match(target)]
    assert not re.search(r"^\s*\[(?!\^)[^\]\\]*\]:\s*(?!https?:)", text, re.MULTILINE)


def test_a_workbook_has_no_formula_and_no_link_that_leads_elsewhere(exported: Path) -> None:
    book = load_workbook(exported / "brief.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert FORMULAS[0] in {cell.value for cell in cells}
    assert not [target for target in outside(exported / "brief.xlsx") if not ALLOWED.fullmatch(target)]
    locations = [cell.hyperlink.target for cell in cells if cell.hyperlink and cell.hyperlink.target]
    assert not [target for target in locations if not ALLOWED.fullmatch(target)]
    assert not [
        one for _, root in xml_parts(exported / "brief.xlsx") for one in root.iter("{*}f", "{*}ddeLink")
    ]


def test_no_cell_of_a_table_is_a_formula(exported: Path) -> None:
    rows = list(
        csv.reader(io.StringIO((exported / "brief.csv").read_bytes().decode("utf-8-sig"), newline=""))
    )
    cells = [cell for row in rows for cell in row]
    assert f"'{FORMULAS[0]}" in cells
    assert not [cell for cell in cells if re.match(r"\s*[=+\-@\t\r＝＋－＠]", cell)]


def test_json_holds_the_words_as_words(exported: Path) -> None:
    found = json.loads((exported / "brief.json").read_bytes())
    values = {value for table in found["tables"] for row in table["rows"] for value in row.values()}
    assert FORMULAS[0] in values
    assert {type(value) for value in values} <= {str, int, float, type(None)}
