"""Web archives that are forged: to fill the memory, to take long, to lead to files of this machine."""

import gzip
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import brotli

from tests.hostile.package_files import MB, package
from tests.pressmark.importers.web_archives import BAY, Crawled, front_page, page, wacz

Made = Callable[[str], bytes]


def crawl() -> Crawled:
    """A good one of three pages, with all that browsers and crawlers put in."""
    return (
        Crawled()
        .asked(f"{BAY}/news/ferry", ("Sec-Fetch-Dest", "document"))
        .answer(f"{BAY}/news/ferry", page("Ferry line agreed"))
        .answer(f"{BAY}/", front_page(), http=[("Content-Encoding", "identity")])
        .answer(
            f"{BAY}/quay", gzip.compress(page("Quay opens"), mtime=0), http=[("Content-Encoding", "gzip")]
        )
        .answer(f"{BAY}/logo.png", b"\x89PNG", "image/png")
        .noted(f"{BAY}/ad", "hopsFromSeed: LE\r\n")
        .seen_again(f"{BAY}/news/ferry")
        .resource(f"{BAY}/port", page("Port deepens"))
    )


def record(head: str, body: bytes = b"", length: object = None) -> bytes:
    """One as nobody checks it."""
    size = len(body) if length is None else length
    return f"WARC/1.1\r\n{head}Content-Length: {size}\r\n\r\n".encode() + body + b"\r\n\r\n"


def answer(url: str, http: str, body: bytes, length: object = None) -> bytes:
    return record(
        f"WARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2026-11-14T09:12:00Z\r\n",
        f"HTTP/1.1 200 OK\r\n{http}\r\n".encode() + body,
        length,
    )


HTML = "Content-Type: text/html\r\n"
GOOD = answer(f"{BAY}/good", HTML, page("Towns agree"))


def sent(packed: bytes, how: str) -> Made:
    return lambda _: GOOD + answer(f"{BAY}/a", f"{HTML}Content-Encoding: {how}\r\n", packed)


def zeros(size: int) -> bytes:
    """So many, packed by gzip without holding them."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(MB)) for _ in range(size // MB)), packer.flush()])


def after_a_head(packed: Callable[[], bytes]) -> Made:
    return lambda _: gzip.compress(GOOD) + packed()


def bomb_of_a_record(size: int) -> bytes:
    packer = zlib.compressobj(9, wbits=31)
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {BAY}/a\r\nContent-Length: {size}\r\n\r\n"
    parts = [packer.compress(f"{head}HTTP/1.1 200 OK\r\n{HTML}\r\n".encode())]
    return b"".join([*parts, *(packer.compress(bytes(MB)) for _ in range(size // MB)), packer.flush()])


def pages(uri: str) -> bytes:
    frames = "".join(f'<iframe src="{uri}?{number}"></iframe>' for number in range(1_000))
    return page("Frames", frames)


WEB_ARCHIVES: dict[str, Made] = {
    "is a good one": lambda _: crawl().data,
    "is a page of a local file": lambda uri: answer(uri, HTML, page("Local")),
    "is a resource of a local file": lambda uri: Crawled().resource(uri, page("Local")).data,
    "leads to a local file": lambda uri: answer(f"{BAY}/a", f"{HTML}Location: {uri}\r\n", b"") + GOOD,
    "shows a local file in frames": lambda uri: answer(f"{BAY}/a", HTML, pages(uri)) + GOOD,
    "has a picture of a local file": lambda uri: answer(f"{BAY}/a", HTML, page(f"A <img src='{uri}'>")),
    "has an address that climbs": lambda _: answer(f"{BAY}/../../../../etc/passwd", HTML, page("Climbs")),
    "has an address of nothing but dots": lambda _: answer("http://[::1/..%2f..%2f", HTML, page("Dots")),
    "has an address of 4 MB": lambda _: answer(f"{BAY}/{'a' * 4 * MB}", HTML, page("Long")) + GOOD,
    "has addresses of 60 kB": lambda _: GOOD + b"".join(
        answer(f"{BAY}/{number}{'a' * 60_000}", HTML, b"<p>") for number in range(500)
    ),
    "says 10 GB": lambda _: GOOD + answer(f"{BAY}/a", HTML, page("Large"), 10**10) + GOOD,
    "says 40 digits of bytes": lambda _: GOOD + answer(f"{BAY}/a", HTML, page("Large"), "9" * 40) + GOOD,
    "says less than nothing": lambda _: GOOD + answer(f"{BAY}/a", HTML, page("Large"), -5) + GOOD,
    "says two lengths": lambda _: record("Content-Length: 5\r\nWARC-Type: response\r\n", b"x" * 99) + GOOD,
    "has a head of 20 MB": lambda _: record("A: b\r\n" * 4 * MB) + GOOD,
    "has one head of 20 MB": lambda _: record(f"A: {'b' * 20 * MB}\r\n") + GOOD,
    "has a folded head": lambda _: record("A: b\r\n" + " c\r\n" * 5 * MB) + GOOD,
    "has an answer's head of 20 MB": lambda _: answer(f"{BAY}/a", "A: b\r\n" * 4 * MB, b"<p>") + GOOD,
    "has a folded answer's head": lambda _: answer(f"{BAY}/a", "A: b\r\n" + " c\r\n" * 50_000, b"<p>") + GOOD,
    "is a million records": lambda _: record("WARC-Type: warcinfo\r\n") * 900_000,
    "is a million answers": lambda _: answer(f"{BAY}/a", "", b"") * 270_000,
    "is a million packed records": lambda _: gzip.compress(record("WARC-Type: metadata\r\n")) * 500_000,
    "is a million requests": lambda _: b"".join(
        record(f"WARC-Type: request\r\nWARC-Target-URI: {BAY}/{number}\r\n", b"GET / HTTP/1.1\r\n\r\n")
        for number in range(400_000)
    ),
    "is 30,000 pages": lambda _: b"".join(
        answer(f"{BAY}/{number}", HTML, b"<p>Towns agree on the ferry line.") for number in range(30_000)
    ),
    "is records without an end": lambda _: b"\nWARC/1.0\nA" * 4 * MB,
    "is records without a length": lambda _: b"WARC/1.0\r\nA: b\r\n\r\n" * 2 * MB,
    "is heads of 64 kB": lambda _: (b"\nWARC/1.0\nA: " + b"b" * 60_000) * 800,
    "is one line": lambda _: b"WARC/1.0" + b"x" * 49 * MB,
    "is line ends": lambda _: b"WARC/1.0\r\nA: b" + b"\r\n" * 20 * MB,
    "is zeros": lambda _: b"WARC/1.0\r\n" + bytes(49 * MB),
    "unpacks to 6 GB of zeros": after_a_head(lambda: zeros(6_000 * MB)),
    "unpacks to a record of 3 GB": after_a_head(lambda: bomb_of_a_record(3_000 * MB)),
    "unpacks to a page of 49 MB": after_a_head(lambda: bomb_of_a_record(49 * MB)),
    "unpacks to pages of 49 MB": after_a_head(lambda: bomb_of_a_record(49 * MB) * 30),
    "is beginnings of gzip": lambda _: gzip.compress(GOOD)[:-9] + b"\x1f\x8b\x08" * 16 * MB,
    "is empty gzip members": lambda _: gzip.compress(GOOD) + gzip.compress(b"") * 2 * MB,
    "is gzip in gzip": lambda _: gzip.compress(gzip.compress(gzip.compress(GOOD))),
    "is 49 MB of filling": lambda _: gzip.compress(GOOD) + bytes(48 * MB),
    "holds a page that gzip unpacks to 3 GB": sent(zeros(3_000 * MB), "gzip"),
    "holds a page that is packed 500 times": sent(b"x", ", ".join(["gzip"] * 500)),
    "holds a page that Brotli unpacks to 300 MB": sent(brotli.compress(bytes(300 * MB), quality=1), "br"),
    "holds a page in an encoding that nobody knows": lambda _: answer(
        f"{BAY}/a", "Content-Type: text/html; charset=klingon\r\n", page("Towns")
    ),
    "holds a chunk of 2 GB": lambda _: GOOD + answer(
        f"{BAY}/a", f"{HTML}Transfer-Encoding: chunked\r\n", b"7fffffff\r\n<p>short"
    ),
    "holds a million chunks": lambda _: GOOD + answer(
        f"{BAY}/a", f"{HTML}Transfer-Encoding: chunked\r\n", b"1\r\nx\r\n" * 2 * MB
    ),
    "holds a page 100,000 deep": lambda _: GOOD + answer(f"{BAY}/a", HTML, b"<div>" * 100_000),
    "holds frames without an end": lambda _: GOOD + answer(f"{BAY}/a", HTML, b"<iframe " * 2 * MB),
    "holds itself": lambda _: answer(f"{BAY}/a", "Content-Type: application/warc\r\n", GOOD * 500) + GOOD,
    "holds NUL": lambda _: record("WARC-Type: resp\0onse\r\nWARC-Target-URI: \0\r\n", b"\0" * 99) + GOOD,
    "is of the year one": lambda _: GOOD.replace(b"2026-11-14T09:12:00Z", b"0001-01-01T00:00:00+23:59"),
}  # fmt: skip

GOOD_MEMBER = {"a.warc.gz": crawl().data}
LISTED: list[dict[str, object]] = [{"url": f"{BAY}/quay", "ts": "2026-11-14T09:12:00Z", "title": "Quay"}]


def listing(data: bytes) -> Made:
    return lambda _: wacz(GOOD_MEMBER, LISTED, **{"pages/more.jsonl": data})


def of_members(names: list[str], data: bytes) -> bytes:
    return package({"datapackage.json": "{}", **dict.fromkeys(names, data)})


def overlapping(count: int) -> bytes:
    """A list of many members, all of them the same bytes."""
    buffer = BytesIO(package({"datapackage.json": "{}", "archive/a.warc": GOOD}, ZIP_STORED))
    with ZipFile(buffer, "a") as zipped:
        first = zipped.getinfo("archive/a.warc")
        for number in range(count):
            info = ZipInfo(f"archive/{number}.warc")
            info.header_offset, info.CRC = first.header_offset, first.CRC
            info.file_size, info.compress_size = first.file_size, first.compress_size
            zipped.filelist.append(info)
        zipped._didModify = True  # type: ignore[attr-defined]
    return buffer.getvalue()


PACKED_WEB_ARCHIVES: dict[str, Made] = {
    "is a good one": lambda _: wacz(GOOD_MEMBER, LISTED),
    "lists a local file": lambda uri: wacz(GOOD_MEMBER, [{"url": uri}, *LISTED]),
    "describes a local file": lambda uri: package(
        {"datapackage.json": f'{{"resources": [{{"path": "{uri}"}}]}}', "archive/a.warc.gz": crawl().data}
    ),
    "has names that climb": lambda _: of_members(
        ["../../archive/a.warc", "/archive/a.warc", "archive/../../a.warc", "archive/a\0.warc"], GOOD
    ),
    "lists a page of 20 MB": listing(b'{"url": "' + b"x" * 20 * MB + b'"}'),
    "lists lists 100,000 deep": listing(b'{"url": ' + b"[" * 100_000),
    "lists a million pages": listing(b'{"url": "https://bay.example/quay"}\n' * MB),
    "lists line ends": listing(b"\n" * 40 * MB),
    "lists NUL": listing(b'{"url": "\\u0000", "ts": "\\ud800", "title": "\\ud800\\udc00"}'),
    "lists a moment of 4 MB": listing(b'{"url": "a", "ts": ' + b"9" * 4 * MB + b"}"),
    "leads in a ring": lambda _: wacz(
        {"a.warc": answer(f"{BAY}/a", f"{HTML}Location: /a\r\n", b"").replace(b"200 OK", b"302 Ok")},
        [{"url": f"{BAY}/a"}],
    ),
    "unpacks to 500 MB of zeros": lambda _: of_members(["archive/a.warc"], bytes(300 * MB)),
    "has 9,000 archives": lambda _: of_members([f"archive/{number}.warc" for number in range(9_000)], GOOD),
    "has 2,000 archives that are one": lambda _: overlapping(2_000),
    "is cut off": lambda _: wacz(GOOD_MEMBER, LISTED)[:-300],
    "packs zeros in its archives": lambda _: package(
        {"datapackage.json": "{}", **{f"archive/{number}.warc.gz": zeros(900 * MB) for number in range(9)}},
        ZIP_STORED,
    ),
}  # fmt: skip
