"""The parts at the head and the foot of pages, made when a section first needs them."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporters.docx.draft import Draft
from exporters.docx.package import DocumentPackage
from exporters.docx.page import footer, header, reference, section
from exporters.docx.setting import Page
from exporters.docx.wml import Element, part

_TYPES = {
    "header": ("w:hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("w:ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}


class Furniture:
    """Upright and turned pages have their own, for the lines are of different width."""

    def __init__(self, draft: Draft, package: DocumentPackage) -> None:
        self._draft = draft
        self._package = package
        self._references: dict[Page, list[Element]] = {}

    def section(self, page: Page) -> Element:
        """The properties of a section on such pages."""
        if page not in self._references:
            self._references[page] = self._made(page)
        return section(page, self._references[page], self._draft.right_to_left)

    def _made(self, page: Page) -> list[Element]:
        brief, right_to_left, upright = self._draft.brief, self._draft.right_to_left, self._draft.setting.page
        paragraphs = {
            "header": header(brief, right_to_left, page, upright),
            "footer": footer(brief, right_to_left, page, upright),
        }
        return [self._tied(kind, paragraph) for kind, paragraph in paragraphs.items() if paragraph]

    def _tied(self, kind: str, paragraph: Element) -> Element:
        tag, content_type, relationship = _TYPES[kind]
        name = f"{kind}{len(self._references) + 1}.xml"
        content = part(tag, "w r", {}, paragraph)
        added = self._package.part(f"/word/{name}", content_type, content)
        return reference(kind, "default", self._package.tie(added, relationship))
