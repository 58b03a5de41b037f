"""What a new article is to those that are there: the very same, another version of one, or the same story."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from rapidfuzz.fuzz import ratio

from pressmark.annotated_article import AnnotatedArticle
from pressmark.folding import fold
from pressmark.shingles import Sketches, containment, shingles, sketch


class Likeness(StrEnum):
    """From the surest to the least sure."""

    SAME_FILE = "same file"
    SAME_TEXT = "same text"
    NEW_VERSION = "new version"
    SAME_STORY = "same story"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an article that is there, without its text. `name` is what it is asked for by."""

    name: str
    url: str = ""
    original_sha256: str = ""
    text_sha256: str = ""
    sketch: bytes = b""


@dataclass(frozen=True, slots=True)
class Alike:
    """The article that is most like a new one, and how; `share` of the shorter text is in both."""

    name: str
    likeness: Likeness
    share: float


_CANDIDATE = 0.08  # of a sketch: a story that is contained in a much longer one shares few of its smallest
_VERSION = 0.35
_STORY = 0.6
_HEADLINE = 75.0
_MOST_COMPARED = 6


class Duplicates:
    """Compares new articles with those that are there; `article_of` reads one by its name, or gives None."""

    def __init__(self, known: Iterable[Known], article_of: Callable[[str], AnnotatedArticle | None]) -> None:
        self._article_of = article_of
        self._texts: dict[str, Known] = {}
        self._addresses: dict[str, str] = {}
        ones = list(known)
        for one in ones:
            self._note(one)
        self._sketches = Sketches((one.name, one.sketch) for one in ones)

    def add(self, name: str, doc: AnnotatedArticle) -> None:
        """An article that is there from now on."""
        one = known_of(name, doc)
        self._note(one)
        self._sketches.add(name, one.sketch)

    def alike(self, doc: AnnotatedArticle) -> Alike | None:
        """The one that is most like it, None where none is."""
        if same := self._texts.get(doc.article.sha256):
            file = doc.source.original_sha256
            likeness = Likeness.SAME_FILE if file and file == same.original_sha256 else Likeness.SAME_TEXT
            return Alike(same.name, likeness, 1.0)
        own = shingles(_own_text(doc))
        names = self._sketches.alike(sketch(own), _CANDIDATE)[:_MOST_COMPARED]
        if there := self._addresses.get(address_of(doc.source.url), ""):
            names = [there, *(name for name in names if name != there)]
        found = [one for name in names if (one := self._compared(doc, own, name))]
        order = list(Likeness)
        return min(found, key=lambda one: (order.index(one.likeness), -one.share), default=None)

    def _compared(self, doc: AnnotatedArticle, own: frozenset[int], name: str) -> Alike | None:
        other = self._article_of(name)
        if other is None:
            return None
        share = containment(own, shingles(_own_text(other)))
        if share >= _VERSION and _is_version(doc, other):
            return Alike(name, Likeness.NEW_VERSION, share)
        return Alike(name, Likeness.SAME_STORY, share) if share >= _STORY else None

    def _note(self, one: Known) -> None:
        if one.text_sha256:
            self._texts.setdefault(one.text_sha256, one)
        if address := address_of(one.url):
            self._addresses.setdefault(address, one.name)


def known_of(name: str, doc: AnnotatedArticle) -> Known:
    """What is to be known of an article once it is there."""
    source = doc.source
    own = sketch(shingles(_own_text(doc)))
    return Known(name, source.url, source.original_sha256, doc.article.sha256, own)


def in_words(alike: Alike, headline: str) -> str:
    """One sentence for the report."""
    percent = f"{round(alike.share * 100)} % of the words of the shorter one are in both"
    match alike.likeness:
        case Likeness.SAME_FILE:
            return f"It is the very file that “{headline}” came from"
        case Likeness.SAME_TEXT:
            return f"Its text is word for word that of “{headline}”"
        case Likeness.NEW_VERSION:
            return f"It seems to be another version of “{headline}”: {percent}"
        case Likeness.SAME_STORY:
            return f"It tells the same story as “{headline}”: {percent}"


def address_of(url: str) -> str:
    """The address without what varies: scheme, www, query, fragment, a slash at the end."""
    parts = urlsplit(url.strip())
    path = re.sub(r"/(amp|index\.html?)?$", "", parts.path)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    return f"{host}{path}" if host and path else ""


def _is_version(doc: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """The same address, or the same outlet with nearly the same headline."""
    if (address := address_of(doc.source.url)) and address == address_of(other.source.url):
        return True
    outlets = [fold(one.source.outlet).text for one in (doc, other)]
    headlines = [fold(one.headline).text for one in (doc, other)]
    return bool(outlets[0]) and outlets[0] == outlets[1] and ratio(*headlines) >= _HEADLINE


def _own_text(doc: AnnotatedArticle) -> str:
    """Without what is struck out: outlets have that in common, stories do not."""
    struck = {*doc.filing.struck}
    blocks = enumerate(doc.article.blocks)
    return "\n".join(doc.article.block_text(block) for number, block in blocks if number not in struck)
