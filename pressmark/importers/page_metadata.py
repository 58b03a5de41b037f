"""What a web page states of itself: schema.org in JSON-LD first, then its meta elements, then its mark-up.

A value that cannot be what it should be (a role for a name, a day to come, a site's front page for the
article's address) counts as not stated: none is better than a wrong one.
"""

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice
from urllib.parse import urlsplit

from lxml import html

from pressmark.importers.imported import Known
from pressmark.importers.page_dates import moment
from pressmark.importers.page_json import PageJson, text_of
from pressmark.importers.page_microdata import linked_authors, microdata, times
from pressmark.importers.page_names import authors_of, outlet_of, plain
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address

_META = {
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": (
        "author", "article:author", "dc.creator", "citation_author", "parsely-author", "byl",
        "sailthru.author",
    ),
    "published": (
        "article:published_time", "og:article:published_time", "article:published", "datepublished",
        "date-published", "publication_date", "publish-date", "pubdate", "parsely-pub-date", "sailthru.date",
        "dc.date.issued", "dcterms.issued", "dc.date", "citation_publication_date",
    ),
    "language": ("og:locale", "content-language", "dc.language"),
}  # fmt: skip
_MOST_META = 2000
_CUT = re.compile(r"\s*(?:…|\.\.\.)$")
_TAG = re.compile(r"([A-Za-z]{2,3})((?:[-_][A-Za-z0-9]{2,8}){0,3})")


def stated(root: html.HtmlElement, base: str, today: date) -> tuple[Known, str]:
    """The fields that the page states, empty where it states none; and the article's text, if it is given to
    machines, at times to them alone, as pages do that scripts put together."""
    meta = _meta(root)
    data = PageJson(root, _titles(root, meta))
    article, marked = data.article, microdata(root)
    outlet = outlet_of([*data.names("publisher"), *_of(meta, "outlet")])
    titles = [text_of(article.get("headline")), *_of(meta, "headline"), *marked.get("headline", ())]
    authors = (data.names("author") or data.names("creator"), _of(meta, "author"))
    dates = [text_of(article.get("datePublished")), *_of(meta, "published"), *marked.get("published", ())]
    languages = [text_of(article.get("inLanguage")), root.get("lang", ""), *_of(meta, "language")]
    addresses = [text_of(article.get("url")), _canonical(root), *meta.get("og:url", ())]
    known = Known(
        headline=_headline(titles, outlet),
        outlet=outlet,
        author=_first(map(authors_of, (*authors, marked.get("author", ()), linked_authors(root)))),
        published=_first(moment(one, today) for one in (*dates, *times(root))),
        language=_first(map(_language, languages)),
        url=_first(_address(one, base) for one in addresses),
    )
    return known, text_of(article.get("articleBody"))


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _titles(root: html.HtmlElement, meta: dict[str, list[str]]) -> frozenset[str]:
    """What the page calls itself, to tell its article from others that it describes."""
    headings = ("".join(islice(one.itertext(), 20)) for one in islice(root.iter("h1"), 5))
    return frozenset(plain(one).casefold() for one in (*_of(meta, "headline"), *headings)) - {""}


def _meta(root: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in islice(root.iter("meta"), _MOST_META):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        value = (element.get("content") or "").strip()
        if value:
            found.setdefault((name or element.get("http-equiv") or "").casefold(), []).append(value)
    return found


def _of(meta: dict[str, list[str]], field: str) -> list[str]:
    return [value for name in _META[field] for value in meta.get(name, ())]


def _canonical(root: html.HtmlElement) -> str:
    links = (link for link in root.iter("link") if "canonical" in (link.get("rel") or "").casefold().split())
    return next((link.get("href") or "" for link in links), "")


def _headline(values: Iterable[str], outlet: str) -> str:
    """The first, without the outlet's name at its end; a longer one where the first was cut short."""
    titles = [title for value in values if (title := _without_outlet(plain(value), outlet))]
    if not titles or not _CUT.search(titles[0]):
        return titles[0] if titles else ""
    start = _CUT.sub("", titles[0])
    return next((one for one in titles[1:] if one.startswith(start) and not _CUT.search(one)), titles[0])


def _without_outlet(title: str, outlet: str) -> str:
    if outlet and title.casefold().endswith(outlet.casefold()):
        cut = re.sub(r"\s+[|–—•·-]\s*$", "", title[: -len(outlet)])
        return cut if cut and cut != title[: -len(outlet)] else title
    return title


def _language(said: str) -> str:
    said = plain(said)
    found = _TAG.fullmatch(said)
    code = language_code(found[1]) if found else language_code(said)
    return code + found[2].replace("_", "-") if found and code else code


def _address(text: str, base: str) -> str:
    """The page's address; the front page of a site, which careless pages name, is none of an article."""
    address = web_address(text.strip(), base)
    parts = urlsplit(address)
    own = parts.path.strip("/") or parts.query
    return address if own and parts.hostname not in {"localhost", "127.0.0.1"} else ""
