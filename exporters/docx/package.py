"""The document as a file: parts, relationships, properties, and a ZIP that is the same for the same brief."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package

from exporters.characters import one_line
from pressmark.brief import Brief

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that ZIP knows
_LONGEST_PROPERTY = 255
_FAST = 6
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>Pressmark</Application></Properties>"""


class DocumentPackage:
    """The parts around one document. python-docx's template is not among them: it brings two hundred
    styles, a thumbnail and somebody else's properties, ten times as large as a brief."""

    def __init__(self, brief: Brief) -> None:
        self._package = Package()
        self.document = self.part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, b"")
        core = PackURI("/docProps/core.xml")
        properties = cast(Any, _core_properties(brief))
        parts = {
            RELATIONSHIP_TYPE.OFFICE_DOCUMENT: self.document,
            RELATIONSHIP_TYPE.CORE_PROPERTIES: XmlPart(
                core, CONTENT_TYPE.OPC_CORE_PROPERTIES, properties, self._package
            ),
            RELATIONSHIP_TYPE.EXTENDED_PROPERTIES: self.part(
                "/docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APP
            ),
        }
        for relationship, part in parts.items():
            self._package.relate_to(part, relationship)

    def part(self, name: str, content_type: str, content: bytes) -> Part:
        """A part that nothing is tied to yet."""
        return Part(PackURI(name), content_type, content, self._package)

    def add(self, name: str, content_type: str, relationship: str, content: bytes, tie: str = "") -> Part:
        """Tie a part to the document, by the name of `tie` or by the next that is free."""
        added = self.part(f"/word/{name}", content_type, content)
        if tie:
            self.document.rels.add_relationship(relationship, added, tie)
        else:
            self.document.relate_to(added, relationship)
        return added

    def tie(self, part: Part, relationship: str) -> str:
        """The name of the document's tie to `part`."""
        return str(self.document.relate_to(part, relationship))

    def fill(self, content: bytes) -> None:
        """The document itself, once all that it names is there."""
        self.document._blob = content

    def packed(self) -> bytes:
        """The whole file. Zipped once more than python-docx does, for it stamps the hour on every member."""
        dated, undated = BytesIO(), BytesIO()
        self._package.save(dated)
        with ZipFile(dated) as source, ZipFile(undated, "w", ZIP_DEFLATED, compresslevel=_FAST) as target:
            for name in source.namelist():
                member = ZipInfo(name, _EPOCH)
                member.compress_type = ZIP_DEFLATED
                target.writestr(member, source.read(name))
        return undated.getvalue()


def link(part: Part, addresses: Mapping[str, str]) -> None:
    """Add the ties that lead out of the part: their names by address."""
    for address, name in addresses.items():
        part.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)


def _core_properties(brief: Brief) -> object:
    element = CT_CoreProperties.new()
    properties = CoreProperties(element)
    properties.title = _property(brief.title)
    properties.subject = _property(brief.details)
    properties.author = _property(brief.author)
    properties.last_modified_by = _property(brief.author)
    properties.language = _property(brief.language)
    if brief.created:
        properties.created = properties.modified = _universal(brief.created)
    return element


def _property(text: str) -> str:
    return one_line(text)[:_LONGEST_PROPERTY]


def _universal(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment
