"""Inlines become runs: tones, links that may be followed, marks with their readable ids, calls of notes."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count, takewhile
from typing import TypeAlias, assert_never

from exporters import typography as look
from exporters.links import address, anchor, anchors
from exporters.marking import homes
from exporters.marking import runs as marked_runs
from exporters.pdf.file import ref, text
from exporters.pdf.pages import Footnote
from exporters.pdf.runs import Paragraph, Run, Style, Underline
from exporters.pdf.styles import Styles
from exporters.pdf.tagging import Element, Tree
from pressmark.brief import Break, Brief, Inline, Inlines, Link, Mark, Marked, Note, Text, Tone

_HAIR_SPACE = "\u200a"  # keeps a marker off the word before it, on paper and when copied

SetNote: TypeAlias = Callable[[Paragraph, Element], Footnote]
"""Sets the words of a note, which are parts of the element."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A mark whose comment is to be printed, and the place where that will stand."""

    mark: Mark
    place: str


@dataclass(slots=True)
class _Passing:
    """What lasts from one inline of a paragraph to the next."""

    style: Style
    within: Element
    raised: bool
    lanes: dict[str, int] = field(default_factory=dict)
    spans: dict[str, Element] = field(default_factory=dict)  # of the marks that are open, outermost first


class RunMaker:
    """Turns each of a brief's inlines into runs, once; collects the remarks that are due."""

    def __init__(self, brief: Brief, styles: Styles, tree: Tree, set_note: SetNote) -> None:
        self._brief = brief
        self._styles = styles
        self._tree = tree
        self._set_note = set_note
        self._places = _reachable(brief)
        self._left = Counter(name for run in marked_runs(brief) for name in run.marks)
        self._begun: set[str] = set()
        self._remarked = count()
        self._noted = count(1)
        self._homes = homes(brief)
        self._told: dict[str, str] = {}
        self.remarks: list[Remark] = []

    def paragraph(
        self, inlines: Inlines, style: Style, within: Element, *, raised: bool = False
    ) -> Paragraph:
        """The runs of what is said in `within`; `raised` sets links to rows as markers."""
        lines: Paragraph = [[]]
        passing = _Passing(style, within, raised)
        for inline, following in zip(inlines, (*inlines[1:], None), strict=False):
            if not isinstance(inline, Marked):
                passing.spans.clear()
            match inline:
                case Break():
                    if lines[-1]:  # read aloud, the last word of a line is not the first of the next
                        lines[-1].append(Run(" ", style))
                    lines.append([])
                case Text(characters, tone):
                    lines[-1].append(Run(characters, self._styles.toned(style, tone)))
                case Link():
                    lines[-1].append(self._link(inline, passing))
                case Marked():
                    lines[-1] += self._marked(inline, following, passing)
                case Note():
                    lines[-1].append(self._call(inline, passing))
                case _:
                    assert_never(inline)
        return lines

    def target(self, wanted: str) -> str:
        """Where a link may lead: an address, a place that exists, or nowhere."""
        name = anchor(wanted)
        if name is not None:
            return wanted if name in self._places else ""
        return address(wanted) or ""

    def link(self, words: str, style: Style, target: str, within: Element, *, glued: bool = False) -> Run:
        """Words that lead to `target`, if that is anywhere."""
        element = self._tree.inline("Link", within) if target and words else within
        return Run(words, style, target, glued=glued, element=element)

    def _link(self, link: Link, passing: _Passing) -> Run:
        target = self.target(link.target)
        toned = self._styles.toned(passing.style, link.tone)
        if not target:
            return Run(link.text, toned)
        if passing.raised and target.startswith("#"):
            style = self._styles.marker(passing.style, self._styles.accent)
            return self.link(_HAIR_SPACE + link.text, style, target, passing.within, glued=True)
        colour = look.QUIET if link.tone is Tone.QUIET else self._styles.accent
        return self.link(link.text, replace(toned, colour=colour), target, passing.within)

    def _call(self, note: Note, passing: _Passing) -> Run:
        """The number of a note, which leads to its words and back."""
        number = next(self._noted)
        element = self._tree.note(passing.within, f"footnote-{number}")
        quiet = self._styles.quiet
        back = self.link(
            str(number), self._number(quiet), f"#call-{number}", self._tree.inline("Lbl", element)
        )
        words = self._tree.inline("P", element)
        (first, *others) = self.paragraph(note.inlines, quiet, words)
        label = [replace(back, places=(f"footnote-{number}",)), Run("\u00a0", quiet, glued=True)]
        footnote = self._set_note([label + first, *others], words)
        reference = self._tree.inline("Reference", passing.within)
        style = self._number(passing.style)
        call = self.link(_HAIR_SPACE + str(number), style, f"#footnote-{number}", reference, glued=True)
        return replace(call, places=(f"call-{number}",), note=footnote)

    def _number(self, style: Style) -> Style:
        return self._styles.marker(style, self._styles.accent)

    def _marked(self, marked: Marked, following: Inline | None, passing: _Passing) -> list[Run]:
        names = [name for name in marked.marks if name in self._brief.marks]
        _assign(names, passing.lanes)
        begun = [name for name in names if name not in self._begun] if marked.text else []
        self._begun.update(begun)
        self._left.subtract(names)
        places = tuple(self._brief.marks[name].anchor for name in begun if self._brief.marks[name].anchor)
        self._open(names, passing)
        innermost = next(reversed(passing.spans.values()), None)
        body = Run(marked.text, passing.style, places=places, element=innermost)
        ended = [name for name in reversed(names) if self._left[name] == 0]
        if not ended:
            return [self._under(body, names, passing)]
        open_names = following.marks if isinstance(following, Marked) else ()
        continuing = [name for name in names if name in open_names]
        outer = takewhile(lambda each: each[0] in continuing, passing.spans.items())
        within = [passing.within, *(span for _, span in outer)][-1]
        markers = [run for name in ended for run in self._marker(name, passing.style, within)]
        return [
            self._under(body, names, passing),
            *(self._under(run, continuing, passing) for run in markers),
        ]

    def _open(self, names: list[str], passing: _Passing) -> None:
        """Goes on with the spans of the outermost marks that last; those of the others are new."""
        pairs = zip(names, passing.spans, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        passing.spans = {name: passing.spans[name] for name in names[:same]}
        for name in names[same:]:
            within = [passing.within, *passing.spans.values()][-1]
            passing.spans[name] = self._tree.inline("Span", within, self._attributes(name))

    def _attributes(self, name: str) -> str:
        """The label and the id of a mark, for those who read the tags."""
        told = self._told.get(name)
        if told is None:
            mark = self._brief.marks[name]
            label = self._brief.labels.get(mark.label)
            title = label.title if label is not None else mark.label
            properties = f"[<</N(Label)/V{text(title)}>><</N(Id)/V{text(mark.name)}>>]"
            number = self._tree.file.put(f"<</O/UserProperties/P{properties}>>")
            told = self._told[name] = f"/A {ref(number)}/T{text(f'{mark.name} {title}')}"
        return told

    def _under(self, run: Run, names: list[str], passing: _Passing) -> Run:
        """`run` under the marks of those names."""
        labels = self._brief.labels
        looks = [(name, labels.get(self._brief.marks[name].label)) for name in names]
        underlines = tuple(
            Underline(name, passing.lanes[name], label.ink, label.line)
            for name, label in looks
            if label is not None
        )
        tint = next((label.fill for _, label in looks if label is not None), "")
        return replace(run, tint=tint, underlines=underlines) if names else run

    def _marker(self, name: str, style: Style, within: Element) -> list[Run]:
        mark = self._brief.marks[name]
        label = self._brief.labels.get(mark.label)
        raised = self._styles.marker(style, label.ink if label else look.QUIET)
        row = self.target(f"#{self._homes.get(name, mark.name)}")
        runs = [self.link(_HAIR_SPACE + mark.name, raised, row, within, glued=True)]
        if mark.comment is not None:
            place = f"remark-{next(self._remarked)}"  # the hyphen keeps it apart from the brief's own anchors
            self.remarks.append(Remark(mark, place))
            runs.append(self.link("*", raised, f"#{place}", within, glued=True))
        return runs


def _assign(names: list[str], lanes: dict[str, int]) -> None:
    """Gives each mark a lane for as long as it lasts, so that its underline never jumps."""
    for name in [name for name in lanes if name not in names]:
        del lanes[name]
    for name in names:
        if name not in lanes:
            taken = set(lanes.values())
            lanes[name] = next(lane for lane in range(len(taken) + 1) if lane not in taken)


def _reachable(brief: Brief) -> frozenset[str]:
    """The places that links can lead to. A mark over no characters leaves none."""
    found = list(marked_runs(brief))
    seen = {name for run in found if run.text for name in run.marks}
    unseen = {name for run in found for name in run.marks if name in brief.marks} - seen
    return anchors(brief) - {brief.marks[name].anchor for name in unseen}
