"""Reads a brief as its reader does."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from pressmark.annotated_article import AnnotatedArticle
from pressmark.brief import Brief, Heading, Inlines, Legend, Paragraph, Passage, Row, Table, plain
from pressmark.compose import ALL_SECTIONS, EVERYTHING, compose

NOW = datetime(2026, 11, 14, 9, 40)  # local, as the window hands it over


def brief_of(*docs: AnnotatedArticle, sections: Sequence[str] = ALL_SECTIONS) -> Brief:
    return compose(docs, NOW, EVERYTHING.with_sections(sections))


def table(brief: Brief, name: str) -> Table:
    return next(block for block in brief.blocks if isinstance(block, Table) and block.name == name)


def rows(brief: Brief, name: str) -> list[list[str]]:
    """The cells of a table as a reader sees them, a line feed for each new line."""
    return [texts(row) for row in table(brief, name).rows if not row.total]


def totals(brief: Brief, name: str) -> list[list[str]]:
    """The total rows of a table, without their empty cells."""
    return [list(filter(None, texts(row))) for row in table(brief, name).rows if row.total]


def texts(row: Row) -> list[str]:
    return [plain(cell.inlines) for cell in row.cells]


def headings(brief: Brief) -> list[str]:
    return [block.text for block in brief.blocks if isinstance(block, Heading)]


def all_inlines(brief: Brief) -> Iterator[Inlines]:
    """What stands in each paragraph, passage and cell."""
    for block in brief.blocks:
        match block:
            case Paragraph() | Passage():
                yield block.inlines
            case Table():
                yield from (cell.inlines for row in block.rows for cell in row.cells)
            case Heading() | Legend():
                pass


def anchors(brief: Brief) -> list[str]:
    """All places that a link may lead to."""
    found = [mark.anchor for mark in brief.marks.values()]
    for block in brief.blocks:
        if isinstance(block, Table):
            found += [row.anchor for row in block.rows]
        elif isinstance(block, Heading | Paragraph | Passage):
            found.append(block.anchor)
    return list(filter(None, found))
