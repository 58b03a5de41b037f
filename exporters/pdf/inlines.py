"""Inlines become runs: tones, links that may be followed, and marks with their readable ids."""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import count
from typing import assert_never

from exporters import typography as look
from exporters.links import address, anchor, anchors
from exporters.marking import homes
from exporters.pdf import styles
from exporters.pdf.lines import Run, Style, Underline
from exporters.walking import texts, with_notes
from pressmark.brief import Block, Break, Brief, Inline, Inlines, Link, Mark, Marked, Text, Tone, plain
from pressmark.brief import Note as Footnote


@dataclass(frozen=True, slots=True)
class Note:
    """A mark whose comment is to be printed, and the place where that will stand."""

    mark: Mark
    place: str


_HAIR_SPACE = "\u200a"  # keeps a marker off the word before it, on paper and when copied


class RunMaker:
    """Turns each of a brief's inlines into runs, once; collects the notes that are due."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._places = anchors(brief)
        self._left = Counter(name for block in brief.blocks for name in _marks(block))
        self._begun: set[str] = set()
        self._noted = count()
        self._homes = homes(brief)
        self.notes: list[Note] = []

    def paragraph(self, inlines: Inlines, style: Style, *, raised: bool = False) -> list[list[Run]]:
        """A list of runs for each line that a Break ends; `raised` sets links to rows as markers."""
        lines: list[list[Run]] = [[]]
        lanes: dict[str, int] = {}
        for inline, following in zip(inlines, (*inlines[1:], None), strict=False):
            match inline:
                case Break():
                    lines.append([])
                case Text(text, tone):
                    lines[-1].append(Run(text, styles.toned(style, tone)))
                case Link():
                    lines[-1].append(self._link(inline, style, raised))
                case Marked():
                    lines[-1] += self._marked(inline, following, style, lanes)
                case Footnote():
                    words = f" ({plain(inline.inlines)})"
                    lines[-1].append(Run(words, styles.toned(style, Tone.QUIET)))
                case _:
                    assert_never(inline)
        return lines

    def target(self, wanted: str) -> str:
        """Where a link may lead: an address, a place that exists, or nowhere."""
        name = anchor(wanted)
        if name is not None:
            return wanted if name in self._places else ""
        return address(wanted) or ""

    def _link(self, link: Link, style: Style, raised: bool) -> Run:
        target = self.target(link.target)
        toned = styles.toned(style, link.tone)
        if not target:
            return Run(link.text, toned)
        if raised and target.startswith("#"):
            return Run(_HAIR_SPACE + link.text, styles.marker(style, look.ACCENT), target, glued=True)
        colour = look.QUIET if link.tone is Tone.QUIET else look.ACCENT
        return Run(link.text, replace(toned, colour=colour), target)

    def _marked(
        self, marked: Marked, following: Inline | None, style: Style, lanes: dict[str, int]
    ) -> list[Run]:
        names = [name for name in marked.marks if name in self._brief.marks]
        _assign(names, lanes)
        begun = [name for name in names if name not in self._begun]
        self._begun.update(begun)
        self._left.subtract(names)
        places = tuple(self._brief.marks[name].anchor for name in begun if self._brief.marks[name].anchor)
        body = replace(self._styled(Run(marked.text, style), names, lanes), places=places)
        ended = [name for name in reversed(names) if self._left[name] == 0]
        open_names = following.marks if isinstance(following, Marked) else ()
        continuing = [name for name in names if name in open_names]
        markers = [run for name in ended for run in self._marker(name, style)]
        return [body, *(self._styled(run, continuing, lanes) for run in markers)]

    def _styled(self, run: Run, names: list[str], lanes: dict[str, int]) -> Run:
        labels = self._brief.labels
        looks = [(name, labels.get(self._brief.marks[name].label)) for name in names]
        underlines = tuple(
            Underline(name, lanes[name], label.ink, label.line) for name, label in looks if label is not None
        )
        tint = next((label.fill for _, label in looks if label is not None), "")
        return replace(run, tint=tint, underlines=underlines)

    def _marker(self, name: str, style: Style) -> list[Run]:
        mark = self._brief.marks[name]
        label = self._brief.labels.get(mark.label)
        raised = styles.marker(style, label.ink if label else look.QUIET)
        row = self.target(f"#{self._homes.get(name, mark.name)}")
        runs = [Run(_HAIR_SPACE + mark.name, raised, row, glued=True)]
        if mark.comment is not None:
            place = f"note-{next(self._noted)}"  # the hyphen keeps it apart from the brief's own anchors
            self.notes.append(Note(mark, place))
            runs.append(Run("*", raised, f"#{place}", glued=True))
        return runs


def _assign(names: list[str], lanes: dict[str, int]) -> None:
    """Gives each mark a lane for as long as it lasts, so that its underline never jumps."""
    for name in [name for name in lanes if name not in names]:
        del lanes[name]
    for name in names:
        if name not in lanes:
            taken = set(lanes.values())
            lanes[name] = next(lane for lane in range(len(taken) + 1) if lane not in taken)


def _marks(block: Block) -> list[str]:
    runs = (inline for text in texts(block) for inline in with_notes(text) if isinstance(inline, Marked))
    return [name for run in runs for name in run.marks]
