"""What a page states in its mark-up: microdata of its article, links to its authors, when it appeared."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree, html

from pressmark.importers.page_json import is_article

_FIELDS = {"headline": "headline", "author": "author", "creator": "author", "datepublished": "published"}
_MOST = 50  # elements that are looked at for one field
_LONGEST = 500
_MOST_LOOKED_AT = 2000
_PUBLISHED = re.compile(
    r"(?:^|[\s_-])(?:entry-date|published|publish(?:ed)?-?date|date-published|pubdate|post-date)(?:$|[\s_-])"
)


def microdata(root: html.HtmlElement) -> dict[str, list[str]]:
    """The values of the first article that is marked up as one, by the names of `Known`."""
    found: dict[str, list[str]] = {}
    article: html.HtmlElement | None = None
    named = (one for one in root.iter(etree.Element) if _field(one))
    for element in islice(named, _MOST_LOOKED_AT):
        scope = _scope(element)
        if scope is not None and is_article(scope.get("itemtype")) and (article is None or article is scope):
            article = scope
            found.setdefault(_field(element), []).append(_value(element))
    return found


def linked_authors(root: html.HtmlElement) -> list[str]:
    """The texts of links that are marked as leading to the author."""
    links = (link for link in root.iter("a") if "author" in (link.get("rel") or "").casefold().split())
    return [_text(link) for link in islice(links, _MOST)]


def times(root: html.HtmlElement) -> list[str]:
    """The moments of the elements that are marked as when the article was published."""
    return list(islice(_times(root), _MOST))


def _times(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter("time"):
        marks = (element.get("class") or "").casefold()
        if element.get("pubdate") is not None or _PUBLISHED.search(marks):
            yield element.get("datetime") or _text(element)


def _field(element: html.HtmlElement) -> str:
    return _FIELDS.get((element.get("itemprop") or "").casefold(), "")


def _scope(element: html.HtmlElement) -> html.HtmlElement | None:
    return next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)


def _value(element: html.HtmlElement) -> str:
    """What the property says: an attribute, the name within a described person, or the text."""
    for name in ("content", "datetime"):
        if value := element.get(name):
            return str(value)
    if element.get("itemscope") is not None:
        for inner in element.iterdescendants(etree.Element):
            if inner.get("itemprop") == "name":
                return str(inner.get("content") or _text(inner))
    return _text(element)


def _text(element: html.HtmlElement) -> str:
    return " ".join("".join(islice(element.itertext(), _MOST)).split())[:_LONGEST]
