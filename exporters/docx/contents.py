"""The list of contents: a field that Word can update, filled beforehand, so that Word need not ask the
reader whether it may."""

from collections.abc import Mapping

from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.paragraphs import properties
from exporters.docx.runs import closed, opened, run, runs
from exporters.docx.wml import Element, w
from pressmark.brief import Heading

_INSTRUCTION = r'TOC \o "1-1" \h \z \u'


def contents(draft: Draft, title: str, pages: Mapping[int, int]) -> Element:
    """The list under its title; `pages` tells on which page the heading of a block will probably be.

    Word counts the pages when the list is updated; nobody else can know them.
    """
    if not draft.listed:
        return Element("")
    heading = _heading(draft, title) if title else Element("")
    first, last = min(draft.listed), max(draft.listed)
    entries = [
        _entry(draft, index, name, pages[index], begins=index == first, ends=index == last)
        for index, name in draft.listed.items()
    ]
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", heading, *entries))


def _heading(draft: Draft, title: str) -> Element:
    right_to_left = runs_right_to_left(title, draft.right_to_left)
    words = runs(title, right_to_left=right_to_left)
    return w("p", properties(draft, "TOCHeading", right_to_left), words)


def _entry(draft: Draft, index: int, bookmark: str, page: int, *, begins: bool, ends: bool) -> Element:
    block = draft.brief.blocks[index]
    text = block.text if isinstance(block, Heading) else ""
    right_to_left = runs_right_to_left(text, draft.right_to_left)
    words = runs(text, right_to_left=right_to_left)
    number = [opened(rf"PAGEREF {bookmark} \h"), runs(str(page)), closed()]
    link = w("hyperlink", words, run(w("tab")), *number, anchor=bookmark, history=1)
    before = [opened(_INSTRUCTION)] if begins else []
    after = [closed()] if ends else []
    setting = properties(draft, "TOC1", right_to_left, before=_stop(draft))
    return w("p", setting, *before, link, *after)


def _stop(draft: Draft) -> list[Element]:
    """Where the page stands: our style knows, an organisation's often does not."""
    if not draft.setting.modelled:
        return []
    return [w("tabs", w("tab", val="right", leader="dot", pos=draft.setting.page.text_width))]
