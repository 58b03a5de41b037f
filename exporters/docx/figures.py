"""Figures: the drawing as SVG, with a raster for programs that have none, and its numbered caption."""

from lxml import etree

from exporters.captions import Kind
from exporters.docx.captions import caption
from exporters.docx.draft import Draft
from exporters.docx.drawing import picture
from exporters.docx.paragraphs import properties
from exporters.docx.setting import Page
from exporters.docx.wml import Element, joined, w
from exporters.raster import png
from exporters.shades import on_paper
from exporters.svg import svg
from pressmark.brief import Figure

_CAPTION_ROOM = 60.0


def figure(draft: Draft, block: Figure, page: Page) -> Element:
    """The drawing and below it the caption. What is larger than the text of the `page` is made smaller."""
    room = page.text_height - _CAPTION_ROOM
    scale = min(1.0, page.measure / max(block.width, 1.0), room / max(block.height, 1.0))
    colours = on_paper(draft.setting.accent)
    vector = etree.tostring(svg(block, colours, faces=_faces(draft)), xml_declaration=True, encoding="UTF-8")
    raster = draft.picture("png", "image/png", png(block, colours))
    linked = draft.picture("svg", "image/svg+xml", vector)
    size = (block.width * scale, block.height * scale)
    drawn = picture(draft, size, block.name, block.alternative, raster, linked)
    start, end = draft.bookmarks.around(block.anchor)
    place = w("p", properties(draft, "Figure", draft.right_to_left), start, drawn, end)
    return joined([place, caption(draft, Kind.FIGURE, block.caption)])


def _faces(draft: Draft) -> str:
    sans = draft.setting.sans
    return f"{sans.name}, {sans.stand_in}, 'Noto Sans', Arial, sans-serif"
