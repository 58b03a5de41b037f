"""Who is who: the one person, body or place that many annotations mention."""

import re
import unicodedata
from collections.abc import Container, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody was, and when: “Defence Secretary”, of which body, from and to which dates.

    Dates are ISO 8601, as precise as the analyst knows them ("2024", "2024-07"); `until` is empty while it
    lasts.
    """

    title: str
    of: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, government or place, under its canonical name.

    `aliases` are other names the analyst gave; names as printed are read from the annotations. `wikidata`
    and `geonames` are ids in those registers. `offices` are what a person was, in the analyst's order.
    """

    id: str
    name: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    wikidata: str = ""
    geonames: str = ""
    note: str = ""
    offices: tuple[Office, ...] = ()
    foreign: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """True when the name is its canonical one or an alias; case and outer spaces do not matter."""
        wanted = name.strip().casefold()
        return any(wanted == known.casefold() for known in (self.name, *self.aliases))


def entity_id(name: str, taken: Container[str]) -> str:
    """A readable id for a name, unlike any taken: ``john-healey``, ``john-healey-2``."""
    apart = unicodedata.normalize("NFKD", name).casefold()
    plain = re.sub(r"([a-z])[\u0300-\u036f]+", r"\1", apart)  # an accent on й or ї makes another letter
    slug = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", plain)).strip("-") or "entity"
    if slug[0].isdigit():
        slug = f"e-{slug}"
    candidate, number = slug, 1
    while candidate in taken:
        number += 1
        candidate = f"{slug}-{number}"
    return candidate


def named(entities: Iterable[Entity], name: str) -> Entity | None:
    """The entity that goes by this name, if there is one."""
    return next((entity for entity in entities if entity.is_called(name)), None)
