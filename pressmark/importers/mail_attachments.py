"""Files that came with a message: which may hold articles, and which are to be named."""

import re
from collections.abc import Iterator, Sequence

from pressmark.importers.letter import Attached

_ARTICLES = (
    ".docx", ".docm", ".odt", ".rtf", ".pdf", ".html", ".htm", ".xhtml", ".mht", ".mhtml", ".eml", ".msg",
    ".mbox", ".txt", ".md", ".epub", ".zip",
)  # fmt: skip
_NEVER = (
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".tiff", ".ico", ".ics", ".vcf", ".p7s",
    ".asc", ".sig",
)  # fmt: skip
_NEVER_TYPES = re.compile(r"(?:image/|text/(?:calendar|x-?v?card|x-amp-html|watch-html)|message/(?!rfc822))")
_LONGEST_NAME = 60
_MOST_NAMED = 8


def with_articles(attached: Sequence[Attached]) -> tuple[list[Attached], list[Attached]]:
    """What may hold articles, and what else is to be named; pictures and signatures are neither."""
    parts, left = [], []
    for one in attached:
        name = one.name.casefold()
        if one.media_type == "message/rfc822" or name.endswith(_ARTICLES):
            parts.append(one)
        elif not (one.inline or name.endswith(_NEVER) or _NEVER_TYPES.match(one.media_type)):
            left.append(one)
    return parts, left


def left_out(left: Sequence[Attached], name: str) -> Iterator[str]:
    """The sentence that names them."""
    if left:
        named = ", ".join(f"“{shortened(one.name)}”" for one in left[:_MOST_NAMED])
        more = f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else ""
        yield f"Attached to {name} and not read: {named}{more}; add what you need as files"


def shortened(text: str, longest: int = _LONGEST_NAME) -> str:
    """The text, cut off where it would fill a message."""
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
