"""A selection dropped or pasted from a browser: a fragment of HTML, every word of which was meant."""

import re

from pressmark.article import BlockKind
from pressmark.importers.decoding import declared_charset, decoded
from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import Capture, Imported, Known
from pressmark.importers.opening import opening_of
from pressmark.importers.web_address import web_address

_CLIPBOARD_HEAD = re.compile(r"Version:[\d.]+[\r\n]+(?:[A-Za-z]+:[^\r\n]*[\r\n]+)*")
_SOURCE_URL = re.compile(r"^SourceURL:(\S+)", re.MULTILINE)
_START, _END = "<!--StartFragment-->", "<!--EndFragment-->"


def read_selection(data: bytes, capture: Capture) -> Imported:
    """The article in a fragment; its URL where the clipboard tells it. Raises CannotImport."""
    charset = declared_charset(data, capture.media_type)
    found = decoded(data, capture.name, charset, capture.answers.encoding)
    head = _CLIPBOARD_HEAD.match(found.text)
    source = _SOURCE_URL.search(head[0]) if head else None
    markup = _fragment(found.text[head.end() if head else 0 :])
    root, _ = tree_of(f"<div>{markup}</div>", capture.name)
    blocks = blocks_of(root)
    opening = opening_of(blocks)
    if opening.headline_at >= 0 and blocks[opening.headline_at][0] is not BlockKind.HEADING:
        blocks[opening.headline_at] = (BlockKind.HEADING, opening.headline, 1)
    known = Known(
        headline=opening.headline,
        author=opening.author,
        published=opening.published,
        url=web_address(source[1]) if source else "",
        guessed=opening.guessed,
    )
    return capture.imported(blocks, known, "text/html", found.warnings)


def _fragment(markup: str) -> str:
    """What was selected, without the elements around it that the clipboard adds."""
    start, end = markup.find(_START), markup.rfind(_END)
    return markup[start + len(_START) : end] if 0 <= start < end else markup
