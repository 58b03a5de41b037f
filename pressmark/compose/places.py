"""Where: each place once, with country and coordinates as far as they are known."""

from pressmark.brief import Align, Block, Cell, Column, Heading, Row, Table, Text
from pressmark.compose.actors import also, counts
from pressmark.compose.cells import text_cell
from pressmark.compose.material import Material
from pressmark.compose.merging import Merged, merged
from pressmark.facts import places as place_rows

COLUMNS = (Column("Place", 40), Column("Country", 30), Column("Mentions", 30, Align.END))


def places(material: Material) -> list[Block]:
    rows = [_row(one) for one in merged(material, place_rows)]
    return [Heading("Places"), Table("Places", COLUMNS, tuple(rows))] if rows else []


def _row(one: Merged) -> Row:
    return Row(
        (
            text_cell(one.name, also(one)),
            text_cell(one.first_value("country"), _coordinates(one)),
            Cell((Text(counts(one)),), len(one.mentions)),
        )
    )


def _coordinates(one: Merged) -> str:
    latitude, longitude = one.first_value("latitude"), one.first_value("longitude")
    return f"{latitude}, {longitude}" if latitude and longitude else ""
