"""Tables, workbooks and JSON that are forged: to fill the memory, to take long, to be no table at all."""

import json
from collections.abc import Callable

from tests.hostile.html_files import NEWS
from tests.hostile.package_files import MB, package
from tests.hostile.xml_files import LAUGHS
from tests.pressmark.importers.media_exports import CISION, comma_separated, workbook

Made = Callable[[str], bytes]

HEAD = b"Title,Text\n"
ROW = f'"Towns agree","{NEWS}"\n'.encode()


def cells(data: bytes) -> Made:
    return lambda _: HEAD + data


TABLE_FILES: dict[str, Made] = {
    "is a good one": lambda _: HEAD + ROW,
    "is one cell of 20 MB": cells(b"x," + b"x" * 20 * MB),
    "is a quote of 20 MB": cells(b'x,"' + b"x" * 20 * MB),
    "is 20 MB of quotes": cells(b'"' * 20 * MB),
    "is 49 MB of line ends": cells(b"\n" * 49 * MB),
    "is 49 MB of delimiters": cells(b"," * 49 * MB),
    "is 49 MB of short rows": cells(b"a,b\n" * 12 * MB),
    "is a million columns": lambda _: b"x," * MB + b"\n" + b"y," * MB,
    "is 10,000 rows of 900 columns": lambda _: (b"x," * 900 + b"\n") * 10_000,
    "is 9,000 columns in row 9,000": cells(ROW * 9_000 + b"x," * 9_000),
    "is a header of 4 MB": lambda _: b"Title,Text" + b"x" * 4 * MB + b"\n" + ROW,
    "is 200,000 articles": cells(ROW * 200_000),
    "is quotes in quotes": cells(b'x,"' + b'""' * 5 * MB + b'"\n'),
    "is backslashes": cells(b'x,"' + b'\\"' * 2 * MB + b'"\n'),
    "is formulas": cells(b"=1+1,@SUM(A1)\n" + ROW),
    "reaches for a local file": lambda uri: HEAD + f'"x","=WEBSERVICE(""{uri}"")"\n'.encode() + ROW,
    "has a picture of a local file": lambda uri: HEAD + f'"x","<p>{NEWS}<img src=\'{uri}\'></p>"\n'.encode(),
    "has 20,000 tags in a cell": cells(b'x,"' + b"<div>" * 20_000 + b'"\n' + ROW),
    "has a few tags in every cell": cells((b'x,"' + b"<p>a<br>b</p>" * 30 + b'text"\n') * 10_000),
    "has tags in every cell": cells((b'x,"' + b"<div>" * 400 + b'text"\n') * 10_000),
    "has character references": cells(b'x,"' + b"&#9;&quot;&nbsp;" * MB + b'"\n'),
    "has NUL": cells(b"a\0b,c\0\n"),
    "is in no encoding": cells(b"\xff\xfe\x81,\x8d,\x8f\n" * 1000),
    "says an odd separator": lambda _: b"sep=\x01\n" + HEAD + ROW,
    "says a line end for a separator": lambda _: b'sep="\n' + HEAD + ROW,
    "is dates of digits": lambda _: b"Date,Text\n" + b"9" * MB + b"," + ROW,
    "is dates without end": lambda _: b"Date,Text\n" + (b'"1/2/2026 ","' + NEWS.encode() + b'"\n') * 9_000,
    "is controls": cells(bytes(range(1, 32)) * 1000),
}


def sheet(inside: str, shared: str = "", method: int = 8) -> bytes:
    """A workbook of one sheet with these rows in XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kinds}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kinds}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kinds}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{related}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{related}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
        f'Type="{related}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
        f'Type="{related}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{inside}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
    }
    return package(parts, method)


def row(*texts: str, more: str = "") -> str:
    inside = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f"<row{more}>{inside}</row>"


TITLES = row("Title", "Text")
GOOD = TITLES + row("Towns agree", NEWS)

WORKBOOK_FILES: dict[str, Made] = {
    "is a good one": lambda _: workbook(("Clips", CISION)),
    "is a good one by hand": lambda _: sheet(GOOD),
    "laughs a billion times": lambda _: package(
        {"xl/workbook.xml": f"<!DOCTYPE a [{LAUGHS}]><workbook>&i;</workbook>"}
    ),
    "is a local file": lambda uri: package(
        {"xl/workbook.xml": f'<!DOCTYPE a [<!ENTITY f SYSTEM "{uri}">]><workbook>&f;</workbook>'}
    ),
    "unpacks to a thousand times its size": lambda _: sheet(GOOD + " " * 60 * MB),
    "says that it has a million rows": lambda _: sheet(TITLES + row("x", NEWS, more=' r="1048576"')),
    "says that it is 16,384 columns wide": lambda _: sheet(
        TITLES + "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(2, 9_000)), method=0
    ),
    "says columns beyond any": lambda _: sheet(TITLES + '<row><c r="ZZZZZZ9"><v>1</v></c></row>'),
    "says row numbers that are none": lambda _: sheet(TITLES + row("x", NEWS, more=' r="-9999999999"')),
    "has a number of a million digits": lambda _: sheet(
        GOOD + f"<row><c><v>{'9' * MB}</v></c></row>", method=0
    ),
    "has dates that are none": lambda _: sheet(GOOD + '<row><c t="d"><v>99999-99-99</v></c></row>'),
    "has strings that are not there": lambda _: sheet(GOOD + '<row><c t="s"><v>99999</v></c></row>'),
    "has a string that every cell shares": lambda _: sheet(
        TITLES + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 20_000,
        f"<si><t>{NEWS * 400}</t></si>",
        method=0,
    ),
    "has a cell of 20 MB": lambda _: sheet(TITLES + row("x", "x" * 20 * MB), method=0),
    "has a million cells": lambda _: sheet("<row>" + "<c><v>1</v></c>" * MB + "</row>", method=0),
    "has a million cells in rows": lambda _: sheet(
        TITLES + ("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 10_000, method=0
    ),
    "has formulas": lambda uri: sheet(GOOD + f"<row><c><f>WEBSERVICE(\"{uri}\")</f><v>1</v></c></row>"),
    "is deep": lambda _: sheet(GOOD + "<a>" * 100_000, method=0),
    "has no sheet": lambda _: package({"xl/workbook.xml": "<workbook/>"}),
    "has names that climb": lambda _: package({"xl/workbook.xml": "<workbook/>", "../../evil": NEWS}),
    "is cut off": lambda _: workbook(("Clips", CISION))[:-200],
}  # fmt: skip


def records(*more: object) -> bytes:
    return json.dumps([{"title": "Towns agree", "text": NEWS}, *more]).encode()


RECORD_FILES: dict[str, Made] = {
    "is a good one": lambda _: records(),
    "is a good one of lines": lambda _: records()[1:-1] + b"\n" + records()[1:-1],
    "is 100,000 deep": lambda _: b'[{"a":' * 100_000,
    "is 900 deep and closed": lambda _: (
        b'[{"text":"' + NEWS.encode() + b'","a":' + b"[" * 900 + b"]" * 900 + b"}]"
    ),
    "is 49 MB of empty lists": lambda _: b'[{"a":[' + b"[]," * 16 * MB + b"[]]}]",
    "is 49 MB of empty objects": lambda _: b'[{"a":1},' + b"{}," * 16 * MB + b"{}]",
    "is 49 MB of numbers": lambda _: b'[{"a":[' + b"1," * 24 * MB + b"1]}]",
    "is 49 MB of names": lambda _: b'[{"a":1' + b"".join(b',"%07d":1' % n for n in range(4 * MB)) + b"}]",
    "is 10,000 records of other names": lambda _: json.dumps(
        [{f"n{n}-{k}": 1 for k in range(50)} for n in range(10_000)]
    ).encode(),
    "is a number of 20 MB": lambda _: b'[{"a":' + b"9" * 20 * MB + b"}]",
    "is a string of 20 MB": lambda _: b'[{"text":"' + b"x" * 20 * MB + b'"}]',
    "is half characters": lambda _: b'[{"text":"' + b"\\ud800x" * 1000 + b'"}]',
    "has one name twice": lambda _: b'[{"text":"a","text":"' + NEWS.encode() + b'"}]',
    "has names of controls": lambda _: records({"\0\x1b": NEWS, "": NEWS, ".": NEWS, "..": NEWS}),
    "has numbers that are none": lambda _: b'[{"text":NaN,"a":Infinity,"b":-Infinity}]',
    "has lines without end": lambda _: b'{"a":1}\n' * 4 * MB,
    "has broken lines": lambda _: records()[1:-1] + b'\n{"' * 2 * MB,
    "has a script": lambda uri: records({"text": f"<script src='{uri}'></script><p>{NEWS}", "title": "x"}),
    "is cut off": lambda _: records()[:-30],
    "is tables in tables": lambda _: records({"text": comma_separated(CISION) * 1000}),
}
