"""PDF: letters with their places become lines, columns in reading order, paragraphs, an article.

Running heads and page numbers are dropped, notes at the foot of pages come at the end. What was put together
this way is guessed, so every article asks to be looked at.
"""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.imported import MOST_CHARACTERS, BlockText, CannotImport, Capture, Imported, TooLong
from pressmark.importers.pdf_columns import Columns
from pressmark.importers.pdf_directions import with_paired_brackets
from pressmark.importers.pdf_document import opened
from pressmark.importers.pdf_furniture import Furniture, without_furniture
from pressmark.importers.pdf_glyphs import Page
from pressmark.importers.pdf_headline import headline_of, known_of
from pressmark.importers.pdf_hyphens import Words
from pressmark.importers.pdf_known import Stated, stated_in
from pressmark.importers.pdf_lines import Line, segments_of
from pressmark.importers.pdf_page import read_page
from pressmark.importers.pdf_paragraphs import BULLET, columns_of
from pressmark.importers.pdf_passages import Passage, levels_of, passages_of
from pressmark.importers.pdf_scans import check_text, warnings_of
from pressmark.importers.pdf_type import leadings_of, setting_of
from pressmark.importers.questions import WhetherRight

MEDIA_TYPE = "application/pdf"
_MOST_SECONDS = 15.0
_NOTE_MARK = re.compile(r"(\(?[\d*†‡§]{1,3}[.)]?)\s*")
_BOILERPLATE = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,200}|.{0,200}\ball rights reserved\b.{0,40}|"
    r".{0,80}alle rechte vorbehalten.{0,40}|.{0,80}tous droits réservés.{0,40}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Read:
    """A document put together: its passages, and what is to be known and said of it."""

    passages: tuple[Passage, ...]
    blocks: tuple[BlockText, ...]
    headline: Passage | None
    pages: tuple[Page, ...]
    furniture: Furniture
    stated: Stated
    columns: frozenset[int]


def read_pdf(data: bytes, capture: Capture) -> Imported:
    """The article in a PDF. Raises CannotImport, also for scans, and TooLong."""
    found = _read(data, capture.name)
    known = known_of(found.blocks, found.stated, found.furniture.address)
    imported = capture.imported(found.blocks, known, MEDIA_TYPE, warnings_of(found.pages))
    article = imported.article
    struck = tuple(
        number
        for number, block in enumerate(article.blocks)
        if _BOILERPLATE.fullmatch(article.block_text(block))
    )
    question = WhetherRight(_doubts(found), tuple(one.page for one in found.passages), len(found.pages))
    return replace(imported, struck=tuple(sorted({*imported.struck, *struck})), question=question)


def _read(data: bytes, name: str) -> _Read:
    patience = _Patience(name)
    with opened(data, name) as document:
        stated = stated_in(document, data)
        pages = _pages(document, patience)
    check_text(pages, name)
    furniture = without_furniture(
        [segments_of(page.stretches, page.number) for page in pages], [page.height for page in pages]
    )
    passages, divided = _passages(furniture, pages, patience)
    return _article(passages, divided, pages, furniture, stated)


class _Patience:
    """How long a file may take, in seconds of the processor from when it was opened."""

    def __init__(self, name: str) -> None:
        self._name, self._begun = name, time.process_time()

    def check(self) -> None:
        if time.process_time() - self._begun > _MOST_SECONDS:
            raise CannotImport(
                f"{self._name} takes too long to read, more than {_MOST_SECONDS:.0f} seconds: import the "
                "pages that you need, or copy the text and paste it"
            )


def _pages(document: Any, patience: _Patience) -> list[Page]:
    found: list[Page] = []
    letters = 0
    for number in range(1, len(document) + 1):
        patience.check()
        found.append(read_page(document, number))
        letters += found[-1].letters
        if letters > MOST_CHARACTERS:
            raise TooLong(f"more than {MOST_CHARACTERS:,} characters")
    return found


def _passages(
    furniture: Furniture, pages: Sequence[Page], patience: _Patience
) -> tuple[list[Passage], frozenset[int]]:
    """The passages in reading order, notes last, and the pages that have columns."""
    setting = setting_of([line for lines in furniture.pages for line in lines])
    columns = Columns(setting.size, setting.leftward)
    cells: list[list[Line]] = []
    for page, lines in zip(pages, furniture.pages, strict=True):
        patience.check()
        cells += columns.read(lines, page.pictures)
    patience.check()
    setting = replace(setting, leadings=leadings_of(cells))
    found = passages_of(columns_of(cells, setting), pages, setting)
    return sorted(found, key=lambda passage: passage.is_note), frozenset(columns.divided)


def _article(
    passages: list[Passage],
    divided: frozenset[int],
    pages: Sequence[Page],
    furniture: Furniture,
    stated: Stated,
) -> _Read:
    words = Words(line.text for passage in passages for line in passage.lines)
    notes = {mark for passage in passages if passage.is_note and (mark := _mark(passage))}
    texts = [_text(passage, words, notes) for passage in passages]
    filled = [(passage, text) for passage, text in zip(passages, texts, strict=True) if text]
    kept = [passage for passage, _ in filled]
    headline = headline_of(filled, stated.title)
    levels = levels_of(kept, headline)
    blocks = tuple((one.kind, text, level) for (one, text), level in zip(filled, levels, strict=True))
    return _Read(tuple(kept), blocks, headline, tuple(pages), furniture, stated, divided)


def _mark(note: Passage) -> str:
    found = re.match(r"\d+", note.lines[0].text)
    return found[0] if found else ""


def _text(passage: Passage, words: Words, notes: set[str]) -> str:
    """One clean line; figures above it that call a note stand in brackets."""
    lines = [_called(line, set() if passage.is_note else notes) for line in passage.lines]
    text = with_paired_brackets(words.joined(lines))
    if passage.is_note:
        text = _NOTE_MARK.sub(r"\1 ", text, count=1) if _NOTE_MARK.match(text) else text
    elif passage.kind is BlockKind.LIST_ITEM:
        text = BULLET.sub("", text, count=1)
    return " ".join(canon(text).split())


def _called(line: Line, notes: set[str]) -> str:
    text = line.text
    for start, end in reversed(line.raised):
        if start and text[start:end] in notes:
            text = f"{text[:start].rstrip()}[{text[start:end]}]{text[end:]}"
    return text


def _doubts(found: _Read) -> str:
    """What the analyst should look at, in a sentence or two."""
    doubts = []
    if found.columns:
        doubts.append("the order of its columns")
    if found.furniture.said:
        doubts.append(f"what was left out as running heads ({found.furniture.said[:200]})")
    if any(passage.is_note for passage in found.passages):
        doubts.append("its notes, which come at the end")
    if any(page.turned for page in found.pages):
        doubts.append("text that runs another way, which was left out")
    asked = f" Look at {'; '.join(doubts)}." if doubts else ""
    return f"The paragraphs were put together from the lines of the pages.{asked}"
