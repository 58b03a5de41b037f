"""The brief beside the article: the very PDF that export writes, drawn a moment after each change."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from desktop.latest import Latest
from pressmark.annotated_article import AnnotatedArticle

if TYPE_CHECKING:
    from pressmark.templates import Template

PAUSE = 400
"""Milliseconds of quiet after a change before the brief is drawn anew."""


class LiveBrief(QObject):
    """Draws one brief at a time (pdfium is not made for threads); what changed meanwhile is drawn next."""

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest = Latest(_draw, self.drawn.emit, self._gone_wrong, PAUSE, self)

    def show(self, docs: Sequence[AnnotatedArticle], width: int, template: "Template | None" = None) -> None:
        """Draws a brief on these articles soon, its pages `width` pixels wide; with everything for None."""
        self._latest.ask(lambda: _Order([doc.copy() for doc in docs], max(200, width), template))

    def _gone_wrong(self, error: Exception) -> None:
        self.failed.emit(f"The brief could not be drawn: {error}")


@dataclass(frozen=True, slots=True)
class _Order:
    docs: Sequence[AnnotatedArticle]
    width: int
    template: "Template | None"


def _draw(order: _Order, tick: Callable[[float], None]) -> list[QImage]:
    return draw_pages(order.docs, order.width, order.template, tick)


def draw_pages(
    docs: Sequence[AnnotatedArticle],
    width: int,
    template: "Template | None",
    tick: Callable[[float], None],
) -> list[QImage]:
    """The pages of the brief on these articles, as its PDF shows them."""
    import pypdfium2  # with the exporters, the heaviest that the window uses: not at its start

    from desktop.exporting import export
    from pressmark.compose import EVERYTHING

    with tempfile.TemporaryDirectory(prefix="pressmark-") as folder:
        path = Path(folder) / "brief.pdf"
        export(
            docs,
            path,
            template=template or EVERYTHING,
            now=datetime.now().astimezone(),
            tick=tick,
        )
        document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [_image(document[number], width) for number in range(len(document))]
    finally:
        document.close()


def _image(page: object, width: int) -> QImage:
    scale = width / page.get_width()  # type: ignore[attr-defined]  # pypdfium2 ships no types
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)  # type: ignore[attr-defined]
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888)
    return image.copy()  # the buffer is pdfium's
