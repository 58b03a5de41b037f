"""What a paragraph is by the name of its style, as Word, LibreOffice and pandoc name them."""

import re

from pressmark.article import BlockKind

_HEADING = re.compile(r"heading ?([1-9])", re.IGNORECASE)
_KINDS = {
    **dict.fromkeys(("quote", "quotations", "intense quote", "block text"), BlockKind.QUOTATION),
    **dict.fromkeys(
        ("caption", "illustration", "drawing", "figure", "figurecaption", "tablecaption", "image caption"),
        BlockKind.CAPTION,
    ),
    "table": BlockKind.CAPTION,  # above and below tables: in them it is “Table Contents”
}


def kind_of_style(name: str) -> tuple[BlockKind, int] | None:
    """The kind of block and the level of a heading; None where the name tells nothing."""
    name = name.replace("_20_", " ").strip().casefold()
    if name == "title":
        return BlockKind.HEADING, 1
    if heading := _HEADING.fullmatch(name):
        return BlockKind.HEADING, int(heading[1])
    return (_KINDS[name], 0) if name in _KINDS else None
