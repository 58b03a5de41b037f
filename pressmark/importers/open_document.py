"""OpenDocument texts: the flow of content.xml as it is shown when all changes are accepted."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from pressmark.article import BlockKind
from pressmark.importers.flow import Flow
from pressmark.importers.imported import CannotImport, Capture, Imported, TooLong
from pressmark.importers.open_document_styles import OFFICE, TABLE, TEXT, Styles
from pressmark.importers.packages import check_entries, check_members
from pressmark.importers.properties import Properties, changes_accepted, known_of
from pressmark.importers.xml_part import NoXML, root_of

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DRAWING = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_UNSEEN = frozenset((
    f"{TEXT}tracked-changes", f"{TEXT}note-citation", f"{TEXT}ruby-text", f"{TEXT}script",
    f"{TEXT}sequence-decls", f"{TEXT}variable-decls", f"{TEXT}user-field-decls",
    f"{TEXT}dde-connection-decls", f"{TABLE}covered-table-cell", f"{OFFICE}annotation", f"{OFFICE}forms",
    f"{OFFICE}event-listeners", f"{OFFICE}binary-data", f"{_DRAWING}title", f"{_DRAWING}desc",
))  # fmt: skip
_LISTS_OF_CONTENTS = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
        "alphabetical-index",
    )
)  # fmt: skip
_LEVELS = frozenset(map(str, range(1, 11)))
_MANIFEST = "META-INF/manifest.xml"
_SKIPPED = "skipped"
_SPACE = re.compile("[ \t\r\n]+")
_MOST_SPACES = 100


class Tag:
    """The elements that give a text its form."""

    PARAGRAPH = f"{TEXT}p"
    HEADING = f"{TEXT}h"
    ITEM = f"{TEXT}list-item"
    NUMBERED = f"{TEXT}numbered-paragraph"
    ROW = f"{TABLE}table-row"
    CELL = f"{TABLE}table-cell"
    NOTE = f"{TEXT}note"
    TAB = f"{TEXT}tab"
    LINE_BREAK = f"{TEXT}line-break"
    SPACES = f"{TEXT}s"


def read_open_document(data: bytes, capture: Capture) -> Imported:
    """The article in an OpenDocument text; title and author from its properties. Raises CannotImport."""
    try:
        check_entries(data, capture.name)
        with ZipFile(BytesIO(data)) as package:
            check_members(package.infolist(), capture.name)
            content = _content(package, capture.name)
            walk = _Walk(_styles(package, content, capture.name))
            properties = _properties(package, capture.name)
            walk.through(content.find(f"{OFFICE}body/{OFFICE}text"))
    except (CannotImport, TooLong):
        raise
    except Exception as error:  # a damaged package raises whatever the part that was hit raises
        raise CannotImport(
            f"{capture.name} is damaged and cannot be read as an OpenDocument text: open it in LibreOffice "
            "or Word, save it anew, or copy the text and paste it"
        ) from error
    blocks, struck = walk.flow.finished()
    tracked = next(content.iter(f"{TEXT}changed-region"), None) is not None
    warnings = (changes_accepted(capture.name),) if tracked else ()
    return capture.imported(blocks, known_of(blocks, properties), MEDIA_TYPE, warnings, struck)


def _content(package: ZipFile, name: str) -> etree._Element:
    manifest = package.read(_MANIFEST) if _MANIFEST in package.NameToInfo else b""
    if b"encryption-data" in manifest:
        raise CannotImport(
            f"{name} is protected by a password: open it in the program that made it, and save it without"
        )
    return root_of(package, "content.xml", name)


def _properties(package: ZipFile, name: str) -> Properties:
    try:
        meta = root_of(package, "meta.xml", name).find(f"{OFFICE}meta")
    except NoXML:  # the text is whole without it
        meta = None
    if meta is None:
        return Properties()
    return Properties(
        title=meta.findtext(f"{_DUBLIN_CORE}title") or "",
        author=meta.findtext(f"{_META}initial-creator") or meta.findtext(f"{_DUBLIN_CORE}creator") or "",
        created=meta.findtext(f"{_META}creation-date") or "",
        language=meta.findtext(f"{_DUBLIN_CORE}language") or "",
    )


def _styles(package: ZipFile, content: etree._Element, name: str) -> Styles:
    try:
        return Styles(root_of(package, "styles.xml", name), content)
    except NoXML:
        return Styles(content)


class _Walk:
    """Goes through a document from its first element to its last."""

    def __init__(self, styles: Styles) -> None:
        self.flow = Flow()
        self._styles = styles
        self._items = 0

    def through(self, root: etree._Element) -> None:
        elements = etree.iterwalk(root, events=("start", "end"))
        for event, element in elements:
            if event == "end":
                self._leave(element)
            elif self._is_unseen(element):
                elements.skip_subtree()
                element.tag = _SKIPPED
            else:
                self._enter(element)
                self.flow.say(_SPACE.sub(" ", element.text or ""))

    def _enter(self, element: etree._Element) -> None:
        flow = self.flow
        match element.tag:
            case Tag.PARAGRAPH | Tag.HEADING:
                flow.begin_paragraph()
            case Tag.ITEM | Tag.NUMBERED:
                self._items += 1
            case Tag.ROW:
                flow.begin_row()
            case Tag.CELL:
                flow.begin_cell()
            case Tag.NOTE:
                flow.begin_note()
            case Tag.TAB:
                flow.say("\t")
            case Tag.LINE_BREAK:
                flow.say("\n")
            case Tag.SPACES:
                flow.say(" " * _count(element))
            case tag if tag in _LISTS_OF_CONTENTS:
                flow.striking = True

    def _leave(self, element: etree._Element) -> None:
        flow = self.flow
        match element.tag:
            case Tag.PARAGRAPH | Tag.HEADING:
                flow.end_paragraph(*self._kind(element))
            case Tag.ITEM | Tag.NUMBERED:
                self._items -= 1
            case Tag.ROW:
                flow.end_row()
            case Tag.CELL:
                flow.end_cell()
            case Tag.NOTE:
                flow.end_note()
            case tag if tag in _LISTS_OF_CONTENTS:
                flow.striking = False
        flow.say(_SPACE.sub(" ", element.tail or ""))

    def _kind(self, element: etree._Element) -> tuple[BlockKind, int]:
        if element.tag == Tag.HEADING:
            level = element.get(f"{TEXT}outline-level") or ""
            return BlockKind.HEADING, int(level) if level in _LEVELS else 1
        kind, level = self._styles.kind(element.get(f"{TEXT}style-name") or "")
        return (BlockKind.LIST_ITEM, 0) if self._items and kind is BlockKind.PARAGRAPH else (kind, level)

    def _is_unseen(self, element: etree._Element) -> bool:
        tag, style = element.tag, element.get(f"{TEXT}style-name") or ""
        if tag in _UNSEEN:
            return True
        if tag in {Tag.PARAGRAPH, Tag.HEADING}:
            fields = element.iter(f"{TEXT}hidden-paragraph")
            return self._styles.hides_paragraph(style) or any(map(_is_hidden, fields))
        if tag == f"{TEXT}span":
            return self._styles.hides_words(style)
        if tag == f"{TEXT}section":
            display = element.get(f"{TEXT}display")
            return display == "none" or (display == "condition" and _is_hidden(element))
        return bool(tag == f"{TEXT}hidden-text" and _is_hidden(element))


def _is_hidden(element: etree._Element) -> bool:
    return bool(element.get(f"{TEXT}is-hidden") == "true")


def _count(spaces: etree._Element) -> int:
    count = spaces.get(f"{TEXT}c") or "1"
    return min(int(count), _MOST_SPACES) if count.isascii() and count.isdecimal() and len(count) < 9 else 1
