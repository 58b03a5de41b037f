"""Inlines and marks as elements."""

from collections.abc import Iterable
from typing import assert_never

from exporters.characters import legal
from exporters.html.elements import E, Element, Node
from exporters.html.page import Page
from exporters.marking import Nested, Under, nested
from pressmark.brief import Break, Inlines, Link, Marked, Note, Text, Tone

_LOWEST_LANE = 3  # further underlines would reach the next line
_TONES = {Tone.STRONG: "strong", Tone.EMPHASIS: "em", Tone.QUIET: "small"}


def nodes(page: Page, inlines: Inlines) -> list[Node]:
    """The inlines in order, each as characters or an element."""
    return _nodes(page, nested(inlines, page.brief.marks))


def lines(text: str) -> list[Node]:
    """Text that may hold line feeds."""
    found: list[Node] = []
    for line in legal(text).split("\n"):
        found += [E("br"), line] if found else [line]
    return found


def _nodes(page: Page, inlines: Iterable[Nested]) -> list[Node]:
    return [node for inline in inlines for node in _inline(page, inline)]


def _inline(page: Page, inline: Nested) -> list[Node]:
    match inline:
        case Text():
            return [_toned(legal(inline.text), inline.tone)]
        case Link():
            return [_link(page, inline)]
        case Break():
            return [E("br")]
        case Marked():
            for name in inline.marks:
                page.runs_left[name] -= 1
            return [legal(inline.text)]
        case Note():
            return [_reference(page, inline)]
        case Under():
            return _under(page, inline)
        case _:
            assert_never(inline)


def _reference(page: Page, note: Note) -> Element:
    """The number that leads to the note at the end."""
    page.notes.append(note)
    number = len(page.notes)
    link = {"id": f"footnote-ref-{number}", "href": f"#footnote-{number}", "role": "doc-noteref"}
    return E("sup", {"class": "reference"}, E("a", link, str(number)))


def _toned(content: Node, tone: Tone) -> Node:
    if tone is Tone.PLAIN:
        return content
    if tone is Tone.VERBATIM:
        return E("span", {"class": "verbatim"}, content)
    return E(_TONES[tone], content)


def _link(page: Page, link: Link) -> Node:
    href = page.href(link.target)
    if not href:
        return _toned(legal(link.text), link.tone)
    leaving = {} if href.startswith("#") else {"rel": "noopener noreferrer"}
    return _toned(E("a", {"href": href, **leaving}, legal(link.text)), link.tone)


def _under(page: Page, under: Under) -> list[Node]:
    """The marked words and, after the last of them, the mark's name."""
    mark = page.brief.marks[under.mark]
    lane = min(page.lanes[under.mark], _LOWEST_LANE)
    element = E(
        "mark",
        {
            "class": f"{page.label_class(mark.label)} lane-{lane}",
            "title": legal(f"{page.label_title(mark.label)} {mark.name}"),
        },
    )
    if under.mark not in page.begun and mark.anchor:
        element.set("id", mark.anchor)
    page.begun.add(under.mark)
    for node in _nodes(page, under.inside):
        append(element, node)
    return [element] if page.runs_left[under.mark] else [element, _name(page, under.mark)]


def _name(page: Page, key: str) -> Element:
    """The name that leads to the mark's row, and the sign that leads to its note; neither is copied."""
    mark, home = page.brief.marks[key], page.homes.get(key)
    name = legal(mark.name)
    found = E("sup", {"class": page.label_class(mark.label)})
    append(found, E("a", {"href": f"#{home}"}, name) if home else name)
    if mark.comment:
        note = {"href": f"#note-{mark.anchor}", "aria-label": f"Note on {name}", "class": "note-sign"}
        append(found, E("a", note, "†"))
    return found


def append(element: Element, node: Node) -> None:
    """Add characters or an element at the end of the element."""
    if not isinstance(node, str):
        element.append(node)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + node
    else:
        element.text = (element.text or "") + node
