"""What a message becomes: its article, or the several of a newsletter, and the files that came with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pressmark.article import BlockKind
from pressmark.importers.canon import one_line
from pressmark.importers.imported import (
    BlockText,
    CannotImport,
    Capture,
    Found,
    Imported,
    Known,
    Part,
    TooLong,
)
from pressmark.importers.letter import Letter
from pressmark.importers.letter_known import known_of, of_section
from pressmark.importers.mail_attachments import left_out, shortened, with_articles
from pressmark.importers.mail_body import Body, body_of, letters_of_digest
from pressmark.importers.newsletter import is_link, sections_of
from pressmark.importers.questions import WhetherToSplit

_NOTE = 40  # words up to which the text of a mail only goes with what is attached
_LONGEST_SAID = 80
_MOST_NAMED = 8
_TOP = 5  # lines among which an article has its headline


@dataclass(frozen=True, slots=True)
class _Piece:
    """One of several articles: what is known of it, its title's line (−1 where there is none), its text's."""

    known: Known
    title: int
    text: tuple[int, ...]


def articles_of(letter: Letter, capture: Capture) -> Iterator[Found]:
    """The article or the articles, then the attached files, each to be read by itself."""
    parts, left = with_articles(letter.attached)
    body = body_of(letter.lines, letter.subject)
    pieces = _pieces(letter, body, capture)
    warnings = (*letter.warnings, *left_out(left, capture.name))
    letter = replace(letter, warnings=warnings)
    if len(pieces) > 1 and capture.answers.split:
        yield from _each(pieces, letter, capture)
    elif parts and sum(letter.lines[at].words for at in body.own) < _NOTE:
        yield from _note(letter, body, capture)
    else:
        yield from _whole(letter, body, pieces, capture)
    known = known_of(letter, body, capture)
    around = Known(outlet=known.outlet, published=known.published, guessed=("outlet", "published"))
    for one in parts:
        yield Part(one.data, one.name, one.media_type, known=around)
    yield from letter.inner


def _whole(letter: Letter, body: Body, pieces: Sequence[_Piece], capture: Capture) -> Iterator[Found]:
    """All lines, those that are none of the article's struck out."""
    known = known_of(letter, body, capture)
    blocks = [line.block for line in letter.lines]
    own = body.own
    at = own[0] if own else 0
    title = one_line(known.headline)
    folded = title.casefold()
    same = next((one for one in own[:_TOP] if one_line(blocks[one][1]).casefold() == folded), -1)
    away = {*body.away, *_buttons(letter, body, pieces)}
    if same >= 0:
        blocks[same] = (BlockKind.HEADING, blocks[same][1], 1)
    elif title and blocks:
        blocks.insert(at, (BlockKind.HEADING, title, 1))
        away = {number + (number >= at) for number in away}
    several = WhetherToSplit(tuple(one.known.headline for one in pieces)) if len(pieces) > 1 else None
    found = _imported(blocks, known, away, letter, capture)
    yield replace(found, question=several or letter.question) if isinstance(found, Imported) else found


def _buttons(letter: Letter, body: Body, pieces: Sequence[_Piece]) -> Iterator[int]:
    """Of a newsletter, the lines that lead away from it."""
    held = {at for one in pieces for at in (one.title, *one.text)}
    return (at for at in body.own if len(pieces) > 1 and at not in held and is_link(letter.lines[at]))


def _each(pieces: Sequence[_Piece], letter: Letter, capture: Capture) -> Iterator[Found]:
    """An article each; what stands between them is said with the first."""
    held = {at for one in pieces for at in (one.title, *one.text)}
    left = [line.text for at, line in enumerate(letter.lines) if at not in held and line.words > 1]
    if left:
        letter = replace(letter, warnings=(*letter.warnings, _between(left, capture.name)))
    for one in pieces:
        title = [(BlockKind.HEADING, one.known.headline, 1)] if one.known.headline else []
        blocks: list[BlockText] = [*title, *(letter.lines[at].block for at in one.text)]
        yield _imported(blocks, one.known, set(), letter, replace(capture, url=""))
        letter = replace(letter, warnings=())


def _note(letter: Letter, body: Body, capture: Capture) -> Iterator[Found]:
    """A few words that go with what is attached are no article."""
    if said := one_line(" ".join(letter.lines[at].text for at in body.own)):
        yield CannotImport(
            f"The text of {capture.name} only goes with what is attached and was left out: "
            f"“{shortened(said, _LONGEST_SAID)}”"
        )
    for warning in letter.warnings:
        yield CannotImport(warning)


def _imported(
    blocks: Sequence[BlockText], known: Known, away: set[int], letter: Letter, capture: Capture
) -> Found:
    try:
        return capture.imported(blocks, known, letter.media_type, letter.warnings, away)
    except CannotImport as error:
        return error
    except TooLong as error:
        return CannotImport(
            f"“{shortened(known.headline)}” in {capture.name} holds {error}, which no article does"
        )


def _pieces(letter: Letter, body: Body, capture: Capture) -> list[_Piece]:
    """The several articles that it may be taken apart into."""
    if digest := letters_of_digest(letter.lines):
        return [_Piece(known_of(letter, one, capture), -1, tuple(one.own)) for one in digest if one.own]
    known = known_of(letter, body, capture)
    return [
        _Piece(of_section(known, one.headline, one.url), one.at, one.text)
        for one in sections_of(letter.lines, body.own)
    ]


def _between(left: Sequence[str], name: str) -> str:
    named = ", ".join(f"“{shortened(one)}”" for one in left[:_MOST_NAMED])
    more = f" and {len(left) - _MOST_NAMED} more lines" if len(left) > _MOST_NAMED else ""
    return f"{name} was taken apart into its articles; left out as none of them: {named}{more}"
