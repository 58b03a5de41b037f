"""The faces and sizes of the Word document.

Cambria and Calibri come with Word on Windows and on the Mac, and LibreOffice has metric twins of both
(Caladea, Carlito), so that a brief breaks its lines and pages at the same places everywhere. The Noto
faces of our PDF are on no ministry's laptop, and what Word puts in their place is a matter of luck.
Neither face has Arabic or Hebrew on every machine; Arial and Times New Roman do.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from exporters.docx.wml import Element, colour, half_points, part, w

# Cambria and Calibri look smaller than Noto at the same size: their x-height is 0.47 em, not 0.54.
_OPTICAL = 1.1


@dataclass(frozen=True, slots=True)
class Face:
    """A family, who stands in for it, and what sets the scripts it lacks."""

    name: str
    stand_in: str
    complex_script: str
    east_asian: str
    family: str


SERIF = Face("Cambria", "Caladea", "Times New Roman", "SimSun", "roman")
SANS = Face("Calibri", "Carlito", "Arial", "Microsoft YaHei", "swiss")


def size(points: float) -> float:
    """The size at which our faces look as large as the shared look means, in half points."""
    return half_points(points * _OPTICAL) / 2


def fonts(face: Face) -> Element:
    """The run property that sets `face` in all scripts."""
    return w("rFonts", ascii=face.name, hAnsi=face.name, eastAsia=face.east_asian, cs=face.complex_script)


def bold() -> list[Element]:
    """Strong in every script: Word keeps a second switch for Arabic and Hebrew."""
    return [w("b"), w("bCs")]


def italic() -> list[Element]:
    return [w("i"), w("iCs")]


def characters(
    face: Face | None = None, *, points: float = 0, ink: str = "", strong: bool = False, slanted: bool = False
) -> list[Element]:
    """Run properties in the order the schema demands."""
    found = [fonts(face)] if face else []
    found += bold() if strong else []
    found += italic() if slanted else []
    found += [w("color", val=colour(ink))] if ink else []
    if points:
        halves = half_points(size(points))
        found += [w("sz", val=halves), w("szCs", val=halves)]
    return found


def font_table(faces: Iterable[Face]) -> bytes:
    """The faces used, so that a machine without them knows which others come near."""
    return part("w:fonts", "w r", {}, *(_font(face) for face in dict.fromkeys(faces)))


def _font(face: Face) -> Element:
    return w(
        "font",
        w("altName", val=face.stand_in),
        w("charset", val="00"),
        w("family", val=face.family),
        w("pitch", val="variable"),
        name=face.name,
    )
