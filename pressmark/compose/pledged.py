"""What each actor has pledged in all, by currency and status."""

from collections.abc import Sequence

from pressmark.brief import Align, Block, Break, Cell, Heading, Row, Table, Text
from pressmark.compose.cells import columns, names, text_cell
from pressmark.compose.counted import Counted
from pressmark.compose.material import Material, one_line
from pressmark.totals import totals

_LEAST = 2
"""Actors; what a single one has pledged is the total."""


def pledged_by(material: Material, found: Sequence[Counted]) -> list[Block]:
    """A table of sums, where several actors pledge; an amount of two together is theirs together."""
    groups: dict[str, list[Counted]] = {}
    for one in found:
        groups.setdefault(names(one.row.pledgers), []).append(one)
    groups.pop("", None)
    rows = [_row(material, name, group) for name, group in groups.items()]
    if len(rows) < _LEAST:
        return []
    own = columns(material, ("name", 40), ("status", 34), ("amount", 26, Align.END))
    title = material.say("title.pledged-by")
    return [Heading(title, 2), Table(title, own, tuple(rows))]


def _row(material: Material, name: str, group: Sequence[Counted]) -> Row:
    say = material.say
    sums = totals([one.counted_row for one in group])
    lines = [money.shown() for money in sums.sums] or [say("word.no-amount")]
    lines += [say.count("count.undisclosed", sums.undisclosed)] if sums.undisclosed else []
    number = sum(one.counts for one in group)
    return Row(
        (text_cell(name, say.count("count.pledge", number)), _statuses(material, group), _lines(lines))
    )


def _statuses(material: Material, group: Sequence[Counted]) -> Cell:
    """“paid: GBP 2 million” a line, for each status that is stated."""
    by_status: dict[str, list[Counted]] = {}
    for one in group:
        by_status.setdefault(one.row.annotation.value("status"), []).append(one)
    lines = []
    for status, those in by_status.items():
        sums = totals([one.counted_row for one in those]).sums
        amounts = ", ".join(money.shown() for money in sums)
        if status:
            lines.append(f"{status}: {amounts}" if amounts else status)
    return _lines(lines)


def _lines(lines: Sequence[str]) -> Cell:
    return Cell(tuple(inline for line in lines for inline in (Break(), Text(one_line(line))))[1:])
