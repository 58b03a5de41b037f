"""Plain texts that are forged: to take long, or to be taken for something else."""

import codecs
from collections.abc import Callable

from tests.hostile.html_files import NEWS, fill

Made = Callable[[str], bytes]

MB = 1_000_000


def text(said: str) -> Made:
    return lambda _: said.encode("utf-8", "surrogatepass")


def news(said: str) -> Made:
    """The same between a headline and a paragraph."""
    return text(f"Towns agree\n\n{said}\n\n{NEWS * 3}\n")


TEXT_FILES: dict[str, Made] = {
    "is one line of 10 MB": lambda _: fill(NEWS, 10 * MB).encode(),
    "is one word of 10 MB": lambda _: b"x" * 10 * MB,
    "is 40 MB of one letter and line end": lambda _: b"x\n" * 20 * MB,
    "is 40 MB of line ends": lambda _: b"x" + b"\n" * 40 * MB,
    "is 40 MB of wrapped lines": lambda _: (
        fill("word word word word word word word word word.\n", 40 * MB).encode() + b"\nx\n"
    ),
    "is 49 MB of four-byte characters": lambda _: "😀".encode() * 12 * MB,
    "is 49 MB of soft hyphens": lambda _: "\u00ad".encode() * 24 * MB,
    "is 10 MB of marks over one letter": lambda _: b"a" + "\u0301".encode() * 5 * MB,
    "is marks in the wrong order": lambda _: ("a" + "\u0301\u0316" * 100_000).encode(),
    "is too large": lambda _: b"x" * 51 * MB,
    "is a bullet and a million blanks": news("-" + " " * MB + "!"),
    "is a number and a million blanks": news("1." + " " * MB + "!"),
    "is a byline of a million blanks": news("by" + "\u00a0" * MB + "!"),
    "is a byline of a million colons": news("by" + " :" * MB),
    "is a million blanks": text("a" + " " * MB + "b"),
    "is a million hyphens": news("- " * MB + "!"),
    "is a date of a million digits": news("1" * MB + "-11-14"),
    "is a million dates": news("14 November 2026 " * 60_000),
    "is a million weekdays": news("14 November 2026 " + "on Monday at " * 80_000),
    "is an amount of a million digits": news("£" + "9" * MB + "m"),
    "is a million quotation marks": news("“‘«\"'" * 200_000),
    "is quotations in quotations": news("“x ‘y " * 100_000 + "’ ”" * 100_000),
    "is abbreviations": text("A.B." * 39 + "\n\n" + NEWS * 3),
    "is a mail's head without end": text("a:\n" * 3000 + " b\n" * 3000),
    "is comments without end": text("<!--" * 2000),
    "is declarations without end": text("<?xml " * 2000),
    "is all controls": lambda _: bytes(range(256)) * 100,
    "is a few controls": lambda _: NEWS.encode() * 3 + bytes(range(1, 32)),
    "is half characters": text("a\ud800b\udfffc" * 1000),
    "is half characters that join": lambda _: NEWS.encode() + b"\xed\xa0\xbd\xed\xb8\x80" * 100,
    "is too long forms": lambda _: NEWS.encode() + b"\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" * 100,
    "is no characters": text("a\ufdd0\ufffe\uffff\U0010ffff" * 1000),
    "turns the direction": text(NEWS + "\u202e" * 10_000 + "\u2066" * 10_000),
    "has two marks": lambda _: codecs.BOM_UTF8 + codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"),
    "has the other mark": lambda _: codecs.BOM_UTF16_BE + NEWS.encode("utf-16-le"),
    "has a mark and an odd byte": lambda _: codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le") + b"x",
    "has a mark in its midst": text(NEWS + "\ufeff" + NEWS),
    "has the mark of UTF-32 and no more": lambda _: codecs.BOM_UTF32_LE,
    "is UTF-7": lambda _: b"+ADw-script+AD4-" * 100,
    "is Shift JIS": lambda _: ("港町は土曜日に合意した。" * 40).encode("shift_jis"),
    "is bytes of no encoding": lambda _: bytes(0x80 + n % 0x80 for n in range(100_000)),
    "is a formula": text('=HYPERLINK("http://127.0.0.1:9/")\n\n@SUM(A1)\n\n+1\n\n-1|cmd\n\n' + NEWS),
}
