"""Pages that are pictures of text, and text that is no text: told before anything is made of them."""

from collections.abc import Sequence

from pressmark.importers.imported import CannotImport
from pressmark.importers.pdf_glyphs import Page

_FEWEST = 20  # letters of a page with text: a scan may bear a number or a stamp
_UNREADABLE = 0.3
_OCR = "Run it through text recognition (OCR) first, or type the passage"


def check_text(pages: Sequence[Page], name: str) -> None:
    """Raises CannotImport for a document without text that can be read."""
    if any(_has_text(page) for page in pages):
        return
    if any(_is_garbled(page) for page in pages):
        raise CannotImport(f"{name} does not say which characters its letters are: {_first_small(_OCR)}")
    if any(page.is_picture for page in pages):
        raise CannotImport(f"{name} is a scan: its pages are pictures without text. {_OCR}")
    if not any(page.letters for page in pages):
        raise CannotImport(f"{name} holds no text: its pages are drawings. {_OCR}")


def warnings_of(pages: Sequence[Page]) -> tuple[str, ...]:
    """Which pages of a document with text have none, or one that may be wrong."""
    scanned = [page.number for page in pages if page.is_picture and page.letters < _FEWEST]
    garbled = [page.number for page in pages if _is_garbled(page)]
    recognised = [page.number for page in pages if page.recognised]
    found = []
    if scanned:
        found.append(f"{_said(scanned)} without text: pictures of text must be recognised (OCR) first")
    if garbled:
        found.append(f"{_said(garbled)} with letters that the file gives no characters for")
    if recognised:
        found.append(f"{_said(recognised)} with text that a program recognised in a picture: it may be wrong")
    return tuple(found)


def _has_text(page: Page) -> bool:
    enough = page.letters >= (_FEWEST if page.is_picture else 1)
    return enough and not _is_garbled(page)


def _is_garbled(page: Page) -> bool:
    return page.letters >= _FEWEST and page.unreadable > _UNREADABLE * page.letters


def _said(numbers: Sequence[int]) -> str:
    """“Page 3”, “Pages 1, 2, 5 and 12 more”."""
    listed = ", ".join(map(str, numbers[:8]))
    more = f" and {len(numbers) - 8:,} more" if len(numbers) > 8 else ""
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {listed}{more}"


def _first_small(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
