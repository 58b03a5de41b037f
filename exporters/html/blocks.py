"""Blocks as sections, paragraphs and marked passages."""

from collections.abc import Iterable
from typing import assert_never

from exporters.characters import legal
from exporters.html.asides import contents, figure, notes
from exporters.html.elements import E, Element, Node
from exporters.html.inlines import lines, nodes
from exporters.html.page import Page
from exporters.html.tables import table
from exporters.language import moment
from exporters.marking import MarkedText, Part, met, met_elsewhere, parts
from pressmark.brief import (
    Comment,
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
)

_DEEPEST = 6  # HTML has no h7


def write_blocks(page: Page, article: Element) -> None:
    """Add all blocks to the article, each heading with what belongs to it in a section of its own."""
    open_sections = [(0, article)]
    done = 0
    for part in parts(page.brief):
        page.tick(done / len(page.brief.blocks))
        done += len(part.parts) if isinstance(part, MarkedText) else 1
        if isinstance(part, Heading):
            _open_section(part, done - 1, open_sections)
        else:
            level, section = open_sections[-1]
            section.extend(_part(page, part, level))
    article.extend(_notes(page, met_elsewhere(page.brief)))
    article.extend(notes(page))


def _open_section(heading: Heading, index: int, open_sections: list[tuple[int, Element]]) -> None:
    level = max(1, heading.level)
    while open_sections[-1][0] >= level:
        open_sections.pop()
    anchor = heading.anchor or f"section-{index}"
    title = E(_heading_tag(level), {"id": anchor, "dir": "auto"}, legal(heading.text))
    section = E("section", {"aria-labelledby": anchor}, title)
    open_sections[-1][1].append(section)
    open_sections.append((level, section))


def _heading_tag(level: int) -> str:
    """The title of the brief is the h1."""
    return f"h{min(level + 1, _DEEPEST)}"


def _part(page: Page, part: Part, level: int) -> list[Element]:
    match part:
        case Heading():
            return []  # opens a section of its own
        case Paragraph():
            return [_paragraph(page, part)]
        case Table():
            return [table(page, part)]
        case Figure():
            return [figure(page, part)]
        case Contents():
            return contents(page.brief, part.title)
        case PageBreak():
            return [E("div", {"class": "page-break"})]
        case MarkedText():
            return [_passages(page, part, level), *_notes(page, met(part, page.brief))]
        case _:
            assert_never(part)


def _paragraph(page: Page, paragraph: Paragraph) -> Element:
    role = {} if paragraph.role is Role.BODY else {"class": str(paragraph.role)}
    if paragraph.role is Role.CAUTION:
        role["role"] = "note"
    return E("p", {**_place(paragraph.anchor), **role, "dir": "auto"}, *nodes(page, paragraph.inlines))


def _place(anchor: str) -> dict[str, str]:
    return {"id": anchor} if anchor else {}


def _passages(page: Page, text: MarkedText, level: int) -> Element:
    """The article, word for word; list items that follow each other are one list."""
    found = E("div", {"class": "passages"})
    items: Element | None = None
    for part in text.parts:
        if isinstance(part, Legend):
            found.append(_legend(page, part))
        elif part.kind is PassageKind.LIST_ITEM:
            items = E("ul") if items is None else items
            items.append(_passage(page, part, "li"))
            found.append(items)
            continue
        else:
            found.append(_passage(page, part, _passage_tag(part, level)))
        items = None
    return found


def _passage_tag(passage: Passage, level: int) -> str:
    if passage.kind is PassageKind.HEADING:
        return _heading_tag(level + 1)
    return "blockquote" if passage.kind is PassageKind.QUOTATION else "p"


def _passage(page: Page, passage: Passage, tag: str) -> Element:
    content: list[Node] = []
    if passage.number is not None:
        content.append(
            E("span", {"class": "number", "title": f"Paragraph {passage.number}"}, str(passage.number))
        )
    kind = {"class": str(passage.kind), "dir": "auto"}
    return E(tag, {**_place(passage.anchor), **kind}, *content, *nodes(page, passage.inlines))


def _legend(page: Page, legend: Legend) -> Element:
    """Each label's title, marked as its marks are."""
    found = E("ul", {"class": "legend", "aria-label": "Marks"})
    for name in legend.labels:
        sample = {"class": f"{page.label_class(name)} lane-0", "dir": "auto"}
        found.append(E("li", E("mark", sample, legal(page.label_title(name)))))
    return found


def _notes(page: Page, marks: Iterable[str]) -> list[Element]:
    """What analysts have noted on these marks."""
    entries = []
    for key in marks:
        mark = page.brief.marks[key]
        if mark.comment:
            back = E("a", {"href": f"#{mark.anchor}", "class": "back"}, legal(mark.name))
            words = E("p", {"dir": "auto"}, *lines(mark.comment.text), *_signature(page, mark.comment))
            entries.append(E("li", {"id": f"note-{mark.anchor}"}, back, words))
    return [E("ul", {"class": "notes", "aria-label": "Notes"}, *entries)] if entries else []


def _signature(page: Page, comment: Comment) -> list[Node]:
    when = moment(comment.date, page.brief.language) if comment.date else ""
    signed = ", ".join(filter(None, (legal(comment.author), when)))
    return [" ", E("small", signed)] if signed else []
