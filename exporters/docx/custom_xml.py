"""Data that rides along unseen: the annotated articles, and the values that controls show."""

from uuid import NAMESPACE_URL, uuid5

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from lxml import etree

from exporters.docx.controls import NAMESPACE
from exporters.docx.draft import Draft
from exporters.docx.package import DocumentPackage
from exporters.docx.wml import part, xml
from exporters.unusable import UnusableError
from pressmark.brief import Attachment


class NotXmlError(UnusableError):
    """An attachment says that it is XML and is not."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name}” was to ride along in the Word document, but is no well-formed XML.")


def add_custom_xml(package: DocumentPackage, draft: Draft) -> None:
    """Every attachment that is XML, for Word keeps no other; then the values of the controls."""
    for attachment in draft.brief.attachments:
        if _is_xml(attachment.media_type):
            _add(package, attachment.name, attachment.data, _namespace(attachment))
    if draft.controls.remembered:
        _add(package, "values", draft.controls.part(), NAMESPACE)


def _add(package: DocumentPackage, name: str, data: bytes, namespace: str) -> None:
    number = sum(tie.reltype == RELATIONSHIP_TYPE.CUSTOM_XML for tie in package.document.rels.values()) + 1
    item = package.part(f"/customXml/item{number}.xml", "application/xml", data)
    identity = "{" + str(uuid5(NAMESPACE_URL, f"{number} {name}")).upper() + "}"
    schemas = xml("ds:schemaRefs", {}, *([xml("ds:schemaRef", {"ds:uri": namespace})] if namespace else []))
    properties = part("ds:datastoreItem", "ds", {"ds:itemID": identity}, schemas)
    props = f"/customXml/itemProps{number}.xml"
    beside = package.part(props, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, properties)
    item.relate_to(beside, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    package.tie(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _is_xml(media_type: str) -> bool:
    kind = media_type.partition(";")[0].strip().lower()
    return kind in {"application/xml", "text/xml"} or kind.endswith("+xml")


def _namespace(attachment: Attachment) -> str:
    """That of the root. Word calls a document damaged that holds data it cannot parse."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        root = etree.fromstring(attachment.data, parser)
    except etree.XMLSyntaxError as error:
        raise NotXmlError(attachment.name) from error
    return etree.QName(root).namespace or ""
