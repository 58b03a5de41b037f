"""What every paragraph of the text has: its style, its direction, its place on the page."""

from collections.abc import Iterable

from exporters.docx.draft import Draft
from exporters.docx.wml import Element, w


def properties(
    draft: Draft,
    style: str,
    right_to_left: bool,
    *,
    keep: bool = False,
    before: Iterable[Element] = (),
    after: Iterable[Element] = (),
) -> Element:
    """The properties of the next paragraph; `keep` holds it on the page of the one after it.

    Others stand `before` and `after` the direction, in the order of the schema.
    """
    held = [w("keepNext")] if keep else []
    held += [w("pageBreakBefore")] if draft.flow.takes_break() else []
    held += before
    held += [w("bidi")] if right_to_left else []
    return w("pPr", w("pStyle", val=style), *held, *after)


def gap(draft: Draft, *after: Element) -> Element:
    """A paragraph of a hair's breadth: two tables with nothing between them would be one, Word wants a
    paragraph after the last, and a section ends with one."""
    return w("p", properties(draft, "TableGap", right_to_left=False, after=after))
