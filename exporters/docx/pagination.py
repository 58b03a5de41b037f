"""On which page each section will probably begin.

Only Word knows, and it counts when its reader updates the list of contents; until then the list shows what
is reckoned here.
"""

from exporters.docx.draft import Draft


def pages(draft: Draft) -> dict[int, int]:
    """The page of each listed heading, by the number of its block."""
    return dict.fromkeys(draft.listed, 1)
