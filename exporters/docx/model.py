"""A Word document or template whose look a brief takes over: styles, theme, faces, page, head and foot."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import cast

from lxml import etree

from exporters.docx.model_package import ModelPackage, UnusableModelError, checked
from exporters.docx.model_parts import Borrowed, borrowed
from exporters.docx.model_styles import merged, without_numbers
from exporters.docx.setting import Page, Setting
from exporters.docx.wml import A, R, W

_W = f"{{{W}}}"
_FIRST_DRAWING = 10_000  # the numbers of those in the text are smaller
_LEAST = 100.0  # points that a text needs in width and in height
_SIDES = ("left", "right", "top", "bottom", "header", "footer", "gutter")


class Model:
    """Raises UnusableModelError for a file that is broken, or no Word file."""

    def __init__(self, data: bytes) -> None:
        self._package = ModelPackage(data)
        document = checked(self._package.xml(self._package.main), "document")
        sections = document.findall(f"{_W}body/{_W}sectPr")
        self._section = sections[-1] if sections else etree.Element(f"{_W}sectPr")
        self._renamed: dict[str, str] = {}
        self._numbers = count(_FIRST_DRAWING)

    def fitted(self, chosen: Setting) -> Setting:
        """The setting with the model's page and accent."""
        accent = self._accent() or chosen.accent
        return replace(chosen, accent=accent, page=self._page(chosen.page), modelled=True)

    def styles(self, ours: bytes, languages: Mapping[str, str | int]) -> bytes:
        """The model's styles, and those of ours that it lacks. To be asked for before any `part`."""
        name = self._package.beside("styles")
        if name is None:
            raise UnusableModelError("it has no styles")
        root = checked(self._package.xml(name), "styles")
        if self._package.beside("numbering") is None:
            without_numbers(root)
        self._renamed = merged(ours, root, languages)
        return cast(bytes, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def part(self, kind: str) -> Borrowed | None:
        """The part that the document has for this kind, such as ``theme``."""
        name = self._package.beside(kind)
        return None if name is None else borrowed(self._package, name, self._renamed, self._numbers)

    def furniture(self, kind: str) -> dict[str, Borrowed]:
        """The headers or footers (`kind`) by the pages they are for: default, first, even."""
        ties = self._package.ties(self._package.main)
        found = {}
        for reference in self._section.findall(f"{_W}{kind}Reference"):
            tie = ties.get(reference.get(f"{{{R}}}id") or "")
            if tie is not None and not tie.external:
                of = reference.get(f"{_W}type") or "default"
                found[of] = borrowed(self._package, tie.target, self._renamed, self._numbers)
        return found

    @property
    def first_page_differs(self) -> bool:
        return _is_on(self._section.find(f"{_W}titlePg"))

    @property
    def even_pages_differ(self) -> bool:
        name = self._package.beside("settings")
        return name is not None and _is_on(self._package.xml(name).find(f"{_W}evenAndOddHeaders"))

    def _page(self, usual: Page) -> Page:
        sheet, margins = (self._section.find(f"{_W}{name}") for name in ("pgSz", "pgMar"))
        found = usual
        if sheet is not None:
            found = replace(
                found, width=_points(sheet, "w", found.width), height=_points(sheet, "h", found.height)
            )
        if margins is not None:
            found = replace(found, **{side: _points(margins, side, getattr(found, side)) for side in _SIDES})
        if found.measure < _LEAST or found.text_height < _LEAST:
            raise UnusableModelError("its margins leave no room for text")
        return found

    def _accent(self) -> str | None:
        name = self._package.beside("theme")
        root = None if name is None else self._package.xml(name)
        accent = None if root is None else root.find(f".//{{{A}}}accent1/{{{A}}}srgbClr")
        return None if accent is None else f"#{accent.get('val')}"


def _points(element: etree._Element, name: str, usual: float) -> float:
    """A length, which Word counts in twentieths; margins are negative where they may not grow."""
    try:
        return abs(int(element.get(f"{_W}{name}") or "")) / 20
    except ValueError:
        return usual


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "true") in {"true", "1", "on"}
