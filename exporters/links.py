"""Which links a brief may hold: everything that is not named here is written as plain text."""

import re
from urllib.parse import urlsplit

from pressmark.brief import ANCHOR, Block, Brief, Heading, Legend, Marked, Paragraph, Passage, Row, Table

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
    found |= {
        brief.marks[name].anchor for block in brief.blocks for name in _marks(block) if name in brief.marks
    }
    return frozenset(found - {""})


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogatepass"))


def _block_anchors(block: Block) -> list[str]:
    if isinstance(block, Legend):
        return []
    if isinstance(block, Table):
        return [row.anchor for row in block.rows]
    return [block.anchor]


def _marks(block: Block) -> list[str]:
    return [name for inline in _inlines(block) if isinstance(inline, Marked) for name in inline.marks]


def _inlines(block: Block) -> list[object]:
    match block:
        case Paragraph() | Passage():
            return list(block.inlines)
        case Table():
            return [inline for row in block.rows for inline in _row_inlines(row)]
        case Heading() | Legend():
            return []


def _row_inlines(row: Row) -> list[object]:
    return [inline for cell in row.cells for inline in cell.inlines]
