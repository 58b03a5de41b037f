"""Where: each place once, with country and coordinates as far as they are known."""

from pressmark.brief import Align, Block, Cell, Row, Table, Text
from pressmark.compose.actors import also, counts
from pressmark.compose.cells import and_more, columns, text_cell
from pressmark.compose.material import Material
from pressmark.compose.merging import Merged, merged
from pressmark.facts import places as place_rows

_COLUMNS = (("place", 40, Align.START), ("country", 30, Align.START), ("mentions", 30, Align.END))


def places(material: Material) -> list[Block]:
    found = merged(material, place_rows)
    most = material.chosen("places").most or len(found)
    rows = tuple(_row(material, one) for one in found[:most])
    if not rows:
        return []
    own = columns(material, *_COLUMNS)
    return [Table(material.say("title.places"), own, rows), *and_more(material, len(found) - most)]


def _row(material: Material, one: Merged) -> Row:
    return Row(
        (
            text_cell(one.name, also(material, one)),
            text_cell(one.first_value("country"), _coordinates(one)),
            Cell((Text(counts(material, one)),), len(one.mentions)),
        )
    )


def _coordinates(one: Merged) -> str:
    latitude, longitude = one.first_value("latitude"), one.first_value("longitude")
    return f"{latitude}, {longitude}" if latitude and longitude else ""
