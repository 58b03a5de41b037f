"""Figures as PNG, for programs that do not show SVG: drawn as a PDF page, which PDFium turns into dots.

Words are drawn as outlines, so that every machine draws the same ones.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from threading import Lock
from typing import assert_never

from exporters.characters import one_line
from exporters.glyphs import outlined
from pressmark.brief import Anchor, Area, Disc, Figure, Point, Shade, Shape, Stroke, Words

PDFIUM = Lock()
"""PDFium is not made for threads: whoever uses it holds this lock."""

_DOTS = 3.0  # a point: 216 to the inch
_MOST_DOTS = 4000  # along a side
_ROUND = 0.5523  # of the radius, where the handles of four curves that make a circle are
_SHARES = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def png(figure: Figure, colours: Mapping[Shade, str]) -> bytes:
    """The figure on white, large enough to be printed."""
    import pypdfium2

    scale = min(_DOTS, _MOST_DOTS / max(figure.width, figure.height, 1.0))
    page = _page(figure, "\n".join(_drawing(figure, colours)))
    with PDFIUM:
        document = pypdfium2.PdfDocument(page)
        image = document[0].render(scale=scale).to_pil()
        document.close()
    file = BytesIO()
    image.save(file, "PNG", compress_type=zlib.Z_RLE)  # flat areas: as small, in half the time
    return file.getvalue()


def _page(figure: Figure, drawing: str) -> bytes:
    """The smallest PDF that holds the drawing."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {figure.width:.2f} {figure.height:.2f}]/Contents 4 0 R>>",
        f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream",
    )
    file, places = "%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj{held}endobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    return (
        f"{file}{table}trailer<</Root 1 0 R/Size {len(objects) + 1}>>\nstartxref\n{len(file)}\n%%EOF".encode()
    )


def _drawing(figure: Figure, colours: Mapping[Shade, str]) -> Iterator[str]:
    """PDF counts upwards: all is mirrored, and words are mirrored back."""
    yield f"1 0 0 -1 0 {figure.height:.2f} cm 1 j"
    for shape in figure.shapes:
        yield from _shape(shape, colours)


def _shape(shape: Shape, colours: Mapping[Shade, str]) -> Iterator[str]:
    match shape:
        case Area():
            path = " ".join(f"{_line(ring)} h" for ring in shape.rings if ring)
            yield _painted(path, shape.fill, shape.stroke, shape.width, colours)
        case Stroke():
            dashes = "[2 2] 0 d" if shape.dashed else "[] 0 d"
            yield f"{dashes} {_painted(_line(shape.points), None, shape.shade, shape.width, colours)} [] 0 d"
        case Disc():
            yield _painted(
                _circle(shape.centre, shape.radius), shape.fill, shape.stroke, shape.width, colours
            )
        case Words():
            yield from _words(shape, colours[shape.shade])
        case _:
            assert_never(shape)


def _words(words: Words, colour: str) -> Iterator[str]:
    operators, width = outlined(one_line(words.text), words.size, strong=words.strong)
    left = words.at[0] - width * _SHARES[words.anchor]
    yield f"q {_rgb(colour)} rg 1 0 0 -1 {left:.3f} {words.at[1]:.3f} cm"
    yield from operators
    yield "Q"


def _painted(
    path: str, fill: Shade | None, stroke: Shade | None, width: float, colours: Mapping[Shade, str]
) -> str:
    if not path:
        return ""
    inks = f"{_rgb(colours[fill])} rg " if fill else ""
    inks += f"{_rgb(colours[stroke])} RG {width:.3f} w " if stroke else ""
    operators = {(True, True): "B*", (True, False): "f*", (False, True): "S", (False, False): "n"}
    return f"{inks}{path} {operators[bool(fill), bool(stroke)]}"


def _line(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.2f} {y:.2f} {'l' if number else 'm'}" for number, (x, y) in enumerate(points))


def _circle(centre: Point, radius: float) -> str:
    x, y = centre
    k = radius * _ROUND
    quarters = (
        (x + k, y + radius, x + radius, y + k, x + radius, y),
        (x + radius, y - k, x + k, y - radius, x, y - radius),
        (x - k, y - radius, x - radius, y - k, x - radius, y),
        (x - radius, y + k, x - k, y + radius, x, y + radius),
    )
    curves = " ".join(" ".join(f"{place:.3f}" for place in quarter) + " c" for quarter in quarters)
    return f"{x:.3f} {y + radius:.3f} m {curves} h"


def _rgb(colour: str) -> str:
    value = int(colour.removeprefix("#"), 16)
    return " ".join(f"{(value >> shift & 255) / 255:.4g}" for shift in (16, 8, 0))
