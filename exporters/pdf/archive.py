"""What makes the file one for archives: what it is (XMP), its colours (ICC), the files in it."""

import re
from datetime import UTC, datetime
from functools import cache
from html import escape

from exporters.characters import one_line
from exporters.pdf.file import File, key, ref, refs, text, tree
from pressmark.brief import Attachment, Brief
from resources import path

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_CREATOR = "Pressmark"
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{told}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{creator}</pdf:Producer><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def language(brief: Brief) -> str:
    """The brief's language, if it is written as languages are."""
    return brief.language if _LANGUAGE.fullmatch(brief.language) else "en"


def title(brief: Brief) -> str:
    """What the file is called; it has to be called something."""
    return _field(brief.title) or "Untitled"


def information(brief: Brief, file: File) -> int:
    """The old dictionary of what the document is, for programs that read no XMP."""
    fields = {"Title": title(brief), "Author": _field(brief.author), "Subject": _field(brief.details)}
    fields |= {"Creator": _CREATOR, "Producer": _CREATOR}
    told = "".join(f"/{name}{text(value)}" for name, value in fields.items() if value)
    moment = _moment(brief)
    if moment is not None:
        date = f"(D:{moment:%Y%m%d%H%M%S}Z)"
        told += f"/CreationDate{date}/ModDate{date}"
    return file.put(f"<<{told}>>")


def metadata(brief: Brief, file: File) -> int:
    """The same as XMP, with what the file conforms to."""
    told = ""
    if author := _field(brief.author):
        told += f"<dc:creator><rdf:Seq><rdf:li>{escape(author, quote=False)}</rdf:li></rdf:Seq></dc:creator>"
    if details := _field(brief.details):
        value = f'<rdf:li xml:lang="x-default">{escape(details, quote=False)}</rdf:li>'
        told += f"<dc:description><rdf:Alt>{value}</rdf:Alt></dc:description>"
    moment = _moment(brief)
    if moment is not None:
        date = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
        told += f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
    packet = _PACKET.format(
        title=escape(title(brief), quote=False), told=told, language=language(brief), creator=_CREATOR
    )
    return file.stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML", packed=False)


def output_intent(file: File) -> str:
    """The colours are those of sRGB."""
    profile = file.stream(_srgb(), "/N 3")
    name = text("sRGB IEC61966-2.1")
    return (
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{name}/Info{name}"
        f"/DestOutputProfile {ref(profile)}>>"
    )


def attachments(brief: Brief, file: File) -> tuple[str, str]:
    """Writes the files that ride along; what the catalog says of them, and what its names."""
    if not brief.attachments:
        return "", ""
    names = _distinct([one_line(each.name) or "file" for each in brief.attachments])
    found = {name: _attached(each, name, file) for name, each in zip(names, brief.attachments, strict=True)}
    pairs = [(key(name), ref(number)) for name, number in sorted(found.items())]
    return f"/AF{refs(found.values())}", f"/EmbeddedFiles {ref(file.put(tree(file, pairs, 'Names')))}"


def _attached(attachment: Attachment, name: str, file: File) -> int:
    known = _MEDIA_TYPE.fullmatch(attachment.media_type)
    kind = attachment.media_type if known else "application/octet-stream"
    subtype = kind.replace("/", "#2F").replace("+", "#2B")
    size = len(attachment.data)
    stream = file.stream(attachment.data, f"/Type/EmbeddedFile/Subtype/{subtype}/Params<</Size {size}>>")
    return file.put(
        f"<</Type/Filespec/F{text(name)}/UF{text(name)}/Desc{text(attachment.description)}"
        f"/AFRelationship/Source/EF<</F {ref(stream)}/UF {ref(stream)}>>>>"
    )


def _distinct(names: list[str]) -> list[str]:
    """Each name once: the second of two is numbered."""
    found: list[str] = []
    for name in names:
        number, unique = 2, name
        while unique in found:
            number, unique = number + 1, f"{number} {name}"
        found.append(unique)
    return found


def _field(value: str) -> str:
    return one_line(value)[:2000]


def _moment(brief: Brief) -> datetime | None:
    created = brief.created
    return created.astimezone(UTC) if created is not None and created.tzinfo else created


@cache
def _srgb() -> bytes:
    """A profile of Little CMS, which lays no claim to it."""
    return path("srgb.icc").read_bytes()
