"""Web archives (WARC): the pages that were archived for themselves, each with when that was.

Read twice: first for what there is and how it was asked for, then for the pages that are taken.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from pressmark.importers.imported import CannotImport, Capture, Found, Known, Part
from pressmark.importers.warc_crawl import PAGES, PAPERS, Crawl, Page, key_of
from pressmark.importers.warc_exchange import exchange_of
from pressmark.importers.warc_left_out import LeftOut
from pressmark.importers.warc_lists import is_list, is_wall
from pressmark.importers.warc_records import MOST_RECORDS, Record, TooManyRecords, records
from pressmark.importers.warc_unpacking import MOST_UNPACKED, TooMuchToUnpack
from pressmark.importers.web_address import web_address

Files: TypeAlias = Sequence[Callable[[], bytes]]
"""What reads each file of an archive."""

_MARKUP = re.compile(rb"<[a-z!]", re.IGNORECASE)
_TITLED = re.compile(rb"<title[\s>]|og:title", re.IGNORECASE)
_LONGEST_NAME = 80
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Listed:
    """A page as an archive's own list has it."""

    url: str
    at: datetime | None
    title: str


Chosen: TypeAlias = dict[tuple[int, int], tuple[Page, Listed | None]]
"""By the numbers of their records, the pages that are to come in."""


def read_web_archive(data: bytes, capture: Capture) -> Iterator[Found]:
    """The pages in it, and what was left out."""
    yield from pages_of([lambda: data], capture)


def pages_of(files: Files, capture: Capture, listed: Sequence[Listed] = ()) -> Iterator[Found]:
    """The pages in WARC files that belong together: those that are listed; if none is, those asked for."""
    crawl, said = _looked_through(files, capture)
    left_out = LeftOut(capture.name)
    chosen = _listed(crawl, listed, left_out) if listed else _asked_for(crawl, left_out)
    archive = _Archive(files, capture.name, left_out, alone=len(chosen) == 1)
    yield from archive.parts(chosen)
    yield from said
    yield from left_out.told(crawl, archive.taken)


def _looked_through(files: Files, capture: Capture) -> tuple[Crawl, list[Found]]:
    """What there is, and what could not be looked at."""
    crawl, said = Crawl(capture.name, capture.now), list[Found]()
    for number, file in enumerate(files):
        try:
            for at, record in enumerate(records(file())):
                crawl.note((number, at), exchange_of(record))
        except TooManyRecords:
            said.append(_only_begun(capture.name, f"holds more than {MOST_RECORDS:,} records"))
        except TooMuchToUnpack:
            said.append(_only_begun(capture.name, f"unpacks to more than {MOST_UNPACKED // 10**9} GB"))
        except CannotImport as error:
            said.append(error)
    return crawl, said


def _only_begun(name: str, why: str) -> CannotImport:
    return CannotImport(f"{name} {why}: only its beginning was read. Take it apart to get the rest")


def _asked_for(crawl: Crawl, left_out: LeftOut) -> Chosen:
    chosen: Chosen = {}
    seen = set[tuple[bytes, bytes]]()
    for page in crawl.pages:
        if crawl.is_part(page):
            left_out.parts.add(page.url)
        elif is_wall(page.url):
            left_out.walls.add(page.url)
        elif (same := (key_of(page.url), page.digest)) not in seen:
            seen.add(same)
            chosen[page.number] = (page, None)
    return chosen


def _listed(crawl: Crawl, listed: Sequence[Listed], left_out: LeftOut) -> Chosen:
    """The captures of the pages listed, each once: of several those nearest in time."""
    by_address: dict[bytes, list[Page]] = {}
    for page in crawl.pages:
        by_address.setdefault(key_of(page.url), []).append(page)
    chosen: Chosen = {}
    reached = set[bytes]()
    for one in listed:
        key = _where(one.url, crawl, by_address)
        reached.add(key)
        if found := by_address.get(key):
            page = min(found, key=partial(_apart, one))
            chosen.setdefault(page.number, (page, one))
        elif one.url not in crawl.errors and one.url not in crawl.damaged:
            left_out.missing.add(one.url)
    for page in crawl.pages:
        if key_of(page.url) not in reached:
            (left_out.parts if crawl.is_part(page) else left_out.unlisted).add(page.url)
    return chosen


def _where(url: str, crawl: Crawl, by_address: dict[bytes, list[Page]]) -> bytes:
    """Where the address leads in the end, in the archive."""
    key = key_of(url)
    for _ in range(_MOST_REDIRECTS):
        if key in by_address or not (url := crawl.redirects.get(key, "")):
            break
        key = key_of(url)
    return key


def _apart(listed: Listed, page: Page) -> float:
    if page.captured_at is None or listed.at is None:
        return float("inf")
    return abs((page.captured_at - listed.at).total_seconds())


@dataclass(slots=True)
class _Archive:
    """Reads the pages that were chosen; `alone` is whether that is but one."""

    files: Files
    name: str
    left_out: LeftOut
    alone: bool
    taken: int = field(default=0, init=False)

    def parts(self, chosen: Chosen) -> Iterator[Found]:
        for number, file in enumerate(self.files):
            wanted = {at: meant for (of_file, at), meant in chosen.items() if of_file == number}
            for at, record in enumerate(records(file()) if wanted else ()):
                if at in wanted:
                    yield from self._part(record, *wanted.pop(at))
                if not wanted:
                    break

    def _part(self, record: Record, page: Page, listed: Listed | None) -> Iterator[Found]:
        exchange = exchange_of(record)
        assert exchange, "it was made out before"
        payload = exchange.payload(exchange.url)
        of_page = exchange.media_type not in PAPERS
        if exchange.media_type in PAGES and not _MARKUP.search(payload[:8_192]):
            self.left_out.parts.add(exchange.url)
        elif of_page and not self.alone and is_list(payload, exchange.url, exchange.content_type):
            self.left_out.lists.add(exchange.url)
        else:
            self.taken += 1
            title = listed.title if listed and not _TITLED.search(payload) else ""
            yield Part(
                payload,
                _name(exchange.url, exchange.media_type),
                exchange.content_type or "text/html",
                web_address(exchange.url),
                Known(headline=title),
                page.captured_at or (listed.at if listed else None),
            )


_ENDINGS = {**dict.fromkeys(PAGES, ".html"), **dict.fromkeys(PAPERS, ".pdf"), "text/plain": ".txt"}


def _name(url: str, media_type: str) -> str:
    """What a page is called in messages: the end of its address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "page.html"
    path = PurePosixPath(unquote(parts.path))
    said = f"{path.name or parts.hostname or 'page'} {parts.query[:_LONGEST_NAME]}"
    ending = _ENDINGS.get(media_type, ".html" if not media_type else ".xml")
    stem = re.sub(r"[^\w.-]+", "-", said.removesuffix(ending)).strip("-.")[:_LONGEST_NAME]
    return (stem.removesuffix(ending) or "page") + ending
