"""Who is who: each actor once, with the names the press gives it."""

from pressmark.brief import Align, Block, Break, Cell, Row, Table, Text
from pressmark.compose.cells import and_more, columns, ids, text_cell
from pressmark.compose.material import Material
from pressmark.compose.merging import Merged, merged
from pressmark.facts import actors as actor_rows

_COLUMNS = (("name", 40, Align.START), ("role", 30, Align.START), ("mentions", 30, Align.END))
_IDS = 8
"""Of what is tied to one name; of more nobody reads the last."""


def actors(material: Material) -> list[Block]:
    found = merged(material, actor_rows)
    most = material.chosen("actors").most or len(found)
    rows = tuple(_row(material, one) for one in found[:most])
    if not rows:
        return []
    own = columns(material, *_COLUMNS)
    return [Table(material.say("title.actors"), own, rows), *and_more(material, len(found) - most)]


def _row(material: Material, one: Merged) -> Row:
    kind, organisation, country = (one.first_value(name) for name in ("kind", "organisation", "country"))
    role = ", ".join(one.values("role"))
    belongs = ", ".join(filter(None, (organisation, country)))
    return Row(
        (
            text_cell(one.name, also(material, one)),
            text_cell(role or belongs or kind, belongs if role else ""),
            mentions_cell(material, one),
        )
    )


def also(material: Material, one: Merged) -> str:
    """The other names as printed: “also “Healey”, “the minister””."""
    others = ", ".join(f"“{words}”" for words in one.printed if words != one.name)
    return material.say("word.also", names=others) if others else ""


def mentions_cell(material: Material, one: Merged) -> Cell:
    """“2 pledges, 1 quote, 5 mentions”, and below it the ids of what is tied to the name."""
    numbers = ((len(one.pledges), "pledge"), (len(one.quotes), "quote"), (len(one.mentions), "mention"))
    told = ", ".join(material.say.count(f"count.{what}", number) for number, what in numbers if number)
    tied = ids(material, (*one.pledges, *one.quotes), _IDS)
    return Cell((Text(told), *((Break(), *tied) if tied else ())), len(one.mentions))
