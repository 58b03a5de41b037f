"""Tells the article's blocks among all of a page's, by the text that an extractor found and by their places.

The extractor drops lists, short paragraphs and what surprises it; the blocks know what stands beside them.
What stands among the article's blocks and is none of them, or follows them, is kept as struck out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressmark.article import BlockKind
from pressmark.importers.boilerplate import boilerplate
from pressmark.importers.html_blocks import Place, Placed
from pressmark.importers.imported import BlockText
from pressmark.importers.opening import byline, date_line
from pressmark.importers.page_root import LARGE, Beside, article_place, held_words, path_of

_LONG = 8  # words from which a block is told by its word triples
_ALIKE = 0.7  # the share of a block's triples that the extract must hold: inline parts may be missing there
_ENOUGH = 0.6  # the share of the extract's words that the chosen blocks must cover
_LINK = 0.9  # the share of links from which a block is one
_LINKS = 0.5  # the share of links from which a block leads elsewhere
_MOST_ADDED = 4  # times the found words that may be added from beside them: more is another article
_MOST_STRUCK = 30
_REPEATED = 3  # words: no more are in two places by chance
_SENTENCE = re.compile(r"[.!?…。][”“’\"'»«)\]]*$|[”“»]$")
_STANDFIRST = re.compile(
    r"(?:^|[^a-z])(?:stand-?first|dek|lede|lead(?:ing-loose|-text)?|intro|chapo|desc|summary|sub-?headline|sub-?title)(?:$|[^a-z])"
)


@dataclass(frozen=True, slots=True)
class PageArticle:
    """The blocks of a page's article and of what surrounds it; `struck` are the latter, by number."""

    blocks: tuple[BlockText, ...]
    struck: tuple[int, ...]


def article_of(placed: Sequence[Placed], extracts: Sequence[str], headline: str) -> PageArticle | None:
    """The article whose words one of the extracts holds; None where too few blocks match."""
    reading = _Reading(placed, extracts, headline)
    if not reading.found:
        return None
    own = reading.own()
    first, last = min(own), max(own)
    own |= reading.titles(first)
    own |= reading.lead_captions(min(own), first)
    away = reading.surroundings(min(own), last, own)
    kept = sorted(own | away)
    return PageArticle(
        tuple(placed[at].block for at in kept),
        tuple(number for number, at in enumerate(kept) if at in away),
    )


class _Reading:
    """One page's blocks and the extract's words, as they are compared."""

    def __init__(self, placed: Sequence[Placed], extracts: Sequence[str], headline: str) -> None:
        self._placed = placed
        self._words = [_words(one.block[1]) for one in placed]
        self._lengths = [len(one) for one in self._words]
        self._headline = _words(headline)
        self._lines = {tuple(_words(line)) for text in extracts for line in text.split("\n")}
        self._boilerplate = set(boilerplate([one.block for one in placed]))
        self.found = self._found([_words(text) for text in extracts])
        self._total = sum(self._lengths[at] for at in self.found)
        if self.found:
            self._root = article_place(placed, self.found, self._lengths)
            held = held_words(placed, self.found, self._lengths)
            self._like = {(place.tag, place.marks) for place in (placed[at].place for at in self.found)}
            self._triples = {one for at in self.found for one in _triples(self._words[at])}
            self._beside = Beside(self._root, held, LARGE * self._total)

    def _found(self, extracts: list[list[str]]) -> list[int]:
        """The long blocks whose words the extracts hold; none where they are too little of the longest."""
        triples = {triple for words in extracts for triple in _triples(words)}
        enough = _ENOUGH * max(map(len, extracts), default=0)
        alike = [at for at in self._telling() if _alike(self._words[at], triples)]
        inside = [at for at in alike if not self._placed[at].place.around] or alike
        return inside if sum(self._lengths[at] for at in inside) >= enough else []

    def _telling(self) -> Iterator[int]:
        """The long blocks but the title and what is a link as a whole."""
        for at, (words, one) in enumerate(zip(self._words, self._placed, strict=True)):
            title = one.block[2] == 1 or words == self._headline
            link = one.linked > _LINK and not _SENTENCE.search(one.block[1])
            if len(words) >= _LONG and not title and not link and at not in self._boilerplate:
                yield at

    def own(self) -> set[int]:
        """The article's blocks without its title: what was found, what stands between, what goes on."""
        found = {at for at in self.found if not self._marked(at)} or set(self.found)
        own = found - self._set_large(found)
        first, last = min(own), max(own)
        between = {at for at in range(first, last) if at not in found and self._fits(at)}
        after = set(self._going_on(last))
        if sum(self._lengths[at] for at in between | after) > _MOST_ADDED * self._total:
            between = {at for at in between if tuple(self._words[at]) in self._lines}
            after = set()
        captions = {at for at in range(first, last) if self._is_caption(at)}
        return own | between | after | captions | self._standfirst(first)

    def lead_captions(self, title: int, first: int) -> set[int]:
        """The captions of the pictures between the title and the text, often outside of the body."""
        return {
            at
            for at in range(title, first)
            if self._placed[at].block[0] is BlockKind.CAPTION
            and not self._placed[at].place.around
            and at not in self._boilerplate
        }

    def _set_large(self, own: set[int]) -> set[int]:
        """What repeats words of a longer block and stands apart from most: set large to draw the eye."""
        outer = {at: self._placed[at].place.outer for at in own}
        home, _ = Counter(outer.values()).most_common(1)[0]
        seen: set[tuple[str, str, str]] = set()
        large = set()
        for at in sorted(own, key=lambda at: (-self._lengths[at], at)):
            triples = set(_triples(self._words[at]))
            if triples <= seen and outer[at] is not home:
                large.add(at)
            seen |= triples
        return large

    def _marked(self, at: int) -> bool:
        return self._beside(self._placed[at].place)

    def _is_caption(self, at: int) -> bool:
        return self._placed[at].block[0] is BlockKind.CAPTION and not self._marked(at)

    def _fits(self, at: int) -> bool:
        """True for a block between two of the article's that reads like one of them."""
        one = self._placed[at]
        if self._marked(at) or at in self._boilerplate or one.linked > _LINKS:
            return False
        if tuple(self._words[at]) in self._lines:
            return True
        if self._is_repeated(at) or not self._is_built_alike(at):
            return False
        told = one.block[0] is not BlockKind.PARAGRAPH or self._lengths[at] >= _LONG
        return told or bool(_SENTENCE.search(one.block[1]))

    def _is_built_alike(self, at: int) -> bool:
        """True for a paragraph in an element such as found ones stand in, and for what is no paragraph."""
        kind, place = self._placed[at].block[0], self._placed[at].place
        return kind is not BlockKind.PARAGRAPH or place.tag == "p" or (place.tag, place.marks) in self._like

    def _is_repeated(self, at: int) -> bool:
        """True for words that a found block has as well: set large beside the text, to draw the eye."""
        return self._lengths[at] > _REPEATED and all(
            one in self._triples for one in _triples(self._words[at])
        )

    def _going_on(self, last: int) -> Iterator[int]:
        """The sentences that follow the last found block in the article's element, up to what leads away."""
        waiting: list[int] = []
        links, directly = 0, True
        for at in range(last + 1, len(self._placed)):
            leads_away = self._placed[at].linked > _LINKS / 2
            links += leads_away and not self._marked(at)
            if links > 1:
                return
            if leads_away or self._marked(at) or at in self._boilerplate:
                directly = False
            elif self._is_text(at, directly):
                yield from (*waiting, at)
                waiting = []
            elif self._placed[at].block[0] in {BlockKind.HEADING, BlockKind.CAPTION}:
                waiting.append(at)

    def _is_text(self, at: int, directly: bool) -> bool:
        """True for what reads like the article after its found end; short lines only `directly` after it."""
        kind, text, _ = self._placed[at].block
        sentence = bool(_SENTENCE.search(text)) and self._is_built_alike(at)
        if not directly:
            return self._lengths[at] >= _LONG and sentence
        return kind is BlockKind.LIST_ITEM or sentence or tuple(self._words[at]) in self._lines

    def _standfirst(self, first: int) -> set[int]:
        """What is marked as the lines under the headline."""
        near = range(max(0, first - 6), first)
        return {
            at
            for at in near
            if self._lengths[at] >= _LONG
            and not self._placed[at].linked
            and any(_STANDFIRST.search(place.marks) for place in path_of(self._placed[at].place))
        }

    def titles(self, first: int) -> set[int]:
        """The heading that is the headline or the last of the first level before the text, and the byline."""
        blocks = [one.block for one in self._placed]
        before = [at for at in range(first) if blocks[at][0] is BlockKind.HEADING]
        same = [at for at in before if self._headline and self._words[at] == self._headline]
        top = same or [at for at in before if blocks[at][2] == 1]
        under = range(top[-1] + 1, first) if top else ()
        return {*top[-1:], *(at for at in under if byline(blocks[at][1]) or date_line(blocks[at][1]))}

    def surroundings(self, first: int, last: int, own: set[int]) -> set[int]:
        """What stands among the article's own blocks, and what follows them where the article stands."""
        room = next((one for one in path_of(self._root) if one.tag in {"article", "main"}), self._root)
        following = range(last + 1, len(self._placed))
        around = (at for at in (*range(first, last), *following) if at not in own)
        near = [at for at in around if self._is_near(at, room, last)]
        away: set[int] = set()
        words = 0
        for at in near[:_MOST_STRUCK]:
            words += self._lengths[at]
            if words > self._total:
                break
            away.add(at)
        return away

    def _is_near(self, at: int, room: Place, last: int) -> bool:
        path = list(path_of(self._placed[at].place))
        return not any(one.tag == "nav" for one in path) and (at < last or room in path)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _triples(words: list[str]) -> Iterator[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _alike(words: list[str], triples: set[tuple[str, str, str]]) -> bool:
    own = list(_triples(words))
    return sum(1 for one in own if one in triples) >= _ALIKE * len(own)
