"""How the brief came about: what the labels mark, who marked, at which rates, and how totals are counted."""

from collections import Counter

from pressmark.brief import Align, Block, Break, Cell, Inline, Paragraph, Role, Row, Table, Text
from pressmark.compose.cells import columns, text_cell
from pressmark.compose.material import Material, labels_of, one_line
from pressmark.conversion import converted
from pressmark.facts import pledges

_COLUMNS = (("label", 24, Align.START), ("meaning", 58, Align.START), ("marked", 18, Align.END))


def method(material: Material) -> list[Block]:
    counted = Counter(one.label for source in material.sources for one in source.doc.markup.values())
    rows = [
        Row(
            (
                text_cell(label.title),
                text_cell(label.description),
                Cell((Text(str(counted[name])),), counted[name]),
            )
        )
        for name, label in labels_of(material.sources).items()
        if counted[name]
    ]
    if not rows:
        return []
    table = Table(material.say("title.method"), columns(material, *_COLUMNS), tuple(rows))
    inlines: list[Inline] = []
    for line in (*_who(material), *_rates(material), material.say("method.totals")):
        inlines += [*([Break()] if inlines else []), Text(one_line(line))]
    return [table, Paragraph(tuple(inlines), Role.QUIET)]


def _who(material: Material) -> list[str]:
    """“Marked by Ana (60) and Ben (12), 13 to 14 November 2026.”"""
    marks = [one for source in material.sources for one in source.doc.markup.values()]
    authors = Counter(one.author for one in marks if one.author)
    days = sorted(one.created[:10] for one in marks if one.created)
    if not authors:
        return []
    people = ", ".join(f"{name} ({number})" for name, number in sorted(authors.items(), key=_most_first))
    if not days:
        return [material.say("method.marked-by", people=people)]
    first, last = material.say.date(days[0]), material.say.date(days[-1])
    key = "method.marked-on" if first == last else "method.marked-between"
    return [material.say(key, people=people, first=first, last=last)]


def _most_first(author: tuple[str, int]) -> tuple[int, str]:
    return -author[1], author[0]


def _rates(material: Material) -> list[str]:
    """Those at which an amount of the brief is converted: the first for each currency that is pledged in."""
    if not material.rates:
        return []
    pledged = [row.amount for source in material.sources for row in pledges(source.doc) if row.amount]
    used = dict.fromkeys(found[1] for each in pledged if (found := converted(each, material.rates)))
    return [
        material.say("word.at-rate", of=one.of, factor=f"{one.factor:f}", into=one.into, said=one.said)
        for one in material.rates
        if one in used
    ]
