"""Captions that Word numbers and lists: "Table 1", then what it shows."""

from exporters.captions import Kind, word
from exporters.docx.direction import runs_right_to_left
from exporters.docx.draft import Draft
from exporters.docx.faces import bold
from exporters.docx.paragraphs import properties
from exporters.docx.runs import closed, opened, run, runs
from exporters.docx.wml import Element, text_elements, w


def caption(draft: Draft, kind: Kind, text: str, *, keep: bool = False) -> Element:
    """The paragraph; `keep` where what it names comes after it."""
    name = word(kind, draft.brief.language)
    right_to_left = runs_right_to_left(text, draft.right_to_left)
    number = run(*[text_elements(str(draft.next_number(kind)))], direct=bold())
    return w(
        "p",
        properties(draft, "Caption", right_to_left, keep=keep),
        runs(f"{name}\u00a0", direct=bold(), right_to_left=right_to_left),
        opened(rf"SEQ {kind} \* ARABIC"),
        number,
        closed(),
        runs(f"\u2002{text}" if text else "", right_to_left=right_to_left),
    )
