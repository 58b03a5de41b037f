"""A Word document as its parts, and small things to make one of."""

import zipfile
from pathlib import Path

from lxml import etree

from exporters.docx import write
from pressmark.brief import Brief, Cell, Column, Figure, Row, Table, Text

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
Parts = dict[str, bytes]


def unzipped(brief: Brief, folder: Path) -> Parts:
    """The parts of the brief, written into a folder."""
    write(brief, folder / "brief.docx", lambda _: None)
    with zipfile.ZipFile(folder / "brief.docx") as file:
        return {name: file.read(name) for name in file.namelist()}


def tree(parts: Parts, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts[name])


def find(element: etree._Element, path: str) -> list[etree._Element]:
    return list(element.xpath(path, namespaces=NAMESPACES))


def paragraphs(element: etree._Element) -> list[tuple[str, str]]:
    """The style and the text of each paragraph that has a style."""
    found = []
    for paragraph in element.iter(f"{W}p"):
        style = find(paragraph, "w:pPr/w:pStyle")
        texts = (
            piece.text or "\t" for piece in paragraph.iter(f"{W}t", f"{W}tab") if piece.get(f"{W}pos") is None
        )
        found.append((style[0].get(f"{W}val", "") if style else "", "".join(texts)))
    return found


def words(text: str) -> tuple[Text, ...]:
    return (Text(text),)


def table(caption: str = "", *, wide: bool = False) -> Table:
    return Table("Sums", (Column("What", 1),), (Row((Cell(words("a quay")),)),), caption, wide)


def figure() -> Figure:
    return Figure("Sums", 300, 100, (), "Sums by year", "No bars.")
