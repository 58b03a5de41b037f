"""Which element of a page holds the article, and what within it is marked as something else."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pressmark.importers.html_blocks import Place, Placed

_MOST = 0.85  # of the found words that the article's element must hold
LARGE = 0.25  # of the found words: what holds so many is no box beside them, whatever its name
_TELLING = 8  # words of a block that is surely text
_MOST_WIDER = 3
_WIDE = frozenset(("", "html", "body", "main", "article"))
_APART = frozenset(("aside", "nav", "footer", "menu", "form", "address", "details"))
_ASIDE = re.compile(
    r"(?:^|[^a-z])(?:related|newsletter|news-letter|promo|shar(?:e|ing)|sharedaddy|social|recirc\w*|"
    r"recommend\w*|advert\w*|ad|ads|sponsor\w*|outbrain|taboola|subscri\w+|paywall|sign-?up|comments?|disqus\w*|most-?(?:read|viewed|popular)|"
    r"reactions?|trending|read-?(?:more|next|also)|more-?(?:on|from|stories)|teasers?|cookies?|consent|breadcrumbs?|"
    r"tags?|tag-list|topics|author-?(?:bio|box|info|card)|bio|donat\w+|widget|sidebar|sr-only|visually-hidden|screen-reader-text|"
    r"toolbar|jp-relatedposts|pull-?quotes?|rich-link|correction-note)(?=$|[^a-z])"
)


def path_of(place: Place | None) -> Iterator[Place]:
    """The element itself and those around it, from within."""
    while place is not None:
        yield place
        place = place.outer


def article_place(blocks: Sequence[Placed], found: Sequence[int], words: Sequence[int]) -> Place:
    """The innermost element that holds most words of the found blocks, and its likes beside it."""
    held = held_words(blocks, found, words)
    total = sum(words[at] for at in found)
    most = [place for place in held if held[place] >= _MOST * total]
    root = max(most, key=lambda place: sum(1 for _ in path_of(place)))
    telling = [one.place for at, one in enumerate(blocks) if words[at] >= _TELLING and not one.linked]
    for _ in range(_MOST_WIDER):
        if not root.outer or root.tag in _WIDE or not _has_likes(root, telling):
            break
        root = root.outer
    return root


def _has_likes(root: Place, places: Sequence[Place]) -> bool:
    """True where text stands in another element of the same name and marks, directly beside this one."""
    return any(
        one.outer is root.outer and one is not root and (one.tag, one.marks) == (root.tag, root.marks)
        for place in places
        for one in path_of(place)
    )


@dataclass(slots=True)
class Beside:
    """Tells what stands within the article's element but is marked as none of the article, or stands outside.

    `held` are the found words within each element: one that holds many is no box beside them.
    """

    root: Place
    held: Mapping[Place, int]
    enough: float
    known: dict[Place, bool] = field(default_factory=dict)

    def __call__(self, place: Place) -> bool:
        way: list[Place] = []
        answer = True
        for one in path_of(place):
            if one is self.root or one in self.known:
                answer = self.known.get(one, False)
                break
            way.append(one)
        for one in reversed(way):
            answer = answer or self._is_box(one)
            self.known[one] = answer
        return answer

    def _is_box(self, place: Place) -> bool:
        named = place.tag in _APART or bool(_ASIDE.search(place.marks))
        return named and self.held.get(place, 0) < self.enough


def held_words(blocks: Sequence[Placed], found: Sequence[int], words: Sequence[int]) -> Counter[Place]:
    """How many of the found blocks' words each element holds."""
    held: Counter[Place] = Counter()
    for at in found:
        for place in path_of(blocks[at].place):
            held[place] += words[at]
    return held
