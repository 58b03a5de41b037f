"""Outlook's messages (.msg), which become what the same e-mail would."""

from collections.abc import Iterator
from dataclasses import replace

from pressmark.importers.canon import one_line
from pressmark.importers.decoding import Decoded, decoded
from pressmark.importers.imported import CannotImport, Capture, Found
from pressmark.importers.letter import Attached, Letter, Line
from pressmark.importers.letter_articles import articles_of
from pressmark.importers.mail import is_mailed, mailing_of
from pressmark.importers.mail_lines import Said, said_by
from pressmark.importers.mail_message import header, message_of
from pressmark.importers.mail_parts import Bodies
from pressmark.importers.outlook_storage import Values, message_in
from pressmark.importers.page_dates import moment
from pressmark.importers.rtf import read_rtf

MEDIA_TYPE = "application/vnd.ms-outlook"
_SUBJECT, _HEADS, _BODY, _HTML, _RTF = 0x0037, 0x007D, 0x1000, 0x1013, 0x1009
_SENDERS = ((0x0C1A, 0x5D01, 0x0C1F), (0x0042, 0x5D02, 0x0065))  # name, address, address of another kind
_LONG_NAME, _NAME, _TYPE, _DATA, _HIDDEN = 0x3707, 0x3704, 0x370E, 0x3701, 0x7FFE
_DEEPEST = 4
_LONGEST_RTF = 2_000_000  # bytes; unpacked up to eight times as many, a byte at a time


def read_outlook_message(data: bytes, capture: Capture) -> Iterator[Found]:
    """The articles of a message and of what is attached. Raises CannotImport and TooLong."""
    yield from _articles(message_in(data, capture.name, capture.answers.encoding), capture, _DEEPEST)


def _articles(values: Values, capture: Capture, depth: int) -> Iterator[Found]:
    heads = message_of(f"{values.text(_HEADS).strip()}\n\n".encode("utf-8", "replace"), capture.name)
    said, warnings = _said(values, capture)
    attached, inner = [], []
    for one in values.attached():
        if message := one.message():
            inner.append(message)
        else:
            attached.append(_attached(one))
    letter = Letter(
        subject=one_line(values.text(_SUBJECT)),
        sender=header(heads, "from") or _sender(values),
        mailing=mailing_of(header(heads, "list-id")),
        mailed=is_mailed(heads),
        sent=moment(header(heads, "date"), capture.now.date()) or moment(values.sent, capture.now.date()),
        url=said.canonical,
        lines=said.lines,
        attached=tuple(attached),
        media_type=MEDIA_TYPE,
        warnings=(*said.warnings, *warnings),
        question=said.question,
        inner=(found for one in inner for found in _inner(one, capture, depth)),
    )
    yield from articles_of(letter, capture)


def _inner(values: Values, capture: Capture, depth: int) -> Iterator[Found]:
    """The articles of a message within another, which has no file of its own."""
    subject = one_line(values.text(_SUBJECT))[:80] or "A message"
    if not depth:
        yield CannotImport(
            f"“{subject}” in {capture.name} is too deep inside other messages: save it by itself"
        )
        return
    try:
        yield from _articles(values, replace(capture, name=f"{subject}.msg", url=""), depth - 1)
    except CannotImport as error:
        yield error


def _said(values: Values, capture: Capture) -> tuple[Said, tuple[str, ...]]:
    """By the HTML or the plain text; by the RTF, if that is all there is, as in old and in typed messages."""
    bodies = Bodies()
    if data := values.data(_HTML):
        bodies.html.append(decoded(data, capture.name, values.charset, capture.answers.encoding))
    elif text := values.text(_HTML):
        bodies.html.append(Decoded(text))
    if text := values.text(_BODY):
        bodies.plain.append(Decoded(text))
    packed = values.data(_RTF)
    if bodies.html or not packed:
        return said_by(bodies, capture.name), ()
    if lines := _lines_of_rtf(packed, capture):
        return Said(lines), ()
    warning = f"The formatted text of {capture.name} cannot be read: its plain text was taken"
    return said_by(bodies, capture.name), (warning,) if bodies.plain else ()


def _lines_of_rtf(packed: bytes, capture: Capture) -> tuple[Line, ...]:
    """The paragraphs of an RTF (MS-OXRTFCP); HTML that was put into one is in its text, too (MS-OXRTFEX)."""
    import compressed_rtf

    if len(packed) > _LONGEST_RTF:
        return ()
    try:
        article = read_rtf(compressed_rtf.decompress(packed), capture).article
    except Exception:  # noqa: BLE001  damaged in whatever way: the plain text is there, and a warning says so
        return ()
    return tuple(Line((one.kind, article.block_text(one), one.level)) for one in article.blocks)


def _sender(values: Values) -> str:
    for name, *addresses in _SENDERS:
        said = one_line(values.text(name))
        address = next((one for one in map(values.text, addresses) if "@" in one), "")
        if said or address:
            return f"{said} <{address}>" if address else said
    return ""


def _attached(values: Values) -> Attached:
    name = one_line(values.text(_LONG_NAME) or values.text(_NAME)).replace("\\", "/").rpartition("/")[2]
    return Attached(
        values.data(_DATA), name or "attachment", values.text(_TYPE).casefold(), bool(values.number(_HIDDEN))
    )
