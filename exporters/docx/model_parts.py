"""Parts of the model as a brief may take them over: nothing that leads out of the document, no macro."""

import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass

from lxml import etree

from exporters.docx.model_package import ModelPackage, Tie
from exporters.docx.wml import R, W

_TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tif": "image/tiff", "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
    "svg": "image/svg+xml", "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont",
}  # fmt: skip
_KINDS = ("image", "font")
_W = f"{{{W}}}"
_R = f"{{{R}}}"
_WHOLES = re.compile(r"\}(drawing|pict|object|AlternateContent|control|numPicBullet|subDoc|altChunk)$")
_MARKERS = tuple(
    f"{_W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "permStart", "permEnd", "proofErr",
    )
)  # fmt: skip
# Fields that fetch something, or run something.
_REACHING = re.compile(
    r"\s*(INCLUDE\w*|IMPORT|LINK|DDE\w*|DATABASE|RD|MACROBUTTON|AUTOTEXT\w*|EMBED|HTMLCONTROL)\b",
    re.IGNORECASE,
)
_STYLED = tuple(f"{_W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink"))


@dataclass(frozen=True, slots=True)
class Need:
    """A picture or a font, and what the model calls it."""

    kind: str
    name: str
    suffix: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Borrowed:
    """A part of the model, and what it needs by the names of its ties."""

    root: etree._Element
    needs: dict[str, Need]


def borrowed(package: ModelPackage, name: str, styles: Mapping[str, str], numbers: Iterator[int]) -> Borrowed:
    """The part called `name`; `styles` are those that have other ids in the brief.

    `numbers` are for its drawings, for no two of a document may have the same.
    """
    root = package.xml(name)
    ties = {key: tie for key, tie in package.ties(name).items() if _may_come(tie)}
    _drop_fields(root)
    for element in list(root.iter(*_MARKERS)):
        _drop(element)
    _drop_tied(root, ties.keys())
    _rename(root, styles)
    for drawing in root.iter("{*}docPr"):
        drawing.set("id", str(next(numbers)))
    used = {value for element in root.iter() for key, value in element.attrib.items() if key.startswith(_R)}
    kept = ((key, tie) for key, tie in ties.items() if key in used)
    return Borrowed(root, {key: _need(package, tie) for key, tie in kept})


def _need(package: ModelPackage, tie: Tie) -> Need:
    return Need(tie.kind, tie.target, _suffix(tie), _TYPES[_suffix(tie)], package.bytes(tie.target))


def _may_come(tie: Tie) -> bool:
    return tie.kind in _KINDS and not tie.external and _suffix(tie) in _TYPES


def _suffix(tie: Tie) -> str:
    return posixpath.splitext(tie.target)[1].lower().lstrip(".")


def _drop_tied(root: etree._Element, known: Set[str]) -> None:
    """Takes out what hangs on a tie that does not come along: links keep their words, pictures go whole."""
    for element in list(root.iter(etree.Element)):
        names = [key for key in element.attrib if key.startswith(_R)]
        if all(element.get(key) in known for key in names):
            continue
        if element.tag == f"{_W}hyperlink":
            _unwrap(element)
            continue
        whole = next((found for found in element.iterancestors() if _WHOLES.search(str(found.tag))), element)
        _drop(whole)


def _drop_fields(root: etree._Element) -> None:
    """Fields that reach out of the document become what they show now, with all others of their paragraph."""
    for simple in list(root.iter(f"{_W}fldSimple")):
        if _REACHING.match(simple.get(f"{_W}instr") or ""):
            _unwrap(simple)
    for code in list(root.iter(f"{_W}instrText")):
        if _REACHING.match(code.text or ""):
            paragraph = next(code.iterancestors(f"{_W}p"), root)
            for mark in list(paragraph.iter(f"{_W}fldChar", f"{_W}instrText")):
                _drop(mark)


def _rename(root: etree._Element, styles: Mapping[str, str]) -> None:
    for element in root.iter(*_STYLED):
        name = element.get(f"{_W}val") or ""
        element.set(f"{_W}val", styles.get(name, name))


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
