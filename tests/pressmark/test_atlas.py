"""The outlines: land is where land is, the sea where the sea is, and no ring leaps over the map."""

from itertools import pairwise

import pytest

from pressmark.atlas import Detail, land, outlines

every_detail = pytest.mark.parametrize("detail", Detail)

ON_LAND = {
    "Madrid": (-3.7, 40.4),
    "Chicago": (-89.0, 41.0),
    "Nairobi": (36.8, -1.3),
    "Alice Springs": (133.9, -23.7),
    "Simferopol": (34.1, 45.0),
    "Anadyr, beyond the 180th meridian": (-175.5, 66.5),
    "the South Pole": (12.0, -89.9),
}
AT_SEA = {
    "the Atlantic": (-40.0, 30.0),
    "the Caspian": (51.0, 42.0),
    "the Black Sea": (34.0, 43.0),
    "the Pacific at the 180th meridian": (180.0, 0.0),
    "the North Pole": (0.0, 89.0),
}


def is_land(detail: Detail, longitude: float, latitude: float) -> bool:
    """By the even-odd rule, with a ray to the east."""
    crossed = 0
    here = (longitude, latitude, longitude, latitude)
    for one in outlines(detail, *here):
        for (ax, ay), (bx, by) in pairwise((*one.places, one.places[0])):
            if (ay > latitude) != (by > latitude):
                crossed += longitude < ax + (latitude - ay) * (bx - ax) / (by - ay)
    return crossed % 2 == 1


@every_detail
@pytest.mark.parametrize("place", ON_LAND.values(), ids=ON_LAND)
def test_cities_are_on_land(detail: Detail, place: tuple[float, float]) -> None:
    assert is_land(detail, *place)


@every_detail
@pytest.mark.parametrize("place", AT_SEA.values(), ids=AT_SEA)
def test_seas_are_not(detail: Detail, place: tuple[float, float]) -> None:
    assert not is_land(detail, *place)


@every_detail
def test_no_ring_leaps_from_one_edge_of_the_map_to_the_other(detail: Detail) -> None:
    leaps = [
        abs(b[0] - a[0])
        for one in land(detail)
        for a, b in pairwise((*one.places, one.places[0]))
        if min(a[1], b[1]) > -89
    ]
    assert max(leaps) < 25


@every_detail
def test_every_outline_knows_its_extent(detail: Detail) -> None:
    for one in land(detail):
        assert all(one.west <= x <= one.east and one.south <= y <= one.north for x, y in one.places)
        assert one.south >= -90
        assert one.north <= 90


def test_an_island_across_the_180th_meridian_is_found_from_both_sides() -> None:
    from_the_east = list(outlines(Detail.REGION, 179.0, -18.0, 181.0, -16.0))
    from_the_west = list(outlines(Detail.REGION, -181.0, -18.0, -179.0, -16.0))
    assert len(from_the_east) == len(from_the_west) > 0
    shifts = {round(a.west - b.west, 6) for a, b in zip(from_the_east, from_the_west, strict=True)}
    assert shifts == {360.0}
