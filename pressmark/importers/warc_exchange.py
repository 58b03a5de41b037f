"""What a record of a WARC file says: which address answered when, with what; or as what it was asked for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from pressmark.importers.imported import CannotImport
from pressmark.importers.warc_payload import payload_of
from pressmark.importers.warc_records import Record

KINDS = frozenset(
    ("warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion", "continuation")
)
_LOADER = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
_LONGEST_HEAD = 262_144
_LONGEST_ADDRESS = 2_000
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"(?:HTTP/\d(?:\.\d)? )?([1-5]\d\d)(?: |$)")
_HTTP = ("http:", "https:")
_OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
_SAID_BY_HEADERS = frozenset(("response", "request", "revisit"))


@dataclass(frozen=True, slots=True)
class Exchange:
    """One record, read as far as its headers: `stated` are its own, `http` those of the request or answer.

    `status` is 0 where none is stated. `body` is all of the record but its own head.
    """

    kind: str
    url: str
    stated: Mapping[str, str]
    http: Mapping[str, str]
    status: int
    body: bytes
    whole: bool
    large: bool

    @property
    def content_type(self) -> str:
        """As stated, with its charset."""
        said = self.stated if self.kind == "resource" else self.http
        return said.get("content-type", "")

    @property
    def media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().casefold()

    def captured_at(self, now: datetime) -> datetime | None:
        """None where nothing is stated that can be."""
        return instant(self.stated.get("warc-date", ""), now)

    def payload(self, name: str) -> bytes:
        """What the page consists of, as a reader's program has it. Raises CannotImport."""
        if self.large:
            raise CannotImport(f"{name} is larger than any article: it was not read")
        if self.kind == "resource":
            return self.body
        end = _END_OF_HEAD.search(self.body, 0, _LONGEST_HEAD)
        return payload_of(self.body[end.end() :] if end else b"", self.http, name)


def exchange_of(record: Record) -> Exchange | None:
    """None where the record cannot be made out."""
    head = record.head
    end = _END_OF_HEAD.search(record.body, 0, _LONGEST_HEAD)
    opening = record.body[: end.end()] if end else b""
    try:
        read = _LOADER.parse_record_stream(BytesIO(head), known_format="warc", no_record_parse=True)
        stated = _headers(read.rec_headers)
        kind, url = (stated.get(name, "") for name in ("warc-type", "warc-target-uri"))
        heads = kind in _SAID_BY_HEADERS and url.startswith(_HTTP) and opening
        said = _LOADER.load_http_headers(kind, url, BytesIO(opening), len(opening)) if heads else None
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError):
        return None
    if kind not in KINDS or len(url) > _LONGEST_ADDRESS:
        return None
    status = _STATUS.match(f"{said.protocol} {said.statusline}") if said and kind != "request" else None
    return Exchange(
        kind=kind,
        url=url,
        stated=stated,
        http=_headers(said) if said else {},
        status=int(status[1]) if status else 0,
        body=record.body,
        whole=record.whole,
        large=record.large,
    )


def instant(text: str, now: datetime) -> datetime | None:
    """A moment as web archives write it; None for what is none and for what cannot be."""
    text = text.strip()[:40]
    if re.fullmatch(r"\d{14}", text):
        text = f"{text[:8]}T{text[8:]}Z"
    try:
        said = datetime.fromisoformat(text)
        said = said.replace(tzinfo=said.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return said if _OLDEST <= said <= now + timedelta(days=1) else None


def _headers(said: StatusAndHeaders) -> dict[str, str]:
    """By their names in small letters; of several the first."""
    return {name.casefold(): value.strip() for name, value in reversed(said.headers)}
