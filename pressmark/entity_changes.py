"""Changes of who is who: two names become one, one becomes two, what is known of somebody is corrected.

Each function is about one article; the same entity in others goes by the same id, and is changed there by
the same function in the same step.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.changes import Hand, with_entities_tidied
from pressmark.entities import Entity
from pressmark.labels import AttributeKind
from pressmark.markup import Change, Edit


def merge_entities(doc: AnnotatedArticle, ids: Collection[str], into: Entity, hand: Hand) -> Change:
    """Mentions of all of these are mentions of the one; where none of them is named, nothing changes."""
    names = [doc.entities[key].name for key in ids if key in doc.entities and key != into.id]
    known = doc.entities.get(into.id)
    name = f"Merge {_listed(names)} into “{into.name}”"
    if known is None and not names:
        return Change(name, ())
    gone = {key for key in ids if key in doc.entities} - {into.id}
    edits = [Edit(key, doc.entities[key], None) for key in sorted(gone)]
    edits += [Edit(into.id, known, into)] if known != into else []
    return Change(name, (*edits, *_renamed(doc, doc.markup.values(), gone, into.id, hand)))


def split_entity(doc: AnnotatedArticle, keys: Collection[str], old: str, new: Entity, hand: Hand) -> Change:
    """The mentions with these ids are no longer of the old entity, but of another one."""
    chosen = [one for key, one in doc.markup.items() if key in keys]
    moved = tuple(_renamed(doc, chosen, {old}, new.id, hand))
    name = f"Make “{new.name}” another"
    if not moved:
        return Change(name, ())
    known = doc.entities.get(new.id)
    added = (Edit(new.id, known, new),) if known != new else ()
    return with_entities_tidied(doc, Change(name, (*added, *moved)))


def edit_entity(doc: AnnotatedArticle, entity: Entity) -> Change:
    """What is known of an entity; where the article does not name it, nothing changes."""
    known = doc.entities.get(entity.id)
    edits = (Edit(entity.id, known, entity),) if known is not None and known != entity else ()
    return Change(f"Edit “{entity.name}”", edits)


def combined(entities: Sequence[Entity]) -> Entity:
    """What is known of all of them together, under the id and the name of the first."""
    first = entities[0]
    names = [name for one in entities for name in (one.name, *one.aliases)]
    notes = [one.note for one in entities if one.note]
    return replace(
        first,
        kind=_first(one.kind for one in entities),
        aliases=_once(name for name in names if name.casefold() != first.name.casefold()),
        wikidata=_first(one.wikidata for one in entities),
        geonames=_first(one.geonames for one in entities),
        note="\n".join(dict.fromkeys(notes)),
        offices=tuple(dict.fromkeys(office for one in entities for office in one.offices)),
        foreign=tuple(dict.fromkeys(text for one in entities for text in one.foreign)),
    )


def _renamed(
    doc: AnnotatedArticle, ones: Iterable[Annotation], old: Collection[str], new: str, hand: Hand
) -> Iterable[Edit]:
    """The annotations of which an attribute names one of the old, naming the new.

    Attributes that an annotation keeps from another label may name it as well.
    """
    for one in ones:
        label = doc.codebook.style_of(one.label)
        kinds = ((name, label.attribute(name)) for name, value in one.attributes.items() if value in old)
        named = {name: new for name, known in kinds if known is None or known.kind is AttributeKind.ENTITY}
        if named and new not in old:
            attributes = {**one.attributes, **named}
            yield Edit(one.id, one, replace(one, attributes=attributes, modified=hand.now))


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _once(names: Iterable[str]) -> tuple[str, ...]:
    """Without those that say the same in other letters."""
    return tuple({name.casefold(): name for name in reversed([*names])}.values())[::-1]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(f"“{name}”" for name in names[:2]) + (" and others" if len(names) > 2 else "")
