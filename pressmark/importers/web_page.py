"""Web pages: trafilatura tells the article from the rest; the words are taken from the page itself.

Trafilatura's own text has lost no-break spaces, joiners, direction marks and some inline elements, so it
serves to choose among the page's blocks and never as the text.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime

from lxml import html

from pressmark.article import BlockKind
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.html_blocks import placed_blocks
from pressmark.importers.html_tree import Size, tree_of
from pressmark.importers.imported import BlockText, Capture, Imported, Known
from pressmark.importers.opening import opening_of
from pressmark.importers.page_blocks import PageArticle, article_of
from pressmark.importers.page_metadata import stated
from pressmark.importers.page_names import authors_of, outlet_of, plain

_TAMEST = Size(elements=20_000, depth=100, most_children=4_000)
"""Up to here trafilatura answers within seconds; past it its time is quadratic."""
_LONGEST_TAME = 5_000_000
_LEAST_TEXT = 250


@dataclass(frozen=True, slots=True)
class _Extract:
    """Trafilatura's answer: the article's text, and the metadata that it infers."""

    text: str
    known: Known


_NOTHING = _Extract("", Known())


def read_web_page(data: bytes, capture: Capture) -> Imported:
    """The article of a page, with what the page says of itself. Raises CannotImport."""
    charset = declared_charset(data, capture.media_type)
    found = decoded(data, capture.name, charset, capture.answers.encoding)
    root, size = tree_of(found.text, capture.name)
    known, body = stated(root, capture.url, capture.now.date())
    extract = _extract(root, size, len(found.text), capture)
    known = _with_guesses(known, extract.known)
    article, warnings = _article(root, extract.text, known.headline, body)
    known = _with_guesses(known, _opening(list(article.blocks)))
    warnings = (*found.warnings, *warnings)
    imported = capture.imported(article.blocks, known, "text/html", warnings, article.struck)
    return replace(imported, question=found.question)


def _extract(root: html.HtmlElement, size: Size, length: int, capture: Capture) -> _Extract:
    tame = (
        size.elements <= _TAMEST.elements
        and size.depth <= _TAMEST.depth
        and size.most_children <= _TAMEST.most_children
        and length <= _LONGEST_TAME
    )
    return _trafilatura(root, capture.url, capture.now) if tame else _NOTHING


def _trafilatura(root: html.HtmlElement, url: str, now: datetime) -> _Extract:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what it has against a page is for its authors
    try:
        found = bare_extraction(
            root,
            url=url or None,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "max_date": now.date().isoformat()},
        )
    except Exception:  # noqa: BLE001  whatever trips it: the page is taken whole, and a warning says so
        return _NOTHING
    if not isinstance(found, Document):
        return _NOTHING
    guesses = Known(
        headline=found.title or "",
        outlet=outlet_of([found.sitename or "", found.hostname or ""]),
        author=authors_of([found.author or ""]),
        published=found.date or "",
        language=found.language or "",
    )
    return _Extract(found.text or "", guesses)


def _opening(blocks: list[BlockText]) -> Known:
    opening = opening_of(blocks)
    return Known(headline=opening.headline, author=opening.author, published=opening.published)


def _with_guesses(known: Known, guesses: Known) -> Known:
    """The stated fields, with the empty ones filled from guesses and named as such."""
    names = [one.name for one in fields(Known) if one.name != "guessed"]
    new = {
        name: getattr(guesses, name) for name in names if getattr(guesses, name) and not getattr(known, name)
    }
    return replace(known, guessed=(*known.guessed, *new), **new)


def _article(
    root: html.HtmlElement, extracted: str, headline: str, body: str
) -> tuple[PageArticle, tuple[str, ...]]:
    """The article's blocks; failing that what the page gives to machines; failing that the whole page."""
    placed = placed_blocks(root)
    for extracts in _extracts(extracted, body):
        if article := article_of(placed, extracts, headline):
            return article, ()
    # some sites put all into an aside
    everything = [one.block for one in placed if not one.place.around] or [one.block for one in placed]
    length = sum(len(text) for _, text, _ in everything)
    if len(body) > max(_LEAST_TEXT, length // 2):
        paragraph = (BlockKind.PARAGRAPH, body, 0)
        warning = "The page shows no article; its text was taken from what the page gives to machines"
        return PageArticle((paragraph,), ()), (warning,)
    warning = "The article could not be told from the rest of the page: all of its text was taken"
    return PageArticle(tuple(everything), ()), (warning,)


def _extracts(extracted: str, body: str) -> Iterator[tuple[str, ...]]:
    """What holds the article's words, the surest first: what the page gives to machines is often cut."""
    if extracted and len(body) > max(_LEAST_TEXT, len(extracted) // 2):
        yield extracted, plain(body)
    yield (extracted,)
