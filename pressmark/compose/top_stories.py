"""The stories with most in them: each once, however many outlets carry it."""

from collections.abc import Iterable

from pressmark.brief import Block, Break, Cell, Inline, Row, Table, Text, Tone
from pressmark.compose.cells import and_more, columns, names
from pressmark.compose.material import Material, Source, one_line
from pressmark.facts import Mention, of_label, pledges, quotes

_COLUMNS = (("story", 72), ("outlets", 28))
_MOST = 5


def top_stories(material: Material) -> list[Block]:
    stories: dict[int, list[Source]] = {}
    for source in material.sources:
        stories.setdefault(material.story_of(source), []).append(source)
    if len(stories) < 2:
        return []
    ranked = sorted(stories.values(), key=_weight, reverse=True)  # else as met
    most = material.chosen("top-stories").most or _MOST
    rows = tuple(_row(material, story) for story in ranked[:most])
    table = Table(material.say("title.top-stories"), columns(material, *_COLUMNS), rows)
    return [table, *and_more(material, len(ranked) - most)]


def _weight(story: list[Source]) -> tuple[int, int]:
    """What is promised and said in the fullest of its articles, then how many outlets carry it."""
    said = max(len(of_label(one.doc, "quote")) + len(of_label(one.doc, "pledge")) for one in story)
    return said, len({one.doc.source.outlet for one in story})


def _row(material: Material, story: list[Source]) -> Row:
    first = story[0]
    headline: tuple[Inline, ...] = (Text(one_line(first.doc.headline), Tone.STRONG),)
    outlets = dict.fromkeys(
        f"{one.doc.source.outlet or material.say('source.outlet-not-stated')}\N{NO-BREAK SPACE}[{one.number}]"
        for one in story
    )
    published = first.doc.source.published
    date = (Break(), Text(one_line(material.say.date(published)), Tone.QUIET)) if published else ()
    return Row(
        (Cell((*headline, *_line(material, story))), Cell((Text(one_line(", ".join(outlets))), *date)))
    )


def _line(material: Material, story: list[Source]) -> tuple[Inline, ...]:
    """Its first pledge, else its first statement, in the first of its articles that has one."""
    for source in story:
        for pledge in pledges(source.doc)[:1]:
            return _told(material, source, pledge.annotation.id, pledge.pledgers, f"“{pledge.words}”")
    for source in story:
        for quote in quotes(source.doc)[:1]:
            return _told(material, source, quote.annotation.id, quote.speakers, quote.words)
    return ()


def _told(
    material: Material, source: Source, key: str, by: Iterable[Mention], words: str
) -> tuple[Inline, ...]:
    told = ": ".join(filter(None, (names(by), words)))
    return (Break(), Text(f"{one_line(told)} "), material.reference(source, key))
