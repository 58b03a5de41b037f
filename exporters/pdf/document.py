"""The finished pages as a PDF file, written with reportlab's canvas."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument
from reportlab.pdfgen.canvas import Canvas

from exporters.pdf.embedding import EmbeddedFont
from exporters.pdf.pages import Area, Page
from exporters.typography import PAGE_HEIGHT, PAGE_MARGIN, PAGE_WIDTH
from pressmark.brief import Brief

rl_config.useA85 = 0  # text armour that makes every page a quarter longer


class _Canvas(Canvas):
    """A canvas that brings no Helvetica of its own to every page."""

    _doc: PDFDocument  # the stubs leave it out; fonts have no public door

    def _make_preamble(self) -> None:
        self._preamble = ""


class Document:
    """One PDF file in the making; the same brief gives the same bytes."""

    def __init__(self, brief: Brief, path: Path, pages: list[Page]) -> None:
        self._path = path
        size = (PAGE_WIDTH, PAGE_HEIGHT)
        self._canvas = _Canvas(
            str(path), size, pageCompression=1, invariant=1, lang=_storable(brief.language)
        )
        self._canvas.setTitle(_storable(brief.title))
        self._canvas.setAuthor(_storable(brief.author))
        self._canvas.setSubject(_storable(brief.details))
        self._canvas.setCreator("Pressmark")
        if brief.created is not None:
            self._date(brief.created)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        # A mark over no characters leaves no place: what leads there is not written as a link.
        self._awaited = {name for page in pages for name, _ in page.places}
        self._places: set[str] = set()
        self._level = -1

    def add(self, parts: tuple[Page, ...]) -> None:
        """Writes a page made of `parts`, drawn and read in that order."""
        for part in parts:
            self._canvas.addLiteral("\n".join(part.operators))
            for area in part.areas:
                self._add_area(area)
            for name, top in part.places:
                self._add_place(name, top)
            for entry in part.entries:
                # A level may not be skipped on the way down.
                self._level = max(min(entry.level - 1, self._level + 1), 0)
                self._canvas.addOutlineEntry(_storable(entry.title), entry.place, self._level)
        self._canvas.showPage()

    def save(self, fonts: Iterator[EmbeddedFont]) -> None:
        document = self._canvas._doc
        resources: PDFDictionary = document.idToObject["BasicFonts"]  # type: ignore[assignment]
        for font in fonts:
            resources[font.resource] = font.reference(document)
        data: bytes = self._canvas.getpdfdata()  # type: ignore[no-untyped-call]
        self._path.write_bytes(data)  # reportlab would leave the file open where the disk is full

    def _date(self, created: datetime) -> None:
        """An invariant canvas says the year 2000; the brief knows better."""
        moment = created.astimezone(UTC) if created.tzinfo else created
        self._canvas._doc._timeStamp.YMDhms = moment.timetuple()[:6]  # type: ignore[attr-defined]

    def _add_area(self, area: Area) -> None:
        box = (area.left, area.bottom, area.right, area.top)
        if not area.target.startswith("#"):
            self._canvas.linkURL(area.target, box)
        elif area.target[1:] in self._awaited:
            self._canvas.linkAbsolute("", area.target[1:], box)

    def _add_place(self, name: str, top: float) -> None:
        """The first of two places with one name is the one that is led to."""
        if name not in self._places:
            self._places.add(name)
            self._canvas.bookmarkPage(name, "XYZ", left=PAGE_MARGIN, top=min(top + 6, PAGE_HEIGHT))


def _storable(text: str) -> str:
    """Halves of surrogate pairs have no form in a file."""
    return text.encode("utf-16", "replace").decode("utf-16")
