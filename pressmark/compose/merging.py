"""Actors and places of several articles, one row for each entity."""

from collections.abc import Callable
from dataclasses import dataclass

from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.compose.material import Material, Tied
from pressmark.facts import NameRow


@dataclass(frozen=True, slots=True)
class Merged:
    """One name over all articles, with what is said by it and pledged by or to it."""

    name: str
    printed: tuple[str, ...]
    mentions: tuple[Annotation, ...]
    quotes: tuple[Tied, ...]
    pledges: tuple[Tied, ...]

    def values(self, attribute: str) -> tuple[str, ...]:
        """All different values of an attribute."""
        return tuple(dict.fromkeys(value for one in self.mentions if (value := one.value(attribute))))

    def first_value(self, attribute: str) -> str:
        return next(iter(self.values(attribute)), "")


def merged(material: Material, rows_of: Callable[[AnnotatedArticle], list[NameRow]]) -> list[Merged]:
    """One for each entity, with the rows that say only its name; those with most tied to them come first.

    Two entities of one name stay two: somebody has told them apart.
    """
    found: dict[str, Merged] = {}
    by_name: dict[str, str] = {}
    rows = [(source, row) for source in material.sources for row in rows_of(source.doc)]
    for source, row in sorted(rows, key=lambda pair: not pair[1].entity):
        name = row.name.casefold()
        key = _identity(source.doc, row) or by_name.get(name, f"“{name}”")
        by_name.setdefault(name, key)
        quotes, pledges = (tuple((source, one) for one in keys) for keys in (row.quotes, row.pledges))
        new = Merged(row.name, row.printed, row.mentions, quotes, pledges)
        found[key] = _together(found[key], new) if key in found else new
    return sorted(
        found.values(), key=lambda one: (-len(one.quotes) - len(one.pledges), -len(one.mentions), one.name)
    )


def _identity(doc: AnnotatedArticle, row: NameRow) -> str:
    """What its entity has in common with the same one in other articles, empty where it is none."""
    entity = doc.entities.get(row.entity)
    return entity.wikidata or entity.geonames or entity.id if entity else ""


def _together(one: Merged, other: Merged) -> Merged:
    return Merged(
        one.name,
        tuple(dict.fromkeys((*one.printed, *other.printed))),
        one.mentions + other.mentions,
        tuple(dict.fromkeys((*one.quotes, *other.quotes))),
        tuple(dict.fromkeys((*one.pledges, *other.pledges))),
    )
