"""Word documents: real styles, bookmarks and comments, so that the brief can be worked on in Word."""

from pathlib import Path

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from exporters.docx.blocks import write_blocks, write_title
from exporters.docx.comments import comments
from exporters.docx.draft import Draft, draft
from exporters.docx.faces import font_table
from exporters.docx.package import DocumentPackage
from exporters.docx.page import footer, header, section
from exporters.docx.progress import Progress
from exporters.docx.settings import settings
from exporters.docx.styles import styles
from exporters.docx.theme import theme
from exporters.docx.wml import Element, w
from pressmark.brief import Brief, Tick


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the brief as DOCX. The caller sees to it that half a file replaces nothing."""
    manuscript = draft(brief, Progress(brief, tick).advance)
    body = w("body")
    write_title(manuscript, body)
    write_blocks(manuscript, body)
    package = DocumentPackage(brief, w("document", body))
    _add_parts(package, manuscript)
    body.append(_furnished(package, manuscript))
    path.write_bytes(package.packed())
    tick(1.0)


def _add_parts(package: DocumentPackage, manuscript: Draft) -> None:
    """Everything that stands beside the text."""
    package.add("styles", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES, styles(manuscript.brief))
    package.add("settings", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS, settings())
    package.add("theme/theme1", CONTENT_TYPE.OFC_THEME, RELATIONSHIP_TYPE.THEME, theme())
    package.add("fontTable", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE, font_table())
    if manuscript.comments:
        part = comments(manuscript)
        package.add("comments", CONTENT_TYPE.WML_COMMENTS, RELATIONSHIP_TYPE.COMMENTS, part)
    package.link(manuscript.addresses)


def _furnished(package: DocumentPackage, manuscript: Draft) -> Element:
    """The section, with what stands at the head and the foot of its pages."""
    brief, right_to_left = manuscript.brief, manuscript.right_to_left
    head = header(brief, right_to_left)
    foot = footer(brief, right_to_left)
    return section(
        ""
        if head is None
        else package.add("header", CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER, head),
        package.add("footer", CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER, foot),
        right_to_left,
    )
