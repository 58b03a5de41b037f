"""NewsML-G2: what agencies send today, one item or a message of several, with NITF, XHTML or HTML inside."""

import binascii
from base64 import b64decode
from collections.abc import Iterator
from copy import deepcopy
from datetime import date

from lxml import etree

from pressmark.importers.imported import BlockText, CannotImport, Capture, Found, Known
from pressmark.importers.news_article import Piece
from pressmark.importers.news_body import blocks_in, blocks_of_markup
from pressmark.importers.news_items import Message
from pressmark.importers.news_xml import first, language_of_element, news_xml, said, stamp
from pressmark.importers.nitf import nitf_piece
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address

_MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
_META, _CONTENT = "{*}itemMeta/", "{*}contentMeta/"
_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_NO_TEXT = frozenset(("picture", "graphic", "video", "audio", "animation", "still-image"))
_SUBHEADS = ("subheadline", "subhead", "subtitle", "kicker", "deck")
_PUBLISHED = ("versionCreated", "contentCreated", "contentModified", "firstCreated")


def read_newsml_g2(data: bytes, capture: Capture) -> Iterator[Found]:
    """The article of each news item. Raises CannotImport."""
    xml = news_xml(data, capture)
    items = [*xml.root.iter(*(f"{{*}}{name}" for name in _ITEMS))]
    news = [one for one in items if _name(one) == "newsItem"]
    if items and not news:
        raise CannotImport(
            f"{capture.name} is a list of references to other files (a {_name(items[0])}), without any text "
            "of its own: import the files that it lists"
        )
    message = Message(xml, capture, _MEDIA_TYPE, alone=len(items) == 1)
    for item in news:
        yield from message.each(_found(item, message))
    yield from message.ending("pictures, films, sound")


def _found(item: etree._Element, message: Message) -> Iterator[Found]:
    today, name = message.capture.now.date(), message.capture.name
    stated = _stated(item, today)
    inner = _content(deepcopy(item), today, name)  # which changes the tree
    remote = [one.get("href") or "" for one in item.iterfind("{*}contentSet/{*}remoteContent")]
    if inner.blocks:
        yield from message.take(stated.around(inner), item)
    elif _coded(item.find(f"{_META}{{*}}itemClass")) in _NO_TEXT:
        message.without_text += 1
    elif remote:
        yield message.elsewhere(stated, remote[0])
    else:
        yield from message.take(stated, item)  # a flash is nothing but a headline


def _stated(item: etree._Element, today: date) -> Piece:
    """What is stated around the text."""
    headlines = [one for one in item.iterfind(f"{_CONTENT}{{*}}headline") if said(one)]
    main = [one for one in headlines if not _is_subhead(one)] or headlines
    notes = (
        one for one in item.iterfind(f"{_META}{{*}}edNote") if len(one) == 0 and not one.get("pubconstraint")
    )
    signals = {_coded(one) for one in item.iterfind(f"{_META}{{*}}signal")}
    status = _coded(item.find(f"{_META}{{*}}pubStatus"))
    embargo = stamp(said(first(item, f"{_META}{{*}}embargoed")), date.max.replace(day=1))
    return Piece(
        known=_known(item, said(main[0]) if main else "", today),
        subheads=tuple(said(one) for one in headlines if _is_subhead(one)),
        byline=said(first(item, f"{_CONTENT}{{*}}by")),
        dateline=said(first(item, f"{_CONTENT}{{*}}dateline")).strip(" ,–-"),
        status="embargoed" if status in {"", "usable"} and embargo[:10] >= today.isoformat() else status,
        note=next(filter(None, map(said, notes)), ""),
        corrects="correction" in signals,
    )


def _known(item: etree._Element, headline: str, today: date) -> Known:
    title = said(first(item, f"{_META}{{*}}title", f"{_CONTENT}{{*}}slugline"))
    outlet = _named(first(item, f"{_META}{{*}}provider")) or _named(first(item, f"{_CONTENT}{{*}}infoSource"))
    holder = _named(first(item, "{*}rightsInfo/{*}copyrightHolder"))
    dates = (
        stamp(said(one), today)
        for name in _PUBLISHED
        for place in (_META, _CONTENT)
        for one in item.iterfind(f"{place}{{*}}{name}")
    )
    language = item.find(f"{_CONTENT}{{*}}language")
    guessed = {"headline": not headline and title, "outlet": not outlet and holder}
    return Known(
        headline=headline or title,
        outlet=outlet or holder,
        author=_creator(item),
        published=next(filter(None, dates), ""),
        language=language_code(language.get("tag") or "" if language is not None else "")
        or language_of_element(item),
        url=web_address(item.get("guid") or ""),
        guessed=tuple(name for name, is_guessed in guessed.items() if is_guessed),
    )


def _creator(item: etree._Element) -> str:
    """Who wrote it, where no byline says so: names of accounts and of agencies are none."""
    if first(item, f"{_CONTENT}{{*}}by") is not None:
        return ""
    creators = (
        _named(one)
        for one in item.iterfind(f"{_CONTENT}{{*}}creator")
        if "org" not in (one.get("type") or "")
    )
    return next((name for name in creators if " " in name), "")


def _content(item: etree._Element, today: date, name: str) -> Piece:
    """The first of the renditions of the text that holds any."""
    for markup in item.iterfind("{*}contentSet/{*}inlineXML"):
        nitf = next(markup.iter("{*}nitf"), None)
        if nitf is not None and (piece := nitf_piece(nitf, today)).blocks:
            return piece
        if blocks := [] if nitf is not None else _xhtml(markup):
            return Piece(blocks=tuple(blocks))
    for data in item.iterfind("{*}contentSet/{*}inlineData"):
        if blocks := _data(data, name):
            return Piece(blocks=tuple(blocks))
    return Piece()


def _xhtml(markup: etree._Element) -> list[BlockText]:
    body = next(markup.iter("{*}body"), None)
    return blocks_in(body if body is not None else markup)


def _data(data: etree._Element, name: str) -> list[BlockText]:
    text = "".join(data.itertext())
    kind = data.get("contenttype") or ""
    if not kind.startswith("text/") and kind:
        return []
    if "b64" in (data.get("encoding") or "") or "base64" in (data.get("encoding") or ""):
        try:
            text = b64decode(text).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            return []
    return blocks_of_markup(text, name)


def _named(element: etree._Element | None) -> str:
    """The name of a party, however it is given; of a code, what follows its colon."""
    if element is None:
        return ""
    name = said(element.find("{*}name")) or element.get("literal") or ""
    return name or _tail(element.get("qcode") or "")


def _coded(element: etree._Element | None) -> str:
    """What a code says without the vocabulary that it is from: “stat:canceled” and “…/canceled”."""
    if element is None:
        return ""
    return _tail(element.get("qcode") or element.get("uri") or element.get("literal") or "").casefold()


def _tail(code: str) -> str:
    return code.rstrip("/").rpartition("/")[2].rpartition(":")[2]


def _is_subhead(headline: etree._Element) -> bool:
    return any(word in _tail(headline.get("role") or "").casefold() for word in _SUBHEADS)


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
