"""NITF 3 (News Industry Text Format): what agencies and papers exchange an article in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from lxml import etree

from pressmark.importers.imported import BlockText, Capture, Imported, Known
from pressmark.importers.news_article import Piece, article_of
from pressmark.importers.news_body import blocks_in
from pressmark.importers.news_xml import first, language_of_element, news_xml, said, stamp
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address

MEDIA_TYPE = "application/nitf+xml"
_HEAD, _BODY = "{*}head/{*}docdata/", "{*}body/{*}body.head/"


def read_nitf(data: bytes, capture: Capture) -> Imported:
    """The article, as the file states it. Raises CannotImport and TooLong."""
    found = news_xml(data, capture)
    piece = nitf_piece(found.root, capture.now.date())
    return replace(article_of(piece, capture, MEDIA_TYPE, found.warnings), question=found.question)


def nitf_piece(root: etree._Element, today: date) -> Piece:
    """What an element `nitf` states and holds. Changes the tree."""
    head = root.find("{*}body/{*}body.head")
    docdata, subheads = root.find("{*}head/{*}docdata"), _subheads(root)
    status = (docdata.get("management-status") or "") if docdata is not None else ""
    return Piece(
        known=_known(root, today),
        subheads=subheads,
        byline=_byline(first(root, f"{_BODY}{{*}}byline")),
        dateline=_dateline(head),
        abstract=_abstract(head),
        blocks=tuple(_blocks(root)),
        status=status.casefold(),
        note=_attribute(root, (f"{_HEAD}{{*}}ed-msg", "info"), (f"{_HEAD}{{*}}correction", "info")),
        corrects=first(root, f"{_HEAD}{{*}}correction") is not None,
    )


def _known(root: etree._Element, today: date) -> Known:
    headline = said(first(root, f"{_BODY}{{*}}hedline/{{*}}hl1", f"{_BODY}{{*}}headline/{{*}}hl1"))
    title = said(first(root, "{*}head/{*}title"))
    outlet = _attribute(root, ("{*}head/{*}pubdata", "name")) or said(first(root, f"{_BODY}{{*}}distributor"))
    holder = _attribute(root, (f"{_HEAD}{{*}}doc.copyright", "holder")) or said(
        first(root, f"{_BODY}{{*}}rights/{{*}}rights.owner")
    )
    guessed = {"headline": not headline and title, "outlet": not outlet and holder}
    return Known(
        headline=headline or title,
        outlet=outlet or holder,
        published=next(filter(None, (stamp(one, today) for one in _dates(root))), ""),
        language=language_of_element(root, root.find("{*}body"), root.find("{*}body/{*}body.content"))
        or language_code(root.get("baselang") or ""),
        url=web_address(
            _attribute(root, (f"{_HEAD}{{*}}doc-id", "id-string"), ("{*}head/{*}pubdata", "ex-ref"))
        ),
        guessed=tuple(name for name, is_guessed in guessed.items() if is_guessed),
    )


def _dates(root: etree._Element) -> Iterator[str]:
    """When it was published, the surest first."""
    yield _attribute(root, (f"{_HEAD}{{*}}date.issue", "norm"))
    yield _attribute(root, (f"{_BODY}{{*}}dateline/{{*}}story.date", "norm"))
    yield _attribute(root, (f"{_HEAD}{{*}}date.release", "norm"))
    yield _attribute(root, ("{*}head/{*}pubdata", "date.publication"))
    yield said(first(root, f"{_BODY}{{*}}dateline/{{*}}story.date"))


def _attribute(root: etree._Element, *places: tuple[str, str]) -> str:
    """The first of these attributes that says anything, as (path, name)."""
    values = ((one.get(name) or "").strip() for path, name in places for one in root.iterfind(path))
    return next(filter(None, values), "")[:2000]


def _subheads(root: etree._Element) -> tuple[str, ...]:
    """The lines under the headline; some agencies put a keyword there, which is none."""
    keywords = {one.get("key") for one in root.iterfind(f"{_HEAD}{{*}}key-list/{{*}}keyword")}
    lines = (said(one) for one in root.iterfind(f"{_BODY}{{*}}hedline/{{*}}hl2"))
    return tuple(line for line in lines if line and line not in keywords)


def _byline(byline: etree._Element | None) -> str:
    """With a comma before the title: “By Jane Doe, Political Editor”."""
    if byline is None:
        return ""
    title = said(byline.find("{*}byttl"))
    whole = said(byline)
    name = whole.removesuffix(title).rstrip(" ,") if title else whole
    return f"{name}, {title}" if name and title else whole


def _dateline(head: etree._Element | None) -> str:
    """The place, with the day where it is in words."""
    dateline = head.find("{*}dateline") if head is not None else None
    if dateline is None:
        return ""
    for day in dateline.findall("{*}story.date"):
        if said(day)[:8].isdecimal():
            day.text = None
    return said(dateline).strip(" ,–-")


def _abstract(head: etree._Element | None) -> tuple[str, ...]:
    abstract = head.find("{*}abstract") if head is not None else None
    return () if abstract is None else tuple(text for _, text, _ in blocks_in(abstract))


def _blocks(root: etree._Element) -> Iterator[BlockText]:
    """The text and what stands at its end; of a body that is not put together as it should be, all of it."""
    content = root.findall("{*}body/{*}body.content")
    for part in content or root.findall("{*}body"):
        for head in part.findall("{*}body.head"):
            part.remove(head)
        yield from blocks_in(part)
    for end in root.findall("{*}body/{*}body.end") if content else ():
        yield from blocks_in(end)
