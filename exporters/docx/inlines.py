"""Inlines as runs."""

from collections.abc import Iterable
from typing import assert_never

from exporters import links
from exporters.docx import marks
from exporters.docx.draft import Draft
from exporters.docx.edges import Address
from exporters.docx.faces import SERIF, bold, fonts, italic
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, related, w
from pressmark.brief import Break, Inline, Inlines, Link, Marked, Note, Text, Tone, plain

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "Strong",
    Tone.EMPHASIS: "Emphasis",
    Tone.QUIET: "QuietWords",
    Tone.VERBATIM: "Verbatim",
}


def write_inlines(
    draft: Draft,
    paragraph: Element,
    inlines: Inlines,
    address: Address,
    right_to_left: bool,
    *,
    link_style: str = "Hyperlink",
) -> None:
    """Add the inlines of a block or cell to its paragraph, which runs in the direction named."""
    for index, inline in enumerate(inlines):
        place = (address, index)
        paragraph.extend(marks.before(draft, place))
        paragraph.extend(_inline(draft, inline, right_to_left, link_style))
        paragraph.extend(marks.after(draft, place, inline))


def _inline(draft: Draft, inline: Inline, right_to_left: bool, link_style: str) -> Iterable[Element]:
    match inline:
        case Text():
            return runs(inline.text, _STYLES[inline.tone], right_to_left=right_to_left)
        case Link():
            return _link(draft, inline, right_to_left, link_style)
        case Marked():
            return marks.marked(draft, inline, right_to_left)
        case Break():
            return [run(w("br"))]
        case Note():
            return runs(f" ({plain(inline.inlines)})", "QuietWords", right_to_left=right_to_left)
        case _:
            assert_never(inline)


def _link(draft: Draft, link: Link, right_to_left: bool, style: str) -> Iterable[Element]:
    """A link to a place or an address that is allowed; any other is its words."""
    if bookmark := draft.bookmarks.name(links.anchor(link.target)):
        return [w("hyperlink", *_link_runs(link, right_to_left, style), anchor=bookmark, history=1)]
    if address := links.address(link.target):
        found = _link_runs(link, right_to_left, "Hyperlink")
        return [related("hyperlink", draft.relationship(address), *found, history=1)]
    return runs(link.text, _STYLES[link.tone], right_to_left=right_to_left)


def _link_runs(link: Link, right_to_left: bool, style: str) -> Iterable[Element]:
    """Quiet links stay quiet; others look like links, and their tone is added by hand."""
    if link.tone is Tone.QUIET:
        return runs(link.text, _STYLES[link.tone], right_to_left=right_to_left)
    return runs(link.text, style, _tone(link.tone), right_to_left=right_to_left)


def _tone(tone: Tone) -> list[Element]:
    match tone:
        case Tone.STRONG:
            return bold()
        case Tone.EMPHASIS:
            return italic()
        case Tone.VERBATIM:
            return [fonts(SERIF)]
        case Tone.PLAIN | Tone.QUIET:
            return []
        case _:
            assert_never(tone)
