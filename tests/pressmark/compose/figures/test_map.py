"""Maps: dots stand exactly where places are, on land that is theirs, and no label meets another."""

from itertools import pairwise
from math import cos, hypot, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.brief import Anchor, Area, Disc, Figure, Shade, Stroke, Words
from pressmark.compose.figures.maps import MapWords, Spot, map_figure
from pressmark.compose.figures.maps.projection import EqualEarth
from pressmark.compose.figures.measure import width_of

LONDON, DOVER, CALAIS = (
    Spot("London", 51.507, -0.128, 9),
    Spot("Dover", 51.129, 1.311, 2),
    Spot("Calais", 50.951, 1.859),
)
FAR = (Spot("Canberra", -35.28, 149.13), Spot("Washington", 38.9, -77.04, 3), Spot("Nairobi", -1.29, 36.82))
PACIFIC = Spot("Suva", -18.14, 178.44), Spot("Apia", -13.83, -171.77)


def drawn(*spots: Spot, words: MapWords | None = None) -> Figure:
    return map_figure(spots, name="Places", caption="Where", alternative="Places on a map", words=words)


def dots(figure: Figure) -> list[Disc]:
    return [one for one in figure.shapes if isinstance(one, Disc) and one.fill is Shade.ACCENT]


def words(figure: Figure) -> list[str]:
    return [one.text for one in figure.shapes if isinstance(one, Words)]


def on_land(figure: Figure, x: float, y: float) -> bool:
    """Whether the drawing has land there, by the even-odd rule."""
    return any(
        sum(
            (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
            for ring in one.rings
            for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))
        )
        % 2
        for one in figure.shapes
        if isinstance(one, Area) and one.fill is Shade.LAND
    )


def test_a_part_of_the_world_is_true_to_scale_along_its_middle() -> None:
    (london, dover, calais) = (one.centre for one in dots(drawn(LONDON, DOVER, CALAIS)))
    scale = (dover[0] - london[0]) / (DOVER.longitude - LONDON.longitude)
    assert (calais[0] - dover[0]) / (CALAIS.longitude - DOVER.longitude) == pytest.approx(scale)
    up = (calais[1] - london[1]) / (LONDON.latitude - CALAIS.latitude)
    assert scale / up == pytest.approx(cos(radians((51.507 + 50.951) / 2)))


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [(0, 0, 0, 0), (180, 0, 2.706630, 0), (0, 90, 0, 1.317363), (0, -90, 0, -1.317363)],
)
def test_the_whole_world_is_on_equal_earth(longitude: float, latitude: float, x: float, y: float) -> None:
    assert EqualEarth().flat((longitude, latitude)) == pytest.approx((x, y), abs=1e-5)


def test_equal_earth_keeps_areas() -> None:
    def area(south: float, north: float) -> float:
        low, high = EqualEarth().flat((1.0, south)), EqualEarth().flat((1.0, north))
        return (low[0] + high[0]) / 2 * (high[1] - low[1])

    assert area(60.0, 60.2) / area(0.0, 0.2) == pytest.approx(cos(radians(60.1)), rel=1e-3)


@pytest.mark.parametrize("spots", [(LONDON, CALAIS), (*FAR, LONDON), FAR], ids=["near", "far", "capitals"])
def test_dots_of_cities_stand_on_the_land_that_is_drawn(spots: tuple[Spot, ...]) -> None:
    figure = drawn(*spots)
    assert all(on_land(figure, *one.centre) for one in dots(figure))


def test_a_ship_is_at_sea() -> None:
    figure = drawn(LONDON, Spot("The ship", 40.0, -35.0))
    assert [on_land(figure, *one.centre) for one in dots(figure)] == [True, False]


def test_places_on_both_sides_of_the_180th_meridian_are_neighbours() -> None:
    figure = drawn(*PACIFIC)
    suva, apia = (one.centre for one in sorted(dots(figure), key=lambda one: one.centre[0]))
    assert 0 < suva[0] < apia[0] < figure.width
    assert any(text.endswith("km") for text in words(figure))


def test_no_coast_leaps_over_the_map() -> None:
    for figure in (drawn(*FAR), drawn(*PACIFIC), drawn(*FAR, *PACIFIC)):
        for area in (one for one in figure.shapes if isinstance(one, Area) and one.fill is Shade.LAND):
            steps = [hypot(bx - ax, by - ay) for ring in area.rings for (ax, ay), (bx, by) in pairwise(ring)]
            assert max(steps) < figure.width / 2


def test_the_area_of_a_dot_is_as_large_as_its_count() -> None:
    large, small = dots(drawn(LONDON, Spot("Kent", 51.2, 0.7, 4)))
    assert (large.radius / small.radius) ** 2 == pytest.approx(9 / 4)


def test_the_figure_says_whose_outlines_it_shows_and_how() -> None:
    assert words(drawn(*FAR))[-1] == "Coasts: Natural Earth; no borders drawn. Equal Earth projection."
    assert words(drawn(LONDON))[-1].endswith("Equirectangular projection, true to scale along 52° N.")
    own = MapWords(outlines="Küsten: Natural Earth.", part="Treu bei {latitude}.", kilometres="{number} Km")
    assert "Küsten: Natural Earth. Treu bei 52° N." in words(drawn(LONDON, words=own))


def test_a_city_is_shown_with_a_scale_and_the_world_beside_it() -> None:
    figure = drawn(LONDON)
    assert "50 km" in words(figure)
    assert [one.stroke for one in figure.shapes if isinstance(one, Disc)] == [Shade.ACCENT, Shade.PAPER]


def test_where_no_coast_is_near_there_are_degrees() -> None:
    figure = drawn(Spot("Urumqi", 43.8, 87.6), Spot("Korla", 41.7, 86.2))
    assert {"84° E", "43° N"} <= set(words(figure))
    assert not any("°" in text for text in words(drawn(LONDON, DOVER))[:-1])


def test_names_lead_to_their_rows() -> None:
    figure = drawn(Spot("London", 51.5, -0.1, 2, "#l1"))
    assert [(one.text, one.target) for one in figure.shapes if isinstance(one, Words) and one.target] == [
        ("London · 2", "#l1")
    ]


def test_a_pole_is_a_place_like_any_other() -> None:
    figure = drawn(Spot("Vostok", -78.46, 106.84), Spot("The Pole", -90.0, 0.0))
    assert all(0 <= y <= figure.height for one in dots(figure) for y in [one.centre[1]])


def test_names_without_room_have_numbers_and_stand_below_the_map() -> None:
    crowd = [Spot(f"Quarter {number} of the city", 51.5 + number / 1e4, 0.0, 1) for number in range(30)]
    figure = drawn(*crowd)
    below = {one.text for one in figure.shapes if isinstance(one, Words) and one.at[1] > 250}
    assert "1" in {one.text for one in figure.shapes if isinstance(one, Words) and one.strong}
    assert len(below & {f"{one.name} · 1" for one in crowd}) > 5
    assert {f"{one.name} · 1" for one in crowd} <= set(words(figure))


names = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=24)
counts = st.integers(0, 400)
near = st.builds(Spot, names, st.floats(47, 52), st.floats(5, 15), counts)
anywhere = st.builds(Spot, names, st.floats(-90, 90), st.floats(-180, 180), counts)


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.lists(near, min_size=1, max_size=40), st.lists(anywhere, min_size=1, max_size=12)))
def test_wherever_the_places_are_no_label_meets_a_label_a_dot_or_a_line(spots: list[Spot]) -> None:
    figure = drawn(*spots)
    found = [box(one) for one in figure.shapes if isinstance(one, Words)]
    assert not any(meet(a, b) for number, a in enumerate(found) for b in found[:number])
    for left, top, right, bottom in found[:-1]:  # the last is about the map and may run wide
        assert -0.01 <= left <= right <= figure.width + 0.01
        assert -0.01 <= top <= bottom <= figure.height + 0.01
        for one in dots(figure):
            nearest = min(max(one.centre[0], left), right), min(max(one.centre[1], top), bottom)
            assert hypot(nearest[0] - one.centre[0], nearest[1] - one.centre[1]) >= one.radius - 0.01
    leaders = [
        one for one in figure.shapes if isinstance(one, Stroke) and len(one.points) == 2 and not one.dashed
    ]
    for one in leaders:
        assert not any(pierced(one.points[0], one.points[1], each) for each in found)


def box(one: Words) -> tuple[float, float, float, float]:
    width = width_of(one.text, one.size)
    left = one.at[0] - {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[one.anchor]
    return left, one.at[1] - 0.75 * one.size, left + width, one.at[1] + 0.2 * one.size


def meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def pierced(
    start: tuple[float, float], end: tuple[float, float], one: tuple[float, float, float, float]
) -> bool:
    """Whether the line comes into the box, looked at in small steps."""
    points = [
        (start[0] + (end[0] - start[0]) * n / 50, start[1] + (end[1] - start[1]) * n / 50) for n in range(51)
    ]
    return any(one[0] < x < one[2] and one[1] < y < one[3] for x, y in points)
