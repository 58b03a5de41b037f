"""An RTF file as its words, signs, braces and characters, one after the other."""

import re
from collections.abc import Iterator

from pressmark.importers.imported import CannotImport

_TOKEN = re.compile(
    rb"(?P<text>[^\\{}\r\n]+)|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})? ?"
    rb"|(?P<bytes>(?:\\'[0-9a-fA-F]{2}){1,1000})|(?P<brace>[{}])|\\(?P<sign>[^a-zA-Z])|[\r\n]+|\\",
    re.DOTALL,
)
_TO_SKIP = re.compile(rb"\\bin([0-9]{1,10}) ?|\\[^a-zA-Z]|[{}]", re.DOTALL)
_MOST = 3_000_000  # some ten seconds


class Tokens:
    """Goes through the file; who reads it may go further than the next token."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        self._at = self._count = 0

    def __iter__(self) -> Iterator[re.Match[bytes]]:
        while found := _TOKEN.match(self._data, self._at):
            self._go(found.end())
            yield found

    def skip(self, size: int) -> None:
        """Over bytes that are no text."""
        self._at += max(0, size)

    def skip_group(self) -> None:
        """To the brace that ends the group, over whatever is in it."""
        depth = 1
        while found := _TO_SKIP.search(self._data, self._at):
            self._go(found.end() + int(found[1] or 0))
            depth += (found[0] == b"{") - (found[0] == b"}")
            if not depth:
                self._at -= 1
                return
        self._at = len(self._data)

    def _go(self, at: int) -> None:
        self._at = at
        self._count += 1
        if self._count > _MOST:
            raise CannotImport(
                f"{self._name} holds more formatting than any document does: copy the text and paste it"
            )
