"""A piece of news as an agency states it, whatever its format, and how it becomes an article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace

from pressmark.article import BlockKind
from pressmark.importers.canon import one_line
from pressmark.importers.imported import BlockText, Capture, Imported, Known
from pressmark.importers.page_names import authors_of

_WITHDRAWN = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld", "killed": "canceled"}
_NEAR_TOP = 15


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of news; each field is empty where nothing is stated.

    `status` is the agency's word for what may be done with it (usable, embargoed, canceled), `note` what it
    says to editors. `corrects` is set where the piece takes the place of one that was wrong.
    """

    known: Known = field(default_factory=Known)
    subheads: tuple[str, ...] = ()
    byline: str = ""
    dateline: str = ""
    abstract: tuple[str, ...] = ()
    blocks: tuple[BlockText, ...] = ()
    status: str = ""
    note: str = ""
    corrects: bool = False

    def around(self, inner: "Piece") -> "Piece":
        """What is within this, with all that is stated here in the place of what is stated there."""
        names = [one.name for one in fields(Piece) if one.name not in {"known", "blocks"}]
        stated = {name: getattr(self, name) or getattr(inner, name) for name in names}
        return replace(inner, known=_first_stated(self.known, inner.known), **stated)


def article_of(piece: Piece, capture: Capture, media_type: str, warnings: Iterable[str]) -> Imported:
    """The article, with its headline, byline and dateline over it. Raises CannotImport and TooLong."""
    at, known = _headline_at(piece), piece.known
    if not known.author:
        known = replace(known, author=authors_of([piece.byline]))
    blocks = [*piece.blocks[: at + 1], *_lines(piece, at), *piece.blocks[at + 1 :]]
    said = [*warnings, *_warnings(piece, known)]
    imported = capture.imported(blocks, known, media_type, said, range(at))
    if not (state := _WITHDRAWN.get(piece.status)):
        return imported
    note = f"The agency has {state} it" + (f": {piece.note}" if piece.note else "")
    return replace(imported, source=replace(imported.source, status="withdrawn", status_note=note))


def _headline_at(piece: Piece) -> int:
    """Where the text itself has its headline, −1 where it has none; what stands over that is not its own."""
    headline = _folded(piece.known.headline)
    top = enumerate(piece.blocks[:_NEAR_TOP])
    found = (at for at, (kind, text, _) in top if kind is BlockKind.HEADING and _folded(text) == headline)
    return next(found, -1)


def _lines(piece: Piece, at: int) -> list[BlockText]:
    """What is stated around the text and stands over it, but for what the text begins with."""
    headline = piece.known.headline
    body = [_folded(text) for _, text, _ in piece.blocks[:_NEAR_TOP]]
    lines: list[BlockText] = []
    if headline and at < 0 and _folded(headline) not in body[:1]:
        lines.append((BlockKind.HEADING, headline, 1))
    for line in dict.fromkeys(piece.subheads):
        if not _is_there(line, [*body, _folded(headline)]):
            lines.append((BlockKind.HEADING, line, 2))
    for line in (piece.byline if authors_of([piece.byline]) else "", piece.dateline, *piece.abstract):
        if line and not _is_there(line, body):
            lines.append((BlockKind.PARAGRAPH, line, 0))
    return lines


def _is_there(line: str, body: Sequence[str]) -> bool:
    """True where the text begins a block with the line: “LONDON (AP) – …” with a dateline “London”."""
    return any(text.startswith(_folded(line)) for text in body)


def _warnings(piece: Piece, known: Known) -> Iterable[str]:
    """What an analyst must know before the piece is relied on."""
    agency, note = known.outlet or "The agency", f": “{piece.note}”" if piece.note else ""
    if state := _WITHDRAWN.get(piece.status):
        yield f"{agency} has {state} this piece; it is marked as withdrawn{note}"
    elif piece.status == "embargoed":
        yield f"{agency} has put this piece under an embargo: do not pass it on before the time given{note}"
    elif piece.corrects:
        yield f"{agency} says that this piece corrects an earlier one{note}"


def _first_stated(outer: Known, inner: Known) -> Known:
    """The outer's fields, with the inner's where they are empty or only guessed."""
    names = [one.name for one in fields(Known) if one.name != "guessed"]
    kept = {name for name in names if getattr(outer, name) and name not in outer.guessed}
    kept |= {name for name in names if getattr(outer, name) and not getattr(inner, name)}
    guessed = [name for name in names if name in (outer if name in kept else inner).guessed]
    values = {name: getattr(outer if name in kept else inner, name) for name in names}
    return Known(**values, guessed=tuple(guessed))


def _folded(text: str) -> str:
    return one_line(text).casefold()
