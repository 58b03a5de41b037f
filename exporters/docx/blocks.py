"""Blocks as paragraphs and tables."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, assert_never

from exporters.docx.block_styles import caution_box
from exporters.docx.contents import contents
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.figures import figure
from exporters.docx.inlines import Within, inline_runs
from exporters.docx.listing import asked
from exporters.docx.paragraph_styles import BULLET_INDENT, NUMBER_INDENT, mirrored_lead_bar
from exporters.docx.paragraphs import gap, properties
from exporters.docx.runs import run, runs
from exporters.docx.sections import Orientation
from exporters.docx.setting import Page
from exporters.docx.tables import table
from exporters.docx.wml import Element, joined, twips, w
from pressmark.brief import (
    Block,
    Contents,
    Figure,
    Heading,
    Legend,
    PageBreak,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Table,
    plain,
)

_ROLES = {
    Role.BODY: "BodyText",
    Role.LEAD: "BottomLine",
    Role.QUIET: "QuietNote",
    Role.CAUTION: "Caution",
}

_PASSAGES = {
    PassageKind.HEADING: "ArticleHeading",
    PassageKind.PARAGRAPH: "ArticleParagraph",
    PassageKind.LIST_ITEM: "ArticleListItem",
    PassageKind.QUOTATION: "ArticleQuotation",
    PassageKind.CAPTION: "ArticleCaption",
}

Closing: TypeAlias = Callable[[Page], Element]
"""Makes the properties of the section that ends, whose pages are these."""


def write_blocks(draft: Draft, orientation: Orientation, pages: Mapping[int, int], close: Closing) -> Element:
    """Every block of the brief, in order, and the end of a section where pages are turned."""
    found: list[Element] = []
    first = -1 if asked(draft.brief) else min(draft.listed, default=-1)
    previous: Block | None = None
    for index, block in enumerate(draft.brief.blocks):
        if index == first:
            found.append(contents(draft, "Contents", pages))
        if ended := orientation.ended_before(index):
            draft.flow.new_page = False  # a section begins on a new page
            found.append(gap(draft, close(ended)))
        elif isinstance(previous, Table) and not isinstance(block, Heading | PageBreak):
            found.append(gap(draft))
        if not (isinstance(block, PageBreak) and orientation.begins_page(index)):
            found.append(_block(draft, index, block, orientation.page(index), pages))
        previous = block
        draft.advance()
    return joined([*found, _end(draft)])


def _end(draft: Draft) -> Element:
    """Word wants a paragraph after the last table."""
    draft.flow.new_page = False
    last = next((block for block in reversed(draft.brief.blocks) if not isinstance(block, PageBreak)), None)
    return gap(draft) if isinstance(last, Table) else Element("")


def _block(draft: Draft, index: int, block: Block, page: Page, pages: Mapping[int, int]) -> Element:
    match block:
        case Heading():
            return _heading(draft, block, index)
        case Paragraph():
            return _paragraph(draft, block, index)
        case Table():
            return table(draft, index, block, page)
        case Legend():
            return _legend(draft, block)
        case Passage():
            return _passage(draft, block, index)
        case Figure():
            return figure(draft, block, page)
        case Contents():
            return contents(draft, block.title, pages)
        case PageBreak():
            draft.flow.new_page = True
            return Element("")
        case _:
            assert_never(block)


def _heading(draft: Draft, heading: Heading, index: int) -> Element:
    right_to_left = runs_right_to_left(heading.text, draft.right_to_left)
    style = f"Heading{min(max(heading.level, 1), 3)}"
    start, end = draft.bookmarks.around(heading.anchor)
    entry = draft.listed.get(index)
    return w(
        "p",
        properties(draft, style, right_to_left),
        start,
        draft.bookmarks.start(entry) if entry else Element(""),
        runs(heading.text, right_to_left=right_to_left),
        draft.bookmarks.end(entry) if entry else Element(""),
        end,
    )


def _paragraph(draft: Draft, block: Paragraph, index: int) -> Element:
    right_to_left = runs_right_to_left(plain(block.inlines), draft.right_to_left)
    # The bottom line is read aloud: what it rests on stands raised, out of the sentence's way.
    lead = block.role is Role.LEAD
    bars = {Role.LEAD: mirrored_lead_bar(draft.setting.accent), Role.CAUTION: caution_box("right")}
    bar = [bars[block.role]] if right_to_left and block.role in bars else []
    start, end = draft.bookmarks.around(block.anchor)
    within = Within((index,), right_to_left, "Reference" if lead else "Hyperlink")
    words = inline_runs(draft, block.inlines, within)
    return w("p", properties(draft, _ROLES[block.role], right_to_left, before=bar), start, words, end)


def _legend(draft: Draft, legend: Legend) -> Element:
    """Each label's title as its marks look."""
    titles = [draft.brief.labels[name].title for name in legend.labels]
    right_to_left = runs_right_to_left("".join(titles), draft.right_to_left)
    words = (
        runs(title, draft.labels[name], right_to_left=right_to_left) + runs("\u2003 ")
        for name, title in zip(legend.labels, titles, strict=True)
    )
    return w("p", properties(draft, "Legend", right_to_left), *map(Element, words))


def _passage(draft: Draft, passage: Passage, index: int) -> Element:
    """A numbered or unnumbered block of an article.

    The number is typed, not counted by Word: tables refer to it, and it must not move when somebody
    deletes a paragraph before it.
    """
    item = passage.kind is PassageKind.LIST_ITEM
    lead = ([] if passage.number is None else [f"{passage.number}"]) + (["•"] if item else [])
    indent = [_unnumbered(item)] if passage.number is None else []
    right_to_left = runs_right_to_left(plain(passage.inlines), draft.right_to_left)
    start, end = draft.bookmarks.around(passage.anchor)
    return w(
        "p",
        properties(draft, _PASSAGES[passage.kind], right_to_left, after=indent),
        *(joined([runs(mark, "ParagraphNumber"), run(w("tab"))]) for mark in lead),
        start,
        inline_runs(draft, passage.inlines, Within((index,), right_to_left)),
        end,
    )


def _unnumbered(item: bool) -> Element:
    if item:
        return w("ind", left=twips(NUMBER_INDENT + BULLET_INDENT), hanging=twips(BULLET_INDENT))
    return w("ind", left=twips(NUMBER_INDENT), firstLine=0)
