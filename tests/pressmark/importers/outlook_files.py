"""Outlook messages made by hand: a compound file (MS-CFB) of storages of streams, and in them a message."""

import struct
from datetime import UTC, datetime

_SECTOR, _SMALL, _CUTOFF = 512, 64, 4096
_END, _FREE, _TABLE, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF

Storage = dict[str, "bytes | Storage"]


def compound(root: Storage) -> bytes:
    """The file that holds the storages and streams."""
    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, _NONE, b""]]
    entries[0][4] = _entered(root, entries)
    small, small_table, large, table = bytearray(), [], bytearray(), []
    starts = []
    for _, kind, *_, data in entries:
        assert isinstance(data, bytes)
        if kind != 2 or not data:
            starts.append(_END)
        elif len(data) < _CUTOFF:
            starts.append(_chained(data, small, small_table, _SMALL))
        else:
            starts.append(_chained(data, large, table, _SECTOR))
    starts[0] = _chained(bytes(small), large, table, _SECTOR) if small else _END
    directory = b"".join(
        _entry(one, start, len(small) if number == 0 else len(one[5]))  # type: ignore[arg-type]
        for number, (one, start) in enumerate(zip(entries, starts, strict=True))
    )
    directory_at = _chained(
        directory, large, table, _SECTOR, fill=_entry(["", 0, _NONE, _NONE, _NONE, b""], 0, 0)
    )
    small_at = (
        _chained(struct.pack(f"<{len(small_table)}I", *small_table), large, table, _SECTOR) if small else _END
    )
    tables = 1
    while len(table) + tables > tables * 128:
        tables += 1
    at = len(table)
    table += [_TABLE] * tables
    large += struct.pack(f"<{tables * 128}I", *table, *[_FREE] * (tables * 128 - len(table)))
    small_sectors = -(-len(small_table) * 4 // _SECTOR)
    head = struct.pack(
        "<8s16s6H10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, tables,
        directory_at, 0, _CUTOFF, small_at, small_sectors, _END, 0,
    )  # fmt: skip
    places = [*range(at, at + tables), *[_FREE] * (109 - tables)]
    return head + struct.pack("<109I", *places) + bytes(large)


def _entered(storage: Storage, entries: list[list[object]]) -> int:
    """Puts the members in, as the balanced tree that they are looked up in; the number of its top."""
    names = sorted(storage, key=lambda name: (len(name), name.upper()))
    numbers = {}
    for name in names:
        inner = storage[name]
        numbers[name] = len(entries)
        if isinstance(inner, bytes):
            entries.append([name, 2, _NONE, _NONE, _NONE, inner])
        else:
            entries.append([name, 1, _NONE, _NONE, _NONE, b""])
            entries[numbers[name]][4] = _entered(inner, entries)
    return _tree([numbers[name] for name in names], entries)


def _tree(numbers: list[int], entries: list[list[object]]) -> int:
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    entries[numbers[middle]][2] = _tree(numbers[:middle], entries)
    entries[numbers[middle]][3] = _tree(numbers[middle + 1 :], entries)
    return numbers[middle]


def _entry(one: list[object], start: int, size: int) -> bytes:
    name = str(one[0]).encode("utf-16-le")
    length = len(name) + 2 if name else 0
    head = struct.pack("<64sHBB3I", name, length, one[1], 1, one[2], one[3], one[4])
    return head + bytes(36) + struct.pack("<IQ", start, size)


def _chained(data: bytes, into: bytearray, table: list[int], size: int, fill: bytes = b"\0") -> int:
    """Appends the data in sectors, and to the table which follows which; the number of the first."""
    first = len(into) // size
    short = -len(data) % size
    into += data + (fill * size)[:short]
    count = (len(data) + short) // size
    table += [*range(first + 1, first + count), _END]
    return first


def message(
    *,
    texts: dict[int, str] | None = None,
    binaries: dict[int, bytes] | None = None,
    numbers: dict[int, int] | None = None,
    sent: datetime | None = None,
    attached: "list[Storage] | None" = None,
    narrow: str = "",
    before: int = 32,
) -> Storage:
    """A storage that is a message; `narrow` is the encoding of its texts where they are no Unicode."""
    storage: Storage = {}
    values = b""
    for number, text in (texts or {}).items():
        kind, data = (0x001E, text.encode(narrow)) if narrow else (0x001F, text.encode("utf-16-le"))
        storage[f"__substg1.0_{number:04X}{kind:04X}"] = data
        values += struct.pack("<HHIQ", kind, number, 6, len(data))
    for number, data in (binaries or {}).items():
        storage[f"__substg1.0_{number:04X}0102"] = data
        values += struct.pack("<HHIQ", 0x0102, number, 6, len(data))
    for number, value in (numbers or {}).items():
        values += struct.pack("<HHIQ", 0x0003, number, 6, value)
    if sent:
        since = sent - datetime(1601, 1, 1, tzinfo=UTC)
        values += struct.pack("<HHIQ", 0x0040, 0x0039, 6, int(since.total_seconds()) * 10_000_000)
    for number, one in enumerate(attached or []):
        storage[f"__attach_version1.0_#{number:08X}"] = one
    head = struct.pack("<8x4I", 0, len(attached or []), 0, len(attached or [])) if before >= 24 else b""
    storage["__properties_version1.0"] = head.ljust(before, b"\0") + values
    return storage


def file(name: str, data: bytes, kind: str = "") -> Storage:
    """A storage that is an attached file."""
    return message(texts={0x3707: name, 0x370E: kind}, binaries={0x3701: data}, numbers={0x3705: 1}, before=8)


def enclosed(inner: Storage) -> Storage:
    """A storage that is an attached message."""
    storage = message(numbers={0x3705: 5}, before=8)
    storage["__substg1.0_3701000D"] = inner
    return storage
