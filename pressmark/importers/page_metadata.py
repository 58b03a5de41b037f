"""What a web page states of itself for machines: schema.org in JSON-LD first, then its meta elements."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import html

from pressmark.importers.canon import one_line
from pressmark.importers.imported import Known
from pressmark.importers.web_address import web_address

_LARGEST_SCRIPT = 2_000_000
_MOST_NODES = 2000
_META = {
    "headline": ("og:title", "twitter:title", "dc.title", "citation_title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": ("author", "article:author", "dc.creator", "citation_author", "parsely-author"),
    "published": ("article:published_time", "datepublished", "dc.date.issued", "dc.date", "parsely-pub-date"),
    "language": ("og:locale", "content-language"),
}


def stated(root: html.HtmlElement, base: str = "") -> Known:
    """The fields that the page states; empty where it states none."""
    meta, article = _meta(root), _article(root)
    fields = {
        field: next((meta[name] for name in names if name in meta), "") for field, names in _META.items()
    }
    if fields["author"].startswith("http"):
        fields["author"] = ""  # a link to a profile, not a name
    fields["language"] = root.get("lang", "") or fields["language"]
    fields |= {field: value for field, value in _from_json(article).items() if value}
    url = _text(article.get("url")) or _canonical(root) or meta.get("og:url", "")
    clean = {field: one_line(unescape(value)) for field, value in fields.items()}
    return Known(
        headline=clean["headline"],
        outlet=clean["outlet"],
        author=clean["author"],
        published=clean["published"],
        language=clean["language"].replace("_", "-"),
        url=web_address(url, base),
    )


def article_body(root: html.HtmlElement) -> str:
    """The text that the page gives to machines alone, as pages do that are put together by scripts."""
    return unescape(_text(_article(root).get("articleBody")))


def _from_json(article: dict[str, Any]) -> dict[str, str]:
    return {
        "headline": _text(article.get("headline")),
        "outlet": _names(article.get("publisher")),
        "author": _names(article.get("author")),
        "published": _text(article.get("datePublished")),
        "language": _text(article.get("inLanguage")),
    }


def _meta(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = (element.get("content") or "").strip()
        if value:
            found.setdefault((name or element.get("http-equiv") or "").casefold(), value)
    return found


def _canonical(root: html.HtmlElement) -> str:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").casefold().split():
            return element.get("href") or ""
    return ""


def _article(root: html.HtmlElement) -> dict[str, Any]:
    """The first node of JSON-LD that is an article of some sort; empty where there is none."""
    for script in root.iter("script"):
        if (script.get("type") or "").casefold().strip() == "application/ld+json":
            for node in _nodes(_parsed(script.text or "")):
                if _is_article(node.get("@type")):
                    return node
    return {}


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False) if len(text) <= _LARGEST_SCRIPT else None
    except (ValueError, RecursionError):  # pages often hold broken JSON-LD; the meta elements remain
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    waiting, seen = [value], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        one = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = one[:_MOST_NODES]
        elif isinstance(one, dict):
            yield one
            waiting += [one[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in one]


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(
        isinstance(one, str) and one.endswith(("Article", "Posting", "Report", "Review")) for one in kinds
    )


def _text(value: Any) -> str:
    if isinstance(value, list) and value:
        return _text(value[0]) if not isinstance(value[0], list) else ""
    return value if isinstance(value, str) else ""


def _names(value: Any) -> str:
    """The names of one or several people or bodies, as “A, B”."""
    ones = value if isinstance(value, list) else [value]
    named = [one.get("name") if isinstance(one, dict) else one for one in ones]
    return ", ".join(dict.fromkeys(text for one in named if (text := one_line(_text(one)))))
