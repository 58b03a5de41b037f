"""Which passage of a PDF is its headline, and what is known of the article besides."""

import re
from collections.abc import Sequence

from pressmark.article import BlockKind
from pressmark.importers.imported import BlockText, Known
from pressmark.importers.opening import opening_of
from pressmark.importers.pdf_known import Stated
from pressmark.importers.pdf_passages import Passage
from pressmark.importers.web_address import web_address

_FEW_WORDS = 4  # those of an outlet's name over the page
_ADDRESS = re.compile(r"@|://|www\.")
_LETTERS = re.compile(r"[\W_]+")


def headline_of(passages: Sequence[tuple[Passage, str]], title: str) -> Passage | None:
    """The one whose words the file's title has, or the largest on the first page that has any text.

    Where that is of few words, as the name of a paper over its front page is, the next smaller may be it.
    """
    first_page = min((passage.page for passage, _ in passages), default=1)
    first = [(one, text) for one, text in passages if one.page == first_page and not one.is_note]
    wanted = _folded(title)
    for passage, text in first:
        if wanted and _folded(text) == wanted:
            passage.kind = BlockKind.HEADING
            return passage
    headings = [(one, text) for one, text in first if one.kind is BlockKind.HEADING]
    if not headings:
        return None
    largest, *smaller = sorted({one.size for one, _ in headings}, reverse=True)
    return next(
        (
            one
            for size in (largest, *smaller[:1])
            for one, text in headings
            if one.size == size and len(text.split()) > _FEW_WORDS and not _ADDRESS.search(text)
        ),
        next(one for one, _ in headings if one.size == largest),
    )


def known_of(blocks: Sequence[BlockText], stated: Stated, address: str) -> Known:
    """The headline is stated where the file's title is the same; the rest as stated, or as the text reads."""
    at = next((number for number, block in enumerate(blocks) if block[2] == 1), -1)
    opening = opening_of(blocks[max(0, at) :])
    headline = blocks[at][1] if at >= 0 else stated.title
    author, published = opening.author or stated.author, stated.published or opening.published or stated.made
    guessed = {
        "headline": at >= 0 and _folded(headline) != _folded(stated.title),
        "author": bool(author),  # who typed the file; most often, not always, who wrote the article
        "published": bool(published) and not stated.published,
        "url": bool(address) and not stated.url,
    }
    return Known(
        headline=headline,
        outlet=stated.outlet,
        author=author,
        published=published,
        language=stated.language,
        url=stated.url or web_address(address),
        guessed=tuple(name for name, is_so in guessed.items() if is_so),
    )


def _folded(text: str) -> str:
    return _LETTERS.sub("", text.casefold())
