"""Bars where people would rather look than read: who has pledged how much, who is quoted how often."""

from collections.abc import Sequence

from pressmark.brief import Block, Figure
from pressmark.compose.cells import names
from pressmark.compose.counted import Counted, counted_pledges
from pressmark.compose.figures.bars import Bar, bar_figure
from pressmark.compose.material import Material, one_line
from pressmark.facts import quotes
from pressmark.totals import totals

_LEAST = 3
"""Bars; fewer are read faster in the table."""
_MOST = 12


def charts(material: Material) -> list[Block]:
    return [*_pledged(material), *_quoted(material)]


def _pledged(material: Material) -> list[Figure]:
    """A figure for each currency in which several have pledged."""
    by_giver: dict[str, list[Counted]] = {}
    for one in counted_pledges(material):
        by_giver.setdefault(one_line(names(one.row.pledgers)), []).append(one)
    by_giver.pop("", None)
    bars: dict[str, list[Bar]] = {}
    for giver, those in by_giver.items():
        for money in totals([one.counted_row for one in those]).sums:
            least, most = float(money.least or 0), float(money.most or 0)
            bars.setdefault(money.currency, []).append(
                Bar(giver, least, most, money.shown(), _row_of(material, those[0]))
            )
    return [
        figure
        for currency, those in sorted(bars.items())
        for figure in _figure(material, "pledged", those, currency=currency)
    ]


def _row_of(material: Material, one: Counted) -> str:
    shown = "pledges" in material.sections and not material.chosen("pledges").most
    return f"#{one.source.row_anchor(one.row.annotation.id)}" if shown else ""


def _quoted(material: Material) -> list[Figure]:
    counted: dict[str, int] = {}
    for source in material.sources:
        for quote in quotes(source.doc):
            if speaker := one_line(names(quote.speakers)):
                counted[speaker] = counted.get(speaker, 0) + 1
    bars = [Bar(speaker, number, number, str(number)) for speaker, number in counted.items()]
    return _figure(material, "quoted", bars)


def _figure(material: Material, kind: str, bars: Sequence[Bar], **values: str) -> list[Figure]:
    if len(bars) < _LEAST:
        return []
    shown = sorted(bars, key=lambda bar: (-bar.most, bar.label))[:_MOST]
    caption = material.say(f"figure.{kind}", **values)
    told = "; ".join(f"{bar.label} {bar.shown}" for bar in shown)
    return [bar_figure(shown, name=caption, caption=caption, alternative=f"{caption}: {told}.")]
