"""What rides along in a Word document: articles, and values that can be found again."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from exporters.docx import write
from exporters.docx.custom_xml import NotXmlError
from pressmark.brief import Attachment, Break, Brief, Cell, Column, Link, Row, Table, Text, Tone
from pressmark.importers.word_brief import EditedValue, articles_in, edited

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ARTICLE = """<?xml version="1.0"?>
<article xmlns="urn:pressmark:article:1" title="Fish &amp; ships">
<p>ü</p></article>""".encode()
ROWS = (
    Row(
        (
            Cell((Link("p1", "#p1"),)),
            Cell((Text("“a quay”", Tone.VERBATIM), Text(" <at> Ulm")), fields=("what",)),
            Cell((Text("31 March"),), fields=("due",)),
            Cell(
                (Text("Venn"), Break(), Text("announced", Tone.QUIET), Break(), Text("more")),
                fields=("", "status"),
            ),
        ),
        "p1",
    ),
    Row((Cell(()), Cell((), fields=("what",)), Cell((Text("no anchor"),), fields=("due",)), Cell(()))),
    Row(
        (
            Cell((Text("p2"),)),
            Cell((Text("Ж"),), fields=("x" * 70,)),
            Cell((Text("b"),), fields=("y" * 70,)),
            Cell(()),
        ),
        "p2",
    ),
)
BRIEF = Brief(
    "Quays",
    blocks=(Table("Pledges", tuple(Column(title, 2) for title in ("", "What", "Due", "Who")), ROWS),),
    attachments=(
        Attachment("one.pressmark", "application/xml", ARTICLE, ""),
        Attachment("two.pressmark", "application/vnd.pressmark+xml; charset=utf-8", ARTICLE, ""),
        Attachment("notes.txt", "text/plain", b"no XML", ""),
    ),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(BRIEF, tmp_path / "brief.docx", lambda _: None)
    return tmp_path / "brief.docx"


def with_document(path: Path, old: str, new: str) -> bytes:
    """The document after somebody replaced some words."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    text = parts["word/document.xml"].decode()
    assert text.count(old) == 1
    parts["word/document.xml"] = text.replace(old, new).encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return path.read_bytes()


def test_the_articles_ride_along(path: Path) -> None:
    assert articles_in(path.read_bytes()) == (ARTICLE, ARTICLE)
    with zipfile.ZipFile(path) as file:
        assert b"no XML" not in b"".join(file.read(name) for name in file.namelist())


def test_each_part_of_data_has_its_own_number_which_is_always_the_same(path: Path, tmp_path: Path) -> None:
    def numbers(of: Path) -> list[str]:
        with zipfile.ZipFile(of) as file:
            parts = [file.read(name) for name in file.namelist() if "itemProps" in name]
        return [str(etree.fromstring(part).xpath("string(@*)")) for part in parts]

    write(BRIEF, tmp_path / "again.docx", lambda _: None)
    assert len(set(numbers(path))) == 3
    assert numbers(path) == numbers(tmp_path / "again.docx")


@pytest.mark.parametrize("data", [b"", b"<open>", b"no XML"])
def test_what_only_says_that_it_is_xml_damages_no_document(tmp_path: Path, data: bytes) -> None:
    brief = Brief("", attachments=(Attachment("one.xml", "text/xml", data, ""),))
    with pytest.raises(NotXmlError, match=r"one\.xml"):
        write(brief, tmp_path / "brief.docx", lambda _: None)


def test_values_stand_in_controls_that_name_them(path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        document = etree.fromstring(file.read("word/document.xml"))
    found = {
        control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): "".join(control.find(f"{W}sdtContent").itertext())
        for control in document.iter(f"{W}sdt")
    }
    assert found == {
        "p1|what": "“a quay” <at> Ulm",
        "p1|due": "31 March",
        "p1|status": "announced",
        "p2|#4": "Ж",
        "p2|#5": "b",
    }
    plain = [control.find(f"{W}sdtPr/{W}text") is not None for control in document.iter(f"{W}sdt")]
    assert plain == [False, True, False, True, True]


def test_a_document_that_nobody_edited_holds_no_edits(path: Path) -> None:
    assert edited(path.read_bytes()) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("31 March", "30 April", EditedValue("p1", "due", "30 April", "31 March")),
        (" &lt;at&gt; Ulm", " in Ulm", EditedValue("p1", "what", "“a quay” in Ulm", "“a quay” <at> Ulm")),
        ("announced", "committed", EditedValue("p1", "status", "committed", "announced")),
        (">b<", ">c<", EditedValue("p2", "y" * 70, "c", "b")),
    ],
)
def test_an_edited_value_is_read_back(path: Path, old: str, new: str, expected: EditedValue) -> None:
    assert edited(with_document(path, old, new)) == [expected]


def canonical(data: bytes) -> bytes:
    """The same for XML that says the same."""
    return bytes(etree.tostring(etree.fromstring(data), method="c14n"))


@pytest.mark.foreign
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_articles_and_edits(path: Path, tmp_path: Path) -> None:
    with_document(path, "31 March", "30 April")
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    convert = ["soffice", home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "saved")]
    subprocess.run([*convert, str(path)], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "saved" / "brief.docx").read_bytes()
    assert edited(saved) == [EditedValue("p1", "due", "30 April", "31 March")]
    assert [canonical(found) for found in articles_in(saved)] == [canonical(ARTICLE)] * 2
    with zipfile.ZipFile(tmp_path / "saved" / "brief.docx") as file:
        document = etree.fromstring(file.read("word/document.xml"))
    assert {"p1", "p2"} <= {start.get(f"{W}name") for start in document.iter(f"{W}bookmarkStart")}
