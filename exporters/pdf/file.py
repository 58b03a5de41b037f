"""A PDF file as it grows: streams go out at once, small objects in company, the table of places last.

Own code because pages have to be written as they are finished, and their thousands of small objects
packed: reportlab keeps a whole document until it is saved, and writes each object by itself.
"""

import zlib
from array import array
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import BinaryIO

from exporters.characters import legal

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_COMPANY = 200  # objects packed in one stream
_LONGEST = 32_000  # bytes of a string; PDF/A allows 32,767
_ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\t": r"\t"})
_LEAF = 200  # entries in a leaf of a tree


class File:
    """Gives out the numbers of objects and writes them; the same objects give the same bytes."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._size = 0
        self._digest = sha256()
        self._where = array("Q", [0])  # for each object its offset, or the number of the stream it is in
        self._within = array("l", [-2])  # and its place in that stream; -1 if it stands by itself
        self._company: list[tuple[int, str]] = []
        self._write(_HEADER)

    def reserve(self) -> int:
        """The number of an object that is put later."""
        self._where.append(0)
        self._within.append(-2)
        return len(self._where) - 1

    def put(self, body: str, number: int = 0) -> int:
        number = number or self.reserve()
        self._company.append((number, body))
        if len(self._company) == _COMPANY:
            self._pack()
        return number

    def stream(self, data: bytes, entries: str = "", number: int = 0, *, packed: bool = True) -> int:
        """Puts a stream; `entries` are those of its dictionary but for length and filter."""
        number = number or self.reserve()
        if packed:
            data, entries = zlib.compress(data, 6), f"{entries}/Filter/FlateDecode"
        self._where[number], self._within[number] = self._size, -1
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        self._write(head.encode("ascii") + data + b"\nendstream\nendobj\n")
        return number

    def close(self, root: int, info: int) -> None:
        """Writes the table of all objects; both are objects of their own."""
        self._pack()
        table = self.reserve()
        start = self._where[table] = self._size
        self._within[table] = -1
        rows = b"".join(map(_row, self._where, self._within))
        name = f"<{self._digest.hexdigest()[:32].upper()}>"
        entries = (
            f"/Type/XRef/Size {len(self._where)}/W[1 5 2]/Root {root} 0 R/Info {info} 0 R/ID[{name}{name}]"
        )
        self.stream(rows, entries, table)
        self._write(f"startxref\n{start}\n%%EOF\n".encode("ascii"))

    def _pack(self) -> None:
        if not self._company:
            return
        company, self._company = self._company, []
        number = self.reserve()
        places, size = [], 0
        for i, (each, body) in enumerate(company):
            self._where[each], self._within[each] = number, i
            places.append(f"{each} {size}")
            size += len(body) + 1
        head = " ".join(places) + "\n"
        data = head + "\n".join(body for _, body in company)
        self.stream(data.encode("ascii"), f"/Type/ObjStm/N {len(company)}/First {len(head)}", number)

    def _write(self, data: bytes) -> None:
        self._digest.update(data)
        self._size += len(data)
        self._out.write(data)


def _row(where: int, within: int) -> bytes:
    kind = {-2: 0, -1: 1}.get(within, 2)
    return bytes((kind,)) + where.to_bytes(5, "big") + (max(within, 0) if kind else 0xFFFF).to_bytes(2, "big")


def text(value: str) -> str:
    """A string that people read, as it stands in an object."""
    value = legal(value)
    return f"({value[:_LONGEST].translate(_ESCAPED)})" if value.isascii() else _wide(value)


def key(value: str) -> str:
    """A name in a tree, written so that all programs agree on its place there."""
    return _wide(legal(value))


def _wide(value: str) -> str:
    return f"<FEFF{value[: _LONGEST // 4].encode('utf-16-be').hex().upper()}>"


def ref(number: int) -> str:
    return f"{number} 0 R"


def refs(numbers: Iterable[int]) -> str:
    """An array of references."""
    return f"[{' '.join(map(ref, numbers))}]"


def tree(file: File, pairs: Sequence[tuple[str, str]], entry: str) -> str:
    """A name tree (entry ``Names``) or number tree (``Nums``) of sorted pairs: the body of its root."""
    leaves = []
    for start in range(0, len(pairs), _LEAF):
        leaf = pairs[start : start + _LEAF]
        inside = " ".join(f"{key} {value}" for key, value in leaf)
        leaves.append(file.put(f"<</Limits[{leaf[0][0]} {leaf[-1][0]}]/{entry}[{inside}]>>"))
    return f"<</Kids{refs(leaves)}>>" if leaves else f"<</{entry}[]>>"
