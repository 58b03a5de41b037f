"""Figures as SVG: for web pages with a class for each shade, for Word with the colours themselves."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, assert_never

from lxml import etree

from exporters.characters import one_line
from pressmark.brief import Area, Disc, Figure, Point, Shade, Shape, Stroke, Words

Element: TypeAlias = etree._Element

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_DASHES = "2 2"


def svg(
    figure: Figure,
    colours: Mapping[Shade, str] | None = None,
    *,
    faces: str = "",
    address: Callable[[str], str | None] = lambda _: None,
) -> Element:
    """The figure as an SVG 1.1 element, without its caption.

    With `colours` every shape names its own. Without, it has a class: ``fill-accent``, ``line-hairline``,
    and words have ``words`` and perhaps ``strong``. `faces` are the families of the words (as CSS lists
    them); a web page names them in its style sheet. `address` tells what a target of words is as an
    ``href``, or None where it is no link.
    """
    return _Drawing(colours, faces, address).whole(figure)


class _Drawing:
    """One figure on its way."""

    def __init__(
        self, colours: Mapping[Shade, str] | None, faces: str, address: Callable[[str], str | None]
    ) -> None:
        self._colours = colours
        self._faces = faces
        self._address = address
        self._linked = False

    def whole(self, figure: Figure) -> Element:
        shapes = [self._shape(shape) for shape in figure.shapes]
        root = _element(
            "svg",
            version="1.1",
            width=f"{_number(figure.width)}pt",
            height=f"{_number(figure.height)}pt",
            viewBox=f"0 0 {_number(figure.width)} {_number(figure.height)}",
            # The inside of an image is not read out; that of a group is, and with it the links.
            role="group" if self._linked else "img",
            direction="ltr",  # on a page that runs from right to left "start" would be the right end
        )
        root.set("aria-label", one_line(figure.alternative or figure.name))
        if self._faces:
            root.set("font-family", self._faces)
        root.extend(shapes)
        return root

    def _shape(self, shape: Shape) -> Element:
        match shape:
            case Area():
                path = "".join(f"{_line(ring)}Z" for ring in shape.rings if ring)
                element = _element("path", d=path)
                element.set("fill-rule", "evenodd")
                return self._painted(element, shape.fill, shape.stroke, shape.width)
            case Stroke():
                element = _element("path", d=_line(shape.points))
                if shape.dashed:
                    element.set("stroke-dasharray", _DASHES)
                return self._painted(element, None, shape.shade, shape.width)
            case Disc():
                x, y = shape.centre
                element = _element("circle", cx=_number(x), cy=_number(y), r=_number(shape.radius))
                return self._painted(element, shape.fill, shape.stroke, shape.width)
            case Words():
                return self._words(shape)
            case _:
                assert_never(shape)

    def _painted(self, element: Element, fill: Shade | None, stroke: Shade | None, width: float) -> Element:
        classes = []
        for attribute, name, shade in (("fill", "fill", fill), ("stroke", "line", stroke)):
            if shade is None or self._colours is not None:
                element.set(attribute, "none" if shade is None else (self._colours or {})[shade])
            else:
                classes.append(f"{name}-{shade}")
        if stroke is not None:
            element.set("stroke-width", _number(width))
            element.set("stroke-linejoin", "round")
        if classes:
            element.set("class", " ".join(classes))
        return element

    def _words(self, words: Words) -> Element:
        x, y = words.at
        element = _element("text", x=_number(x), y=_number(y))
        element.set("font-size", _number(words.size))
        element.set("text-anchor", words.anchor.value)
        element.set("unicode-bidi", "plaintext")
        element.text = one_line(words.text)
        if self._colours is None:
            element.set("class", " ".join(["words", f"fill-{words.shade}", *(["strong"] * words.strong)]))
        else:
            element.set("fill", self._colours[words.shade])
            if words.strong:
                element.set("font-weight", "bold")
        return self._link(element, words.target)

    def _link(self, element: Element, target: str) -> Element:
        href = self._address(target) if target else None
        if href is None:
            return element
        self._linked = True
        link = etree.Element(f"{{{SVG}}}a", nsmap={None: SVG, "xlink": _XLINK})
        link.set("href", href)
        link.set(f"{{{_XLINK}}}href", href)  # SVG 1.1 knows no other
        link.append(element)
        return link


def _element(tag: str, **attributes: str) -> Element:
    return etree.Element(f"{{{SVG}}}{tag}", attributes, nsmap={None: SVG})


def _line(points: Sequence[Point]) -> str:
    """The commands of a path through the points."""
    return "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in points) if points else ""


def _number(value: float) -> str:
    """As few digits as the eye needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
