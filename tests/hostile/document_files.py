"""Forged OpenDocument texts, RTF, EPUB and Markdown, by what they try."""

from collections.abc import Callable, Mapping
from pathlib import Path
from zipfile import ZIP_STORED

from tests.hostile.html_files import NEWS
from tests.hostile.package_files import MB, package
from tests.hostile.xml_files import LAUGHS

Made = Callable[[str], bytes]
SAMPLES = Path(__file__).parents[1] / "pressmark" / "importers" / "samples"

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table")
)


def open_document(inside: str, before: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    content = (
        f"{before}<office:document-content {_NAMES}><office:body><office:text>{inside}</office:text>"
        "</office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return package(
        {"mimetype": kind, "META-INF/manifest.xml": "<m/>", "content.xml": content, **(parts or {})},
        ZIP_STORED,  # what repeats itself is not to be refused for packing well
    )


def entity(uri: str) -> str:
    return f'<!DOCTYPE a [<!ENTITY f SYSTEM "{uri}">]>'


def styled(count: int) -> str:
    return "".join(
        f'<s:style xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0" s:family="paragraph" '
        f's:name="p{at}" s:parent-style-name="p{(at + 1) % count}"/>'
        for at in range(count)
    )


OPEN_DOCUMENTS: dict[str, Made] = {
    "is a local file": lambda uri: open_document("<text:p>&f;</text:p>", entity(uri)),
    "has a document type in a local file": lambda uri: open_document(
        "<text:p>&f;</text:p>", f'<!DOCTYPE a SYSTEM "{uri}">'
    ),
    "laughs a billion times": lambda _: open_document("<text:p>&i;</text:p>", f"<!DOCTYPE a [{LAUGHS}]>"),
    "laughs in its properties": lambda _: open_document(
        "<text:p>x</text:p>", parts={"meta.xml": f"<!DOCTYPE a [{LAUGHS}]><a>&i;</a>"}
    ),
    "has styles in a ring": lambda _: open_document(
        '<text:p text:style-name="p1">x</text:p>' * 9_000, parts={"styles.xml": f"<a>{styled(5_000)}</a>"}
    ),
    "is 5,000 deep": lambda _: open_document("<text:section>" * 5_000),
    "has 200 paragraphs deep in each other": lambda _: open_document("<text:p>x" * 200 + "</text:p>" * 200),
    "has tables deep in tables": lambda _: open_document(
        "<table:table-row><table:table-cell><text:p>x</text:p>" * 100
        + "</table:table-cell></table:table-row>" * 100
    ),
    "has 100,000 attributes": lambda _: open_document(
        "<text:p" + "".join(f" a{at}=''" for at in range(100_000)) + ">x</text:p>"
    ),
    "has a billion spaces": lambda _: open_document('<text:p>x<text:s text:c="999999999"/></text:p>' * 9_000),
    "has 60,000 notes": lambda _: open_document("<text:p><text:note>x</text:note></text:p>" * 60_000),
    "has 200,000 paragraphs": lambda _: open_document("<text:p>x</text:p>" * 200_000),
    "has a line of 10 MB": lambda _: open_document(f"<text:p>{'x' * 10 * MB}</text:p>"),
}

RTFS: dict[str, Made] = {
    "has a million groups": lambda _: b"{\\rtf1" + b"{}" * MB,
    "has 10 million groups to skip": lambda _: b"{\\rtf1{\\pict" + b"{}" * 10 * MB,
    "has 10 million words": lambda _: b"{\\rtf1" + b"\\f1" * 10 * MB,
    "has a million paragraphs": lambda _: b"{\\rtf1" + b"\\par x" * MB,
    "has a million cells": lambda _: b"{\\rtf1" + b"a\\cell " * MB,
    "has 100,000 notes deep in each other": lambda _: b"{\\rtf1" + b"{\\footnote a" * 100_000,
    "has a million styles of one name": lambda _: (
        b"{\\rtf1{\\stylesheet" + b"{\\s1 a;}" * MB + b"}\\s1 x\\par}"
    ),
    "has styles in a ring": lambda _: (
        b"{\\rtf1{\\stylesheet{\\s1\\sbasedon2 a;}{\\s2\\sbasedon1 b;}}\\s1" + b" x\\par" * 9_000
    ),
    "has 5 million escaped characters": lambda _: b"{\\rtf1 " + b"\\'e9" * 5 * MB,
    "has code pages that nobody knows": lambda _: b"{\\rtf1\\ansi\\ansicpg99999\\'e9{\\f9\\'e9}x}",
    "has numbers of ten digits": lambda _: (
        b"{\\rtf1\\uc9999999999\\u9999999999 x\\s9999999999\\bin9999999999 x"
    ),
    "skips into a field that is a local file": lambda uri: (
        f'{{\\rtf1 x{{\\field{{\\*\\fldinst INCLUDEPICTURE "{uri}"}}{{\\fldrslt y}}}}}}'.encode()
    ),
}


def epub(
    pages: Mapping[str, str], spine: str = "", before: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    items = "".join(f'<item id="{name}" href="{name}" media-type="text/html"/>' for name in pages)
    order = spine or "".join(f'<itemref idref="{name}"/>' for name in pages)
    return package(
        {
            "META-INF/container.xml": '<container><rootfile full-path="content.opf"/></container>',
            "content.opf": f"{before}<package>{items}<spine>{order}</spine></package>",
            **pages,
            **(parts or {}),
        },
        ZIP_STORED,
    )


def page(inside: str) -> str:
    return f"<html><body><h1>Towns</h1>{inside}<p>{NEWS * 9}</p></body></html>"


EPUBS: dict[str, Made] = {
    "is a good one": lambda _: epub({"a.html": page(""), "b.html": page("")}),
    "is a local file": lambda uri: epub({"a.html": page("")}, before=entity(uri)),
    "has a page that is a local file": lambda uri: epub({"a.html": entity(uri) + page("&f;")}),
    "laughs a billion times": lambda _: epub({"a.html": f"<!DOCTYPE a [{LAUGHS}]>" + page("&i;")}),
    "has names that climb": lambda _: epub({"../../etc/passwd": page(""), "/etc/passwd": page("")}),
    "points to a local file": lambda uri: epub(
        {"a.html": page(f'<img src="{uri}"><link href="{uri}"><iframe src="{uri}">')},
        parts={
            "META-INF/encryption.xml": f'<a><EncryptedData><CipherReference URI="{uri}"/></EncryptedData></a>'
        },
    ),
    "reads one page 100,000 times": lambda _: epub(
        {"a.html": page("x")}, spine='<itemref idref="a.html"/>' * 100_000
    ),
    "has 3,000 pages": lambda _: epub({f"{at}.html": page("") for at in range(3_000)}),
    "has pages 400 deep": lambda _: epub({f"{at}.html": page("<div>" * 400) for at in range(9)}),
    "has notes deep in each other": lambda _: epub(
        {
            "a.html": page(
                '<a epub:type="noteref" href="#n">1</a>' + '<aside epub:type="footnote" id="n">x' * 400
            )
        }
    ),
    "has 50,000 notes": lambda _: epub(
        {
            "a.html": page(
                '<a epub:type="noteref" href="#n">1</a><aside epub:type="footnote" id="n">x</aside>' * 50_000
            )
        }
    ),
    "unpacks to a thousand times its size": lambda _: package({"META-INF/container.xml": " " * 60 * MB}),
    "has pages of 200,000 elements": lambda _: epub(
        {f"{at}.html": page("<p>x" * 200_000) for at in range(9)}
    ),
    "has a page of 40 MB": lambda _: epub({"a.html": page("x " * 20 * MB)}),
    "is a container of itself": lambda _: package(
        {"META-INF/container.xml": '<a><rootfile full-path="META-INF/container.xml"/></a>'}
    ),
}

MARKDOWNS: dict[str, Made] = {
    name: lambda _, text=text: text.encode()  # type: ignore[misc]
    for name, text in {
        "is brackets": "[" * 490_000,
        "is pictures": "![a](" * 98_000,
        "is marks": "*a **b _c " * 45_000,
        "is deep in quotations": ">" * 490_000 + "a",
        "is deep in lists": "".join(" " * at + "- a\n" for at in range(900)),
        "is a table of many columns": "|" + "a|" * 9_000 + "\n|" + "-|" * 9_000 + "\n" + "|a\n" * 9_000,
        "is backticks": "".join("`" * at + "a" for at in range(950)),
        "is notes of one another": "".join(f"[^{at}]: a[^{at + 1}]\n" for at in range(20_000)) + "\nx[^0]",
        "is one note many times": "a[^1]" * 90_000 + "\n\n[^1]: x",
        "has a head of 900 kB": "---\n" + "a: [[[\n" * 120_000 + "---\nx",
        "has a deep head": "+++\na = " + "[" * 19_000 + "\n+++\nx",
        "has a script": "<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\nx",
        "is open comments": "<!-- " * 95_000,
        "is open tags": "<a " * 160_000,
    }.items()
}  # fmt: skip
