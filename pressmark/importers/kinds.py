"""What kind of thing a file is: told by its content first, by its name second."""

import re
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pressmark.importers.imported import CannotImport, Capture
from pressmark.importers.packages import check_entries


class Kind(StrEnum):
    """The kinds that can be read, in the words that messages use."""

    TEXT = "plain text"
    WEB_PAGE = "a web page"
    SELECTION = "a piece of a web page"
    WORD = "a Word document"


@dataclass(frozen=True, slots=True)
class Told:
    """A file's kind, and a warning where its name says otherwise."""

    kind: Kind
    warnings: tuple[str, ...] = ()


_NOT_YET = (
    "cannot be read yet: save it as a Word document (.docx) or as plain text, or copy the text and paste it"
)
_NO_ARTICLE = "holds no article text: it was not imported"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _NOT_YET),
    (b"{\\rtf", "an RTF document", _NOT_YET),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old (.doc) or password-protected Office document", _NOT_YET),
    (b"%!PS", "a PostScript file", _NOT_YET),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _NO_ARTICLE),
    (b"\xff\xd8\xff", "a JPEG picture", _NO_ARTICLE),
    (b"GIF87a", "a GIF picture", _NO_ARTICLE),
    (b"GIF89a", "a GIF picture", _NO_ARTICLE),
    (b"II*\0", "a TIFF picture", _NO_ARTICLE),
    (b"MM\0*", "a TIFF picture", _NO_ARTICLE),
    (b"RIFF", "a WebP picture, sound or film", _NO_ARTICLE),
    (b"ID3", "a sound recording", _NO_ARTICLE),
    (b"OggS", "a sound recording", _NO_ARTICLE),
    (b"fLaC", "a sound recording", _NO_ARTICLE),
    (b"\x1aE\xdf\xa3", "a film", _NO_ARTICLE),
    (b"\x7fELF", "a program", _NO_ARTICLE),
    (b"\xcf\xfa\xed\xfe", "a program", _NO_ARTICLE),
    (b"\xca\xfe\xba\xbe", "a program", _NO_ARTICLE),
    (b"SQLite format 3\0", "a database", _NO_ARTICLE),
    (b"\x1f\x8b", "a gzip archive", "must be unpacked first"),
    (b"BZh", "a bzip2 archive", "must be unpacked first"),
    (b"\xfd7zXZ\0", "an xz archive", "must be unpacked first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "must be unpacked first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "must be unpacked first"),
    (b"Rar!\x1a\x07", "a RAR archive", "must be unpacked first"),
)
_PACKAGES = (  # the first member that tells what a ZIP file is
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an EPUB book"),
    ("content.xml", "an OpenDocument file (ODT, ODS, ODP)"),
)
_NAMED = {
    "docx": Kind.WORD, "docm": Kind.WORD, "html": Kind.WEB_PAGE, "htm": Kind.WEB_PAGE, "xhtml": Kind.WEB_PAGE,
    "txt": Kind.TEXT, "text": Kind.TEXT, "md": Kind.TEXT,
}  # fmt: skip
_OTHER_NAMES = frozenset(
    ("pdf", "rtf", "doc", "odt", "epub", "png", "jpg", "jpeg", "gif", "zip", "xlsx", "pptx")
)
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_XML_START = re.compile(rb"\s*<\?xml\s|\s*<!DOCTYPE\s(?!html)", re.IGNORECASE)
_TAG = re.compile(
    rb"<(?:p|div|article|section|h[1-6]|span|br|a|b|i|em|strong|ul|ol|li|table|meta|blockquote)[\s/>]", re.I
)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:.*\n(?:[ \t].*\n)*){0,80}?(?:MIME-Version|Received): ", re.I)


def told(data: bytes, capture: Capture) -> Told:
    """The kind of a file. Raises CannotImport for every kind that no importer reads."""
    head = _ascii_head(data)
    if not head.strip(b" \t\r\n\0"):
        raise CannotImport(f"{capture.name} is empty: nothing was imported")
    _refuse_known(data, capture.name)
    kind = _kind(data, head, capture)
    named = _NAMED.get(_suffix(capture.name))
    if (
        capture.captured_from != "file"
        or named is kind
        or not (named or _suffix(capture.name) in _OTHER_NAMES)
    ):
        return Told(kind)
    return Told(kind, (f"{capture.name} is {kind}, whatever its name says: it was read as {kind}",))


def _kind(data: bytes, head: bytes, capture: Capture) -> Kind:
    if data.startswith(b"PK\x03\x04"):
        return _package(data, capture.name)
    if _PAGE_START.match(head):
        return Kind.WEB_PAGE if capture.captured_from in {"file", "web page"} else Kind.SELECTION
    _refuse_markup(head, capture.name)
    if _said_html(capture) and _TAG.search(head):
        return Kind.WEB_PAGE if capture.captured_from in {"file", "web page"} else Kind.SELECTION
    return Kind.TEXT


def _said_html(capture: Capture) -> bool:
    return "html" in capture.media_type or _NAMED.get(_suffix(capture.name)) is Kind.WEB_PAGE


def _refuse_known(data: bytes, name: str) -> None:
    for signature, what, so in _SIGNATURES:
        if data.startswith(signature):
            raise CannotImport(f"{name} looks like {what}, which {so}")
    if b"%PDF-" in data[:1024]:  # readers of PDF accept it anywhere there
        raise CannotImport(f"{name} looks like a PDF, which {_NOT_YET}")
    if data[4:8] == b"ftyp":
        raise CannotImport(f"{name} looks like a film, picture or sound recording, which {_NO_ARTICLE}")
    if data.startswith(b"MZ") and b"\0" in data[:64]:
        raise CannotImport(f"{name} looks like a program, which {_NO_ARTICLE}")


def _refuse_markup(head: bytes, name: str) -> None:
    if b"urn:pressmark:article" in head:
        raise CannotImport(f"{name} is an article saved by Pressmark: open it instead of importing it")
    if _XML_START.match(head):
        raise CannotImport(f"{name} is an XML file of a kind that {_NOT_YET}")
    if _MAIL.match(head):
        raise CannotImport(f"{name} looks like an e-mail or a saved web archive, which {_NOT_YET}")


def _package(data: bytes, name: str) -> Kind:
    check_entries(data, name)
    try:
        with ZipFile(BytesIO(data)) as package:
            members = frozenset(package.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise CannotImport(
            f"{name} is damaged or cut short (a Word document or ZIP archive that cannot be opened): get it "
            "again from where it came"
        ) from error
    if any(one.startswith("word/") for one in members):
        return Kind.WORD
    for member, what in _PACKAGES:
        if member in members:
            raise CannotImport(f"{name} is {what}, which {_NOT_YET}")
    raise CannotImport(f"{name} is a ZIP archive: unpack it and import the files in it")


def _ascii_head(data: bytes) -> bytes:
    """The start of the file without byte order mark and, in UTF-16 or UTF-32, without the zero bytes."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        head = head.replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold()
