"""Which links a brief may hold: everything that is not named here is written as plain text."""

import re
from typing import assert_never
from urllib.parse import urlsplit

from exporters.walking import inlines
from pressmark.brief import (
    ANCHOR,
    Block,
    Brief,
    Contents,
    Figure,
    Heading,
    Legend,
    Marked,
    PageBreak,
    Paragraph,
    Passage,
    Table,
)

# RFC 3986 allows no others; a blank or a control character in an address is a disguise or an accident.
_ADDRESS = re.compile(r"[!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")
_SCHEME = re.compile(r"(?i:https?://|mailto:)")


def address(target: str) -> str | None:
    """The web or mail address that `target` is, percent-encoded where it must be, or None."""
    encoded = "".join(c if c.isascii() else _percent(c) for c in target)
    if not _SCHEME.match(encoded) or not _ADDRESS.fullmatch(encoded):
        return None
    try:
        parts = urlsplit(encoded)
        if parts.port == 0:
            return None
    except ValueError:  # a port that is no number, a bracket without its fellow
        return None
    return encoded if parts.hostname or (parts.scheme == "mailto" and "@" in parts.path) else None


def anchor(target: str) -> str | None:
    """The name of the place in this brief that `target` leads to, or None if it leads elsewhere."""
    name = target.removeprefix("#")
    return name if name != target and ANCHOR.fullmatch(name) else None


def anchors(brief: Brief) -> frozenset[str]:
    """The places that really are in the brief; a link to any other is written as plain text."""
    found = {name for block in brief.blocks for name in _block_anchors(block)}
    runs = (inline for inline in inlines(brief) if isinstance(inline, Marked))
    found |= {brief.marks[name].anchor for run in runs for name in run.marks if name in brief.marks}
    return frozenset(found - {""})


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _block_anchors(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Figure() | Passage():
            return [block.anchor]
        case Table():
            return [row.anchor for row in block.rows]
        case Legend() | Contents() | PageBreak():
            return []
        case _:
            assert_never(block)
