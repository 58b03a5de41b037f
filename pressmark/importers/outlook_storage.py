"""The storages of an Outlook message (MS-OXMSG, in a compound file) and the values in them.

oxmsg brings the tree of storages; the values are read here, since it reads none of a message that names a
code page unknown to it.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO

from oxmsg.storage import Storage

from pressmark.importers.decoding import decoded
from pressmark.importers.imported import CannotImport

_WIDE, _NARROW, _BINARY, _STORAGE = 0x001F, 0x001E, 0x0102, 0x000D
_INTERNET_CODE_PAGE, _CODE_PAGE = 0x3FDE, 0x3FFD
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_DATA = 0x3701
_FIXED = struct.Struct("<HHIQ")
_OUTER, _INNER, _ATTACHED = 32, 24, 8  # bytes before the values, of a message, one within another, a file
_SINCE = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_ENTRIES = 20_000
_MOST_STEPS = 30_000_000
_CODE_PAGES = {
    65001: "utf-8", 28591: "iso-8859-1", 28592: "iso-8859-2", 28605: "iso-8859-15", 20127: "us-ascii",
    20866: "koi8-r", 21866: "koi8-u", 50220: "iso-2022-jp", 51932: "euc-jp", 1200: "utf-16-le",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Values:
    """The values of a message or of an attached file; each empty or 0 where there is none."""

    storage: Storage
    offset: int
    name: str
    chosen: str = ""

    def text(self, number: int) -> str:
        if (wide := self._stream(number, _WIDE)) is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream(number, _NARROW)
        return decoded(narrow, self.name, self.charset, self.chosen).text.rstrip("\0") if narrow else ""

    def data(self, number: int) -> bytes:
        return self._stream(number, _BINARY) or b""

    def number(self, number: int) -> int:
        return next((value & 0xFFFFFFFF for one, value in self._fixed() if one == number), 0)

    @property
    def charset(self) -> str:
        page = self.number(_INTERNET_CODE_PAGE) or self.number(_CODE_PAGE)
        return _CODE_PAGES.get(page, f"cp{page}") if page else ""

    @property
    def sent(self) -> str:
        """ISO 8601; when it was sent, or else delivered."""
        moments = dict(self._fixed())
        try:
            since = timedelta(microseconds=(moments.get(_SUBMITTED) or moments.get(_DELIVERED) or 0) // 10)
            return (_SINCE + since).isoformat(timespec="seconds") if since else ""
        except OverflowError:
            return ""

    def attached(self) -> Iterator["Values"]:
        for one in self.storage.iter_attachment_storages():
            yield Values(one, _ATTACHED, self.name, self.chosen)

    def message(self) -> "Values | None":
        """The message that is attached, where it is one."""
        name = f"__substg1.0_{_DATA:04X}{_STORAGE:04X}"
        inner = next((one for one in self.storage.storages if one.name == name), None)
        return Values(inner, _INNER, self.name, self.chosen) if inner else None

    def _stream(self, number: int, kind: int) -> bytes | None:
        name = f"__substg1.0_{number:04X}{kind:04X}"
        return next(
            (bytes(one.bytes_) for one in self.storage.streams if one.name.upper() == name.upper()), None
        )

    def _fixed(self) -> Iterator[tuple[int, int]]:
        """Numbers and moments, which have no stream of their own."""
        streams = (one.bytes_ for one in self.storage.streams if one.name == "__properties_version1.0")
        data = next(streams, b"")[self.offset :]
        for _, number, _, value in _FIXED.iter_unpack(data[: len(data) // _FIXED.size * _FIXED.size]):
            yield number, value


def message_in(data: bytes, name: str, chosen: str) -> Values:
    """The message in the file. Raises CannotImport."""
    try:
        storage = _storage(data, name)
    except CannotImport:
        raise
    except Exception as error:  # a damaged compound file raises whatever the part that was hit raises
        raise CannotImport(
            f"{name} is damaged and cannot be read as an Outlook message: get it again from where it came, "
            "or copy the text and paste it"
        ) from error
    if not any(one.name == "__properties_version1.0" for one in storage.streams):
        raise CannotImport(
            f"{name} is no Outlook message, whatever its name says: open it, and copy the text"
        )
    return Values(storage, _OUTER, name, chosen)


def _storage(data: bytes, name: str) -> Storage:
    """The tree, after a look at how much it would be: streams may lie over one another, and it is looked up
    by going through all that stand beside one."""
    from olefile import OleFileIO

    with OleFileIO(BytesIO(data)) as ole:
        entries = [one for one in ole.direntries if one is not None]
        size = sum(one.size for one in entries if one is not ole.root)
        steps = sum(len(one.kids) ** 2 for one in entries)
        if len(entries) > _MOST_ENTRIES or size > 2 * len(data) or steps > _MOST_STEPS:
            raise CannotImport(f"{name} holds more than any message does: copy the text and paste it")
        return Storage.from_ole(ole)
