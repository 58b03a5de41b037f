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
from exporters.docx.wml import Element
from pressmark.brief import Brief

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day that ZIP knows
_LONGEST_PROPERTY = 255
_APP = b"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">\
<Application>Pressmark</Application></Properties>"""


class DocumentPackage:
    """The parts around one document. python-docx's template is not among them: it brings two hundred
    styles, a thumbnail and somebody else's properties, ten times as large as a brief."""

    def __init__(self, brief: Brief, document: Element) -> None:
        self._package = Package()
        self._document = self._part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, document)
        app = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APP, self._package)
        core = self._part("/docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, _core_properties(brief))
        self._package.relate_to(self._document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        self._package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
        self._package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)

    def add(self, name: str, content_type: str, relationship: str, content: Element) -> str:
        """Tie a part to the document; answers with the name of the tie."""
        return self._document.relate_to(self._part(f"/word/{name}.xml", content_type, content), relationship)

    def link(self, addresses: Mapping[str, str]) -> None:
        """Add the ties that lead out of the document: their names by address."""
        for address, name in addresses.items():
            self._document.rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)

    def packed(self) -> bytes:
        """The whole file. Zipped once more than python-docx does, for it stamps the hour on every member."""
        dated, undated = BytesIO(), BytesIO()
        self._package.save(dated)
        with ZipFile(dated) as source, ZipFile(undated, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                member = ZipInfo(name, _EPOCH)
                member.compress_type = ZIP_DEFLATED
                target.writestr(member, source.read(name))
        return undated.getvalue()

    def _part(self, name: str, content_type: str, content: Element) -> XmlPart:
        return XmlPart(PackURI(name), content_type, cast(Any, content), self._package)


def _core_properties(brief: Brief) -> Element:
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
