"""Pictures in a line of text."""

from exporters.characters import one_line
from exporters.docx.draft import Draft
from exporters.docx.runs import run
from exporters.docx.wml import Element, emus, w, xml

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"  # by which Word knows that an SVG is beside the PNG
_NONE = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}


def picture(
    draft: Draft, size: tuple[float, float], name: str, alternative: str, raster: str, vector: str = ""
) -> Element:
    """A picture of `size` in points; `raster` and `vector` are the relationships of its files."""
    number = len(draft.media)
    width, height = (emus(side) for side in size)
    named: dict[str, str | int] = {
        "id": number,
        "name": one_line(name) or f"Picture {number}",
        "descr": one_line(alternative),
    }
    inline = xml(
        "wp:inline",
        _NONE,
        xml("wp:extent", {"cx": width, "cy": height}),
        xml("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
        xml("wp:docPr", named),
        xml("wp:cNvGraphicFramePr", {}, xml("a:graphicFrameLocks", {"noChangeAspect": 1})),
        xml(
            "a:graphic",
            {},
            xml("a:graphicData", {"uri": _PICTURE}, _drawn(named, width, height, raster, vector)),
        ),
    )
    return run(w("drawing", inline))


def _drawn(named: dict[str, str | int], width: int, height: int, raster: str, vector: str) -> Element:
    return xml(
        "pic:pic",
        {},
        xml("pic:nvPicPr", {}, xml("pic:cNvPr", named), xml("pic:cNvPicPr", {})),
        xml("pic:blipFill", {}, _blip(raster, vector), xml("a:stretch", {}, xml("a:fillRect", {}))),
        xml(
            "pic:spPr",
            {},
            xml("a:xfrm", {}, xml("a:off", {"x": 0, "y": 0}), xml("a:ext", {"cx": width, "cy": height})),
            xml("a:prstGeom", {"prst": "rect"}, xml("a:avLst", {})),
        ),
    )


def _blip(raster: str, vector: str) -> Element:
    """Programs that do not know SVG show the raster."""
    if not vector:
        return xml("a:blip", {"r:embed": raster})
    extension = xml("a:ext", {"uri": _VECTOR}, xml("asvg:svgBlip", {"r:embed": vector}))
    return xml("a:blip", {"r:embed": raster}, xml("a:extLst", {}, extension))
