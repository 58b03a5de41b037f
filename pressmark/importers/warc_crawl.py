"""What a web archive says of its pages: which were asked for themselves, and which came with others.

A crawl of a news site holds a dozen frames and lists for each article. Told apart are they by what the
archive itself states: what the browser asked for (Sec-Fetch-Dest), how the crawler came to it (hopsFromSeed),
and which pages show others in themselves.
"""

import hashlib
import re
from base64 import b32encode
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urldefrag, urljoin

from pressmark.importers.imported import CannotImport
from pressmark.importers.warc_exchange import Exchange

PAGES = frozenset(("text/html", "application/xhtml+xml"))
PAPERS = frozenset(("application/pdf", "application/x-pdf"))
WHEN_ASKED = frozenset(
    ("text/plain", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
     "application/rdf+xml")
)  # fmt: skip
"""Texts and feeds: most are data that pages fetch, so that one must have been asked for itself."""

MOST_PAGES = 20_000
_MOST_FRAMES = 200  # of one page
_FETCHED = re.compile(
    rb"<i?frame\b[^<>]{0,2000}?\ssrc\s{0,9}=\s{0,9}[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE
)
_HOPS = re.compile(rb"^hopsFromSeed:[ \t]*(\w+)", re.MULTILINE)
_LOOKS_LIKE_A_PAGE = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FOR_MACHINES = re.compile(r"/(?:robots|ads|app-ads|humans|security|llms)\.txt$", re.IGNORECASE)
_ERROR, _REDIRECTS = 400, (300, 399)
_FINE = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page of an archive, by the numbers of its file and its record there; `digest` is of its payload."""

    number: tuple[int, int]
    url: str
    captured_at: datetime | None
    media_type: str
    digest: bytes
    cut_off: bool


@dataclass(slots=True)
class Crawl:
    """Is shown every record of one or several WARC files, and knows of each page how it was asked for.

    Addresses are kept as digests: there may be hundreds of thousands.
    """

    name: str
    now: datetime
    pages: list[Page] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)
    unreadable: list[CannotImport] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    errors: set[str] = field(default_factory=set)
    unmade: int = 0  # records that could not even be told
    revisits: list[tuple[str, str]] = field(default_factory=list)
    redirects: dict[bytes, str] = field(default_factory=dict)
    _documents: set[bytes] = field(default_factory=set)
    _parts: set[bytes] = field(default_factory=set)
    _asked_first: set[bytes] = field(default_factory=set)
    _any_asked: bool = False
    _payloads: set[str] = field(default_factory=set)

    def note(self, number: tuple[int, int], exchange: Exchange | None) -> None:
        match exchange:
            case None:
                self.unmade += 1
            case Exchange(kind="request"):
                self._note_request(exchange)
            case Exchange(kind="metadata"):
                self._note_hops(exchange)
            case Exchange(kind="revisit"):
                if exchange.media_type in PAGES | PAPERS and exchange.status in {0, _FINE}:
                    self.revisits.append((exchange.url, exchange.stated.get("warc-payload-digest", "")))
            case Exchange(kind="response" | "resource"):
                self._note_answer(number, exchange)

    def is_part(self, page: Page) -> bool:
        """True for what was only shown in other pages, or fetched by them."""
        key = key_of(page.url)
        if key in self._documents:
            return False
        if page.media_type in WHEN_ASKED:
            return key not in self._asked_first and self._any_asked
        return key in self._parts

    def not_stored_again(self) -> int:
        """How many pages are only said to be as they were in an archive that this is not."""
        there = {page.url for page in self.pages}
        return len(
            {url for url, digest in self.revisits if digest not in self._payloads and url not in there}
        )

    def _note_request(self, exchange: Exchange) -> None:
        self._any_asked = True
        key, wanted = key_of(exchange.url), exchange.http.get("sec-fetch-dest", "").casefold()
        if wanted == "document":
            self._documents.add(key)
        elif wanted or exchange.http.get("x-requested-with", "").casefold() == "xmlhttprequest":
            self._parts.add(key)
        elif "referer" not in exchange.http:
            self._asked_first.add(key)

    def _note_hops(self, exchange: Exchange) -> None:
        """As Heritrix writes them: E for what a page shows, X for what may be one, P for robots.txt."""
        if (hops := _HOPS.search(exchange.body[:4_000])) and hops[1][-1:] in {b"E", b"X", b"P"}:
            self._parts.add(key_of(exchange.url))

    def _note_answer(self, number: tuple[int, int], exchange: Exchange) -> None:
        url = exchange.url
        if exchange.stated.get("warc-resource-type", "document").casefold() != "document":
            self._parts.add(key_of(url))
        if not exchange.whole or "warc-segment-number" in exchange.stated:
            if exchange.media_type in PAGES | PAPERS | {""}:
                self.damaged.append(url)
            return
        if exchange.kind == "response" and not _is_fine(exchange):
            self._note_failing(exchange)
        elif _may_be_page(exchange):
            self._note_page(number, exchange)

    def _note_failing(self, exchange: Exchange) -> None:
        if not exchange.status and exchange.url.startswith("http"):
            self.damaged.append(exchange.url)
        elif exchange.status >= _ERROR and exchange.media_type in PAGES:
            self.errors.add(exchange.url)
        elif _REDIRECTS[0] <= exchange.status <= _REDIRECTS[1]:
            to = exchange.http.get("location", "")[:2_000]
            self.redirects[key_of(exchange.url)] = _absolute(exchange.url, to)

    def _note_page(self, number: tuple[int, int], exchange: Exchange) -> None:
        url = exchange.url
        try:
            payload = exchange.payload(f"{url[:200]} in {self.name}")
        except CannotImport as error:
            self.unreadable.append(error)
            return
        if exchange.media_type in PAGES:
            self._parts.update(key_of(frame) for frame in _frames(payload, url))
        if stated := exchange.stated.get("warc-payload-digest"):
            self._payloads.add(stated)
        if len(self.pages) < MOST_PAGES:
            if not _is_unaltered(exchange):
                self.altered.append(url)
            digest = hashlib.sha256(payload).digest()
            cut_off = "warc-truncated" in exchange.stated
            when = exchange.captured_at(self.now)
            self.pages.append(Page(number, url, when, exchange.media_type, digest, cut_off))


def key_of(url: str) -> bytes:
    return hashlib.blake2b(urldefrag(url)[0].encode("utf-8", "replace"), digest_size=12).digest()


def _is_fine(exchange: Exchange) -> bool:
    return exchange.status == _FINE


def _may_be_page(exchange: Exchange) -> bool:
    media_type = exchange.media_type
    if exchange.kind == "resource" and not exchange.url.startswith("http"):
        return media_type in PAGES | PAPERS
    if media_type in WHEN_ASKED:
        return not _FOR_MACHINES.search(exchange.url)
    if media_type in PAGES | PAPERS:
        return True
    known = media_type.partition("/")[0] in {"image", "audio", "video", "font", "application", "text"}
    return not known and bool(_LOOKS_LIKE_A_PAGE.search(exchange.body))


def _is_unaltered(exchange: Exchange) -> bool:
    """True where the record is what its own checksum says, and where it has none."""
    algorithm, _, stated = exchange.stated.get("warc-block-digest", "").partition(":")
    if algorithm.casefold() != "sha1" or not stated:
        return True
    found = hashlib.sha1(exchange.body, usedforsecurity=False).digest()
    return stated.casefold() in {b32encode(found).decode().casefold(), found.hex()}


def _frames(payload: bytes, url: str) -> list[str]:
    found = _FETCHED.finditer(payload)
    return [
        _absolute(url, frame[1].decode("utf-8", "replace").replace("&amp;", "&"))
        for _, frame in zip(range(_MOST_FRAMES), found, strict=False)
    ]


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
