"""One row of a table as an article: its cells read as text or HTML, as names, dates and addresses."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape

from pressmark.article import BlockKind
from pressmark.columns import says_already
from pressmark.dates import stated_date
from pressmark.importers.canon import one_line
from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import BlockText, Known, check_length
from pressmark.importers.opening import byline, opening_of
from pressmark.importers.plain_text import blocks_of_text
from pressmark.importers.stated_language import language_code
from pressmark.importers.web_address import web_address
from pressmark.written_dates import Order, is_ambiguous, iso_date

_LONGEST_FIELD = 2_000
_TAG = re.compile(
    r"</?(?:p|div|article|section|h[1-6]|span|br|a|b|i|u|em|strong|mark|font|ul|ol|li|table|tr|td|img|"
    r"blockquote|figure)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[\dA-Fa-f]{2,5});")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*$")


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one table are read: its header, the columns of the fields, the order of its dates."""

    header: Sequence[str]
    columns: Mapping[str, str]
    order: Order

    def cell(self, cells: Sequence[str], field: str) -> str:
        """The cell that holds a field; empty where none does."""
        name = self.columns.get(field)
        at = self.header.index(name) if name else -1
        return cells[at] if 0 <= at < len(cells) else ""

    def has_text(self, cells: Sequence[str]) -> bool:
        return any(self.cell(cells, field).strip() for field in ("text", "lead"))


def blocks_and_known(
    cells: Sequence[str], reading: Reading, where: str
) -> tuple[list[BlockText], Known, list[str]]:
    """The article in a row, what the row states of it, and warnings. Raises CannotImport and TooLong."""
    known = _known(cells, reading)
    text, lead = reading.cell(cells, "text"), reading.cell(cells, "lead")
    warnings = [] if text.strip() else ["The row has a lead and no text: the lead was taken"]
    if _CUT_OFF.search(text[-60:]):
        text = _CUT_OFF.sub(" …", text)
        warnings.append("The text breaks off: the database exported its beginning only")
    blocks = _blocks(text, where) if text.strip() else []
    if lead.strip() and reading.columns.get("lead") != reading.columns["text"]:
        blocks = _joined(_blocks(lead, where), blocks)
    known = _with_opening(known, blocks)
    return _under_headline(blocks, known.headline), known, warnings


def _known(cells: Sequence[str], reading: Reading) -> Known:
    said = {
        field: one_line(_unmarked(reading.cell(cells, field)[:_LONGEST_FIELD]))
        for field in ("headline", "outlet", "author", "published", "language", "url")
    }
    guessed = is_ambiguous(said["published"]) and not reading.order.certain
    return Known(
        headline=said["headline"],
        outlet=said["outlet"],
        author=byline(said["author"]) or said["author"],
        published=iso_date(said["published"], reading.order) or stated_date(said["published"]),
        language=language_code(said["language"]),
        url=web_address(said["url"]),
        guessed=("published",) if guessed else (),
    )


def _unmarked(text: str) -> str:
    """A short field without tags and character references."""
    return unescape(_TAG.sub(" ", text)) if _TAG.search(text) or _ENTITY.search(text) else text


def _blocks(text: str, where: str) -> list[BlockText]:
    check_length(text)
    if _TAG.search(text):
        lines = text if re.search(r"<(?:p|br|div|li|h[1-6])\b", text, re.IGNORECASE) else _broken(text)
        root, _ = tree_of(f"<div>{lines}</div>", where)
        return blocks_of(root)
    return blocks_of_text(unescape(text) if _ENTITY.search(text) else text)


def _broken(text: str) -> str:
    """Line ends as breaks, in a text that has tags for nothing but the words found."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "<br>")


def _joined(lead: list[BlockText], text: list[BlockText]) -> list[BlockText]:
    """The lead before the text, unless the text has it already."""
    said = " ".join(words for _, words, _ in text)
    return text if text and says_already(said, " ".join(words for _, words, _ in lead)) else [*lead, *text]


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _with_opening(known: Known, blocks: Sequence[BlockText]) -> Known:
    """Fills what no column states from the first lines, as guesses."""
    opening = opening_of(blocks)
    fields = ("headline", "author", "published")
    new = {one: getattr(opening, one) for one in fields if getattr(opening, one) and not getattr(known, one)}
    return replace(known, guessed=(*known.guessed, *new), **new)


def _under_headline(blocks: list[BlockText], headline: str) -> list[BlockText]:
    """The text below its headline, which it may begin with."""
    heading = (BlockKind.HEADING, headline, 1)
    if not headline or not blocks:
        return blocks
    return [heading, *(blocks[1:] if _folded(blocks[0][1]) == _folded(headline) else blocks)]
