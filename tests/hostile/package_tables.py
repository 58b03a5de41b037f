"""The forged packages: as files that are opened, and as briefs whose articles are read again."""

import struct
import warnings
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.hostile.html_files import NEWS
from tests.hostile.package_files import (
    MAIN,
    MB,
    Made,
    W,
    document,
    main_part,
    package,
    pointing,
    with_entry,
    words,
)

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>'
)


def nested(levels: int) -> bytes:
    """A package in a package in a package, each of them sixteen times."""
    data = package({"0.dll": bytes(MB)})
    for _ in range(levels):
        data = package({f"{number}.zip": data for number in range(16)})
    return data


def overlapping(count: int) -> bytes:
    """Many members that all lie at one place (as in David Fifield's bomb)."""
    data = document(words("x" * 1000))
    end = data.rindex(b"PK\5\6")
    at = data.index(b"PK\1\2")
    entry = data[at : data.find(b"PK\1\2", at + 1) if data.count(b"PK\1\2") > 1 else end]
    listed = b"".join(entry.replace(b"word/document", b"word/%08d" % n) for n in range(count))
    return (
        data[:at]
        + listed
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count % 65536, count % 65536, len(listed), at, 0)
    )


def twice(first: str, second: str) -> bytes:
    file = BytesIO()
    with warnings.catch_warnings(), ZipFile(file, "w") as zipped:
        warnings.simplefilter("ignore")
        zipped.writestr(MAIN, first)
        zipped.writestr(MAIN, second)
    return file.getvalue()


def link(target: str) -> bytes:
    """A main part that is a symbolic link."""
    file, info = BytesIO(), ZipInfo(MAIN)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with ZipFile(file, "w") as zipped:
        zipped.writestr(info, target)
        zipped.writestr("word/styles.xml", f'<w:styles xmlns:w="{W}"/>')
    return file.getvalue()


def squeezed(size: int, kind: int, says: int) -> bytes:
    """A member of zeros that says it is small."""
    return with_entry(package({MAIN: bytes(size)}, kind), size=says)


def named(*names: str) -> Made:
    return lambda _: document(parts=dict.fromkeys(names, NEWS))


def declaring(part: str, encoding: str = "utf-8") -> Made:
    def made(uri: str) -> bytes:
        text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "{uri}">]>'
        return document(parts={part: (text + main_part(words("&e;"))[21:]).encode(encoding)})

    return made


def excess(inside: str) -> Made:
    """Not packed, so that no ratio gives it away."""
    return lambda _: document(inside, method=ZIP_STORED)


PACKAGES: dict[str, Made] = {
    "unpacks to a thousand times its size": lambda _: document(parts={"word/media/a.bin": bytes(60 * MB)}),
    "unpacks to spaces in its text": lambda _: document(words(" " * 20 * MB)),
    "is packages in packages": lambda _: nested(3),
    "is packages in a document": lambda _: document(parts={"word/embeddings/a.zip": nested(2)}),
    "has 20,000 members": lambda _: document(parts={f"word/{number}.xml": "" for number in range(20_000)}),
    "has 600,000 members in one place": lambda _: overlapping(600_000),
    "has 4,000 members in one place": lambda _: overlapping(4_000),
    "has names that climb": named("../../evil.xml", "..\\..\\evil.exe", "word/../../../evil"),
    "has names from the root": named(
        "/etc/cron.d/evil", "C:\\Windows\\evil.dll", "//host/share/x", "file:///x"
    ),
    "has names that are none": named("/", ".", "a" * 60_000, "\u202egpj.exe", "con", "a\nb"),
    "is a symbolic link to a local file": lambda uri: link(uri.removeprefix("file://")),
    "says that it is encrypted": lambda _: with_entry(document(), flags=1),
    "says that it is strongly encrypted": lambda _: with_entry(document(), flags=0x41),
    "says an odd flag": lambda _: with_entry(document(), flags=0x20),
    "says an unknown method": lambda _: with_entry(document(), method=97),
    "says a method that it is not packed by": lambda _: with_entry(document(), method=14),
    "says it is larger than it is": lambda _: with_entry(document(), size=50 * MB),
    "says it is smaller than it is": lambda _: with_entry(document(), size=10),
    "says it is 4 GB": lambda _: with_entry(document(), size=2**32 - 1, packed=2**32 - 1),
    "says it begins elsewhere": lambda _: with_entry(document(), offset=2**31),
    "says deflated zeros are small": lambda _: squeezed(200 * MB, 8, 100),
    "says bzip2 zeros are small": lambda _: squeezed(200 * MB, ZIP_BZIP2, 100),
    "says lzma zeros are small": lambda _: squeezed(200 * MB, ZIP_LZMA, 100),
    "is packed by bzip2": lambda _: document(method=ZIP_BZIP2),
    "has its main part twice": lambda _: twice(main_part(words()), main_part(words("Another text."))),
    "has its main part twice, once a bomb": lambda _: twice(
        main_part(words()), main_part(words("x" * 30 * MB))
    ),
    "is empty": lambda _: package({}),
    "is not a package": lambda _: b"PK\3\4" + bytes(10_000),
    "has no list of members": lambda _: document()[:-100],
    "has a comment of 60 kB": lambda _: document()[:-2] + struct.pack("<H", 60_000) + b"PK\5\6" * 15_000,
    "has things before it": lambda _: b"PK\3\4" + b"x" * 1000 + document(),
    **{
        f"is cut off after {part} of 16": lambda _, part=part: document()[: len(document()) * part // 16]
        for part in range(1, 16)
    },  # type: ignore[misc]
    "is an OpenDocument text": lambda uri: package(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<!DOCTYPE a SYSTEM "{uri}"><a/>',
        },
        ZIP_STORED,
    ),
    "is an OpenDocument bomb": lambda _: package({"mimetype": "x", "content.xml": " " * 100 * MB}),
    "is a workbook": lambda _: package({"xl/workbook.xml": "<a/>", "xl/externalLinks/e.xml": "<a/>"}),
    "is a book": lambda _: package({"META-INF/container.xml": "<a/>"}),
    "is any package": lambda _: package({"a.txt": NEWS}),
}

DOCUMENTS: dict[str, Made] = {
    "points at a local file": pointing,
    "points at a local path": lambda uri: pointing(uri.removeprefix("file://")),
    "points at the network": lambda _: pointing("http://127.0.0.1:9/x.png"),
    "points at a share": lambda _: pointing("\\\\127.0.0.1\\share\\x.dotm"),
    "points at a script": lambda _: pointing("javascript:alert(1)"),
    "declares a document type": declaring(MAIN),
    "declares a document type in UTF-16": declaring(MAIN, "utf-16"),
    "declares a document type in its properties": declaring("docProps/core.xml"),
    "declares a document type in its relationships": declaring("word/_rels/document.xml.rels"),
    "declares a document type in its list of types": declaring("[Content_Types].xml"),
    "declares a document type in a part without an ending": declaring("word/x"),
    "declares a document type after a megabyte": lambda uri: document(
        parts={"word/styles.xml": f'<?xml version="1.0"?><!--{"x" * MB}--><!DOCTYPE a SYSTEM "{uri}"><a/>'}
    ),
    "has no main part": lambda _: package({"word/styles.xml": "<a/>"}),
    "has an empty main part": lambda _: package({MAIN: ""}),
    "has a main part of another kind": lambda _: package({MAIN: b"\x89PNG\r\n\x1a\n"}),
    "has relationships that lead nowhere": excess(
        '<w:p><w:hyperlink r:id="r99"/></w:p><w:p><w:r><w:drawing/></w:r></w:p>'
    ),
    "has notes that are not there": excess(
        '<w:p><w:r><w:footnoteReference w:id="9"/><w:commentReference w:id="x"/></w:r></w:p>'
    ),
    "is 100,000 deep": excess("<w:ins>" * 100_000 + words() + "</w:ins>" * 100_000),
    "is 900 deep": excess("<w:ins>" * 900 + words() + "</w:ins>" * 900),
    "has tables in tables": excess("<w:tbl><w:tr><w:tc>" * 150 + words() + "</w:tc></w:tr></w:tbl>" * 150),
    "has fields in fields": excess('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000),
    "has a list 10,000 deep": excess(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99999999"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>' * 2000
    ),
    "has a row that spans a million": excess(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='1000000'/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>"
    ),
    "has a table of 50,000 cells": excess(f"<w:tbl>{'<w:tr><w:tc/><w:tc/></w:tr>' * 25_000}</w:tbl>"),
    "has 100,000 attributes": excess("<w:p " + "".join(f'w:a{n}="1" ' for n in range(100_000)) + "/>"),
    "has 11 MB of empty paragraphs": excess("<w:p/>" * 1_900_000),
    "has 11 MB of empty runs": excess("<w:p>" + "<w:r/>" * 1_900_000 + "</w:p>"),
    "has 9 MB of text in runs": excess("<w:p>" + "<w:r><w:t>word </w:t></w:r>" * 330_000 + "</w:p>"),
    "has 9 MB of text": excess(words("word " * 1_800_000)),
    "has 5 MB of bookmarks": excess(
        "<w:p>" + "".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(120_000)) + "</w:p>"
    ),
    "has styles in a ring": lambda _: document(
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        {
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:type="paragraph" '
            'w:styleId="a"><w:basedOn w:val="a"/></w:style></w:styles>'
        },
    ),
    "has numbering in a ring": lambda _: document(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId '
        'w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        {
            "word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:abstractNum '
            'w:abstractNumId="0"><w:numStyleLink w:val="s"/>'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
            "word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style '
            'w:type="numbering" w:styleId="s"><w:pPr><w:numPr>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>',
        },
    ),
    "has notes in a ring": lambda _: document(
        '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        {
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>x</w:t>'
            '<w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>'
        },
    ),
    "has a style map of its own": lambda uri: document(
        parts={"mammoth/style-map": f"p => img[src='{uri}']:fresh"}
    ),
    "has a title of a megabyte": lambda _: document(parts={"docProps/core.xml": CORE.format("x" * MB)}),
    "has properties that are none": lambda _: document(parts={"docProps/core.xml": "no XML"}),
    "has an entity nobody declared": excess(words("&nobody;")),
    "has markup as text": excess(words("&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=y&gt;")),
    "has controls by their numbers": excess(words("a&#1;b&#0;c")),
    "is in an encoding that nobody knows": lambda _: package(
        {MAIN: main_part(words()).replace('1.0"', '1.0" encoding="klingon"')}
    ),
}


def values(count: int, tag: str) -> str:
    """What a brief's tables said once: as many values, all of one tag where it holds no number."""
    listed = "".join(
        f'<value tag="{tag.format(n)}" anchor="p{n}" field="due">{n}</value>' for n in range(count)
    )
    return f'<values xmlns="urn:pressmark:brief-values:1">{listed}</values>'


def controls(count: int, tag: str) -> str:
    return "".join(
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag.format(n)}"/></w:sdtPr>'
        "<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
        for n in range(count)
    )


BRIEFS: dict[str, Made] = {
    "has a part whose number has 5,000 digits": lambda _: document(
        parts={f"customXml/item{'9' * 5000}.xml": "<a/>"}
    ),
    "has a part whose number is in other digits": lambda _: document(parts={"customXml/item٣.xml": "<a/>"}),
    "has 4,000 articles": lambda _: document(
        parts={f"customXml/item{n}.xml": '<a xmlns="urn:pressmark:article:1"/>' for n in range(4_000)}
    ),
    "has 50,000 values of one tag": lambda _: document(
        controls(50_000, "t"), {"customXml/item1.xml": values(50_000, "t")}, ZIP_STORED
    ),
    "has 50,000 values": lambda _: document(
        controls(50_000, "t{}"), {"customXml/item1.xml": values(50_000, "t{}")}, ZIP_STORED
    ),
    "has controls in controls": lambda _: document(
        "<w:sdt><w:sdtContent>" * 120 + words() + "</w:sdtContent></w:sdt>" * 120,
        {"customXml/item1.xml": values(3, "t")},
    ),
    "has a million elements in a part": lambda _: document(
        parts={"customXml/item1.xml": f"<a>{'<b/>' * MB}</a>"}, method=ZIP_STORED
    ),
    "has 30 MB in a part": lambda _: document(
        parts={"customXml/item1.xml": f"<a>{zlib.crc32(b'x')}{'<b>x</b>' * 3_700_000}</a>"}, method=ZIP_STORED
    ),
    "has a part that is no XML": lambda _: document(parts={"customXml/item1.xml": "words"}),
    "has a damaged part": lambda _: document()[:60] + b"\0\0\0\0" + document()[64:],
}
