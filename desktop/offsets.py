"""Code points of the model ↔ UTF-16 units of Qt: the one place where the two meet.

Qt counts UTF-16 units, so every character beyond U+FFFF takes two. A document that holds an article has one
Qt paragraph a block; the separator between paragraphs counts one, as the line feed does in `Article.text`.
"""

import re
from bisect import bisect_left

from pressmark.article import Span

_TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """Translates positions in one text. Positions inside a surrogate pair count as before its character."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [found.start() for found in _TWO_UNITS.finditer(text)]
        self._wide_units = [index + number for number, index in enumerate(self._wide)]

    @property
    def length_in_units(self) -> int:
        return self._length + len(self._wide)

    def to_units(self, position: int) -> int:
        """The UTF-16 unit at which a code point begins."""
        return position + bisect_left(self._wide, position)

    def to_code_points(self, unit: int) -> int:
        """The code point that a UTF-16 unit belongs to."""
        return unit - bisect_left(self._wide_units, unit)

    def span_to_units(self, span: Span) -> tuple[int, int]:
        return self.to_units(span.start), self.to_units(span.end)

    def span_of(self, start: int, end: int) -> Span | None:
        """The span between two units, in either order; None where they are the same place."""
        first, last = sorted((self.to_code_points(start), self.to_code_points(end)))
        return Span(first, last) if first < last else None
