"""Text that comes out of Markdown as it went in."""

import re

from exporters.characters import legal

# Backslashes, code, emphasis, links, tags, tables, strikethrough and mathematics wherever they stand;
# underlines only at the edge of a word, & only before what may be an entity, == for highlights.
_MEANS_SOMETHING = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|=(?==)")

# At the beginning of a line: headings, lists, quotations, rules, and lines under a heading or a table's head.
_BEGINS_BLOCK = re.compile(r"[#+\->=:]|\d{1,9}(?=[.)](?:\s|$))")

_IN_ADDRESS = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D", "&": "&amp;", "|": "%7C"})


def words(text: str) -> str:
    """Text within a line; a line feed is a space."""
    return _MEANS_SOMETHING.sub(r"\\\g<0>", legal(text).replace("\n", " "))


def line(markdown: str) -> str:
    """A finished line, so that its beginning begins no block and its ends are no spaces."""
    trimmed = markdown.strip(" \t")
    found = _BEGINS_BLOCK.match(trimmed)
    if not found:
        return trimmed
    at = found.end() if trimmed[0].isdigit() else 0
    return f"{trimmed[:at]}\\{trimmed[at:]}"


def heading(markdown: str) -> str:
    """A line behind ``##``, so that no # at its end is taken for the end of the heading."""
    return re.sub(r"#(?=#*$)", r"\\#", markdown.strip(" \t"))


def address(target: str) -> str:
    """An address, already percent-encoded, as the target of a link."""
    return target.translate(_IN_ADDRESS)
