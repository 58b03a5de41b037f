"""An article set for reading: its blocks as paragraphs of a QTextDocument, in a newspaper's measure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtGui import QTextDocument as Document

from desktop import theme
from desktop.views.reading import Reading
from pressmark.article import Article, Block, BlockKind

_POINTS = 13.5
_SAMPLE = "The ministry of harbours has pledged to deepen the channel at the port by the end of March, "
_LEADING = 1.6

_PARAGRAPH_ENDS = {"\r": "␍", "\u2029": "␤", "\ufdd0": "�", "\ufdd1": "�"}
_AS_SHOWN = str.maketrans(_PARAGRAPH_ENDS)
"""Characters that Qt would take for a paragraph's end: shown as signs of the same length."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths of the page, all from the size of the type; `em` is in pixels."""

    em: float
    column: int
    points: float = _POINTS
    sans: bool = False

    @classmethod
    def of_screen(cls, reading: Reading | None = None) -> "Measures":
        reading = reading or Reading()
        points, sans = _POINTS * reading.zoom, reading.face == "sans"
        font = _face(sans)(points)
        sample = QFontMetricsF(font).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return cls(float(QFontInfo(font).pixelSize()), round(sample * reading.measure), points, sans)

    @property
    def pitch(self) -> int:
        """From one baseline to the next."""
        return round(self.em * _LEADING)

    @property
    def gutter(self) -> int:
        """Left of the text: paragraph numbers."""
        return round(self.em * 3.1)


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """How a kind of block is set: size of type, weight, indent, space before and after; lengths in ems."""

    scale: float = 1.0
    bold: bool = False
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.9
    ui_face: bool = False
    leading: float = _LEADING


PARAGRAPH = BlockStyle()
HEADLINE = BlockStyle(scale=1.72, bold=True, after=1.3, leading=1.25)
_STYLES = {
    BlockKind.PARAGRAPH: PARAGRAPH,
    BlockKind.HEADING: BlockStyle(scale=1.12, bold=True, before=1.5, after=0.35, leading=1.4),
    BlockKind.LIST_ITEM: BlockStyle(indent=1.2, after=0.4),
    BlockKind.QUOTATION: BlockStyle(indent=1.2),
    BlockKind.CAPTION: BlockStyle(scale=0.78, ui_face=True, leading=1.5),
}


def style_of(block: Block, headline: bool) -> BlockStyle:
    """The style of a block; `headline` is True for the heading that is the article's headline."""
    return HEADLINE if headline else _STYLES[block.kind]


def headline_index(article: Article, headline: str) -> int:
    """The block among the first three that says the headline, −1 where the text does not begin with it."""
    wanted = " ".join(headline.casefold().split())
    for index, block in enumerate(article.blocks[:3]):
        words = " ".join(article.block_text(block).casefold().split())
        if words and words == wanted:
            return index
    return -1


def headline_font(measures: Measures) -> QFont:
    return _font(HEADLINE, measures)


def typeset(document: Document, article: Article, measures: Measures, headline: int) -> None:
    """Fills an empty document, once; from here on the text is never read back."""
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(PARAGRAPH, measures))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(_block_format(PARAGRAPH, measures))
    cursor.insertText(shown(article.text))
    _set_unlike_paragraphs(document, article.blocks, measures, headline)
    cursor.endEditBlock()


def shown(text: str) -> str:
    """The text as Qt can hold it, position for position; lone surrogates cannot be drawn."""
    if any(sign in text for sign in _PARAGRAPH_ENDS):
        text = text.translate(_AS_SHOWN)
    try:
        text.encode("utf-16-le")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _set_unlike_paragraphs(
    document: Document, blocks: Sequence[Block], measures: Measures, headline: int
) -> None:
    for index, block in enumerate(blocks):
        style = style_of(block, index == headline)
        if style is PARAGRAPH:
            continue
        following = blocks[index + 1].kind if index + 1 < len(blocks) else BlockKind.PARAGRAPH
        if block.kind is BlockKind.LIST_ITEM and following is not BlockKind.LIST_ITEM:
            style = replace(style, after=PARAGRAPH.after)
        cursor = QTextCursor(document.findBlockByNumber(index))
        cursor.setBlockFormat(_block_format(style, measures))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        characters = QTextCharFormat()
        characters.setFont(_font(style, measures))
        cursor.setCharFormat(characters)
        cursor.setBlockCharFormat(characters)


def _block_format(style: BlockStyle, measures: Measures) -> QTextBlockFormat:
    form = QTextBlockFormat()
    pitch = round(measures.em * style.scale * style.leading)
    form.setLineHeight(pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(round(measures.em * style.before))
    form.setBottomMargin(round(measures.em * style.after))
    form.setLeftMargin(round(measures.em * style.indent))
    return form


def _font(style: BlockStyle, measures: Measures) -> QFont:
    face = theme.ui_font if style.ui_face else _face(measures.sans)
    return face(measures.points * style.scale, bold=style.bold)


class _Face(Protocol):
    def __call__(self, points: float, *, bold: bool = False) -> QFont: ...


def _face(sans: bool) -> _Face:
    return theme.ui_font if sans else theme.reading_font
