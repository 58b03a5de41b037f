"""Which characters run from right to left: Word must be told, paragraph by paragraph and run by run."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

# Hebrew, Arabic and their kin, with the presentation forms and the blocks of historic scripts.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def runs_right_to_left(text: str, otherwise: bool) -> bool:
    """Whether most letters of `text` run from right to left; `otherwise` where there are none."""
    if not otherwise and not _RIGHT_TO_LEFT.search(text):
        return False
    directions = [found for character in text if (found := _strong(character)) is not None]
    return sum(directions) * 2 > len(directions) if directions else otherwise


def segments(text: str, paragraph: bool) -> Iterator[tuple[str, bool]]:
    """`text` cut where its direction changes; `paragraph` is the direction of what stands around it."""
    if not paragraph and not _RIGHT_TO_LEFT.search(text):
        if text:
            yield text, False
        return
    directed = zip(text, _resolved(text, paragraph), strict=True)
    for direction, group in groupby(directed, key=lambda pair: pair[1]):
        yield "".join(character for character, _ in group), direction


def _strong(character: str) -> bool | None:
    kind = unicodedata.bidirectional(character)
    if kind == "L":
        return False
    return True if kind in {"R", "AL", "AN"} else None


def _resolved(text: str, paragraph: bool) -> list[bool]:
    """Each character's direction: neutral ones follow their neighbours if these agree, else the paragraph."""
    strong = [_strong(character) for character in text]
    before = _carried(strong, paragraph)
    after = reversed(_carried(strong[::-1], paragraph))
    return [
        left if left == right or unicodedata.combining(character) else paragraph
        for character, left, right in zip(text, before, after, strict=True)
    ]


def _carried(strong: list[bool | None], first: bool) -> list[bool]:
    found, current = [], first
    for direction in strong:
        current = current if direction is None else direction
        found.append(current)
    return found
