"""Inlines as runs."""

from dataclasses import dataclass, replace
from typing import assert_never

from exporters import links
from exporters.docx import marks
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.edges import Address, in_note
from exporters.docx.faces import bold, fonts, italic
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, joined, related, w
from pressmark.brief import Break, Inline, Inlines, Link, Marked, Note, Text, Tone, plain

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "Strong",
    Tone.EMPHASIS: "Emphasis",
    Tone.QUIET: "QuietWords",
    Tone.VERBATIM: "Verbatim",
}


@dataclass(frozen=True, slots=True)
class Within:
    """What inlines are part of: a block, a cell or a note, and which way its lines run."""

    address: Address
    right_to_left: bool
    link_style: str = "Hyperlink"
    note: bool = False


def inline_runs(draft: Draft, inlines: Inlines, within: Within, first: int = 0) -> Element:
    """The inlines as they stand in a paragraph; `first` is the place of the first among its fellows."""
    found: list[Element] = []
    for index, inline in enumerate(inlines, first):
        place = (within.address, index)
        found.append(marks.before(draft, place, not within.note))
        found.append(_inline(draft, inline, within, index))
        found.append(marks.after(draft, place, inline, not within.note))
    return joined(found)


def _inline(draft: Draft, inline: Inline, within: Within, index: int) -> Element:
    match inline:
        case Text():
            return runs(inline.text, _STYLES[inline.tone], right_to_left=within.right_to_left)
        case Link():
            return _link(draft, inline, within)
        case Marked():
            return marks.marked(draft, inline, within.right_to_left)
        case Break():
            return run(w("br"))
        case Note():
            return _note(draft, inline, in_note(within.address, index))
        case _:
            assert_never(inline)


def _note(draft: Draft, note: Note, address: Address) -> Element:
    """The number in the text; the words go to the part of the footnotes."""
    right_to_left = runs_right_to_left(plain(note.inlines), draft.right_to_left)
    begun = marks.commented_in(draft, address, len(note.inlines))
    begins = [marks.begin_comment(draft, mark) for mark in begun]
    words = inline_runs(draft, note.inlines, Within(address, right_to_left, note=True))
    properties = w("pPr", w("pStyle", val="FootnoteText"), *([w("bidi")] if right_to_left else []))
    sign = run(w("footnoteRef"), style="FootnoteReference")
    number = len(draft.notes) + 1
    draft.notes.append(w("footnote", w("p", properties, sign, runs(" "), words), id=number))
    reference = run(w("footnoteReference", id=number), style="FootnoteReference")
    return joined([*begins, reference, *(marks.end_comment(draft, mark) for mark in begun)])


def _link(draft: Draft, link: Link, within: Within) -> Element:
    """A link to a place or an address that is allowed; any other is its words."""
    if bookmark := draft.bookmarks.name(links.anchor(link.target)):
        return w("hyperlink", _link_runs(draft, link, within), anchor=bookmark, history=1)
    if address := links.address(link.target):
        ties = draft.ties_of_notes if within.note else draft.ties
        found = _link_runs(draft, link, replace(within, link_style="Hyperlink"))
        return related("hyperlink", ties.to(address), found, history=1)
    return runs(link.text, _STYLES[link.tone], right_to_left=within.right_to_left)


def _link_runs(draft: Draft, link: Link, within: Within) -> Element:
    """Quiet links stay quiet; others look like links, and their tone is added by hand."""
    if link.tone is Tone.QUIET:
        return runs(link.text, _STYLES[link.tone], right_to_left=within.right_to_left)
    direct = _tone(draft, link.tone)
    return runs(link.text, within.link_style, direct, right_to_left=within.right_to_left)


def _tone(draft: Draft, tone: Tone) -> list[Element]:
    match tone:
        case Tone.STRONG:
            return bold()
        case Tone.EMPHASIS:
            return italic()
        case Tone.VERBATIM:
            return [] if draft.setting.modelled else [fonts(draft.setting.serif)]
        case Tone.PLAIN | Tone.QUIET:
            return []
        case _:
            assert_never(tone)
