"""Pages that are no article: start pages and sections, which list articles; walls that ask for consent."""

import re
from urllib.parse import urlsplit

from lxml import etree

from pressmark.importers.decoding import declared_charset
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import CannotImport

_A_PARAGRAPH = 140  # characters
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # says as much as three letters
_FEW_PARAGRAPHS = 3
_MANY_LINKS = 20
_MOSTLY = 0.5
_MOST_BYTES = 3_000_000  # longer than any list
_ARTICLE = re.compile(
    rb"og:type[\"']?[^>]{0,200}content\s{0,9}=\s{0,9}[\"']?article"
    rb"|content\s{0,9}=\s{0,9}[\"']?article[\"']?[^>]{0,200}og:type"
    rb"|\"@type\"\s{0,9}:\s{0,9}(?:\[\s{0,9})?\"[A-Za-z]{0,30}(?:Article|BlogPosting|Report)\"",
    re.IGNORECASE,
)
_WALLS = re.compile(
    r"https?://(?:consent|cookiewall|myprivacy)\.|https?://[^/?#]+/(?:consent|cookiewall)(?:[/?#]|$)"
)
_TEXTS = frozenset(("p", "li", "td", "div", "section", "article", "blockquote", "span"))


def is_wall(url: str) -> bool:
    """True for addresses to which sites send those who have not yet agreed to being followed."""
    return bool(_WALLS.match(url))


def is_list(payload: bytes, url: str, content_type: str) -> bool:
    """True for a page that says nowhere that it is an article, is links for the most part, and has hardly a
    paragraph that is none."""
    if len(payload) > _MOST_BYTES or (_ARTICLE.search(payload) and not _is_start(url)):
        return False
    root = _tree(payload, declared_charset(payload, content_type))
    if root is None:
        return False
    length = linked = links = paragraphs = 0
    for element in root.iter(etree.Element):
        if element.tag in {"script", "style", "noscript", "template", "title"}:
            continue
        own = _length(element)
        length += own
        if _in_link(element):
            linked += own
            links += element.tag == "a"
        elif element.tag in _TEXTS and own >= _A_PARAGRAPH:
            paragraphs += 1
    return links >= _MANY_LINKS and paragraphs < _FEW_PARAGRAPHS and linked >= _MOSTLY * length


def _is_start(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.path in {"", "/", "/index.html", "/index.php"} and not parts.query


def _tree(payload: bytes, charset: str) -> etree._Element | None:
    """None for what is no page, and for what is made to take long."""
    try:
        text = payload.decode(charset or "utf-8", "replace")
    except LookupError:
        text = payload.decode("utf-8", "replace")
    try:
        return tree_of(text, "")[0]
    except CannotImport:
        return None


def _length(element: etree._Element) -> int:
    """Of what stands in it, but for what stands in elements in it."""
    own = " ".join(" ".join([element.text or "", *(child.tail or "" for child in element)]).split())
    return len(own) + 2 * len(_IDEOGRAPH.findall(own))


def _in_link(element: etree._Element | None) -> bool:
    """A link, or near below one: markup around a headline is a level or two."""
    for _ in range(4):
        if element is None:
            return False
        if element.tag == "a":
            return True
        element = element.getparent()
    return False
