"""Tells the articles of a newsletter: titles that are links or have one, each with some text under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressmark.article import BlockKind
from pressmark.importers.boilerplate_phrases import phrases
from pressmark.importers.letter import Line

_FEWEST_WORDS, _MOST_WORDS = 3, 25
_LEAST_TEXT = 10  # words
_LINK = 0.9
_LONGEST_BUTTON, _MOST_OF_BUTTON = 60, 6  # characters; words, and one
_NEAR = 6  # lines from a title to the address that ends its article in plain text
_ENDS = re.compile(r"[.:;,…]$")
_BEGINS = re.compile(r"[\w\"'“„«‘¿¡]")


@dataclass(frozen=True, slots=True)
class Section:
    """An article of a newsletter: its title, where it leads, and the lines that are its text, by number."""

    headline: str
    url: str
    at: int
    text: tuple[int, ...]


def sections_of(lines: Sequence[Line], own: Sequence[int]) -> list[Section]:
    """The articles in the lines of those numbers; none where there are not several."""
    numbers = [at for at in own if lines[at].text.strip(" -_=*·•|")]
    shown = [lines[at] for at in numbers]
    titles = _with_text(shown, _titles(shown))
    found = []
    for title, end in pairwise([*titles, len(shown)]):
        if section := _section(shown, title, end):
            at, text = numbers[section.at], tuple(numbers[one] for one in section.text)
            found.append(Section(section.headline, section.url, at, text))
    return found if len({one.url for one in found}) > 1 else []


def _section(lines: Sequence[Line], title: int, end: int) -> Section | None:
    text = [at for at in range(title + 1, end) if not is_link(lines[at]) and not _leads_on(lines, at)]
    url = next(filter(None, (lines[title].link, *_links(lines, title + 1, end))), "")
    if not url or sum(lines[at].words for at in text) < _LEAST_TEXT:
        return None
    return Section(lines[title].text, url, title, tuple(text))


def _titles(lines: Sequence[Line]) -> list[int]:
    """Where articles may begin: by headings and links in mark-up, by addresses in plain text."""
    marked = [at for at in range(len(lines)) if _is_title(lines[at])]
    if marked or any(line.place for line in lines):
        return marked
    return list(_titles_by_address(lines))


def _is_title(line: Line) -> bool:
    if not _is_short(line):
        return False
    return line.block[0] is BlockKind.HEADING or (is_link(line) and not _is_button(line.text))


def _with_text(lines: Sequence[Line], titles: Sequence[int]) -> list[int]:
    """Without links that nothing follows: “To the whole story”, or a list of them."""
    return [
        title
        for title, end in pairwise([*titles, len(lines)])
        if lines[title].block[0] is BlockKind.HEADING
        or any(not is_link(lines[at]) for at in range(title + 1, end))
    ]


def _titles_by_address(lines: Sequence[Line]) -> Iterator[int]:
    """A short line with its address under it, or the first after an address where another follows."""
    begins = True
    for at, line in enumerate(lines):
        if _is_short(line) and not _ENDS.search(line.text) and _BEGINS.match(line.text):
            following = lines[at + 1 : at + 1 + _NEAR]
            if (following and is_link(following[0])) or (begins and any(map(is_link, following))):
                yield at
                begins = False
                continue
        begins = is_link(line) or not _BEGINS.match(line.text)


def _is_short(line: Line) -> bool:
    return _FEWEST_WORDS <= line.words <= _MOST_WORDS or (len(line.text) > 8 and not line.text.isascii())


def is_link(line: Line) -> bool:
    """True for a line that is a link as a whole."""
    return bool(line.link) and line.linked > _LINK


def _links(lines: Sequence[Line], first: int, end: int) -> Iterator[str]:
    """Where the lines between lead that are links, or end with one: “… of the bay. Read more”."""
    for at in range(first, end):
        if is_link(lines[at]) or _ends_with_button(lines[at].text):
            yield lines[at].link


def _ends_with_button(text: str) -> bool:
    words = text[-_LONGEST_BUTTON:].split()
    return any(_is_button(" ".join(words[-count:])) for count in range(1, _MOST_OF_BUTTON))


def _leads_on(lines: Sequence[Line], at: int) -> bool:
    """True for “More on this:” over an address."""
    return lines[at].text.endswith(":") and at + 1 < len(lines) and is_link(lines[at + 1])


def _is_button(text: str) -> bool:
    """True for “Read the full story”, which is no title."""
    folded = text.strip(" \t→»›>[]().…!").casefold()
    return bool(phrases().always.fullmatch(folded) or phrases().starts.match(folded))
