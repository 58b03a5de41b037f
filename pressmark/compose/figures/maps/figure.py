"""Places as dots on the part of the world that they are in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from pressmark.atlas import Place
from pressmark.brief import Anchor, Disc, Figure, Shade, Shape, Stroke, Words
from pressmark.compose.figures.maps.ground import ground, locator, locator_height
from pressmark.compose.figures.maps.labelling import Box, Dot, Label, Labelling, words_box
from pressmark.compose.figures.maps.listing import Entry, listed
from pressmark.compose.figures.maps.measures import degrees_of, grid, scale_bar
from pressmark.compose.figures.maps.projection import EqualEarth
from pressmark.compose.figures.maps.view import LEAST, View, view_of
from pressmark.compose.figures.measure import width_of

WIDTH = 485.0
_SIZE, _SMALL = 7.5, 6.5
_DOT, _SMALLEST, _LARGEST = 2.3, 1.7, 7.0  # radius of one mention, and of the least and the most
_INSET = 6.0
_WIDER = LEAST, 4.5, 8.0
_FEW = 8
_LOCATOR = 96.0  # points wide
_LOCATED_TO = 70.0  # degrees across, up to which a map needs the world beside it


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, in degrees, north and east positive; `count` is how often it is named."""

    name: str
    latitude: float
    longitude: float
    count: int = 0
    target: str = ""


@dataclass(frozen=True, slots=True)
class MapWords:
    """What a map says of itself, in the language of the brief."""

    outlines: str = "Coasts: Natural Earth; no borders drawn."
    whole: str = "Equal Earth projection."
    part: str = "Equirectangular projection, true to scale along {latitude}."
    kilometres: str = "{number} km"
    compass: tuple[str, str, str, str] = ("N", "E", "S", "W")


@dataclass(frozen=True, slots=True)
class _Laid:
    """A spot with its dot and its label, if there was room for one; below the map where it is a number."""

    spot: Spot
    dot: Dot
    label: Label | None
    below: bool


def map_figure(
    spots: Sequence[Spot], *, name: str, caption: str, alternative: str, words: MapWords | None = None
) -> Figure:
    """The spots, of which there must be one; a name without room has a number and stands below the map."""
    words = words or MapWords()
    view, corner = _view(spots)
    ground, taken = _ground(view, corner, words)
    laid = _laid(spots, view, taken)
    dots = [shape for one in laid for shape in _drawn(one)]
    list_, foot = listed(_entries(laid), view.height, WIDTH)
    credit = Words(_credit(view, words), (0.0, foot + 9.0), _SMALL, Shade.QUIET)
    return Figure(name, WIDTH, foot + 12.0, (*ground, *dots, *list_, credit), caption, alternative)


def _view(spots: Sequence[Spot]) -> tuple[View, Box | None]:
    """The part of the world to show, and where in it the small map of the whole world has room."""
    places = [(one.longitude, one.latitude) for one in spots]
    least = _least(places)
    view = view_of(places, WIDTH, least=least)
    if view.whole or view.extent.east - view.extent.west > _LOCATED_TO:
        return view, None
    height = locator_height(view, _LOCATOR)
    boxes = [dot.box for dot in _dots(spots, view)]
    for corner in _corners(view, height):
        if not any(box.meets(corner, 2 * _SIZE) for box in boxes):
            return view, corner
    view = view_of(places, WIDTH, room=_LOCATOR + 2 * _INSET, least=least)
    return view, next(_corners(view, height))


def _least(places: Sequence[Place]) -> float:
    """How many degrees to show: for a few places in the middle of a country so many that a coast is seen."""
    if len(places) > _FEW:
        return LEAST
    views = ((least, view_of(places, WIDTH, least=least)) for least in _WIDER)
    return next((least for least, view in views if ground(view).tells_where(view)), LEAST)


def _corners(view: View, height: float) -> Iterator[Box]:
    """Lower right, upper right, upper left: the scale bar is at the lower left."""
    right, bottom = view.width - _INSET, view.height - _INSET
    yield Box(right - _LOCATOR, bottom - height, right, bottom)
    yield Box(right - _LOCATOR, _INSET, right, _INSET + height)
    yield Box(_INSET, _INSET, _INSET + _LOCATOR, _INSET + height)


def _ground(view: View, corner: Box | None, words: MapWords) -> tuple[list[Shape], list[Box]]:
    """All that is under the dots, and the boxes in which no label may stand."""
    under = ground(view)
    shapes = list(under.shapes)
    if view.whole:
        return shapes, []
    taken = [corner] if corner else []
    for shape in () if under.tells_where(view) else grid(view, words.compass):
        box = _box(shape) if isinstance(shape, Words) else None
        if box is None or not (corner and box.meets(corner)):
            shapes.append(shape)
            taken += [box] if box else []
    bar, box = scale_bar(view, _INSET, view.height - _INSET, words.kilometres)
    return [*shapes, *bar, *(locator(view, corner) if corner else ())], [*taken, box]


def _dots(spots: Sequence[Spot], view: View) -> list[Dot]:
    """The area of a dot is as large as its count."""
    most = max(one.count for one in spots)
    one_is = min(_DOT, _LARGEST / sqrt(max(1, most)))
    return [
        Dot(
            view.at((one.longitude, one.latitude)),
            max(_SMALLEST, one_is * sqrt(max(1, one.count))),
            f"{one.name} · {one.count}" if one.count else one.name,
        )
        for one in spots
    ]


def _laid(spots: Sequence[Spot], view: View, taken: Sequence[Box]) -> list[_Laid]:
    """The most named first: they are drawn below the others, and their names choose before them."""
    ordered = sorted(spots, key=lambda one: (-one.count, one.name))
    dots = _dots(ordered, view)
    frame = Box(2.0, 2.0, view.width - 2.0, view.height - 2.0)
    room = Labelling(frame, dots, _SIZE, list(taken))
    labels = [room.label(dot) for dot in dots]
    found: list[_Laid] = []
    number = 1
    for spot, dot, label in zip(ordered, dots, labels, strict=True):
        instead = None if label else room.label(dot, str(number))
        number += instead is not None
        found.append(_Laid(spot, dot, label or instead, label is None))
    return found


def _drawn(one: _Laid) -> Iterator[Shape]:
    if one.label and one.label.leader:
        yield Stroke(one.label.leader, Shade.QUIET, 0.45)
    yield Disc(one.dot.centre, one.dot.radius, Shade.ACCENT, Shade.PAPER, 0.6)
    if label := one.label:
        yield Words(
            label.words, label.at, _SIZE, Shade.INK, label.anchor, strong=one.below, target=one.spot.target
        )


def _entries(laid: Sequence[_Laid]) -> list[Entry]:
    """Those with a number first."""
    found = [
        Entry(one.label.words if one.label else "", one.dot.words, one.spot.target)
        for one in laid
        if one.below
    ]
    return sorted(found, key=lambda one: not one.number)


def _credit(view: View, words: MapWords) -> str:
    """Whose outlines these are and how they are flattened."""
    if isinstance(view.projection, EqualEarth):
        return f"{words.outlines} {words.whole}"
    true_at = degrees_of(round(view.projection.true_at), words.compass[0], words.compass[2])
    return f"{words.outlines} {words.part.format(latitude=true_at)}"


def _box(words: Words) -> Box:
    width = width_of(words.text, words.size)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[words.anchor]
    return words_box(words.text, words.at[0] - shift, words.at[1], words.size)
