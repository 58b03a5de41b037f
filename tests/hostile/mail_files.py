"""Forged mails, mailboxes, Outlook messages and saved web pages."""

import struct
from collections.abc import Callable

import compressed_rtf

from tests.hostile.html_files import NEWS, page
from tests.hostile.other_files import mail, nested_mail
from tests.hostile.package_files import MB
from tests.pressmark.importers import mails
from tests.pressmark.importers.outlook_files import Storage, compound, enclosed, file, message
from tests.pressmark.importers.saved_pages import chrome

Made = Callable[[str], bytes]

_LINE = b"From a@b.example Sat Nov 14 09:12:00 2026\n"
_TEXTS = {0x0037: "Towns agree", 0x0C1A: "Ann Lee", 0x1000: NEWS}


def headed(head: bytes) -> bytes:
    return b"From: a@b.example\nMIME-Version: 1.0\n" + head + b"\n\n" + NEWS.encode()


def boundary(inside: bytes, name: bytes = b"b") -> bytes:
    return (
        headed(b'Content-Type: multipart/mixed; boundary="' + name + b'"')
        + b"\n--b\n"
        + inside
        + b"\n--b--\n"
    )


MORE_MAIL_FILES: dict[str, Made] = {
    "is a good newsletter": lambda _: bytes(mails.mail("Three stories", html=mails.NEWSLETTER)),
    "has 5,000 messages in one another": lambda _: (
        b"From: a@b.example\nMIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 5_000
    ),
    "has 30,000 parts": lambda _: boundary(b"\n--b\nContent-Type: text/plain\n\nx" * 30_000),
    "has 2,000 multiparts beside one another": lambda _: boundary(
        b"\n--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--c--\n" * 2_000
    ),
    "has 20 million line ends": lambda _: headed(b"Subject: x") + b"\n" * 20 * MB,
    "has a boundary of 1 MB": lambda _: boundary(b"x", b"b" * MB),
    "has a subject of 200 kB of encoded words": lambda _: headed(
        b"Subject:" + b" =?utf-8?q?x?=\n" * 12_000 + b" x"
    ),
    "has a sender of 400 kB of brackets": lambda _: headed(b"From: " + b"(<" * 200_000),
    "has a type of 400 kB of brackets": lambda _: headed(b"Content-Type: " + b'("' * 200_000),
    "has 10,000 parameters": lambda _: headed(
        b"Content-Type: text/plain;" + b"".join(b" a*%d*=x;" % number for number in range(10_000))
    ),
    "has a text of 20 MB of quotation marks": lambda _: headed(b"Subject: x") + b"\n" + b">" * 20 * MB,
    "has 500,000 lines of marks": lambda _: headed(b"Subject: x") + b"\n" + b"> > > >\n" * 500_000,
    "has 50,000 heads of forwarded messages": lambda _: (
        headed(b"Subject: x") + b"\n" + b"From: a@b.example\nDate: x\nSubject: y\n\nx\n" * 50_000
    ),
    "says 50,000 times who wrote": lambda _: (
        headed(b"Subject: x") + b"\n" + b"On Sat, 14 Nov 2026 Ann Lee wrote:\n\n> x\n\n" * 20_000
    ),
    "has titles and addresses only": lambda _: (
        headed(b"Subject: x") + b"\n" + b"A title of words\nhttps://a.example/b\n" * 40_000
    ),
    "has 5,000 levels of quotation in its page": lambda _: (
        headed(b"Content-Type: text/html") + b"\n" + b"<blockquote type=cite>" * 5_000
    ),
    "has tables in tables": lambda _: (
        headed(b"Content-Type: text/html") + b"\n" + b"<table><tr><td>" * 160 + b"x"
    ),
    "says a wrong transfer encoding": lambda _: headed(b"Content-Transfer-Encoding: klingon"),
    "is half base64": lambda _: headed(b"Content-Transfer-Encoding: base64") + b"=====" * 1000,
    "has uuencoded text of 10 MB": lambda _: (
        headed(b"Content-Transfer-Encoding: x-uuencode") + b"\nbegin 644 ../../evil\n" + b"M" * 10 * MB
    ),
    "is from a local file": lambda uri: headed(
        f"Content-Type: message/external-body; access-type=local-file; name={uri}".encode()
    ),
    "leads to a local file in a browser": lambda uri: (
        headed(b"Content-Type: text/html")
        + f"<a href='{uri}'>View in browser</a><link rel=canonical href='{uri}'>".encode()
    ),
}

MAILBOX_FILES: dict[str, Made] = {
    "is a good one": lambda _: (_LINE + bytes(mail()) + b"\n") * 2,
    "has 100,000 messages": lambda _: (_LINE + b"Subject: x\n\nx\n\n") * 100_000,
    "has 9,000 empty messages": lambda _: (_LINE + b"A: b\n\n") * 9_000,
    "is 5,000 deep": lambda _: _LINE + nested_mail(5_000),
    "has a mailbox in a mailbox": lambda _: _LINE + b"Subject: x\n\n" + (_LINE + b"A: b\n\n") * 20,
    "has 20 MB of marks": lambda _: _LINE + b"Subject: x\n\n" + b">" * 20 * MB + b"From x\n",
    "has 3 million lines of marks": lambda _: _LINE + b"Subject: x\n\n" + b">From \n" * 3 * MB,
    "says an encoding that nobody knows": lambda _: _LINE + bytes(mail()).replace(b"utf-8", b"klingon"),
    "has a picture of a local file": lambda uri: _LINE + bytes(mail(uri)),
    "is one line": lambda _: b"From x\nA: " + b"x" * 10 * MB,
}


def outlook(storage: Storage | None = None) -> bytes:
    return compound(storage or message(texts=_TEXTS, numbers={0x3FDE: 65001}))


def deep(levels: int) -> bytes:
    inner = message(texts=_TEXTS, before=24)
    for _ in range(levels):
        inner = message(texts=_TEXTS, attached=[enclosed(inner)], before=24)
    return outlook(inner)


def overlapping() -> bytes:
    """Thousands of streams that all begin at the same sector of a large one."""
    names = {f"__substg1.0_{number:04X}0102": b"x" for number in range(3_000)}
    data = bytearray(outlook({**message(texts=_TEXTS), **names, "large": b"x" * 5 * MB}))
    large = data.index("large".encode("utf-16-le"))
    start = data[large + 116 : large + 120]
    for number in range(3_000):
        at = data.index(f"__substg1.0_{number:04X}0102".encode("utf-16-le"))
        data[at + 116 : at + 128] = start + struct.pack("<Q", 5 * MB)
    return bytes(data)


def ring() -> bytes:
    """A storage that holds itself."""
    data = bytearray(outlook(message(texts=_TEXTS, attached=[file("a.txt", b"x")])))
    at = data.index("__attach".encode("utf-16-le"))
    data[at + 76 : at + 80] = struct.pack("<I", 0)
    return bytes(data)


def packed(data: bytes) -> bytes:
    return outlook(message(texts={0x0037: "x"}, binaries={0x1009: data}))


OUTLOOK_FILES: dict[str, Made] = {
    "is a good one": lambda _: outlook(
        message(
            texts=_TEXTS,
            binaries={0x1013: f"<p>{NEWS}".encode(), 0x1009: compressed_rtf.compress(b"{\\rtf1 x}")},
            attached=[file("a.txt", NEWS.encode()), enclosed(message(texts=_TEXTS, before=24))],
        )
    ),
    "is 150 deep": lambda _: deep(150),
    "has 3,000 streams over one another": lambda _: overlapping(),
    "holds itself in a ring": lambda _: ring(),
    "has sectors in a ring": lambda _: outlook()[:512] + bytes(512) * 40,
    "has a table of sectors that is elsewhere": lambda _: (
        outlook()[:76] + b"\xff\xff\xff\x7f" * 109 + bytes(4096)
    ),
    "has 400 attached files": lambda _: outlook(
        message(texts=_TEXTS, attached=[file(f"{number}.txt", NEWS.encode()) for number in range(400)])
    ),
    "has names that climb": lambda _: outlook(
        message(texts=_TEXTS, attached=[file("..\\..\\evil.txt", NEWS.encode()), file("/etc/evil.txt", b"x")])
    ),
    "has a packed text that unpacks to much": lambda _: packed(
        struct.pack("<III", 2_000_000, 10**9, 0x414C454D) + bytes(4) + b"{\\rtf1 " + b"x" * 1_900_000
    ),
    "has a packed text that is cut off": lambda _: packed(b"\x10\0\0\0LZFu"),
    "says an encoding that nobody knows": lambda _: outlook(
        message(texts=_TEXTS, numbers={0x3FDE: 0xFFFFFFFF}, narrow="cp1252")
    ),
    "has heads of 5 MB": lambda _: outlook(message(texts={**_TEXTS, 0x007D: "X-A: b\r\n" * 300_000})),
    "has a picture of a local file": lambda uri: outlook(
        message(texts={0x0037: "x"}, binaries={0x1013: f"<p>{NEWS}<img src='{uri}'>".encode()})
    ),
    "has a time that is none": lambda _: outlook(message(texts=_TEXTS, numbers={0x0039: 2**64 - 1})),
    "is a start alone": lambda _: outlook()[:8],
}

SAVED_PAGE_FILES: dict[str, Made] = {
    "is a good one": lambda _: chrome(frame=True),
    "has a frame of a local file": lambda uri: chrome(
        extra=f"<iframe src='{uri}'></iframe><img src='{uri}'>"
    ),
    "is at a local file": lambda uri: chrome().replace(b"https://bayherald.example/ferry?a=1", uri.encode()),
    "is 5,000 deep": lambda _: b"From: <Saved by Blink>\n" + nested_mail(5_000),
    "has a page that is 5,000 deep": lambda _: chrome(extra="<div>" * 5_000),
    "says an encoding that nobody knows": lambda _: chrome().replace(b"utf-8", b"klingon"),
    "has 30,000 frames": lambda _: (
        chrome()[:-9] + b"------b\r\nContent-Type: text/html\r\n\r\n<p>x\r\n" * 30_000 + b"------b--\r\n"
    ),
    "has frames of unclosed tags": lambda _: (
        chrome()[:-9]
        + b"------b\r\nContent-Type: text/html\r\n\r\n"
        + b"<script " * MB
        + b"\r\n------b--\r\n"
    ),
    "starts nowhere": lambda _: chrome().replace(b'type="text/html"', b'start="<../../etc>"', 1),
    "has a page of scripts": lambda _: chrome(extra=page("<script>alert(1)</script>").decode()),
}
