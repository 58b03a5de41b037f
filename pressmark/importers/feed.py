"""RSS and Atom, through feedparser: each entry an article, as whole as the feed has it.

Feedparser fetches addresses and opens paths where it is given text, so it is given bytes to read; and what it
is given has been read and written again by lxml, so that it never falls back on its lenient parser, which
takes minutes for what is made to take them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any
from xml.parsers import expat

from lxml import etree

from pressmark.digest import sha256_of
from pressmark.importers.imported import BlockText, CannotImport, Capture, Found, Known, TooLong
from pressmark.importers.news_article import Piece, article_of
from pressmark.importers.news_body import blocks_of_markup
from pressmark.importers.news_xml import NewsXml, news_xml
from pressmark.importers.page_dates import moment
from pressmark.importers.page_names import authors_of, plain
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address

_MEDIA_TYPES = {"rss": "application/rss+xml", "feed": "application/atom+xml"}
_MOST_TAGS = 300_000
_MOST_ATTRIBUTES = 1_000  # of one element; feedparser takes a minute for a hundred thousand
_MOST_BYTES = 200_000_000
_LONGEST = 80
_A_SUMMARY = 150  # words: feeds that have the whole text often have it where a summary belongs
_A_LONG_ONE = 400
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0eff]")
_CUT_OFF = re.compile(
    r"(?:\[(?:…|\.\.\.|&#8230;)\]|…|\.\.\.|\b(?:Read more|Continue reading|Weiterlesen)\W*)\s*$", re.I
)

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Feed:
    """What is stated of all entries."""

    title: str
    language: str
    address: str
    publisher: str


def read_feed(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of the entries. Raises CannotImport."""
    xml = news_xml(data, capture)
    elements = [len(one.attrib) for one in xml.root.iter()]
    if len(elements) > _MOST_TAGS or max(elements) > _MOST_ATTRIBUTES:
        raise CannotImport(f"{capture.name} holds more than any feed does: take it apart")
    parsed, sources = _parsed(xml.root, capture.name), _sources(xml.root)
    feed, entries = _feed(parsed), parsed["entries"]
    originals = sources if len(sources) == len(entries) else [b""] * len(entries)
    media_type = _MEDIA_TYPES.get(str(etree.QName(xml.root).localname), "application/rss+xml")
    empty = 0
    for entry, original in zip(entries, originals, strict=True):
        for found in _article(entry, feed, replace(capture, url=""), original, xml, media_type):
            yield found
            xml = replace(xml, warnings=())  # of the feed as a whole: said once, with the first
        empty += not _text(entry)
    if empty:
        what = f"{empty:,} entries" if empty > 1 else "An entry"
        yield CannotImport(f"{what} of {capture.name} without any text but a headline: left out")
    elif not entries:
        yield CannotImport(f"{capture.name} holds no entries: check that it is the right file")


def _parsed(root: etree._Element, name: str) -> Mapping[str, Any]:
    import feedparser

    whole = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(whole, True)
    except expat.ExpatError as error:
        raise CannotImport(f"{name} is damaged and cannot be read as a feed: get it again") from error
    parsed: Mapping[str, Any] = feedparser.parse(
        BytesIO(whole), sanitize_html=False, resolve_relative_uris=False
    )
    return parsed


def _sources(root: etree._Element) -> list[bytes]:
    """The entries as they came; none where they are made to exhaust memory."""
    size, sources = 0, []
    for element in root.iter("{*}item", "{*}entry"):
        sources.append(etree.tostring(element, encoding="utf-8", with_tail=False))
        size += len(sources[-1])
        if size > _MOST_BYTES:
            return []
    return sources


def _feed(parsed: Mapping[str, Any]) -> _Feed:
    feed = dict(parsed["feed"])
    return _Feed(
        title=plain(str(feed.get("title", ""))),
        language=language_code(str(feed.get("language", ""))),
        address=web_address(str(feed.get("link", ""))),
        publisher=plain(str(feed.get("publisher", ""))),
    )


def _article(
    entry: Entry, feed: _Feed, capture: Capture, original: bytes, xml: NewsXml, media_type: str
) -> Iterator[Found]:
    """The article of an entry; nothing for one without text."""
    known = _known(entry, feed, capture)
    title = known.headline[:_LONGEST] or "An entry"
    text = _text(entry)
    if not text:
        return
    try:
        blocks = blocks_of_markup(text, f"“{title}” in {capture.name}")
        of_its_own = replace(capture, sha256=sha256_of(original)) if original else capture
        warnings = (*xml.warnings, *_warnings(entry, blocks, title))
        imported = article_of(Piece(known, blocks=tuple(blocks)), of_its_own, media_type, warnings)
    except CannotImport as error:
        yield error
    except TooLong as error:
        yield CannotImport(f"“{title}” in {capture.name} holds {error}, which no article does")
    else:
        yield replace(imported, original=original, question=xml.question)


def _known(entry: Entry, feed: _Feed, capture: Capture) -> Known:
    entry = dict(entry)  # feedparser's own answers to other names than it is asked for
    source = dict(entry.get("source") or {})
    outlet = plain(str(entry.get("publisher", ""))) or feed.publisher
    inferred = plain(str(source.get("title", ""))) or feed.title
    authors = [str(dict(one).get("name", "")) for one in entry.get("authors") or []]
    address = str(entry.get("feedburner_origlink") or entry.get("link") or "")
    spoken = (dict(one).get("language") for one in entry.get("content") or [])
    return Known(
        headline=plain(str(entry.get("title", ""))),
        outlet=outlet or inferred,
        author=authors_of([*authors, str(entry.get("author", ""))]),
        published=_published(entry, capture.now),
        language=next(filter(None, (language_code(str(one or "")) for one in spoken)), "") or feed.language,
        url=web_address(address, feed.address) if address else "",
        guessed=("outlet",) if inferred and not outlet else (),
    )


def _published(entry: Entry, now: datetime) -> str:
    for name in ("published", "created", "updated"):
        if stated := moment(str(entry.get(name, "")), now.date()):
            return stated
        if (parts := entry.get(f"{name}_parsed")) and (stated := moment(_iso(parts), now.date())):
            return stated
    return ""


def _iso(parts: Sequence[int]) -> str:
    """Of year, month, day, hour, minute and second, in UTC."""
    year, month, day, hour, minute, second = parts[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def _text(entry: Entry) -> str:
    """The longest of what the entry has as its content; failing that its summary."""
    entry = dict(entry)
    contents = [str(dict(one).get("value", "")) for one in entry.get("content") or []]
    return max([*contents, str(entry.get("summary", ""))], key=len).strip()


def _warnings(entry: Entry, blocks: list[BlockText], title: str) -> Iterator[str]:
    said = "\n".join(text for _, text, _ in blocks)
    words = len(said.split()) + len(_IDEOGRAPH.findall(said)) // 2
    cut_off = words < _A_LONG_ONE and _CUT_OFF.search(said[-100:])
    if cut_off or ("content" not in entry and words < _A_SUMMARY):
        yield f"“{title}” holds only a summary ({words} words): open its address to get the whole"
