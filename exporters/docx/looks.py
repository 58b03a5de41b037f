"""The parts that say how the document looks: ours, or those of an organisation's file with ours added."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from exporters.docx.draft import Draft
from exporters.docx.faces import font_table
from exporters.docx.model import Model
from exporters.docx.model_parts import Borrowed, Need
from exporters.docx.package import DocumentPackage
from exporters.docx.settings import settings
from exporters.docx.styles import languages_of, styles
from exporters.docx.theme import theme

_PARTS = {
    "theme": ("theme/theme1.xml", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME),
    "fontTable": ("fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
    "numbering": ("numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
}
_NEEDS = {"image": ("media/model", RELATIONSHIP_TYPE.IMAGE), "font": ("fonts/font", RELATIONSHIP_TYPE.FONT)}


def add_styles(package: DocumentPackage, draft: Draft, model: Model | None) -> None:
    """The styles; a model's other parts follow the names that these give."""
    found = styles(draft.brief, draft.setting)
    if model is not None:
        found = model.styles(found, languages_of(draft.brief.language))
    package.add("styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, found)


def add_looks(package: DocumentPackage, draft: Draft, model: Model | None, lender: "Lender") -> None:
    """Theme, faces, numbering and settings."""
    chosen = draft.setting
    ours = {"theme": theme(chosen), "fontTable": font_table((chosen.serif, chosen.sans))}
    embedded = False
    for kind, (name, content_type, relationship) in _PARTS.items():
        lent = model.part(kind) if model else None
        if lent is not None:
            part = lender.lend(f"/word/{name}", content_type, lent)
            package.tie(part, relationship)
            embedded = embedded or any(need.kind == "font" for need in lent.needs.values())
        elif kind in ours:
            package.add(name, content_type, relationship, ours[kind])
    options = settings(
        notes=bool(draft.notes), embedded_fonts=embedded, even_pages=bool(model and model.even_pages_differ)
    )
    package.add("settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, options)


class Lender:
    """Puts parts of the model into the package, each picture and font once."""

    def __init__(self, package: DocumentPackage) -> None:
        self._package = package
        self._lent: dict[str, Part] = {}

    def lend(self, name: str, content_type: str, lent: Borrowed) -> Part:
        """The part under its new name, tied to what it needs."""
        content = etree.tostring(lent.root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = self._package.part(name, content_type, content)
        for tie, need in lent.needs.items():
            part.rels.add_relationship(_NEEDS[need.kind][1], self._needed(need), tie)
        return part

    def _needed(self, need: Need) -> Part:
        if need.name not in self._lent:
            name = f"/word/{_NEEDS[need.kind][0]}{len(self._lent) + 1}.{need.suffix}"
            self._lent[need.name] = self._package.part(name, need.media_type, need.data)
        return self._lent[need.name]
