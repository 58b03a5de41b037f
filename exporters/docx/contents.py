"""The list of contents of a long brief; a short one has Word's navigation pane, which reads the headings.

A field that Word can update, filled beforehand with links. It names no pages: only Word knows them, and
making it count them at opening means a question to the reader.
"""

from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, w
from exporters.walking import texts
from pressmark.brief import Block, Brief, Heading, plain

_SECTIONS = 6  # with more than these
_CHARACTERS = 12_000  # and more than these, some five pages, a brief is long


def listed(brief: Brief) -> dict[int, str]:
    """The bookmark of each heading that the contents list, by the number of its block."""
    headings = [
        index for index, block in enumerate(brief.blocks) if isinstance(block, Heading) and block.level == 1
    ]
    if len(headings) <= _SECTIONS or sum(map(_characters, brief.blocks)) <= _CHARACTERS:
        return {}
    return {index: f"_Toc{number:06}" for number, index in enumerate(headings, 1)}


def contents(brief: Brief, bookmarks: dict[int, str], right_to_left: bool) -> list[Element]:
    """The paragraphs of the list."""
    heading = _paragraph("TOCHeading", right_to_left)
    heading.extend(runs("Contents", right_to_left=right_to_left))
    entries = [_entry(brief.blocks[index], name, right_to_left) for index, name in bookmarks.items()]
    begin = [_mark("begin"), run(_instruction()), _mark("separate")]
    for place, element in enumerate(begin, start=1):
        entries[0].insert(place, element)
    entries[-1].append(_mark("end"))
    return [heading, *entries]


def _entry(block: Block, bookmark: str, right_to_left: bool) -> Element:
    text = block.text if isinstance(block, Heading) else ""
    paragraph = _paragraph("TOC1", right_to_left)
    paragraph.append(w("hyperlink", *runs(text, right_to_left=right_to_left), anchor=bookmark, history=1))
    return paragraph


def _paragraph(style: str, right_to_left: bool) -> Element:
    return w("p", w("pPr", w("pStyle", val=style), *([w("bidi")] if right_to_left else [])))


def _instruction() -> Element:
    element = w("instrText")
    element.text = r' TOC \o "1-1" \n \h \z '
    return element


def _mark(kind: str) -> Element:
    return run(w("fldChar", fldCharType=kind))


def _characters(block: Block) -> int:
    heading = len(block.text) if isinstance(block, Heading) else 0
    return heading + sum(len(plain(text)) for text in texts(block))
