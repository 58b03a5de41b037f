"""Runs of text become lines: cut where a line may break, shaped, filled greedily, put in visual order."""

from collections.abc import Iterable, Iterator

from exporters.pdf.bidi import base_level, levels, visual_order
from exporters.pdf.breaking import (
    ADDRESS_PIECE,
    CLUSTER,
    JOINED,
    PLAIN_SPACE,
    SPACE_RUN,
    SPACES,
    breaks_of,
)
from exporters.pdf.pages import Footnote
from exporters.pdf.runs import Fragment, Line, Paragraph, Run, Shaped, Style
from exporters.pdf.shaping import Shaper
from exporters.pdf.tagging import Element


class Setter:
    """Sets text for one document."""

    def __init__(self, shaper: Shaper) -> None:
        self.shaper = shaper
        self._known: dict[Style, dict[str, Shaped]] = {}

    def lines(self, paragraph: Paragraph, width: float) -> list[Line]:
        found = []
        for runs in paragraph:
            text = "".join([run.text for run in runs])
            text_levels = levels(text)
            rtl = text_levels is not None and base_level(text) == 1
            fragments = self._fragments(runs, text, text_levels)
            found += [_line(chosen, rtl) for chosen in self._fill(fragments, width)]
        return found

    def line(self, text: str, style: Style, element: Element | None = None) -> Line:
        """`text` on one line, however long."""
        return self.lines([[Run(text, style, element=element)]], float("inf"))[0]

    def balanced(self, paragraph: Paragraph, width: float) -> list[Line]:
        """As many lines as needed, of about equal width: no title ends in a single word."""
        lines = self.lines(paragraph, width)
        if not 1 < len(lines) < 5:
            return lines
        narrow, wide = self.widest_word(paragraph), width
        while wide - narrow > 4:
            middle = (narrow + wide) / 2
            if len(self.lines(paragraph, middle)) > len(lines):
                narrow = middle
            else:
                wide = middle
        return self.lines(paragraph, wide)

    def widest_word(self, paragraph: Paragraph) -> float:
        """The least width at which no word must be cut."""
        widest = 0.0
        for runs in paragraph:
            text = "".join([run.text for run in runs])
            unit = 0.0
            for fragment in self._fragments(runs, text, levels(text)):
                widest = max(widest, unit + fragment.shaped.width - fragment.shaped.hang)
                unit = 0.0 if fragment.breaks else unit + fragment.shaped.width
        return widest

    def width(self, runs: list[Run]) -> float:
        """How wide `runs` are on one line."""
        text = "".join([run.text for run in runs])
        return sum(fragment.width for fragment in self._fragments(runs, text, levels(text)))

    def _fragments(
        self, runs: list[Run], text: str, text_levels: tuple[int, ...] | None
    ) -> Iterator[Fragment]:
        breaks = breaks_of(text) - _glued(runs)
        ordered = sorted(breaks | _cuts(text, text_levels) if text_levels is not None else breaks)
        start = at = 0
        for run in runs:
            end = start + len(run.text)
            known = self._known.setdefault(run.style, {})
            while start < end:
                while at < len(ordered) and ordered[at] <= start:
                    at += 1
                cut = min(ordered[at], end) if at < len(ordered) else end
                shown = text[start:cut]
                level = text_levels[start] if text_levels is not None else 0
                shaped = known.get(shown) if not level else None
                if shaped is None:
                    shaped = self._shape(run.style, text, (start, cut), level)
                yield Fragment(shown, run, shaped, level, cut in breaks, start)
                start = cut

    def _shape(self, style: Style, text: str, span: tuple[int, int], level: int) -> Shaped:
        start, end = span
        shown = text[start:end]
        before = after = ""
        joins = not shown.isascii() and JOINED.search(shown) is not None
        if joins:
            before, after = text[max(start - 3, 0) : start], text[end : end + 3]
        plain = shown.translate(PLAIN_SPACE)
        words = self.shaper.shape(plain, style.face, rtl=level % 2 == 1, before=before, after=after)
        width = sum([word.width for word in words]) * style.size / 1000
        known = self._known[style]
        ink = len(shown.rstrip(SPACES))
        hang = 0.0 if ink == len(shown) else width
        if 0 < ink < len(shown):
            spaces = known.get(shown[ink:]) or self._shape(style, text, (start + ink, end), level)
            hang = spaces.width
        private = any(word.private for word in words)
        shaped = Shaped(words, width, hang, len(words) == 1 and words[0].simple, private)
        if not joins and not level:
            known[shown] = shaped
        return shaped

    def _fill(self, fragments: Iterable[Fragment], width: float) -> Iterator[list[Fragment]]:
        line: list[Fragment] = []
        used = 0.0
        for unit in _units(fragments):
            ink = _ink(unit)
            if line and used + ink > width:
                yield line
                line, used = [], 0.0
            if ink > width:
                *whole, line = self._cut(unit, width)
                yield from whole
                used = sum(fragment.width for fragment in line)
                continue
            line += unit
            for fragment in unit:
                used += fragment.shaped.width
        yield line

    def _cut(self, unit: list[Fragment], width: float) -> list[list[Fragment]]:
        """Lines of a unit that is wider than one; cut after a slash or a dot, else anywhere."""
        lines: list[list[Fragment]] = [[]]
        used = 0.0
        for fragment in (piece for whole in unit for piece in self._pieces(whole, width)):
            over = used + fragment.width - fragment.shaped.hang > width
            if lines[-1] and over and not (fragment.space or fragment.run.glued):
                lines.append([])
                used = 0.0
            lines[-1].append(fragment)
            used += fragment.width
        return lines

    def _pieces(self, fragment: Fragment, width: float) -> Iterator[Fragment]:
        for match in ADDRESS_PIECE.finditer(fragment.text):
            piece = self._piece(fragment, match.span())
            if piece.width <= width:
                yield piece
                continue
            for cluster in CLUSTER.finditer(fragment.text, *match.span()):
                yield self._piece(fragment, cluster.span())

    def _piece(self, fragment: Fragment, span: tuple[int, int]) -> Fragment:
        start, end = span
        shaped = self._shape(fragment.run.style, fragment.text, span, fragment.level)
        place = fragment.start + start
        return Fragment(fragment.text[start:end], fragment.run, shaped, fragment.level, True, place)


def _glued(runs: list[Run]) -> set[int]:
    """Where no line may start, for a glued run would be the first on it."""
    found: set[int] = set()
    start = 0
    for run in runs:
        if run.glued:
            found.update(range(start, start + len(run.text)))
        start += len(run.text)
    return found


def _cuts(text: str, text_levels: tuple[int, ...]) -> set[int]:
    """Where direction changes, and around spaces, which are put in order by themselves."""
    changes = {i for i in range(1, len(text_levels)) if text_levels[i] != text_levels[i - 1]}
    return changes.union(*(match.span() for match in SPACE_RUN.finditer(text)))


def _units(fragments: Iterable[Fragment]) -> Iterator[list[Fragment]]:
    unit: list[Fragment] = []
    for fragment in fragments:
        unit.append(fragment)
        if fragment.breaks:
            yield unit
            unit = []
    if unit:
        yield unit


def _ink(fragments: list[Fragment]) -> float:
    """The width without the spaces at the end."""
    total = 0.0
    for fragment in fragments:
        total += fragment.shaped.width
    for fragment in reversed(fragments):
        total -= fragment.shaped.hang
        if not fragment.space:
            break
    return total


def _line(fragments: list[Fragment], rtl: bool) -> Line:
    leading, ordered = 0.0, not rtl
    notes: list[Footnote] = []
    for fragment in fragments:
        run = fragment.run
        leading = max(leading, run.style.leading)
        ordered = ordered and not fragment.level
        if run.note is not None and run.note not in notes:
            notes.append(run.note)
    shown = fragments if ordered else _ordered(fragments, int(rtl))
    return Line(tuple(shown), _ink(fragments), leading, rtl, tuple(notes))


def _ordered(fragments: list[Fragment], base: int) -> list[Fragment]:
    last = len(fragments)
    while last and fragments[last - 1].space:
        last -= 1  # spaces at the end of a line stand at its end (L1)
    settled = fragments[:last] + [fragment._replace(level=base) for fragment in fragments[last:]]
    return [settled[i] for i in visual_order([fragment.level for fragment in settled])]
