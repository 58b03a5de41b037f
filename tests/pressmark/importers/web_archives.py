"""Web archives as programs make them, written by warcio, for the tests of more than one importer."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import BytesIO
from json import dumps
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

BAY = "https://bay.example"
WHEN = "2026-11-14T09:12:00Z"
SENTENCE = "Four harbour towns agreed on Saturday to pay for a new ferry line across the bay. "


def page(headline: str, more: str = "") -> bytes:
    """An article as a site has it."""
    return (
        f"<!doctype html><html lang=en><head><title>{headline}</title>{more}</head><body><article>"
        f"<h1>{headline}</h1><p>{headline}: {SENTENCE * 3}</p><p>Mara Lindqvist welcomed it. "
        f"{SENTENCE * 2}</p>"
        "</article></body></html>"
    ).encode()


def front_page(count: int = 40) -> bytes:
    links = "".join(
        f"<li><a href=/news/{number}>Towns agree on line {number} of many</a>" for number in range(count)
    )
    return f"<!doctype html><title>Bay Herald</title><h1>News</h1><ul>{links}</ul><p>All of it.</p>".encode()


class _InMemory(WARCWriter):  # type: ignore[misc]
    """Warcio leaves the files open that it counts bytes in."""

    def _create_temp_file(self) -> BytesIO:
        return BytesIO()


@dataclass
class Crawled:
    """A WARC file in the making; a method for each kind of record, each of which answers with itself."""

    packed: bool = True
    buffer: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        self.writer = _InMemory(self.buffer, gzip=self.packed, warc_version="1.1")

    @property
    def data(self) -> bytes:
        return self.buffer.getvalue()

    def answer(
        self,
        url: str,
        payload: bytes,
        media_type: str = "text/html; charset=utf-8",
        *,
        status: str = "200 OK",
        when: str = WHEN,
        http: Iterable[tuple[str, str]] = (),
        warc: dict[str, str] | None = None,
    ) -> "Crawled":
        headers = StatusAndHeaders(status, [("Content-Type", media_type), *http], protocol="HTTP/1.1")
        return self._write(url, "response", payload, headers, {"WARC-Date": when, **(warc or {})})

    def asked(self, url: str, *http: tuple[str, str]) -> "Crawled":
        headers = StatusAndHeaders("GET / HTTP/1.1", [("Host", "bay.example"), *http], is_http_request=True)
        return self._write(url, "request", b"", headers, {})

    def resource(self, url: str, payload: bytes, media_type: str = "text/html") -> "Crawled":
        return self._write(url, "resource", payload, None, {"Content-Type": media_type, "WARC-Date": WHEN})

    def noted(self, url: str, text: str) -> "Crawled":
        return self._write(url, "metadata", text.encode(), None, {"Content-Type": "application/warc-fields"})

    def seen_again(self, url: str, digest: str = "sha1:ELSEWHERE") -> "Crawled":
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = self.writer.create_revisit_record(url, digest, BAY, WHEN, headers)
        self.writer.write_record(record)
        return self

    def _write(
        self, url: str, kind: str, payload: bytes, headers: StatusAndHeaders | None, stated: dict[str, str]
    ) -> "Crawled":
        record = self.writer.create_warc_record(
            url, kind, payload=BytesIO(payload), http_headers=headers, warc_headers_dict=stated
        )
        self.writer.write_record(record)
        return self


def whole(data: bytes) -> bytes:
    """A file of gzip members as one member."""
    return gzip.compress(gzip.decompress(data), mtime=0)


def wacz(files: dict[str, bytes], pages: Iterable[dict[str, object]] | None = None, **more: bytes) -> bytes:
    """A packed web archive; `pages` None leaves its list out."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        package.writestr("datapackage.json", dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        for name, data in files.items():
            package.writestr(f"archive/{name}", data, ZIP_STORED)
        if pages is not None:
            lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
            package.writestr("pages/pages.jsonl", "\n".join(map(dumps, lines)))
        for name, data in more.items():
            package.writestr(name, data)
    return buffer.getvalue()
