"""How far the export is."""

from pressmark.brief import Brief, Table, Tick


class Progress:
    """Counts blocks and rows, and tells of each hundredth of the way; the last one is the file's."""

    def __init__(self, brief: Brief, tick: Tick) -> None:
        rows = sum(len(block.rows) for block in brief.blocks if isinstance(block, Table))
        self._total = len(brief.blocks) + rows + 1
        self._done = 0
        self._told = 0
        self._tick = tick

    def advance(self) -> None:
        """One more is written. Passes on whatever the tick raises."""
        self._done += 1
        hundredths = self._done * 99 // self._total
        if hundredths > self._told:
            self._told = hundredths
            self._tick(hundredths / 100)
