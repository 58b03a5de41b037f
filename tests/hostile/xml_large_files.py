"""Articles' files that are larger, deeper or wider than any article, and offsets that lie."""

import gzip
import random

from pressmark.storage.write_xml import to_xml
from tests.hostile.xml_files import LONG, NS, Made, annotations, article, in_encoding, one
from tests.pressmark.story import told

WIDE = "".join(f' a{number}="{number}"' for number in range(100_000))
SPACES = " " * LONG
STORY = to_xml(told())


def many(count: int, written: str) -> str:
    return "".join(written.replace("%", str(number)) for number in range(count))


def labels(written: str) -> bytes:
    return article(f"<codebook>{written}</codebook>")


SHAPES: dict[str, Made] = {
    "has 100,000 attributes": lambda _: article(attributes=WIDE),
    "has 100,000 attributes on an annotation": lambda _: annotations(f"<annotation{WIDE}/>"),
    "has 100,000 attributes on a block": lambda _: article(f"<text><block{WIDE}>x</block></text>"),
    "has 100,000 attributes on an unknown element": lambda _: article(f"<other{WIDE}/>"),
    "is 100,000 deep": lambda _: article("<a>" * 100_000 + "</a>" * 100_000),
    "is 250 deep": lambda _: article("<a>" * 250 + "</a>" * 250),
    "never closes 100,000 elements": lambda _: article("<a>" * 100_000),
    "has a text of 11 MB": lambda _: article(text="x" * 11 * LONG),
    "has a text of 9 MB": lambda _: article(text="word " * 1_800_000),
    "has an attribute of 9 MB": lambda _: article(
        f'<annotations><annotation id="{"x" * 9 * LONG}"/></annotations>'
    ),
    "has a comment of 9 MB": lambda _: article(f"<!--{'x' * 9 * LONG}-->"),
    "has a name of 40,000 letters": lambda _: article(f"<{'x' * 40_000}>"),
    "has a million blanks": lambda _: article(text=f"a{SPACES}b"),
    "has a million blanks before a line end": lambda _: article(text=f"a{SPACES}\n{SPACES}b"),
    "has a million line ends": lambda _: article(text="a\n" * LONG),
    "has a million no-break spaces": lambda _: article(text="a" + "\u00a0" * LONG + "b"),
    "has a million empty elements": lambda _: article(text="<x/>" * LONG),
    "has a million empty blocks": lambda _: article(f"<text>{'<block/>' * LONG}</text>"),
    "has a million comments": lambda _: article("<!---->" * LONG),
    "has 100,000 unknown elements under a thousand namespaces": lambda _: article(
        "<x/>" * 100_000, attributes=many(1000, ' xmlns:n%="urn:of-another-hand:%"')
    ),
    "has 1,000 unknown elements under a namespace of a megabyte": lambda _: article(
        "<x/>" * 1000, attributes=f' xmlns:n="{"x" * LONG}"'
    ),
    "has 20,000 labels": lambda _: labels(many(20_000, '<label name="l%" key="%"/>')),
    "has 2,000 labels one below the other": lambda _: labels(
        "".join(f'<label name="l{n}" parent="l{n + 1}"/>' for n in range(2_000))
    ),
    "has labels in a ring": lambda _: labels('<label name="a" parent="b"/><label name="b" parent="a"/>'),
    "has 100,000 entities of one id": lambda _: article(
        "<entities>" + '<entity id="e" name="x"/>' * 100_000 + "</entities>"
    ),
}

OFFSETS: dict[str, Made] = {
    "has offsets of 10,000 digits": lambda _: annotations(one("9" * 10_000, "9" * 10_001)),
    "has offsets of 15 digits": lambda _: annotations(one("9" * 14, "9" * 15)),
    "has offsets below zero": lambda _: annotations(one(-5, -1), one("-0", "+3", key="a2")),
    "has offsets in other digits and forms": lambda _: annotations(
        one("٤", "٩"), one("1e3", "0x10", key="a2"), one("1_0", " 4 ", key="a3"), one("²", "NaN", key="a4")
    ),
    "has offsets past the text": lambda _: annotations(one(4, 4_000_000), one(100, 200, "nothing", "a2")),
    "has offsets the wrong way round": lambda _: annotations(one(9, 4), one(4, 4, key="a2")),
    "has no offsets": lambda _: annotations('<annotation id="a1" label="actor"><span/></annotation>'),
    "has 50,000 annotations without an id": lambda _: annotations('<annotation label="actor"/>' * 50_000),
    "has 50,000 annotations of one id": lambda _: annotations('<annotation id="a1"/>' * 50_000),
    "has 2,000 lost pieces in a text of a megabyte": lambda _: annotations(
        many(2_000, one(0, 4, "nowhere to be found %", "a%")), text="lorem ipsum " * 80_000
    ),
    "has a lost piece of 100 kB in a text of a megabyte": lambda _: annotations(
        one(0, 4, "nowhere, " * 11_000), text="lorem ipsum " * 80_000
    ),
    "has a piece that stands in a million places": lambda _: annotations(
        one(0, 4, "aa").replace('before=""', f'before="{"a" * 100_000}"'), text="a" * LONG
    ),
    "has 1,000 pieces that stand in 100,000 places": lambda _: annotations(
        many(1_000, one(7, 9, "a", "a%")), text="a " * 100_000
    ),
    "has links in rings": lambda _: annotations(
        one(4, 9, more='<link role="restates" to="a1"/><link role="restates" to="a2"/>'),
        one(4, 9, key="a2", more='<link role="restates" to="a1"/>'),
    ),
    "has 100,000 links to nothing": lambda _: annotations(
        one(4, 9, more=many(100_000, '<link role="x" to="q%"/>'))
    ),
    "has ids with markup": lambda _: annotations(
        one(4, 9, key="&lt;script&gt;"),
        one(4, 9, key="' onload='x"),
        one(4, 9, key="../../x"),
        one(4, 9, key="&#10;"),
    ),
    "has an id of a million digits": lambda _: annotations(
        one(4, 9, key="9" * LONG), one(4, 9, key="a" + "9" * LONG)
    ),
    "has a version of a million digits": lambda _: article().replace(
        b'version="1"', b'version="%s"' % (b"9" * LONG)
    ),
}

ENCODINGS: dict[str, Made] = {
    "is gzip": lambda _: gzip.compress(STORY),
    "is a gzip bomb": lambda _: gzip.compress(b" " * 100_000_000),
    **{
        f"is in {name}": in_encoding(name)
        for name in ("utf-16", "utf-7", "iso-8859-1", "koi8-r", "shift_jis")
    },
    "is in EBCDIC": in_encoding("IBM037", "cp037"),
    "is in UTF-32": in_encoding("UTF-32"),
    "is in an encoding that nobody knows": in_encoding("klingon", "utf-8"),
    "is in an encoding that is no text": in_encoding("rot13", "utf-8"),
    "is in two encodings": lambda _: article() + article().decode().encode("utf-16"),
    "says UTF-16 and is UTF-8": in_encoding("UTF-16", "utf-8"),
    "hides its document type in UTF-7": lambda uri: (
        '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE '
        f'p [+ADwAIQ-ENTITY f SYSTEM "{uri}">]><p>&f;</p>'
    ).encode(),
    "hides its elements in UTF-7": lambda _: (
        b'<?xml version="1.0" encoding="UTF-7"?><a>' + b"+ADw-a/+AD4-" * 300_000
    ),
    "holds NUL": lambda _: article(text="a\0b"),
    "holds a form feed": lambda _: article(text="a\fb"),
    "holds a form feed by its number": lambda _: article(text="a&#12;b&#0;c"),
    "holds half a character": lambda _: article(text="a\ud83db"),
    "holds half a character by its number": lambda _: article(text="a&#xD83D;b"),
    "holds what is no character": lambda _: article(text="a\ufffe\uffff\U0010ffffb"),
    "holds carriage returns": lambda _: article(text="a\r\nb\rc&#13;d"),
    "is empty": lambda _: b"",
    "is a byte": lambda _: b"<",
    "is zeros": lambda _: bytes(LONG),
    "ends in other things": lambda _: STORY + b"<script/>" + bytes(10_000),
    **{
        f"is cut off after {part} of 16": lambda _, part=part: STORY[: len(STORY) * part // 16]  # type: ignore[misc]
        for part in range(1, 16)
    },
}


def flipped(data: bytes, seed: int) -> bytes:
    """The same with a few bytes changed, taken out, doubled or put in."""
    chance, changed = random.Random(seed), bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(changed) or 1)
        match chance.randrange(4):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randint(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randint(1, 200)]
            case 3:
                changed[at:at] = chance.choice(
                    (b"<", b"&", b'"', b"\0", b"]]>", b"&#", b"-1", b"\xff", b"PK", b"/>")
                )
    return bytes(changed)


XML_FILES = {
    **SHAPES,
    **OFFSETS,
    **ENCODINGS,
    **{f"has flipped bytes ({seed})": lambda _, seed=seed: flipped(STORY, seed) for seed in range(40)},  # type: ignore[misc]
}
assert NS.encode() in STORY
