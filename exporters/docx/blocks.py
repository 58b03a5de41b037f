"""Blocks as paragraphs and tables."""

from typing import assert_never

from exporters.docx.contents import contents
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.inlines import write_inlines
from exporters.docx.paragraph_styles import BULLET_INDENT, NUMBER_INDENT, mirrored_lead_bar
from exporters.docx.runs import run, runs
from exporters.docx.tables import write_table
from exporters.docx.wml import Element, twips, w
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
    Text,
    plain,
)

_ROLES = {
    Role.BODY: "BodyText",
    Role.LEAD: "BottomLine",
    Role.QUIET: "QuietNote",
    Role.CAUTION: "QuietNote",
}

_PASSAGES = {
    PassageKind.HEADING: "ArticleHeading",
    PassageKind.PARAGRAPH: "ArticleParagraph",
    PassageKind.LIST_ITEM: "ArticleListItem",
    PassageKind.QUOTATION: "ArticleQuotation",
    PassageKind.CAPTION: "ArticleCaption",
}


def write_title(draft: Draft, body: Element) -> None:
    """Add the brief's title and the line of details below it."""
    for style, text in (("Title", draft.brief.title), ("Subtitle", draft.brief.details)):
        if text:
            paragraph, right_to_left = styled(draft, style, text)
            paragraph.extend(runs(text, right_to_left=right_to_left))
            body.append(paragraph)


def write_blocks(draft: Draft, body: Element) -> None:
    """Add every block of the brief to the body, in order."""
    previous: Block | None = None
    first = next(iter(draft.listed), None)
    for index, block in enumerate(draft.brief.blocks):
        if index == first:
            body.extend(contents(draft.brief, draft.listed, draft.right_to_left))
        if isinstance(previous, Table) and not isinstance(block, Heading):
            body.append(_gap())
        _block(draft, body, index, block)
        previous = block
    if isinstance(previous, Table):
        body.append(_gap())


def styled(draft: Draft, style: str, text: str, *properties: Element) -> tuple[Element, bool]:
    """An empty paragraph for `text`, and whether it runs from right to left."""
    right_to_left = runs_right_to_left(text, draft.right_to_left)
    direction = [w("bidi")] if right_to_left else []
    return w("p", w("pPr", w("pStyle", val=style), *direction, *properties)), right_to_left


def _block(draft: Draft, body: Element, index: int, block: Block) -> None:
    match block:
        case Heading():
            body.append(_heading(draft, block, index))
        case Paragraph():
            body.append(_paragraph(draft, block, index))
        case Table():
            write_table(draft, body, index, block)
        case Legend():
            body.append(_legend(draft, block))
        case Passage():
            body.append(_passage(draft, block, index))
        case Figure():
            words = (Text(f"{block.caption} {block.alternative}"),)
            body.append(_paragraph(draft, Paragraph(words, Role.QUIET, block.anchor), index))
        case Contents():
            pass
        case PageBreak():
            body.append(w("p", run(w("br", type="page"))))
        case _:
            assert_never(block)
    draft.advance()


def _gap() -> Element:
    """Two tables with nothing between them would be one, and Word wants a paragraph after the last."""
    return w("p", w("pPr", w("pStyle", val="TableGap")))


def _heading(draft: Draft, heading: Heading, index: int) -> Element:
    paragraph, right_to_left = styled(draft, f"Heading{min(max(heading.level, 1), 3)}", heading.text)
    with draft.bookmarks.around(heading.anchor, paragraph):
        entry = draft.listed.get(index)
        paragraph.extend(draft.bookmarks.start(entry) if entry else [])
        paragraph.extend(runs(heading.text, right_to_left=right_to_left))
        paragraph.extend([draft.bookmarks.end(entry)] if entry else [])
    return paragraph


def _paragraph(draft: Draft, block: Paragraph, index: int) -> Element:
    paragraph, right_to_left = styled(draft, _ROLES[block.role], plain(block.inlines))
    link_style = "Hyperlink"
    if block.role is Role.LEAD:
        # The bottom line is read aloud: what it rests on stands raised, out of the sentence's way.
        link_style = "Reference"
        if right_to_left:
            paragraph[0].insert(1, mirrored_lead_bar())
    with draft.bookmarks.around(block.anchor, paragraph):
        write_inlines(draft, paragraph, block.inlines, (index,), right_to_left, link_style=link_style)
    return paragraph


def _legend(draft: Draft, legend: Legend) -> Element:
    """Each label's title as its marks look."""
    titles = [draft.brief.labels[name].title for name in legend.labels]
    paragraph, right_to_left = styled(draft, "Legend", "".join(titles))
    for name, title in zip(legend.labels, titles, strict=True):
        paragraph.extend(runs(title, draft.labels[name], right_to_left=right_to_left))
        paragraph.extend(runs("\u2003 "))
    return paragraph


def _passage(draft: Draft, passage: Passage, index: int) -> Element:
    """A numbered or unnumbered block of an article.

    The number is typed, not counted by Word: tables refer to it, and it must not move when somebody
    deletes a paragraph before it.
    """
    item = passage.kind is PassageKind.LIST_ITEM
    lead = ([] if passage.number is None else [f"{passage.number}"]) + (["•"] if item else [])
    indent = [_unnumbered(item)] if passage.number is None else []
    paragraph, right_to_left = styled(draft, _PASSAGES[passage.kind], plain(passage.inlines), *indent)
    for mark in lead:
        paragraph.extend([*runs(mark, "ParagraphNumber"), run(w("tab"))])
    with draft.bookmarks.around(passage.anchor, paragraph):
        write_inlines(draft, paragraph, passage.inlines, (index,), right_to_left)
    return paragraph


def _unnumbered(item: bool) -> Element:
    if item:
        return w("ind", left=twips(NUMBER_INDENT + BULLET_INDENT), hanging=twips(BULLET_INDENT))
    return w("ind", left=twips(NUMBER_INDENT), firstLine=0)
