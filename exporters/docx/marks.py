"""What stands around marked words: bookmarks, comments and the mark's name, and how overlaps look."""

from collections.abc import Iterator

from exporters.docx.character_styles import fill, underline
from exporters.docx.draft import Draft
from exporters.docx.edges import Address, Piece, Place
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, colour, joined, w
from pressmark.brief import Inline, LabelStyle, Marked


def before(draft: Draft, place: Place, remarks: bool) -> Element:
    """Begins the bookmark of each piece, and, with `remarks`, the comment of each mark, that begins here."""
    pieces = draft.edges.begins.get(place)
    if not pieces:
        return Element("")
    found = []
    for piece in pieces:
        found.append(draft.bookmarks.start(_bookmark(draft, piece)))
        if remarks and piece.number == 1 and draft.brief.marks[piece.mark].comment:
            found.append(begin_comment(draft, piece.mark))
    return joined(found)


def after(draft: Draft, place: Place, inline: Inline, remarks: bool) -> Element:
    """Ends what ends here, then names it: q1. A comment reaches from its mark's first piece to its last."""
    pieces = draft.edges.ends.get(place)
    if not pieces:
        return Element("")
    found = []
    for piece in pieces:
        if remarks and piece.last and piece.mark in draft.comments:
            found.append(end_comment(draft, piece.mark))
        found.append(draft.bookmarks.end(_bookmark(draft, piece)))
    return joined([*found, *_names(draft, pieces, _fill_around(draft, inline, pieces))])


def commented_in(draft: Draft, note: Address, length: int) -> list[str]:
    """The marks with comments that begin in a note: Word has room for comments in the text only."""
    begun = (piece for index in range(length) for piece in draft.edges.begins.get((note, index), ()))
    return [piece.mark for piece in begun if piece.number == 1 and draft.brief.marks[piece.mark].comment]


def begin_comment(draft: Draft, mark: str) -> Element:
    """What the comment on `mark` is about begins."""
    return w("commentRangeStart", id=draft.comments.setdefault(mark, len(draft.comments)))


def end_comment(draft: Draft, mark: str) -> Element:
    number = draft.comments[mark]
    sign = run(w("commentReference", id=number), style="CommentReference")
    return joined([w("commentRangeEnd", id=number), sign])


def _names(draft: Draft, pieces: list[Piece], direct: list[Element]) -> Iterator[Element]:
    """The pieces' names side by side, each a way back to the row that tells of its mark."""
    for number, piece in enumerate(pieces):
        space = "\u00a0" if number else ""
        words = runs(space + draft.brief.marks[piece.mark].name, "MarkName", direct)
        home = draft.bookmarks.name(draft.homes.get(piece.mark))
        yield w("hyperlink", words, anchor=home, history=1) if home else words


def _fill_around(draft: Draft, inline: Inline, ended: list[Piece]) -> list[Element]:
    """The fill of the outermost mark that goes on: a name within it must not tear a hole."""
    past = {piece.mark for piece in ended}
    open_ = [mark for mark in _known(draft, inline) if mark not in past]
    return [fill(draft.brief.labels[draft.brief.marks[open_[0]].label])] if open_ else []


def marked(draft: Draft, inline: Marked, right_to_left: bool) -> Element:
    """The words in the style of the outermost label; labels within it change the lines, not the fill."""
    names = dict.fromkeys(draft.brief.marks[mark].label for mark in _known(draft, inline))
    if not names:
        return runs(inline.text, right_to_left=right_to_left)
    outermost, *further = names
    direct = _overlap([draft.brief.labels[name] for name in further])
    return runs(inline.text, draft.labels[outermost], direct, right_to_left=right_to_left)


def _known(draft: Draft, inline: Inline) -> list[str]:
    """The marks over the inline that the brief explains."""
    return [mark for mark in inline.marks if mark in draft.brief.marks] if isinstance(inline, Marked) else []


def _overlap(further: list[LabelStyle]) -> list[Element]:
    """Word has one fill, one underline and one border a run: the innermost label takes the underline,
    the one around it the border. Any others are told by their names and bookmarks."""
    lines = [underline(further[-1])] if further else []
    return lines + ([_border(further[-2])] if len(further) > 1 else [])


def _border(label: LabelStyle) -> Element:
    """A hairline in the label's ink; dashed and waved frames of so small a size are ragged."""
    return w("bdr", val="single", sz=2, space=0, color=colour(label.ink))


def _bookmark(draft: Draft, piece: Piece) -> str:
    anchor = draft.brief.marks[piece.mark].anchor
    name = draft.bookmarks.name(anchor)
    return name if name and piece.number == 1 else draft.bookmarks.further(anchor, piece.number)
