"""What has changed since the last brief: pledges made, altered and gone, new statements and sources."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressmark.annotated_article import AnnotatedArticle
from pressmark.attributes import shown
from pressmark.brief import Block, Cell, Row, Table, Text, Tone
from pressmark.compose.cells import columns, id_cell, source_cell, text_cell
from pressmark.compose.material import Material, Source, numbered, one_line
from pressmark.facts import linked, verbatim, words_of

_COLUMNS = (("", 6), ("event", 20), ("then", 28), ("now", 32), ("source", 14))
_COMPARED = ("amount", "due", "status", "what", "conditions")
_LABELS = ("pledge", "quote")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An article as it is, and as it was in the last brief: None where it was not in it."""

    now: Source
    then: AnnotatedArticle | None


def changes(material: Material) -> list[Block]:
    if not material.earlier:
        return []
    known = {mark: doc for doc in material.earlier for mark in _identity(doc)}
    pairs = [_Pair(source, _known(known, source.doc)) for source in material.sources]
    rows = [row for pair in pairs for row in _of_article(material, pair)]
    still = {mark for source in material.sources for mark in _identity(source.doc)}
    gone = [source for source in numbered(material.earlier) if still.isdisjoint(_identity(source.doc))]
    rows += [_said(material, "source-gone", "", source.doc.headline) for source in gone]
    if not rows:
        rows = [_said(material, "nothing", "", "")]
    return [Table(material.say("title.changes"), columns(material, *_COLUMNS), tuple(rows))]


def _identity(doc: AnnotatedArticle) -> tuple[str, ...]:
    """What tells that two files are of one article: its text, its original, its address."""
    record = doc.source
    marks = (("text", doc.article.sha256), ("original", record.original_sha256), ("url", record.url))
    return tuple(f"{kind} {value}" for kind, value in marks if value)


def _known(known: Mapping[str, AnnotatedArticle], doc: AnnotatedArticle) -> AnnotatedArticle | None:
    return next((known[mark] for mark in _identity(doc) if mark in known), None)


def _of_article(material: Material, pair: _Pair) -> Iterator[Row]:
    now, then = pair.now, pair.then
    if then is None:
        yield _said(material, "source-new", now.doc.headline, "", now)
    elif now.doc.source.status and now.doc.source.status != then.source.status:
        yield _said(material, f"source-{now.doc.source.status}", now.doc.headline, "", now)
    before = then.markup if then else {}
    for one in now.doc.markup.in_text_order():
        if one.label not in _LABELS:
            continue
        was = before.get(one.id)
        if was is None or was.label != one.label:
            yield _row(material, now, one.id, f"{one.label}-new", "", _told(now.doc, one.id))
        elif then is not None:
            yield from _altered(material, now, then, one.id)
    for key, one in before.items():
        if one.label in _LABELS and key not in now.doc.markup and then is not None:
            yield _said(material, f"{one.label}-gone", "", _told(then, key), now)


def _altered(material: Material, now: Source, then: AnnotatedArticle, key: str) -> Iterator[Row]:
    """A row for each attribute of a pledge that says something else now."""
    one, was = now.doc.markup[key], then.markup[key]
    label = now.doc.codebook.style_of(one.label)
    for name in _COMPARED if one.label == "pledge" else ():
        if one.value(name) != was.value(name):
            definition = label.attribute(name)
            here, there = (
                shown(definition, each.value(name)) if definition else each.value(name) for each in (one, was)
            )
            told = [value or material.say("word.not-stated") for value in (there, here)]
            yield _row(material, now, key, f"altered-{name}", *told)


def _told(doc: AnnotatedArticle, key: str) -> str:
    """A pledge's words, a statement with who said it."""
    one = doc.markup[key]
    if one.label == "quote":
        speakers = ", ".join(dict.fromkeys(each.name for each in linked(doc, one, "speaker")))
        return ": ".join(filter(None, (speakers, verbatim(doc, one))))
    givers = ", ".join(dict.fromkeys(each.name for each in linked(doc, one, "pledger")))
    return ": ".join(filter(None, (givers, f"“{words_of(doc, one)}”")))


def _row(material: Material, source: Source, key: str, event: str, then: str, now: str) -> Row:
    return Row(
        (
            id_cell(material, source, key),
            text_cell(material.say(f"change.{event}")),
            Cell((Text(one_line(then), Tone.QUIET),) if then else ()),
            text_cell(now),
            source_cell(material, source, source.doc.markup[key]),
        )
    )


def _said(material: Material, event: str, now: str, then: str, source: Source | None = None) -> Row:
    """A row of no annotation that is there."""
    place = Cell((Text(f"[{source.number}]", Tone.QUIET),)) if source else Cell(())
    told = text_cell(material.say(f"change.{event}"))
    return Row(
        (Cell(()), told, Cell((Text(one_line(then), Tone.QUIET),) if then else ()), text_cell(now), place)
    )
