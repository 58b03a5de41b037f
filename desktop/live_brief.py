"""The brief beside the article: the very PDF that export writes, drawn a moment after each change."""

import ctypes
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.latest import Latest
from pressmark.annotated_article import AnnotatedArticle

if TYPE_CHECKING:
    from pressmark.templates import Template

Places: TypeAlias = dict[str, tuple[int, float]]
"""For each place of the brief its page, from 0, and how far down that it is, 0 to 1."""

PAUSE = 400
"""Milliseconds of quiet after a change before the brief is drawn anew."""


class LiveBrief(QObject):
    """Draws one brief at a time (pdfium is not made for threads); what changed meanwhile is drawn next."""

    drawn = Signal(object, object)  # the pages, and where on them each place of the brief is
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = Latest(_draw, lambda made: self.drawn.emit(*made), self._gone_wrong, PAUSE, self)

    def show(self, docs: Sequence[AnnotatedArticle], width: int, template: "Template | str") -> None:
        """Draws a brief on these articles soon, as a template or the one of that name has it.

        Its pages are `width` pixels wide.
        """
        self._latest.ask(lambda: _Order([doc.copy() for doc in docs], max(200, width), template))

    def _gone_wrong(self, error: Exception) -> None:
        self.failed.emit(f"The brief could not be drawn: {error}")


@dataclass(frozen=True, slots=True)
class _Order:
    docs: Sequence[AnnotatedArticle]
    width: int
    template: "Template | str"


def _draw(order: _Order, tick: Callable[[float], None]) -> tuple[list[QImage], Places]:
    return draw_pages(order.docs, order.width, order.template, tick)


def draw_pages(
    docs: Sequence[AnnotatedArticle],
    width: int,
    template: "Template | str",
    tick: Callable[[float], None],
) -> tuple[list[QImage], Places]:
    """The pages of the brief on these articles, as its PDF shows them, and the places on them."""
    import pypdfium2  # with the exporters, the heaviest that the window uses: not at its start

    from desktop.exporting import export
    from exporters.raster import PDFIUM
    from pressmark.template_store import TemplateStore

    with tempfile.TemporaryDirectory(prefix="pressmark-") as folder:
        path = Path(folder) / "brief.pdf"
        export(
            docs,
            path,
            template=TemplateStore.of_user().remembered(template) if isinstance(template, str) else template,
            now=datetime.now().astimezone(),
            tick=tick,
        )
        data = path.read_bytes()
    with PDFIUM:
        document = pypdfium2.PdfDocument(data)
        try:
            pages = [_image(document[number], width) for number in range(len(document))]
            return pages, _places(document)
        finally:
            document.close()


def _image(page: object, width: int) -> QImage:
    scale = width / page.get_width()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)  # type: ignore[attr-defined]
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()  # the buffer is pdfium's


def _places(document: Any) -> Places:
    """The named destinations of the PDF, which are the anchors of the brief."""
    from pypdfium2 import raw

    found: Places = {}
    heights = [document.get_page_size(number)[1] for number in range(len(document))]
    for index in range(raw.FPDF_CountNamedDests(document)):
        size = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, index, None, size)
        name = ctypes.create_string_buffer(max(size.value, 2))
        destination = raw.FPDF_GetNamedDest(document, index, name, size)
        page = raw.FPDFDest_GetDestPageIndex(document, destination)
        top = ctypes.c_float()
        given = [ctypes.c_int(), ctypes.c_int(), ctypes.c_int()]
        left, zoom = ctypes.c_float(), ctypes.c_float()
        if raw.FPDFDest_GetLocationInPage(destination, *given, left, top, zoom) and 0 <= page < len(heights):
            place = name.raw[: max(size.value, 0)].decode("utf-16-le", "replace").rstrip("\0")
            found[place] = (page, 1 - top.value / heights[page])
    return found
