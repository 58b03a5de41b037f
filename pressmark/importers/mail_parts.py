"""The parts of a message (MIME): its text in both forms, and the files that came with it."""

import re
from dataclasses import dataclass, field
from email.message import Message
from pathlib import PurePosixPath

from pressmark.importers.decoding import Decoded, decoded
from pressmark.importers.imported import CannotImport
from pressmark.importers.letter import Attached
from pressmark.importers.mail_flow import unflowed
from pressmark.importers.mail_message import BROKEN, decoded_field, header

_SIGNATURES = frozenset(
    ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
)
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "message/rfc822": ".eml", "application/pdf": ".pdf"}
_UNSAFE = re.compile(r"[\x00-\x1f/\\]")


@dataclass(slots=True)
class Bodies:
    """The text of a message as HTML and as plain text, in pieces where files stand between them."""

    html: list[Decoded] = field(default_factory=list)
    plain: list[Decoded] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def bodies_of(message: "Message[str, str]", name: str, chosen: str) -> Bodies:
    """All parts, each in its place; `chosen` is the encoding that the analyst says. Raises CannotImport."""
    bodies = Bodies()
    _Walk(bodies, name, chosen).part(message)
    return bodies


class _Walk:
    """Goes through the parts of one message; depth is bounded by `message_of`."""

    def __init__(self, bodies: Bodies, name: str, chosen: str) -> None:
        self._bodies, self._name, self._chosen = bodies, name, chosen

    def part(self, part: "Message[str, str]", *, inline: bool = False) -> None:
        kind = part.get_content_type()
        if kind == "message/rfc822":
            self._message(part)
        elif part.is_multipart():
            self._several(part, kind)
        elif kind in {"text/plain", "text/html"} and not _is_file(part):
            self._text(part, kind)
        elif kind not in _SIGNATURES:
            data = payload(part)
            self._bodies.attached.append(Attached(data, _file_name(part, kind), kind, inline))

    def _several(self, part: "Message[str, str]", kind: str) -> None:
        if kind == "multipart/encrypted":
            raise CannotImport(
                f"{self._name} is encrypted: open it in your mail program, and copy the text and paste it"
            )
        parts = _inner(part)
        if kind == "multipart/signed":
            parts = parts[:1]
        for number, one in enumerate(parts):
            self.part(one, inline=kind == "multipart/related" and number > 0)

    def _text(self, part: "Message[str, str]", kind: str) -> None:
        data = payload(part)
        if not data.strip():
            return
        found = decoded(data, self._name, stated_parameter(part, "charset"), self._chosen)
        if kind == "text/html":
            self._bodies.html.append(found)
            return
        if stated_parameter(part, "format").casefold() == "flowed":
            joined = stated_parameter(part, "delsp").casefold() == "yes"
            found = Decoded(unflowed(found.text, without_space=joined), found.warnings, found.choices)
        self._bodies.plain.append(found)

    def _message(self, part: "Message[str, str]") -> None:
        inner = _inner(part)
        data = _bytes_of(inner[0]) if inner else payload(part)
        if not data.strip():
            self._bodies.warnings.append(f"A message attached to {self._name} is damaged: it was left out")
            return
        subject = header(inner[0], "subject") if inner else ""
        name = f"{_UNSAFE.sub(' ', subject)[:80].strip() or 'message'}.eml"
        self._bodies.attached.append(Attached(data, name, "message/rfc822"))


def payload(part: "Message[str, str]") -> bytes:
    """The bytes of a part, unpacked from base64 or quoted-printable; what is broken as far as it goes."""
    try:
        data = part.get_payload(decode=True)
    except BROKEN:
        return b""
    return data if isinstance(data, bytes) else b""


def _inner(part: "Message[str, str]") -> "list[Message[str, str]]":
    inner = part.get_payload()
    return [one for one in inner if isinstance(one, Message)] if isinstance(inner, list) else []


def _bytes_of(message: "Message[str, str]") -> bytes:
    """A message within another as a file; one that was packed, which none should be, is unpacked."""
    try:
        if not message.keys():
            message["Content-Transfer-Encoding"] = "base64"
            return payload(message)
        return message.as_bytes()
    except BROKEN:
        return b""


def _is_file(part: "Message[str, str]") -> bool:
    return part.get_content_disposition() == "attachment" or bool(_stated_name(part))


def _stated_name(part: "Message[str, str]") -> str:
    try:
        return decoded_field(part.get_filename() or "")
    except BROKEN:
        return ""


def _file_name(part: "Message[str, str]", kind: str) -> str:
    """The last piece of what the name says: it never leads anywhere."""
    name = PurePosixPath(_stated_name(part).replace("\\", "/")).name
    return name or f"attachment{_ENDINGS.get(kind, '')}"


def stated_parameter(part: "Message[str, str]", name: str) -> str:
    """A parameter of its media type; empty where it has none."""
    try:
        value = part.get_param(name) or ""
        return str(value[2] if isinstance(value, tuple) else value).strip()
    except BROKEN:
        return ""
