"""Blocks as Markdown, an empty line between them."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporters.captions import Kind, word
from exporters.characters import legal, one_line
from exporters.language import moment
from exporters.markdown import escape
from exporters.markdown.inlines import lines, strong
from exporters.markdown.manuscript import Manuscript
from exporters.markdown.tables import table
from exporters.marking import MarkedText, Part, met, met_elsewhere, parts
from pressmark.brief import (
    Brief,
    Comment,
    Contents,
    Figure,
    Heading,
    Legend,
    PageBreak,
    Paragraph,
    Passage,
    PassageKind,
    Role,
    Table,
    Tick,
)

_DEEPEST = 6  # Markdown has no deeper headings
_HARD_BREAK = "\\\n"
_QUOTED, _ITEM, _NOTE = "> ", "- ", "    "


def document(brief: Brief, tick: Tick) -> str:
    """The whole brief."""
    manuscript = Manuscript.of(brief)
    found = [_furniture(brief), f"# {escape.heading(escape.words(brief.title))}", _head(brief)]
    level, done = 1, 0
    for part in parts(brief):
        tick(done / len(brief.blocks))
        done += len(part.parts) if isinstance(part, MarkedText) else 1
        level = part.level if isinstance(part, Heading) else level
        found += _part(manuscript, part, level)
    found += _notes(manuscript, met_elsewhere(brief))
    found += _footnotes(manuscript)
    found += ["---", strong(brief.caveat)] if brief.caveat else []
    return "\n\n".join(filter(None, found)) + "\n"


def _furniture(brief: Brief) -> str:
    return " · ".join(filter(None, (strong(one_line(brief.caveat)), _line(brief.dateline))))


def _head(brief: Brief) -> str:
    """The cover's lines, or the details where there is none."""
    lines = [f"{strong(one_line(name))} {_line(value)}" for name, value in brief.cover]
    return _HARD_BREAK.join(lines) if lines else _line(brief.details)


def _captioned(manuscript: Manuscript, kind: Kind, caption: str) -> str:
    """“**Figure 1** What has been pledged”."""
    manuscript.numbers[kind] += 1
    number = f"{word(kind, manuscript.brief.language)} {manuscript.numbers[kind]}"
    return f"{strong(number)} {_line(caption)}".strip()


def _contents(manuscript: Manuscript, block: Contents) -> str:
    """The headings as a list, linked where they have a place."""
    headings = [one for one in manuscript.brief.blocks if isinstance(one, Heading) and one.level == 1]
    entries = [
        f"- [{escape.words(one.text)}](#{one.anchor})" if one.anchor else f"- {_line(one.text)}"
        for one in headings
    ]
    return "\n".join([f"{strong(one_line(block.title))}\n", *entries])


def _footnotes(manuscript: Manuscript) -> list[str]:
    """Each note that was called, a footnote; one within another would have no place to be called from."""
    found = []
    for number, note in enumerate(list(manuscript.notes), start=1):
        finished = [escape.line(line) for line in lines(manuscript, note.inlines)]
        found.append(_set(finished, f"[^{number}]: ", _NOTE))
    return found


def _line(text: str) -> str:
    return escape.line(escape.words(text))


def _part(manuscript: Manuscript, part: Part, level: int) -> Iterator[str]:
    match part:
        case Heading():
            yield _heading(manuscript.place(part.anchor) + escape.words(part.text), level)
        case Paragraph():
            yield _paragraph(manuscript, part)
        case Table():
            if part.caption:
                yield _captioned(manuscript, Kind.TABLE, part.caption)
            yield table(manuscript, part)
        case Figure():
            caption = _captioned(manuscript, Kind.FIGURE, part.caption)
            yield _set([manuscript.place(part.anchor) + caption, _line(part.alternative)], _QUOTED, _QUOTED)
        case Contents():
            yield _contents(manuscript, part)
        case PageBreak():
            return
        case MarkedText():
            yield from _marked_text(manuscript, part, level)
        case _:
            assert_never(part)


def _heading(markdown: str, level: int) -> str:
    """The title of the brief is the heading of level 1."""
    return f"{'#' * min(max(level, 1) + 1, _DEEPEST)} {escape.heading(markdown)}"


def _paragraph(manuscript: Manuscript, paragraph: Paragraph) -> str:
    """A paragraph; the bottom line is set off as a quotation is."""
    prefix = _QUOTED if paragraph.role in (Role.LEAD, Role.CAUTION) else ""
    mark = "**!** " if paragraph.role is Role.CAUTION else ""
    first, *further = lines(manuscript, paragraph.inlines)
    opening = manuscript.place(paragraph.anchor) + mark + escape.line(first)
    return _set([opening, *map(escape.line, further)], prefix, prefix)


def _set(finished: list[str], first: str, further: str) -> str:
    """Lines of one block behind what their kind of block puts before them."""
    kept = [line for line in finished if line.strip()]
    return first + (_HARD_BREAK + further).join(kept) if kept else ""


def _marked_text(manuscript: Manuscript, text: MarkedText, level: int) -> Iterator[str]:
    marks = met(text, manuscript.brief)
    for part in text.parts:
        if isinstance(part, Legend):
            yield _legend(manuscript, part, marks)
        else:
            yield _passage(manuscript, part, level)
    yield from _notes(manuscript, marks)


def _passage(manuscript: Manuscript, passage: Passage, level: int) -> str:
    """A block of the article behind the number of its paragraph."""
    number = "" if passage.number is None else f"<sup>¶{passage.number}</sup> "
    before = manuscript.place(passage.anchor) + number
    found = lines(manuscript, passage.inlines)
    if passage.kind is PassageKind.HEADING:
        return _heading(before + " ".join(found), level + 1)
    finished = [before + escape.line(found[0]), *map(escape.line, found[1:])]
    match passage.kind:
        case PassageKind.LIST_ITEM:
            return _set(finished, _ITEM, " " * len(_ITEM))
        case PassageKind.QUOTATION:
            return _set(finished, _QUOTED, _QUOTED)
        case PassageKind.PARAGRAPH | PassageKind.CAPTION:
            return _set(finished, "", "")
        case _:
            assert_never(passage.kind)


def _legend(manuscript: Manuscript, legend: Legend, marks: Iterable[str]) -> str:
    """Each label's title and the names of its marks in these passages."""
    brief = manuscript.brief
    entries = []
    for label in legend.labels:
        names = [escape.words(brief.marks[key].name) for key in marks if brief.marks[key].label == label]
        entries.append(" ".join(filter(None, (strong(manuscript.label_title(label)), ", ".join(names)))))
    return escape.line(" · ".join(entries))


def _notes(manuscript: Manuscript, marks: Iterable[str]) -> list[str]:
    """What analysts have noted on these marks, a footnote each."""
    named = [manuscript.brief.marks[key] for key in marks]
    return [
        _set(_note(manuscript, mark.comment), f"[^{mark.anchor}]: ", _NOTE) for mark in named if mark.comment
    ]


def _note(manuscript: Manuscript, comment: Comment) -> list[str]:
    when = moment(comment.date, manuscript.brief.language) if comment.date else ""
    signed = ", ".join(filter(None, (comment.author, when)))
    found = [_line(line) for line in legal(comment.text).split("\n")]
    return [*found, f"— {escape.words(signed)}"] if signed else found
