"""PDFs that open, and are made to exhaust, to confuse or to reach out."""

import random
import zlib
from collections.abc import Callable

Made = Callable[[str], bytes]

MB = 1_000_000
_SAY = b"BT /F 12 Tf 50 700 Td (Towns agree to dredge the harbour.) Tj ET"


def pdf(
    content: bytes = _SAY,
    *,
    more: str = "",
    page: str = "",
    count: int = 1,
    objects: str = "",
    packed: bool = False,
    deflated: bool = False,
) -> bytes:
    """Pages of one content; `more` goes into the catalogue, `page` into each page, `objects` beside them."""
    kids = " ".join(f"{10 + number} 0 R" for number in range(count))
    box = "" if "MediaBox" in page else "/MediaBox[0 0 595 842]"
    resources = "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>"
    sheet = f"<</Type/Page/Parent 2 0 R{box}/Contents 4 0 R{resources}{page}>>"
    stream = zlib.compress(content, 9) if packed else content
    head = f"<</Length {len(stream)}{'/Filter/FlateDecode' if packed or deflated else ''}>>"
    parts = [
        f"1 0 obj<</Type/Catalog/Pages 2 0 R{more}>>endobj\n".encode(),
        f"2 0 obj<</Type/Pages/Count {count}/Kids[{kids}]>>endobj\n".encode(),
        f"4 0 obj{head}stream\n".encode() + stream + b"\nendstream endobj\n",
        *(f"{10 + number} 0 obj{sheet}endobj\n".encode() for number in range(count)),
        (objects or _FONT).encode(),
    ]
    return b"%PDF-1.7\n" + b"".join(parts) + b"trailer<</Root 1 0 R/Size 9999>>\n%%EOF\n"


_FONT = "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"


def _form(content: str) -> str:
    head = f"<</Type/XObject/Subtype/Form/BBox[0 0 600 900]/Length {len(content)}"
    return f"{_FONT}6 0 obj{head}/Resources<</XObject<</X 6 0 R>>>>>>stream\n{content}\nendstream endobj\n"


def _unicode(characters: str) -> str:
    mapped = f"1 beginbfchar <41> <{characters}> endbfchar"
    font = "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>endobj\n"
    return f"{font}7 0 obj<</Length {len(mapped)}>>stream\n{mapped}\nendstream endobj\n"


def _metadata(entities: str, inside: str) -> bytes:
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!DOCTYPE a [{entities}]><t>{inside}</t></x:xmpmeta>'.encode()
    )


def _strewn(count: int) -> bytes:
    chance = random.Random(7)
    drawn = (
        f"1 0 0 1 {chance.random() * 560:.2f} {chance.random() * 800:.2f} Tm (a) Tj" for _ in range(count)
    )
    return f"BT /F 7 Tf {' '.join(drawn)} ET".encode()


def _packed_spaces() -> bytes:
    """A gigabyte of them, never whole in memory."""
    packing, piece = zlib.compressobj(9), b" " * MB
    return b"".join(packing.compress(piece) for _ in range(1_000)) + packing.compress(_SAY) + packing.flush()


KILLING_PDFS: dict[str, Made] = {
    "draws itself in itself, deep": lambda _: pdf(b"/X Do", objects=_form("/X Do /X Do")),
    "packs a gigabyte of white space": lambda _: pdf(_packed_spaces(), deflated=True),
    "has a letter that is 400 characters": lambda _: pdf(
        b"BT /F 9 Tf (" + b"A" * 100_000 + b") Tj ET", objects=_unicode("0061" * 400)
    ),
}
"""What brings pdfium down, and with it the process: these are read in one of their own."""

FORGED_PDFS: dict[str, Made] = {
    "is a good page": lambda _: pdf(),
    "runs a script on a page": lambda _: pdf(more="/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
    "starts a program from a page": lambda _: pdf(
        more="/OpenAction<</S/Launch/F(cmd.exe)>>", page="/AA<</O<</S/Launch/F(calc)>>>>"
    ),
    "opens a local file from a page": lambda uri: pdf(page=f"/AA<</O<</S/URI/URI({uri})>>>>"),
    "has its words in a local file": lambda uri: pdf(
        objects=_FONT + f"4 0 obj<</Length 0/F<</FS/URL/F({uri})>>/FFilter/A>>stream\n\nendstream endobj\n"
    ),
    "holds pages in a ring": lambda _: pdf().replace(b"/Kids[10 0 R]", b"/Kids[2 0 R 10 0 R 2 0 R]"),
    "has 300,000 letters on a page": lambda _: pdf(b"BT /F 1 Tf (" + b"a" * 300_000 + b") Tj ET"),
    "has 30,000 letters strewn over a page": lambda _: pdf(_strewn(30_000)),
    "has 3,000 words strewn over each of 50 pages": lambda _: pdf(_strewn(3_000), count=50),
    "has 20,000 letters at one place": lambda _: pdf(
        b"BT /F 9 Tf " + b"1 0 0 1 50 500 Tm (a) Tj " * 20_000 + b"ET"
    ),
    "has a million shapes": lambda _: pdf(b"0 0 9 9 re f " * MB, packed=True),
    "has a million states": lambda _: pdf(b"q " * MB + _SAY, packed=True),
    "packs a line of 50 MB": lambda _: pdf(b"BT /F 1 Tf (" + b"a" * 50 * MB + b") Tj ET", packed=True),
    "has letters of no character": lambda _: pdf(b"BT /F 9 Tf (AAAA) Tj ET", objects=_unicode("FFFF")),
    "has letters of half characters": lambda _: pdf(b"BT /F 9 Tf (AAAA) Tj ET", objects=_unicode("D83D")),
    "has sizes that are no sizes": lambda _: pdf(
        b"BT /F 1e38 Tf (a) Tj /F -9 Tf (b) Tj /F 0 Tf (c) Tj "
        b"0 0 0 0 0 0 Tm (d) Tj 1e38 0 0 1e38 1e38 0 Tm (e) Tj ET"
    ),
    "has a page of no size": lambda _: pdf(page="/MediaBox[0 0 0 0]"),
    "has a page as wide as the world": lambda _: pdf(page="/MediaBox[-1e30 -1e30 1e30 1e30]"),
    "has 2,500 pages": lambda _: pdf(count=2_500),
    "has metadata that laughs a billion times": lambda _: (
        pdf() + _metadata('<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">', "&a;")
    ),
    "has metadata that is a local file": lambda uri: pdf() + _metadata(f'<!ENTITY f SYSTEM "{uri}">', "&f;"),
    "has 900,000 tags of metadata": lambda _: pdf() + b"<x:xmpmeta>" + b"<a>" * 300_000 + b"</x:xmpmeta>",
}
