"""The one change that puts annotations of an older version into the new one, with all that hangs on them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pressmark.aligned import Aligned
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import MOST_DIGITS, Annotation
from pressmark.carrying import Carried, Fit
from pressmark.changes import Hand
from pressmark.codebook_rules import freed
from pressmark.entities import Entity, entity_id
from pressmark.filing import Filing
from pressmark.labels import AttributeKind, Codebook, Label
from pressmark.markup import Change, Edit, Value
from pressmark.references import references
from pressmark.same_entities import same_entity
from pressmark.words import BriefWords

_REFERRING = ("bottom_line", "judgements")
"""The words of the brief in which ids of annotations may stand."""


@dataclass(frozen=True, slots=True)
class Versions:
    """An older and a newer version of one article, and what is the same in them."""

    old: AnnotatedArticle
    new: AnnotatedArticle
    alignment: Aligned


def carry_over(versions: Versions, chosen: Sequence[Carried], hand: Hand) -> Change:
    """The chosen annotations in the new version, under their ids where these are free, links included.

    Links to what is not carried over are left out. Labels, entities, tags, what is struck out, and the words
    of the brief come along where the new version has none of its own.
    """
    old, new = versions.old, versions.new
    rows = [one for one in chosen if one.fit is not Fit.THERE]
    book = _book(old, new, {one.annotation.label for one in rows})
    ids = _ids(new, [one.annotation.id for one in rows])
    entities = _entities(old, new, rows, ids.values())
    links = {**_already(versions, chosen), **ids}
    edits = [_edit("", new.codebook, book)]
    edits += [_edit(one.id, new.entities.get(one.id), one) for one in entities.values()]
    for row in rows:
        made = _made(row, ids[row.annotation.id], links, _renamed(old, row.annotation, entities))
        edits.append(Edit(made.id, None, replace(made, modified=hand.now)))
    edits.append(_edit("", new.words, _words(old, new, links)))
    edits.append(_edit("", new.filing, _filing(versions)))
    name = "Carry one annotation over" if len(rows) == 1 else f"Carry {len(rows):,} annotations over"
    return Change(name, tuple(edit for edit in edits if edit.before != edit.after))


def links_left_out(rows: Iterable[Carried], chosen: Collection[str]) -> list[tuple[str, str, str]]:
    """Of the chosen annotations, by id, the links to what is not chosen: from, role, to."""
    there = {one.annotation.id for one in rows if one.fit is Fit.THERE} | {*chosen}
    return [
        (one.annotation.id, link.role, link.target)
        for one in rows
        if one.annotation.id in chosen
        for link in one.annotation.links
        if link.target not in there
    ]


def _edit(key: str, before: Value | None, after: Value) -> Edit:
    return Edit(key, before, after)


def _already(versions: Versions, chosen: Sequence[Carried]) -> dict[str, str]:
    return {one.annotation.id: one.same for one in chosen if one.fit is Fit.THERE and one.same}


def _made(row: Carried, key: str, ids: Mapping[str, str], attributes: Mapping[str, str]) -> Annotation:
    links = tuple(
        replace(link, target=ids[link.target]) for link in row.annotation.links if link.target in ids
    )
    return replace(
        row.annotation, id=key, spans=row.spans, lost=row.lost, links=links, attributes=dict(attributes)
    )


def _ids(new: AnnotatedArticle, keys: Iterable[str]) -> dict[str, str]:
    """Each id, or where an annotation has or had it, the next one with its letters."""
    taken = {*new.markup, *new.entities}
    ids: dict[str, str] = {}
    again = []
    for key in keys:
        letters, number = _parted(key)
        is_free = key not in taken and number >= _parted(new.markup.next_id(letters))[1]
        if is_free or (not number and key not in taken):
            ids[key] = key
            taken.add(key)
        else:
            again.append(key)
    for key in again:
        letters = _parted(key)[0] or "n"
        used = [_parted(one)[1] for one in ids.values() if _parted(one)[0] == letters]
        number = max([_parted(new.markup.next_id(letters))[1] - 1, *used]) + 1
        while f"{letters}{number}" in taken:
            number += 1
        ids[key] = f"{letters}{number}"
        taken.add(ids[key])
    return ids


def _parted(key: str) -> tuple[str, int]:
    letters = key.rstrip("0123456789")
    return letters, int(key[len(letters) :][:MOST_DIGITS] or 0)


def _book(old: AnnotatedArticle, new: AnnotatedArticle, names: Collection[str]) -> Codebook:
    """The new version's codebook with the labels, attributes and roles that only the old one's has."""
    book = new.codebook
    for theirs in old.codebook.labels:
        if theirs.name not in names:
            continue
        ours = book.label(theirs.name)
        book = book.with_label(_with_more(ours, theirs) if ours else freed(book, theirs))
    return book


def _with_more(ours: Label, theirs: Label) -> Label:
    attributes = tuple(one for one in theirs.attributes if not ours.attribute(one.name))
    roles = tuple(one for one in theirs.roles if not ours.role(one.name))
    return replace(ours, attributes=ours.attributes + attributes, roles=ours.roles + roles)


def _entities(
    old: AnnotatedArticle, new: AnnotatedArticle, rows: Iterable[Carried], ids: Collection[str]
) -> dict[str, Entity]:
    """For each of the old version's entities that is named the new version's, or one to be given to it."""
    found: dict[str, Entity] = {}
    for row in rows:
        for definition in old.codebook.style_of(row.annotation.label).attributes:
            theirs = old.entities.get(row.annotation.value(definition.name))
            if definition.kind is not AttributeKind.ENTITY or theirs is None or theirs.id in found:
                continue
            taken = {*new.entities, *new.markup, *ids, *(one.id for one in found.values())}
            ours = new.entities.get(theirs.id) or same_entity(new.entities.values(), theirs)
            free = theirs.id if theirs.id not in taken else entity_id(theirs.name, taken)
            found[theirs.id] = ours or replace(theirs, id=free)
    return found


def _renamed(old: AnnotatedArticle, one: Annotation, entities: Mapping[str, Entity]) -> Mapping[str, str]:
    named = {
        definition.name: entities[value].id
        for definition in old.codebook.style_of(one.label).attributes
        if definition.kind is AttributeKind.ENTITY and (value := one.value(definition.name)) in entities
    }
    return {**one.attributes, **named}


def _words(old: AnnotatedArticle, new: AnnotatedArticle, ids: Mapping[str, str]) -> BriefWords:
    """The old version's, where nothing is written for a brief on the new one yet."""
    if new.words != BriefWords():
        return new.words
    said = {name: _referring(old, getattr(old.words, name), ids) for name in _REFERRING}
    return replace(old.words, bottom_line=said["bottom_line"], judgements=said["judgements"])


def _referring(old: AnnotatedArticle, text: str, ids: Mapping[str, str]) -> str:
    for one in reversed(list(references([old], text))):
        if one.key in ids and ids[one.key] != one.key:
            typed = text[one.start : one.end].replace(one.key, ids[one.key])
            text = text[: one.start] + typed + text[one.end :]
    return text


def _filing(versions: Versions) -> Filing:
    """Its tags, how far the work is, and what is struck out of paragraphs that are there still."""
    old, new = versions.old.filing, versions.new.filing
    struck = {
        pair.new for pair in versions.alignment.pairs if pair.old in old.struck and pair.new is not None
    }
    return replace(
        new,
        state=new.state or old.state,
        tags=tuple(dict.fromkeys((*new.tags, *old.tags))),
        struck=tuple(sorted({*new.struck, *struck})),
    )
