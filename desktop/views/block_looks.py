"""How blocks of each kind are set while their text is checked, without touching the text or its undo."""

from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
)

from desktop import theme
from pressmark.article import BlockKind
from pressmark.text_check import PagedBlock

_KIND, _LEVEL, _PAGE = (QTextFormat.Property.UserProperty.value + number for number in (1, 2, 3))
KINDS = tuple(BlockKind)
TITLES = {
    BlockKind.HEADING: "Heading",
    BlockKind.PARAGRAPH: "Paragraph",
    BlockKind.LIST_ITEM: "List item",
    BlockKind.QUOTATION: "Quotation",
    BlockKind.CAPTION: "Caption",
}


@dataclass(frozen=True, slots=True)
class _Look:
    points: float
    bold: bool = False
    sans: bool = False
    quiet: bool = False
    indent: int = 0
    above: int = 0


_LOOKS = {
    BlockKind.HEADING: _Look(13, bold=True, above=10),
    BlockKind.PARAGRAPH: _Look(11),
    BlockKind.LIST_ITEM: _Look(11, indent=20),
    BlockKind.QUOTATION: _Look(11, quiet=True, indent=28),
    BlockKind.CAPTION: _Look(9, sans=True, quiet=True),
}
_HEADLINE_POINTS = 17.0
_BELOW, _LEADING = 8, 135


def block_format(kind: BlockKind, level: int, page: int) -> QTextBlockFormat:
    """What a block keeps of what it is: copied when it is split, undone with every other change."""
    look, found = _LOOKS[kind], QTextBlockFormat()
    for name, value in ((_KIND, KINDS.index(kind)), (_LEVEL, level), (_PAGE, page)):
        found.setProperty(name, value)
    found.setLeftMargin(look.indent)
    found.setTopMargin(look.above)
    found.setBottomMargin(_BELOW)
    found.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return found


def told(block: QTextBlock) -> PagedBlock:
    """The block as it stands in the editor; its text as it was typed, no-break spaces and all."""
    found = block.blockFormat()
    kind = KINDS[found.intProperty(_KIND)] if found.hasProperty(_KIND) else BlockKind.PARAGRAPH
    return PagedBlock(kind, block.text(), found.intProperty(_LEVEL), found.intProperty(_PAGE))


class BlockLooks(QSyntaxHighlighter):
    """Sets each block in the letters of its kind."""

    def highlightBlock(self, text: str) -> None:
        block = told(self.currentBlock())
        look, shown = _LOOKS[block.kind], QTextCharFormat()
        headline = block.kind is BlockKind.HEADING and block.level == 1
        points = _HEADLINE_POINTS if headline else look.points
        face = theme.ui_font if look.sans else theme.reading_font
        font: QFont = face(points, bold=look.bold)
        shown.setFont(font)
        colours = theme.current()
        shown.setForeground(QColor(colours.quiet if look.quiet else colours.ink))
        self.setFormat(0, len(text) + 1, shown)
