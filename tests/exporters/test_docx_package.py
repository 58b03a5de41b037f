"""The DOCX as a file: valid, free of loose ends, the same for the same brief, and as it was before."""

import os
import re
import runpy
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import docx_integrity
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from exporters.docx import write
from pressmark.brief import (
    Brief,
    Cell,
    Column,
    Heading,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Row,
    Table,
    Text,
)
from tests.exporters.block_brief import BLOCKS

REFERENCE: Brief = runpy.run_path(str(Path(__file__).with_name("reference_brief.py")))["REFERENCE"]
FOLDER = Path(__file__).with_name("reference") / "docx"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

ARABIC = Brief(
    "عبّارة أولم",
    caveat="داخلي",
    language="ar",
    blocks=(
        Paragraph((Text("العبّارة جاهزة."),), Role.LEAD),
        Heading("التعهدات"),
        Table("التعهدات", (Column("من", 1), Column("كم", 1)), (Row((Cell((Text("أولم"),)), Cell(()))),)),
        Passage(PassageKind.PARAGRAPH, (Text("قالت Ida Roth إن العبّارة جاهزة."),), 1),
    ),
)
BRIEFS = {"blocks": BLOCKS, "reference": REFERENCE, "empty": Brief(""), "Arabic": ARABIC}


@pytest.fixture(params=BRIEFS.values(), ids=BRIEFS.keys())
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A brief as a file."""
    path = tmp_path / "brief.docx"
    write(request.param, path, lambda _: None)
    return path


def parts(path: Path) -> dict[str, etree._Element]:
    with zipfile.ZipFile(path) as file:
        xml = [name for name in file.namelist() if "media/" not in name]
        return {name: etree.fromstring(file.read(name)) for name in xml}


def in_all(path: Path, tag: str) -> list[etree._Element]:
    """The elements of this name in all parts."""
    return [element for part in parts(path).values() for element in part.iter(W + tag)]


def test_the_schema_of_word_is_kept(written: Path) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(written).errors] == []


def test_nothing_refers_to_what_is_not_there(written: Path) -> None:
    assert [str(finding) for finding in docx_integrity.check(written)] == []


@pytest.mark.parametrize("attribute", ["id", "name"])
def test_bookmarks_are_unique_and_closed(written: Path, attribute: str) -> None:
    starts = in_all(written, "bookmarkStart")
    values = [start.get(W + attribute).casefold() for start in starts]
    assert len(set(values)) == len(values)
    ends = [end.get(f"{W}id") for end in in_all(written, "bookmarkEnd")]
    assert sorted(ends) == sorted(start.get(f"{W}id") for start in starts)


def test_links_within_lead_to_bookmarks(written: Path) -> None:
    names = {start.get(f"{W}name") for start in in_all(written, "bookmarkStart")}
    targets = {link.get(f"{W}anchor") for link in in_all(written, "hyperlink")} - {None}
    assert targets <= names


@pytest.mark.parametrize("tag", ["docPr", "id"])
def test_drawings_and_controls_have_numbers_of_their_own(written: Path, tag: str) -> None:
    document = parts(written)["word/document.xml"]
    found = document.xpath(f"//*[local-name()='{tag}']/@*[local-name()='id' or local-name()='val']")
    assert len(set(found)) == len(found)


def test_every_relationship_is_used_and_leads_somewhere(written: Path) -> None:
    found = parts(written)
    for name in ("document", "footnotes"):
        ties = list(found.get(f"word/_rels/{name}.xml.rels", ()))
        named = {tie.get("Id") for tie in ties if tie.get("Type").endswith(("hyperlink", "image"))}
        links = found[f"word/{name}.xml"].iter() if ties else ()
        used = {link.get(R + key) for link in links for key in ("id", "embed")} - {None}
        furniture = {tie.get("Id") for tie in ties if tie.get("Type").endswith(("header", "footer"))}
        assert named | furniture == used
    with zipfile.ZipFile(written) as file:
        names = {name for name in file.namelist() if re.fullmatch(r"(word|customXml)/[^_].*", name)}
    ties = [(name, tie) for name, part in found.items() if name.endswith(".rels") for tie in part]
    inside = [(name, tie) for name, tie in ties if tie.get("TargetMode") != "External"]
    reached = {urljoin("/" + name.replace("_rels/", ""), tie.get("Target"))[1:] for name, tie in inside}
    assert {name for name in names if "_rels/" not in name} <= reached
    assert {name for name in reached if name.startswith(("word", "customXml"))} <= names


def test_every_style_that_is_used_is_defined_and_based_on_another(written: Path) -> None:
    found = parts(written)
    defined = {style.get(f"{W}styleId") for style in found["word/styles.xml"].iter(f"{W}style")}
    tags = [W + tag for tag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")]
    used = {element.get(f"{W}val") for part in found.values() for element in part.iter(*tags)}
    assert used <= defined


def test_nothing_of_a_template_is_left(written: Path) -> None:
    with zipfile.ZipFile(written) as file:
        names, content = file.namelist(), b"".join(file.read(name) for name in file.namelist())
    assert not [name for name in names if "Effects" in name or "thumbnail" in name]
    assert b"python-docx" not in content


def test_the_same_brief_is_the_same_bytes(tmp_path: Path) -> None:
    for brief in (BLOCKS, REFERENCE):
        for name in ("one", "two"):
            write(brief, tmp_path / name, lambda _: None)
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert REFERENCE.created
    write(replace(REFERENCE, created=REFERENCE.created + timedelta(1)), tmp_path / "later", lambda _: None)
    assert (tmp_path / "one").read_bytes() != (tmp_path / "later").read_bytes()


def test_an_arabic_brief_runs_from_right_to_left(tmp_path: Path) -> None:
    write(ARABIC, tmp_path / "brief.docx", lambda _: None)
    document = parts(tmp_path / "brief.docx")["word/document.xml"]
    paragraphs = [paragraph for paragraph in document.iter(f"{W}p") if "".join(paragraph.itertext())]
    assert all(paragraph.find(f"{W}pPr/{W}bidi") is not None for paragraph in paragraphs)
    assert document.find(f".//{W}tblPr/{W}bidiVisual") is not None
    bars = document.find(f".//{W}p/{W}pPr/{W}pBdr")
    assert bars is not None
    assert [bar.get(f"{W}val") for bar in bars] == ["nil", "single"]
    runs = list(paragraphs[-1].iter(f"{W}r"))
    assert [("".join(run.itertext()), run.find(f"{W}rPr/{W}rtl") is not None) for run in runs] == [
        ("1", False),
        ("", False),
        ("قالت ", True),
        ("Ida Roth", False),
        (" إن العبّارة جاهزة.", True),
    ]


@pytest.mark.parametrize(
    ("language", "words"), [("en-GB", "1 of 1"), ("", "1 of 1"), ("de", "1 / 1"), ("ar", "1 / 1")]
)
def test_pages_are_counted_in_words_only_in_english(tmp_path: Path, language: str, words: str) -> None:
    write(Brief("", language=language), tmp_path / "brief.docx", lambda _: None)
    assert "".join(parts(tmp_path / "brief.docx")["word/footer1.xml"].itertext()) == words


def test_progress_rises_to_one(tmp_path: Path) -> None:
    told: list[float] = []
    write(REFERENCE, tmp_path / "brief.docx", told.append)
    assert all(earlier < later for earlier, later in pairwise(told))
    assert told[-1] == 1
    assert len(told) > 10


class Cancelled(Exception):
    """Raised by a reader who has seen enough."""


def test_an_export_can_be_cancelled(tmp_path: Path) -> None:
    def cancel(share: float) -> None:
        if share >= 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(REFERENCE, tmp_path / "brief.docx", cancel)
    assert not (tmp_path / "brief.docx").exists()


def test_the_reference_brief_is_written_as_before(tmp_path: Path) -> None:
    """Set PRESSMARK_UPDATE_REFERENCE=1 to accept what is written now, then look at the difference."""
    write(REFERENCE, tmp_path / "brief.docx", lambda _: None)
    found = {
        name: etree.tostring(part, pretty_print=True, encoding="unicode")
        for name, part in parts(tmp_path / "brief.docx").items()
    }
    if os.environ.get("PRESSMARK_UPDATE_REFERENCE"):
        shutil.rmtree(FOLDER, ignore_errors=True)
        for name, text in found.items():
            (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
            (FOLDER / name).write_text(text, encoding="utf-8")
    assert found == dict(_reference_parts())


def _reference_parts() -> Iterator[tuple[str, str]]:
    for path in FOLDER.rglob("*"):
        if path.is_file():
            yield path.relative_to(FOLDER).as_posix(), path.read_text(encoding="utf-8")


@pytest.mark.foreign
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler is not installed")
@pytest.mark.parametrize(
    ("brief", "said"),
    [
        (REFERENCE, (REFERENCE.title, REFERENCE.caveat, "EUR 42,000,000", "come what may", "1 of 2")),
        (
            BLOCKS,
            ("Table 1 Promises", "Figure 1 By year", "1 Gazette", "For the Board", "What is in it", "of 4"),
        ),
    ],
    ids=("reference", "blocks"),
)
def test_libreoffice_opens_the_document_and_prints_all_of_it(
    tmp_path: Path, brief: Brief, said: tuple[str, ...]
) -> None:
    write(brief, tmp_path / "brief.docx", lambda _: None)
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=120)
    told = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "brief.pdf"), "-"], check=True, capture_output=True, text=True
    )
    for words in said:
        assert " ".join(words.split()) in " ".join(told.stdout.split())
