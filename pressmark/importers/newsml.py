"""NewsML 1: items made of components in components, with NITF, XHTML, HTML or plain text at the bottom."""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from pressmark.article import BlockKind
from pressmark.importers.imported import BlockText, Capture, Found, Known
from pressmark.importers.news_article import Piece
from pressmark.importers.news_body import blocks_in, blocks_of_markup
from pressmark.importers.news_items import Message
from pressmark.importers.news_xml import language_of_element, news_xml, said, stamp
from pressmark.importers.newsml_components import Components, Place, formal
from pressmark.importers.nitf import nitf_piece
from pressmark.importers.page_names import authors_of
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address

_MEDIA_TYPE = "application/vnd.iptc.newsml1+xml"
_MANAGEMENT, _IDENTIFIER = "{*}NewsManagement/", "{*}Identification/{*}NewsIdentifier/"


def read_newsml(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of each news item. Raises CannotImport."""
    xml = news_xml(data, capture)
    tree = Components()
    places = tree.articles(xml.root, capture.name)
    message = Message(xml, capture, _MEDIA_TYPE, alone=len(places) == 1)
    with_text = Counter(place.item for place in places)
    for place in places:
        element = place.item if with_text[place.item] == 1 else place.component
        yield from message.each(_found(place, element, tree, message))
    message.without_text = sum(1 for item in xml.root.iter("{*}NewsItem") if item not in with_text)
    yield from message.ending("pictures, films, references")


def _found(place: Place, element: etree._Element, tree: Components, message: Message) -> Iterator[Found]:
    contents = [*place.component.iter("{*}ContentItem")]
    texts = (one for one in contents if not tree.is_picture(one))
    remote = next((href for one in texts if (href := one.get("Href"))), "")
    stated = _stated(place, tree, message)
    inner = _content(contents, tree, message)
    if not inner.blocks and remote:
        yield message.elsewhere(stated, remote)
    else:
        yield from message.take(stated.around(inner), element)


def _stated(place: Place, tree: Components, message: Message) -> Piece:
    """What is stated of the article and around it."""
    lines = tree.child(place.component, "NewsLines")
    subheads = () if lines is None else (said(one) for one in lines.iterfind("{*}SubHeadLine"))
    return Piece(
        known=_known(place, tree, message),
        subheads=tuple(filter(None, subheads)),
        byline=tree.line(place.around, "ByLine"),
        dateline=tree.line(place.around, "DateLine").strip(" ,–-"),
        status=formal(place.item.find(f"{_MANAGEMENT}{{*}}Status")).casefold(),
        note=said(place.item.find(f"{_MANAGEMENT}{{*}}Instruction/{{*}}Comment")),
    )


def _known(place: Place, tree: Components, message: Message) -> Known:
    around, item, today = place.around, place.item, message.capture.now.date()
    headline = tree.line(around, "HeadLine")
    title = tree.line(around, "SlugLine") or said(item.find("{*}Identification/{*}NameLabel"))
    dates = (said(item.find(f"{_MANAGEMENT}{{*}}{name}")) for name in ("ThisRevisionCreated", "FirstCreated"))
    sent = said(message.xml.root.find("{*}NewsEnvelope/{*}DateAndTime"))
    outlet = tree.party(around, "Provider") or tree.party(around, "Source")
    inferred = tree.line(around, "CreditLine") or said(item.find(f"{_IDENTIFIER}{{*}}ProviderId"))
    guessed = {"headline": not headline and title, "outlet": not outlet and inferred}
    return Known(
        headline=headline or title,
        outlet=outlet or inferred,
        author="" if tree.line(around, "ByLine") else authors_of([tree.party(around, "Creator")]),
        published=next(filter(None, (stamp(one, today) for one in (*dates, sent))), ""),
        language=next(filter(None, map(language_code, tree.languages(around))), "")
        or language_of_element(*around, item),
        url=web_address(said(item.find(f"{_IDENTIFIER}{{*}}PublicIdentifier"))),
        guessed=tuple(name for name, is_guessed in guessed.items() if is_guessed),
    )


def _content(contents: list[etree._Element], tree: Components, message: Message) -> Piece:
    """All text of an article; of equivalent forms the first; what is under its pictures as captions."""
    whole, seen = Piece(), set[etree._Element]()
    captions: list[BlockText] = []
    for content in contents:
        forms = [
            one for one in content.iterancestors("{*}NewsComponent") if one.get("EquivalentsList") == "yes"
        ]
        piece = Piece() if seen.intersection(forms) else _text(content, message)
        if tree.is_picture(content):
            captions += [(BlockKind.CAPTION, text, 0) for _, text, _ in piece.blocks]
        elif piece.blocks:
            seen.update(forms)
            whole = replace(whole.around(piece), blocks=(*whole.blocks, *piece.blocks))
    return replace(whole, blocks=(*whole.blocks, *captions)) if whole.blocks else whole


def _text(content: etree._Element, message: Message) -> Piece:
    data = content.find("{*}DataContent")
    if data is None:
        return Piece()
    data = deepcopy(data)  # reading the text changes its tree
    nitf = next(data.iter("{*}nitf"), None)
    if nitf is not None:
        return nitf_piece(nitf, message.capture.now.date())
    if len(data):
        body = next(data.iter("{*}body"), None)
        return Piece(blocks=tuple(blocks_in(body if body is not None else data)))
    return Piece(blocks=tuple(blocks_of_markup("".join(data.itertext()), message.capture.name)))
