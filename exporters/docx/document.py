"""The parts of a document, written and put together."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporters.docx.blocks import write_blocks
from exporters.docx.comments import comments
from exporters.docx.custom_xml import add_custom_xml
from exporters.docx.draft import Draft, draft
from exporters.docx.footnotes import footnotes
from exporters.docx.front import front
from exporters.docx.furniture import Furniture
from exporters.docx.looks import Lender, add_looks, add_styles
from exporters.docx.model import Model
from exporters.docx.package import DocumentPackage, link
from exporters.docx.pagination import pages
from exporters.docx.progress import Progress
from exporters.docx.sections import Orientation
from exporters.docx.setting import setting
from exporters.docx.wml import Element, joined, part, w
from pressmark.brief import Brief, Tick

_DOCUMENT = "w r a wp pic asvg"


def packed(brief: Brief, tick: Tick) -> bytes:
    """The brief as the bytes of a Word document."""
    model = Model(brief.look.word_model) if brief.look.word_model else None
    chosen = setting(brief.look)
    manuscript = draft(brief, model.fitted(chosen) if model else chosen, Progress(brief, tick).advance)
    package = DocumentPackage(brief)
    lender = Lender(package)
    add_styles(package, manuscript, model)
    body = _body(manuscript, Furniture(manuscript, package, model, lender))
    package.fill(part("w:document", _DOCUMENT, {}, w("body", body)))
    add_looks(package, manuscript, model, lender)
    _add_asides(package, manuscript)
    add_custom_xml(package, manuscript)
    return package.packed()


def _body(manuscript: Draft, furniture: Furniture) -> Element:
    """The text, and the properties of the section that it ends in."""
    before = front(manuscript)
    orientation = Orientation(manuscript.brief.blocks, manuscript.setting.page, begun=bool(before))
    reckoned = pages(manuscript, orientation)
    text = write_blocks(manuscript, orientation, reckoned, furniture.section)
    return joined([before, text, furniture.section(orientation.last)])


def _add_asides(package: DocumentPackage, manuscript: Draft) -> None:
    """What stands beside the text: comments, notes, pictures, and where links lead to."""
    link(package.document, manuscript.ties.addresses)
    if manuscript.comments:
        said = comments(manuscript)
        package.add("comments.xml", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, said)
    if manuscript.notes:
        found = footnotes(manuscript)
        notes = package.add("footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, RELATIONSHIP_TYPE.FOOTNOTES, found)
        link(notes, manuscript.ties_of_notes.addresses)
    for number, medium in enumerate(manuscript.media, 1):
        name = f"media/image{number}.{medium.suffix}"
        package.add(name, medium.media_type, RELATIONSHIP_TYPE.IMAGE, medium.data, medium.relationship)
