"""What has changed since the last brief: pledges made, altered and gone, new statements and sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.attributes import shown
from pressmark.brief import Block, Cell, Row, Table, Text, Tone
from pressmark.compared import same_annotations, same_articles, spoken
from pressmark.compose.cells import columns, reference_cell, source_cell, text_cell
from pressmark.compose.material import Material, Source
from pressmark.facts import linked, verbatim, words_of

_COLUMNS = (("", 8), ("event", 20), ("then", 27), ("now", 31), ("source", 14))
_COMPARED = ("amount", "due", "status", "what", "conditions")
_LABELS = ("pledge", "quote")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An article as it is, and as it was in the last brief: None where it was not in it."""

    now: Source
    then: AnnotatedArticle | None
    was: Mapping[str, Annotation | None] = field(init=False)  # each of its pledges and quotes as it was

    def __post_init__(self) -> None:
        now = self.now.doc
        ids = [one.id for one in now.markup.in_text_order() if one.label in _LABELS]
        was = same_annotations(now, self.then, _LABELS) if self.then else dict.fromkeys(ids)
        object.__setattr__(self, "was", was)


def changes(material: Material) -> list[Block]:
    if not material.earlier:
        return []
    docs = [source.doc for source in material.sources]
    before = same_articles(docs, material.earlier)
    pairs = [_Pair(source, then) for source, then in zip(material.sources, before, strict=True)]
    copied = _copied(material, pairs)
    rows = [row for pair in pairs for row in _of_article(material, pair, copied)]
    still = {id(then) for then in before}
    gone = [doc for doc in material.earlier if id(doc) not in still]
    rows += [_said(material, "source-gone", "", doc.headline) for doc in gone]
    if not rows:
        rows = [_said(material, "nothing", "", "")]
    return [Table(material.say("title.changes"), columns(material, *_COLUMNS), tuple(rows))]


def _copied(material: Material, pairs: list[_Pair]) -> set[tuple[int, str]]:
    """By source and id what a new article only carries again: the words are in another of the same story.

    An outlet more that takes over wire copy is a new source, not a new pledge.
    """
    found: set[tuple[int, str]] = set()
    first: dict[tuple[int, str, str], int] = {}
    for pair in sorted(pairs, key=lambda pair: pair.then is None):  # what the last brief had comes first
        for key in pair.was:
            one, number = pair.now.doc.markup[key], pair.now.number
            told = (material.story_of(pair.now), one.label, spoken(pair.now.doc, one))
            if first.setdefault(told, number) != number and pair.then is None:
                found.add((number, key))
    return found


def _of_article(material: Material, pair: _Pair, copied: set[tuple[int, str]]) -> Iterator[Row]:
    now, then = pair.now, pair.then
    yield from _of_source(material, pair)
    for key, was in pair.was.items():
        one = now.doc.markup[key]
        if was is not None:
            yield from _altered(material, now, one, was)
        elif (now.number, key) not in copied:
            yield _row(material, now, one, f"{one.label}-new", "", _told(now.doc, one))
    if then is not None:
        yield from _gone(material, pair, then)


def _gone(material: Material, pair: _Pair, then: AnnotatedArticle) -> Iterator[Row]:
    still = {one.id for one in pair.was.values() if one}
    for one in then.markup.in_text_order():
        if one.label in _LABELS and one.id not in still:
            yield _said(material, f"{one.label}-gone", "", _told(then, one), pair.now)


def _of_source(material: Material, pair: _Pair) -> Iterator[Row]:
    """That it is new, and what its outlet has done to it since."""
    status = pair.now.doc.source.status
    if pair.then is None:
        yield _said(material, "source-new", pair.now.doc.headline, "", pair.now)
    if status and (pair.then is None or status != pair.then.source.status):
        yield _said(material, f"source-{status}", pair.now.doc.headline, "", pair.now)


def _altered(material: Material, now: Source, one: Annotation, was: Annotation) -> Iterator[Row]:
    """A row for each attribute of a pledge that says something else now."""
    label = now.doc.codebook.style_of(one.label)
    for name in _COMPARED if one.label == "pledge" else ():
        if one.value(name) != was.value(name):
            definition = label.attribute(name)
            here, there = (
                shown(definition, each.value(name)) if definition else each.value(name) for each in (one, was)
            )
            told = [value or material.say("word.not-stated") for value in (there, here)]
            yield _row(material, now, one, f"altered-{name}", *told)


def _told(doc: AnnotatedArticle, one: Annotation) -> str:
    """A pledge's words, a statement with who said it."""
    if one.label == "quote":
        speakers = ", ".join(dict.fromkeys(each.name for each in linked(doc, one, "speaker")))
        return ": ".join(filter(None, (speakers, verbatim(doc, one))))
    givers = ", ".join(dict.fromkeys(each.name for each in linked(doc, one, "pledger")))
    return ": ".join(filter(None, (givers, f"“{words_of(doc, one)}”")))


def _row(material: Material, source: Source, one: Annotation, event: str, then: str, now: str) -> Row:
    return Row(
        (
            reference_cell(material, source, one.id),
            text_cell(material.say(f"change.{event}")),
            text_cell(then, tone=Tone.QUIET),
            text_cell(now),
            source_cell(material, source, one),
        )
    )


def _said(material: Material, event: str, now: str, then: str, source: Source | None = None) -> Row:
    """A row of no annotation that is there."""
    place = Cell((Text(f"[{source.number}]", Tone.QUIET),)) if source else Cell(())
    told = text_cell(material.say(f"change.{event}"))
    return Row((Cell(()), told, text_cell(then, tone=Tone.QUIET), text_cell(now), place))
