"""Where: each place once, with country and coordinates as far as they are known."""

from collections.abc import Sequence

from pressmark.brief import Align, Block, Row, Table
from pressmark.compose.actors import also, mentions_cell
from pressmark.compose.cells import and_more, columns, text_cell
from pressmark.compose.figures.maps import MapWords, Spot, map_figure
from pressmark.compose.material import Material, one_line
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
    table = Table(material.say("title.places"), own, rows)
    return [*_map(material, found), table, *and_more(material, len(found) - most)]


def _map(material: Material, found: Sequence[Merged]) -> list[Block]:
    """Where the places are whose coordinates are known."""
    spots = [spot for one in found if (spot := _spot(one))]
    if not spots:
        return []
    say = material.say
    words = MapWords(
        say("map.outlines"),
        say("map.whole"),
        say("map.part", latitude="{latitude}"),
        say("map.kilometres", number="{number}"),
        tuple(say(f"map.{way}") for way in ("north", "east", "south", "west")),  # type: ignore[arg-type]  # four
    )
    name = say("map.name")
    told = "; ".join(f"{one.name} ({one.latitude:g}, {one.longitude:g})" for one in spots)
    figure = map_figure(
        spots, name=name, caption=say("map.caption"), alternative=f"{name}: {told}.", words=words
    )
    return [figure]


def _spot(one: Merged) -> Spot | None:
    try:
        latitude, longitude = (float(one.first_value(name)) for name in ("latitude", "longitude"))
    except ValueError:  # not stated, or a foreign hand's value, which the check names
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Spot(one_line(one.name), latitude, longitude, len(one.mentions))


def _row(material: Material, one: Merged) -> Row:
    return Row(
        (
            text_cell(one.name, also(material, one)),
            text_cell(one.first_value("country"), _coordinates(one)),
            mentions_cell(material, one),
        )
    )


def _coordinates(one: Merged) -> str:
    latitude, longitude = one.first_value("latitude"), one.first_value("longitude")
    return f"{latitude}, {longitude}" if latitude and longitude else ""
