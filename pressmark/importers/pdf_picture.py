"""Draws pages of a PDF, by which a text is checked; to be called where pages are read, not in the window."""

from io import BytesIO

from pressmark.importers.imported import CannotImport
from pressmark.importers.pdf_document import opened

_WIDEST = 2_000
_MOST_PIXELS = 6_000_000


def draw_page(data: bytes, page: int, width: int, name: str = "The file") -> bytes:
    """The page of this number, from 1, as a PNG of so many pixels across, or fewer where it is very long.

    Links, forms and notes that lie over the page are not drawn. Raises CannotImport and TooLong.
    """
    with opened(data, name) as document:
        if not 1 <= page <= len(document):
            raise CannotImport(f"{name} has no page {page:,}")
        sheet = document[page - 1]
        try:
            across, up = sheet.get_size()
            across, up = max(1.0, across), max(1.0, up)
            scale = min(max(1, min(width, _WIDEST)) / across, (_MOST_PIXELS / (across * up)) ** 0.5)
            drawn = sheet.render(scale=scale, may_draw_forms=False, draw_annots=False)
            written = BytesIO()
            drawn.to_pil().save(written, "PNG")
            return written.getvalue()
        finally:
            sheet.close()
