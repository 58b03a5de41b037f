"""What kind of thing a file is: told by its content first, by its name second."""

import re
import zlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from pressmark.importers.imported import INSTEAD, CannotImport, Capture
from pressmark.importers.never import refuse_others
from pressmark.importers.packages import check_entries


class Kind(StrEnum):
    """The kinds that can be read, in the words that messages use."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    WEB_PAGE = "a web page"
    SELECTION = "a piece of a web page"
    SAVED_PAGE = "a saved web page"
    WEB_ARCHIVE = "a web archive"
    WACZ = "a packed web archive"
    WORD = "a Word document"
    OPEN_DOCUMENT = "an OpenDocument text"
    RTF = "an RTF document"
    PDF = "a PDF"
    EPUB = "an EPUB book"
    MAIL = "an e-mail"
    MAILBOX = "a mailbox"
    OUTLOOK = "an Outlook message"
    NITF = "a NITF article"
    NEWSML = "NewsML 1"
    NEWSML_G2 = "NewsML-G2"
    FEED = "a news feed"
    TABLE = "a table"
    WORKBOOK = "an Excel workbook"
    RECORDS = "a JSON export"
    ZIP = "a ZIP archive"


@dataclass(frozen=True, slots=True)
class Told:
    """A file's kind, and a warning where its name says otherwise."""

    kind: Kind
    warnings: tuple[str, ...] = ()


_NAMED = {
    "docx": (Kind.WORD,), "docm": (Kind.WORD,), "odt": (Kind.OPEN_DOCUMENT,), "rtf": (Kind.RTF,),
    "html": (Kind.WEB_PAGE,), "htm": (Kind.WEB_PAGE,), "xhtml": (Kind.WEB_PAGE,),
    "mht": (Kind.SAVED_PAGE,), "mhtml": (Kind.SAVED_PAGE,), "warc": (Kind.WEB_ARCHIVE,), "wacz": (Kind.WACZ,),
    "txt": (Kind.TEXT,), "text": (Kind.TEXT,), "md": (Kind.MARKDOWN,), "markdown": (Kind.MARKDOWN,),
    "pdf": (Kind.PDF,), "epub": (Kind.EPUB,),
    "eml": (Kind.MAIL,), "mbox": (Kind.MAILBOX,), "msg": (Kind.OUTLOOK,),
    "csv": (Kind.TABLE,), "tsv": (Kind.TABLE,), "tab": (Kind.TABLE,), "xls": (Kind.TABLE,),
    "xlsx": (Kind.WORKBOOK,), "json": (Kind.RECORDS,),
    "jsonl": (Kind.RECORDS,), "ndjson": (Kind.RECORDS,), "zip": (Kind.ZIP,),
    "rss": (Kind.FEED,), "atom": (Kind.FEED,), "nitf": (Kind.NITF,),
    "doc": (), "png": (), "jpg": (), "jpeg": (), "gif": (), "pptx": (),
}  # fmt: skip
"""What a file of such a name is expected to be."""

_SIGNATURES = ((b"{\\rtf", Kind.RTF), (b"WARC/1.", Kind.WEB_ARCHIVE), (b"WARC/0.", Kind.WEB_ARCHIVE))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OUTLOOK = "__substg1.0_".encode("utf-16-le")
_MEMBERS = (  # the first member that tells what a ZIP file is
    ("xl/workbook.xml", Kind.WORKBOOK),
    ("META-INF/container.xml", Kind.EPUB),
    ("datapackage.json", Kind.WACZ),
)
_PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]", re.I | re.S
)
_XML_START = re.compile(rb"\s*<\?xml\s|\s*<!DOCTYPE\s(?!html)", re.IGNORECASE)
_XML_ROOT = re.compile(
    rb"\s*(?:<\?(?:(?!\?>).)*\?>\s*|<!--(?:(?!-->).)*-->\s*|<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>\s*)*"
    rb"<(?:[\w.-]+:)?([\w.-]+)([^>]*)",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS = {
    b"nitf": Kind.NITF, b"NewsML": Kind.NEWSML, b"newsMessage": Kind.NEWSML_G2, b"newsItem": Kind.NEWSML_G2,
    b"packageItem": Kind.NEWSML_G2, b"rss": Kind.FEED, b"feed": Kind.FEED, b"RDF": Kind.FEED,
}  # fmt: skip
_TAG = re.compile(
    rb"<(?:p|div|article|section|h[1-6]|span|br|a|b|i|em|strong|ul|ol|li|table|meta|blockquote)[\s/>]", re.I
)
_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z-]*:.*\n(?:[ \t].*\n)*){0,80}?(?:MIME-Version|Received): ", re.I)
_HEADER = re.compile(rb"(?:From|To|Subject|Date|Return-Path|Delivered-To|Message-ID|Reply-To): ?\S", re.I)
_MAILBOX = re.compile(rb"From \S+.*\r?\n[A-Za-z][A-Za-z-]*:")
_SAVED_PAGE = re.compile(rb"^(?:Snapshot-Content-Location:|From: *<Saved by|X-MSO-)", re.I | re.M)
_RELATED = re.compile(rb"^Content-Type: *multipart/related", re.I | re.M)
_SENT = re.compile(rb"^(?:Received|To|Delivered-To|Return-Path|Message-ID):", re.I | re.M)
_FIELD = re.compile(rb"[!-9;-~]+:")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_TABLE_TYPE = re.compile(r"text/(?:csv|tab-separated-values)", re.IGNORECASE)
_RECORDS = re.compile(rb"\s*(?:\[\s*)?\{\s*\"")


def told(data: bytes, capture: Capture) -> Told:
    """The kind of a file. Raises CannotImport for what holds no article."""
    head = _ascii_head(data)
    if not head.strip(b" \t\r\n\0"):
        raise CannotImport(f"{capture.name} is empty: nothing was imported")
    kind = _kind(data, head, capture)
    expected = _NAMED.get(_suffix(capture.name))
    if capture.captured_from != "file" or expected is None or kind in expected:
        return Told(kind)
    return Told(kind, (f"{capture.name} is {kind}, whatever its name says: it was read as {kind}",))


def _kind(data: bytes, head: bytes, capture: Capture) -> Kind:
    if kind := _by_signature(data, capture.name):
        return kind
    refuse_others(data, capture.name)
    whole = capture.captured_from in {"file", "web page"}
    if _PAGE_START.match(head):
        return Kind.WEB_PAGE if whole else Kind.SELECTION
    if b"urn:pressmark:article" in head:
        raise CannotImport(
            f"{capture.name} is an article saved by Pressmark: open it instead of importing it"
        )
    if kind := _by_words(head, capture) if whole else None:
        return kind
    if _said_html(capture) and _TAG.search(head):
        return Kind.WEB_PAGE if whole else Kind.SELECTION
    return Kind.MARKDOWN if _is_named(capture, Kind.MARKDOWN) else Kind.TEXT


def _by_signature(data: bytes, name: str) -> Kind | None:
    if data.startswith(b"PK\x03\x04"):
        return _package(data, name)
    if b"%PDF-" in data[:1024]:  # readers of PDF accept it anywhere there
        return Kind.PDF
    if data.startswith(_OLE) and _suffix(name) in {"xls", "xlsx"}:
        raise CannotImport(
            f"{name} is an old (.xls) or password-protected Excel workbook: open it and save it as .xlsx, "
            "without a password, or as CSV"
        )
    if data.startswith(_OLE) and (_suffix(name) == "msg" or _OUTLOOK in data):
        return Kind.OUTLOOK
    if data.startswith(b"\x1f\x8b") and _gunzipped_start(data).startswith(b"WARC/"):
        return Kind.WEB_ARCHIVE
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), None)


def _by_words(head: bytes, capture: Capture) -> Kind | None:
    """Of the kinds that begin with words: XML by its root, mail by its headers, the rest by name as well."""
    if (root := _XML_ROOT.match(head)) and root[1] in _ROOTS:
        return _ROOTS[root[1]]
    if _XML_START.match(head):
        raise CannotImport(f"{capture.name} is an XML file of a kind that cannot be read: {INSTEAD}")
    if _MAILBOX.match(head):
        return Kind.MAILBOX
    if _is_message(head, capture):
        return Kind.SAVED_PAGE if _is_saved_page(head) else Kind.MAIL
    if _RECORDS.match(head) and not _is_named(capture, Kind.TEXT, Kind.MARKDOWN):
        return Kind.RECORDS
    named = _is_named(capture, Kind.TABLE) or _TABLE_TYPE.search(capture.media_type)
    return Kind.TABLE if named else None


def _is_message(head: bytes, capture: Capture) -> bool:
    """By what its head begins with; with anything where a mailbox or a mail says that it is a message."""
    if _HEADER.match(head) and _is_named(capture, Kind.MAIL, Kind.SAVED_PAGE):
        return True
    said = capture.media_type == "message/rfc822" and _FIELD.match(head)
    return bool(said or _MAIL.match(head))


def _is_saved_page(head: bytes) -> bool:
    """True for a page with its pictures; a mail with its own is built alike, but was sent to someone."""
    head = _HEAD_END.split(head, maxsplit=1)[0]
    return bool(_SAVED_PAGE.search(head) or (_RELATED.search(head) and not _SENT.search(head)))


def _said_html(capture: Capture) -> bool:
    return "html" in capture.media_type or _is_named(capture, Kind.WEB_PAGE)


def _is_named(capture: Capture, *kinds: Kind) -> bool:
    return bool(set(kinds).intersection(_NAMED.get(_suffix(capture.name), ())))


def _package(data: bytes, name: str) -> Kind:
    check_entries(data, name)
    try:
        with ZipFile(BytesIO(data)) as package:
            members = frozenset(package.namelist())
            mimetype = package.read("mimetype")[:60] if "mimetype" in members else b""
    except (
        BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        EOFError,
        zlib.error,
    ) as error:
        raise CannotImport(
            f"{name} is damaged or cut short (a document or ZIP archive that cannot be opened): get it "
            "again from where it came"
        ) from error
    if any(one.startswith("word/") for one in members):
        return Kind.WORD
    if "ppt/presentation.xml" in members:
        raise CannotImport(
            f"{name} is a PowerPoint presentation, which cannot be read: copy the text and paste it"
        )
    if "xl/workbook.bin" in members:
        raise CannotImport(f"{name} is a binary Excel workbook (.xlsb): open it and save it as .xlsx or CSV")
    if "content.xml" in members and "META-INF/manifest.xml" in members:
        if mimetype and not mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
            raise CannotImport(
                f"{name} is an OpenDocument file, but no text (ODT): copy the text and paste it"
            )
        return Kind.OPEN_DOCUMENT
    return next((kind for member, kind in _MEMBERS if member in members), Kind.ZIP)


def _gunzipped_start(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(data[:4096], 16)
    except zlib.error:
        return b""


def _ascii_head(data: bytes) -> bytes:
    """The start of the file without byte order mark and, in UTF-16 or UTF-32, without the zero bytes."""
    head = data[:8192]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        head = head.replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].casefold()
