"""Which blocks stand on pages turned sideways, and where these pages begin and end."""

from exporters.docx.setting import Page
from pressmark.brief import Block, Heading, PageBreak, Table


class Orientation:
    """Wide tables stand on turned pages, and with them what leads up to them without a word between.

    `begun` where something stands before the first block, on an `upright` page.
    """

    def __init__(self, blocks: tuple[Block, ...], upright: Page, *, begun: bool) -> None:
        self._blocks = blocks
        self._upright = upright
        self._turned = [isinstance(block, Table) and block.wide for block in blocks]
        for index in range(len(blocks) - 2, -1, -1):
            if isinstance(blocks[index], Heading | PageBreak) and self._turned[index + 1]:
                self._turned[index] = True
        self._before = False if begun or not blocks else self._turned[0]

    def page(self, index: int) -> Page:
        """The page that the block stands on."""
        return self._upright.turned() if self._turned[index] else self._upright

    @property
    def last(self) -> Page:
        """The page on which the brief ends."""
        return self.page(-1) if self._blocks else self._upright

    def ended_before(self, index: int) -> Page | None:
        """The pages that end before the block, or None if it stands on the same."""
        before = self._turned[index - 1] if index else self._before
        if before == self._turned[index]:
            return None
        return self._upright.turned() if before else self._upright

    def begins_page(self, index: int) -> bool:
        """Whether the block is the first of its section, but for page breaks."""
        while index > 0 and isinstance(self._blocks[index - 1], PageBreak) and not self.ended_before(index):
            index -= 1
        return self.ended_before(index) is not None
