"""Who is one and the same in several articles: told by the id, or by the number in a public register."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pressmark.annotated_article import AnnotatedArticle
from pressmark.entities import Entity, named
from pressmark.markup import Change, Edit


@dataclass(slots=True)
class _Person:
    """What the articles together say of one entity; the first article's word counts."""

    name: str
    wikidata: str
    geonames: str


def told_alike(docs: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """The articles, in which an entity goes by one name and has the same numbers in the registers.

    Entities are the same where they have the same id, or the same Wikidata or GeoNames number, be it their
    own or that of a place they are mentioned at. What needs no change is handed back as it is.
    """
    groups: dict[str, set[str]] = {}
    stated = [list(_stated(doc)) for doc in docs]
    for entity in (one for entities in stated for one in entities):
        marks = _marks(entity)
        together = marks.union(*(groups[mark] for mark in marks if mark in groups))
        groups |= dict.fromkeys(together, together)
    known: dict[int, _Person] = {}
    for entity in (one for entities in stated for one in entities):
        person = known.setdefault(id(groups[entity.id]), _Person(entity.name, "", ""))
        person.wikidata = person.wikidata or entity.wikidata
        person.geonames = person.geonames or entity.geonames
    return [_with(doc, groups, known) for doc in docs]


def same_entity(entities: Iterable[Entity], theirs: Entity) -> Entity | None:
    """The entity that is in the same register under the same id, or goes by the same name."""
    entities = list(entities)
    for one in entities:
        if (one.wikidata and one.wikidata == theirs.wikidata) or (
            one.geonames and one.geonames == theirs.geonames
        ):
            return one
    return named(entities, theirs.name)


def _marks(entity: Entity) -> set[str]:
    numbers = {"wikidata": entity.wikidata, "geonames": entity.geonames}
    return {entity.id, *(f"{register}:{number}" for register, number in numbers.items() if number)}


def _stated(doc: AnnotatedArticle) -> Iterator[Entity]:
    """The entities, with the GeoNames number of a mention where they have none themselves."""
    numbers: dict[str, str] = {}
    for one in doc.markup.values():
        if number := one.value("geonames"):
            numbers.setdefault(one.value("entity"), number)
    for entity in doc.entities.values():
        yield replace(entity, geonames=entity.geonames or numbers.get(entity.id, ""))


def _with(doc: AnnotatedArticle, groups: dict[str, set[str]], known: dict[int, _Person]) -> AnnotatedArticle:
    edits = []
    for key, entity in doc.entities.items():
        person = known[id(groups[key])]
        told = replace(entity, name=person.name, wikidata=person.wikidata, geonames=person.geonames)
        if told != entity:
            edits.append(Edit(key, entity, told))
    return doc.after(Change("Tell entities alike", tuple(edits))) if edits else doc
