"""A codebook as XML: the labels as they stand in an article's file, under a root of their own.

Format history
    1   2026-11, Pressmark 0.1
"""

from lxml import etree

import resources
from pressmark.labels import Codebook
from pressmark.storage.bounded_xml import CannotRead, root_of
from pressmark.storage.checked_labels import Complaints, checked
from pressmark.storage.read_codebook import read_label
from pressmark.storage.write_xml import add_codebook, put_back
from pressmark.storage.xml_names import ARTICLE, named, number_of

VERSION = 1


def codebook_to_xml(codebook: Codebook) -> bytes:
    """The file's bytes, UTF-8."""
    root = etree.Element(named("pressmark-codebook"), nsmap={None: ARTICLE}, version=str(VERSION))
    foreign = add_codebook(root, codebook)
    etree.indent(root, space="  ")
    for label, kept in foreign:
        put_back(label, kept)
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def codebook_from_xml(data: bytes, name: str) -> Codebook:
    """The codebook in the bytes of the file `name`. Raises CannotRead."""
    root = root_of(data, name, "a codebook")
    version = number_of(root.get("version", ""))
    if root.tag != named("pressmark-codebook") or not version:
        raise CannotRead(f"{name} is XML, but not a codebook saved by Pressmark")
    if version > VERSION:
        raise CannotRead(f"{name} was saved by a newer Pressmark: update this one to read it")
    complaints = Complaints(name)
    schema = etree.XMLSchema(file=str(resources.path("schema", "codebook-1.xsd")))
    schema.validate(root)
    for entry in schema.error_log:
        said = entry.message.replace(f"{{{ARTICLE}}}", "")
        complaints.add(f"line {entry.line}", said)
    complaints.raise_any()
    labels = root.iterfind(f"{named('codebook')}/{named('label')}")
    return checked(((f"line {one.sourceline}", read_label(one)) for one in labels), complaints)
