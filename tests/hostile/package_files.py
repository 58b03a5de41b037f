"""Word documents and other ZIP packages that are forged, by what they try."""

import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from tests.hostile.html_files import NEWS

Made = Callable[[str], bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MAIN = "word/document.xml"
MB = 1_000_000
_ENTRY = struct.Struct("<4s6H3L5H2L")


def package(parts: Mapping[str, bytes | str], method: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", method) as zipped:
        for name, part in parts.items():
            zipped.writestr(name, part)
    return file.getvalue()


def words(said: str = NEWS) -> str:
    return f"<w:p><w:r><w:t>{said}</w:t></w:r></w:p>"


def main_part(inside: str, before: str = "") -> str:
    return (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{inside}</w:body>'
        "</w:document>"
    )


def document(
    inside: str = "", parts: Mapping[str, bytes | str] | None = None, method: int = ZIP_DEFLATED
) -> bytes:
    """A Word document of two paragraphs with what is tried between them."""
    return package({MAIN: main_part(words() + inside + words()), **(parts or {})}, method)


def related(*targets: tuple[str, str, str]) -> dict[str, str]:
    """Relationships of the main part to targets outside: (id, kind, target)."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'
        for key, kind, target in targets
    )
    return {"word/_rels/document.xml.rels": f'<Relationships xmlns="{RELS}">{listed}</Relationships>'}


def pointing(target: str) -> bytes:
    """A document whose pictures, objects, template, styles and links all lead to one place outside."""
    picture = (
        f'<w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
        f'<a:graphic xmlns:a="{DRAWING}/main">'
        f'<a:graphicData><pic:pic xmlns:pic="{DRAWING}/picture">'
        '<pic:blipFill><a:blip r:link="r1" r:embed="r1"/>'
        "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    old = '<w:pict><v:imagedata xmlns:v="urn:schemas-microsoft-com:vml" r:id="r1" r:href="r1"/></w:pict>'
    ole = '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="r2"/></w:object>'
    field = f'<w:r><w:instrText> INCLUDETEXT "{target}" </w:instrText></w:r>'
    chunk = '<w:altChunk r:id="r3"/><w:p><w:hyperlink r:id="r4">'
    f"<w:r><w:t>A link</w:t></w:r></w:hyperlink>{field}</w:p>"
    kinds = (
        "image",
        "oleObject",
        "aFChunk",
        "hyperlink",
        "attachedTemplate",
        "styles",
        "numbering",
        "footnotes",
    )
    return document(
        f"<w:p><w:r>{picture}{old}{ole}</w:r></w:p>{chunk}",
        {
            **related(*((f"r{number}", kind, target) for number, kind in enumerate(kinds, 1))),
            "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="{R}">'
            '<w:attachedTemplate r:id="r5"/></w:settings>',
            "[Content_Types].xml": "<Types "
            'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        },
    )


def entries(data: bytes) -> list[int]:
    """Where the entries of the package's list of members begin."""
    found, at = [], data.find(b"PK\1\2")
    while at >= 0:
        found.append(at)
        at = data.find(b"PK\1\2", at + 1)
    return found


def with_entry(data: bytes, **fields: int) -> bytes:
    """The package whose list of members says this of each, whatever it is."""
    places = {"flags": 3, "method": 4, "packed": 8, "size": 9, "offset": 16}
    changed = bytearray(data)
    for at in entries(data):
        values = list(_ENTRY.unpack_from(changed, at))
        for name, value in fields.items():
            values[places[name]] = value
        _ENTRY.pack_into(changed, at, *values)
    return bytes(changed)
