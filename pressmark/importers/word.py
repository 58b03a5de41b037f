"""Word documents: mammoth makes HTML of them, with headings, lists, tables, notes and tracked insertions."""

import re
from io import BytesIO
from zipfile import ZipFile

from lxml import etree, html

from pressmark.article import BlockKind
from pressmark.importers.canon import canon
from pressmark.importers.html_blocks import blocks_of
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import BlockText, CannotImport, Capture, Imported, Known
from pressmark.importers.opening import opening_of
from pressmark.importers.packages import check_package
from pressmark.importers.properties import changes_accepted
from pressmark.importers.word_fields import check_fields

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='caption'] => figcaption:fresh
"""
_TRACKED = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)\s[^>]*(?<!/)>")
_MAIN = re.compile(r"word/document\d*\.xml")
_DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"


def read_word(data: bytes, capture: Capture) -> Imported:
    """The article in a Word document; its title and author from its properties. Raises CannotImport."""
    try:
        check_package(data, capture.name)
        check_fields(data, capture.name)
        title, author, language = _properties(data)
        warnings = (changes_accepted(capture.name),) if _is_tracked(data) else ()
        markup = _html(data)
    except CannotImport:
        raise
    except Exception as error:  # a damaged package raises whatever the part that was hit raises
        raise CannotImport(
            f"{capture.name} is damaged and cannot be read as a Word document: open it in Word or "
            "LibreOffice, save it anew, or copy the text and paste it"
        ) from error
    root, _ = tree_of(f"<div>{markup}</div>", capture.name)
    _number_notes(root)
    blocks = blocks_of(root)
    return capture.imported(blocks, _known(blocks, title, author, language), MEDIA_TYPE, warnings)


def _html(data: bytes) -> str:
    import mammoth

    converted = mammoth.convert_to_html(
        BytesIO(data),
        style_map=_STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(lambda _: {}),
    )
    return str(converted.value)


def _is_tracked(data: bytes) -> bool:
    """True where words were inserted or deleted with changes tracked, and neither accepted nor rejected."""
    with ZipFile(BytesIO(data)) as package:
        names = filter(_MAIN.fullmatch, package.namelist())
        return any(_TRACKED.search(package.read(name)) for name in names)


def _properties(data: bytes) -> tuple[str, str, str]:
    with ZipFile(BytesIO(data)) as package:
        if "docProps/core.xml" not in package.namelist():
            return "", "", ""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        core = etree.fromstring(package.read("docProps/core.xml"), parser)
    title, author, language = (
        core.findtext(f"{_DUBLIN_CORE}{name}") or "" for name in ("title", "creator", "language")
    )
    return title, author, language


def _number_notes(root: html.HtmlElement) -> None:
    """Gives each note at the end the number that its reference in the text has, for its back link."""
    for link in root.iter("a"):
        target = (link.get("href") or "").lstrip("#")
        if target.startswith(("footnote-ref-", "endnote-ref-")):
            link.text = ""
    references = {
        (link.get("href") or "").lstrip("#"): link.text or ""
        for link in root.iter("a")
        if (link.get("id") or "").startswith(("footnote-ref-", "endnote-ref-"))
    }
    for note in root.iter("li"):
        if number := references.get(note.get("id") or ""):
            first = next(note.iter("p"), note)
            first.text = canon(f"{number} {(first.text or '').lstrip()}")


def _known(blocks: list[BlockText], title: str, author: str, language: str) -> Known:
    """The headline that readers see before the one in the properties, which is often an older document's."""
    opening = opening_of(blocks)
    if opening.headline_at >= 0:
        blocks[opening.headline_at] = (
            BlockKind.HEADING,
            opening.headline,
            max(1, blocks[opening.headline_at][2]),
        )
    guessed = [name for name in opening.guessed if name != "headline" or opening.headline != title]
    if author and not opening.author:
        guessed.append("author")  # who typed the file; most often, not always, who wrote the article
    return Known(
        headline=opening.headline or title,
        author=opening.author or author,
        published=opening.published,
        language=language,
        guessed=tuple(guessed),
    )
