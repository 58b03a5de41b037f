"""The parts at the head and the foot of pages, made when a section first needs them."""

from collections import Counter

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from exporters.docx.draft import Draft
from exporters.docx.looks import Lender
from exporters.docx.model import Model
from exporters.docx.model_parts import Borrowed
from exporters.docx.package import DocumentPackage
from exporters.docx.page import caveat_line, footer, header, reference, section
from exporters.docx.setting import Page
from exporters.docx.wml import Element, W, declared, part

_TYPES = {
    "header": ("w:hdr", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER),
    "footer": ("w:ftr", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER),
}
_W = f"{{{W}}}"


class Furniture:
    """Upright and turned pages have their own, for the lines are of different width."""

    def __init__(self, draft: Draft, package: DocumentPackage, model: Model | None, lender: Lender) -> None:
        self._draft = draft
        self._package = package
        self._model = model
        self._lender = lender
        self._references: dict[Page, list[Element]] = {}
        self._made: Counter[str] = Counter()
        self._sections = 0

    def section(self, page: Page) -> Element:
        """The properties of the next section, which has such pages."""
        self._sections += 1
        if page not in self._references:
            self._references[page] = [found for kind in _TYPES for found in self._tied(kind, page)]
        # A model's first page is the first of the brief, not of every section.
        title_page = self._sections == 1 and self._model is not None and self._model.first_page_differs
        references = self._references[page]
        return section(page, references, self._draft.right_to_left, title_page=title_page)

    def _tied(self, kind: str, page: Page) -> list[Element]:
        """References to what is at the head or the foot of all sorts of pages there are."""
        lent = self._model.furniture(kind) if self._model else {}
        found = []
        for of in self._sorts():
            made = self._added_to(lent[of], kind, page) if of in lent else self._ours(kind, page)
            if made is not None:
                found.append(reference(kind, of, self._package.tie(made, _TYPES[kind][2])))
        return found

    def _sorts(self) -> list[str]:
        model = self._model
        sorts = ["even"] if model and model.even_pages_differ else []
        return [*sorts, "default", *(["first"] if model and model.first_page_differs else [])]

    def _ours(self, kind: str, page: Page) -> Part | None:
        upright = self._draft.setting.page
        write = header if kind == "header" else footer
        paragraph = write(self._draft.brief, self._draft.right_to_left, page, upright, self._styles)
        if not paragraph:
            return None
        tag, content_type, _ = _TYPES[kind]
        return self._package.part(self._name(kind), content_type, part(tag, "w r", {}, paragraph))

    def _added_to(self, lent: Borrowed, kind: str, page: Page) -> Part:
        """The model's with ours below it: at the head caveat and dateline, at the foot caveat and number."""
        draft, upright = self._draft, self._draft.setting.page
        if kind == "header":
            paragraph = header(draft.brief, draft.right_to_left, page, upright, self._styles)
        else:
            paragraph = caveat_line(
                draft.brief, draft.right_to_left, page, upright, self._styles, numbered=not _counts(lent.root)
            )
        if paragraph:
            lent.root.extend(etree.fromstring(declared(paragraph)))
        etree.cleanup_namespaces(lent.root, keep_ns_prefixes=list(filter(None, lent.root.nsmap)))
        return self._lender.lend(self._name(kind), _TYPES[kind][1], lent)

    @property
    def _styles(self) -> str:
        """What the names of the styles begin with: a model's own head and foot keep theirs."""
        return "Brief" if self._draft.setting.modelled else ""

    def _name(self, kind: str) -> str:
        self._made[kind] += 1
        return f"/word/{kind}{self._made[kind]}.xml"


def _counts(root: etree._Element) -> bool:
    """Whether the pages are numbered there already."""
    codes = [code.text or "" for code in root.iter(f"{_W}instrText")]
    codes += [simple.get(f"{_W}instr") or "" for simple in root.iter(f"{_W}fldSimple")]
    return any(code.split()[:1] == ["PAGE"] for code in codes)
