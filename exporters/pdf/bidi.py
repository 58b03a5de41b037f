"""Which way each character runs: the embedding levels of Unicode's bidirectional algorithm (UAX #9).

Own code because lines are broken after levels are known and reordered one by one, and no library at
hand tells levels: python-bidi gives only a reordered string (the tests hold us to it).
"""

import re
from itertools import groupby
from unicodedata import bidirectional, normalize

# One letter a class, so that the rules become regular expressions over a string of classes.
_LETTERS = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "S", "ET": "T", "CS": "C", "NSM": "M",
    "LRI": "I", "RLI": "I", "FSI": "I", "PDI": "I",
}  # fmt: skip
_ISOLATES = ("LRI", "RLI", "FSI")
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_REMOVED = (*_EMBEDDINGS, "PDF", "BN")
# Wherever characters of the classes R, AL and AN, embeddings and overrides may stand.
_NEEDS_ORDER = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_DEEPEST = 125

_OPENING = "([{⁅⁽₍〈❨❪❬❮❰❲❴⟦⟨⟪⟬⟮⦃⦅⦇⦉⦋⦍⦏⦑⦓⦕⦗⧘⧚⧼⸢⸤⸦⸨〈《「『【〔〖〘〚﹙﹛﹝（［｛｟｢"
_CLOSING = ")]}⁆⁾₎〉❩❫❭❯❱❳❵⟧⟩⟫⟭⟯⦄⦆⦈⦊⦌⦎⦐⦒⦔⦖⦘⧙⧛⧽⸣⸥⸧⸩〉》」』】〕〗〙〛﹚﹜﹞）］｝｠｣"
_FELLOW = {o: normalize("NFC", c) for o, c in zip(_OPENING, _CLOSING, strict=True)}


def levels(text: str) -> tuple[int, ...] | None:
    """The level of each character, odd where it runs right to left; None when all run left to right."""
    if text.isascii() or not _NEEDS_ORDER.search(text):
        return None
    classes = [bidirectional(character) or "L" for character in text]
    base = base_level(text)
    found, classes = _Embedder(classes, base).embed()
    kept = [i for i, name in enumerate(classes) if name not in _REMOVED]
    for sequence in _sequences(kept, found, classes):
        _resolve(sequence, kept, found, classes, text, base)
    removed = set(range(len(text))) - set(kept)
    for i in sorted(removed):
        found[i] = found[i - 1] if i else base
    return tuple(found)


def base_level(text: str) -> int:
    """1 if the first strong character outside isolates runs right to left (P2, P3)."""
    return _first_strong([bidirectional(character) for character in text])


def visual_order(line_levels: list[int]) -> list[int]:
    """The places of a line's pieces from left to right (L2)."""
    order = list(range(len(line_levels)))
    for level in range(max(line_levels, default=0), 0, -1):
        start = 0
        for high, group in groupby([line_levels[i] >= level for i in order]):
            end = start + len(list(group))
            if high:
                order[start:end] = order[start:end][::-1]
            start = end
    return order


def _first_strong(classes: list[str]) -> int:
    depth = 0
    for name in classes:
        if name in _ISOLATES:
            depth += 1
        elif name == "PDI":
            depth = max(depth - 1, 0)
        elif depth == 0 and name in ("L", "R", "AL"):
            return int(name != "L")
    return 0


class _Embedder:
    """Walks the explicit formatting characters (X1 to X8)."""

    def __init__(self, classes: list[str], base: int) -> None:
        self.classes = classes
        self.base = base
        self.stack = [(base, "", False)]  # level, override, whether an isolate opened it
        self.spare_isolates = 0
        self.spare_embeddings = 0
        self.open_isolates = 0

    def embed(self) -> tuple[list[int], list[str]]:
        found: list[int] = []
        result: list[str] = []
        for i, name in enumerate(self.classes):
            if name == "PDI":
                self._close_isolate()
            elif name == "PDF":
                self._close_embedding()
            level, override, _ = self.stack[-1]
            found.append(self.base if name == "B" else level)
            keeps = name in _REMOVED or name == "B" or not override
            result.append(name if keeps else override)
            if name in _ISOLATES:
                self._open_isolate(name, i)
            elif name in _EMBEDDINGS:
                self._open_embedding(name)
        return found, result

    def _next(self, odd: int) -> int:
        level = self.stack[-1][0] + 1
        return level if level % 2 == odd else level + 1

    def _open_embedding(self, name: str) -> None:
        odd, override = _EMBEDDINGS[name]
        level = self._next(odd)
        if level <= _DEEPEST and not self.spare_isolates and not self.spare_embeddings:
            self.stack.append((level, override, False))
        elif not self.spare_isolates:
            self.spare_embeddings += 1

    def _open_isolate(self, name: str, i: int) -> None:
        odd = {"LRI": 0, "RLI": 1}.get(name)
        level = self._next(self._enclosed_direction(i) if odd is None else odd)
        if level <= _DEEPEST and not self.spare_isolates and not self.spare_embeddings:
            self.open_isolates += 1
            self.stack.append((level, "", True))
        else:
            self.spare_isolates += 1

    def _enclosed_direction(self, i: int) -> int:
        depth = 0
        for end in range(i, len(self.classes)):
            depth += (self.classes[end] in _ISOLATES) - (self.classes[end] == "PDI")
            if depth == 0:
                return _first_strong(self.classes[i + 1 : end])
        return _first_strong(self.classes[i + 1 :])

    def _close_isolate(self) -> None:
        if self.spare_isolates:
            self.spare_isolates -= 1
        elif self.open_isolates:
            self.spare_embeddings = 0
            while not self.stack[-1][2]:
                self.stack.pop()
            self.stack.pop()
            self.open_isolates -= 1

    def _close_embedding(self) -> None:
        if self.spare_isolates:
            return
        if self.spare_embeddings:
            self.spare_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1][2]:
            self.stack.pop()


def _sequences(kept: list[int], found: list[int], classes: list[str]) -> list[list[int]]:
    """Isolating run sequences (BD13), as positions in `kept`."""
    sequences: list[list[int]] = []
    waiting: list[list[int]] = []
    for _, group in groupby(range(len(kept)), key=lambda k: found[kept[k]]):
        run = list(group)
        if classes[kept[run[0]]] == "PDI" and waiting:
            sequence = waiting.pop()
            sequence.extend(run)
        else:
            sequence = run
            sequences.append(sequence)
        if classes[kept[run[-1]]] in _ISOLATES:
            waiting.append(sequence)
    return sequences


def _resolve(
    sequence: list[int], kept: list[int], found: list[int], classes: list[str], text: str, base: int
) -> None:
    level = found[kept[sequence[0]]]
    first, last = sequence[0], sequence[-1]
    before = found[kept[first - 1]] if first else base
    open_ended = last + 1 == len(kept) or classes[kept[last]] in _ISOLATES
    after = base if open_ended else found[kept[last + 1]]
    places = [kept[k] for k in sequence]
    letters = "".join(_LETTERS.get(classes[i], "O") for i in places)
    weak = _weak(_side(max(level, before)) + letters + _side(max(level, after)))
    paired = _brackets(weak, " " + "".join(text[i] for i in places) + " ", letters, _side(level))
    solved = _neutral(paired, _side(level))[1:-1]
    for i, letter in zip(places, solved, strict=True):
        if level % 2:
            found[i] = level + (letter != "R")
        else:
            found[i] = level + {"L": 0, "R": 1}.get(letter, 2)


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


def _weak(letters: str) -> str:
    """W1 to W7; the first and the last letter are the surroundings."""
    letters = re.sub("I(M+)", lambda m: "I" + "O" * len(m[1]), letters)
    letters = re.sub("([^M])(M+)", lambda m: m[1] * len(m[0]), letters)
    letters = re.sub("A[^LRA]*", lambda m: m[0].replace("E", "N"), letters).replace("A", "R")
    letters = re.sub("(?<=E)[SC](?=E)", "E", letters)
    letters = re.sub("(?<=N)C(?=N)", "N", letters)
    letters = re.sub("T+(?=E)|(?<=E)T+", lambda m: "E" * len(m[0]), letters)
    letters = re.sub("[STCI]", "O", letters)
    return re.sub("L[^LR]*", lambda m: m[0].replace("E", "L"), letters)


def _brackets(letters: str, text: str, raw: str, side: str) -> str:
    """N0: a pair of brackets runs the way of what it holds."""
    solved = list(letters)
    for opening, closing in _pairs(letters, text):
        inside = {"L" if letter == "L" else "R" for letter in solved[opening + 1 : closing] if letter != "O"}
        if not inside:
            continue
        before = next(letter for letter in reversed(solved[:opening]) if letter != "O")
        other = side not in inside and (before == "L") == ("L" in inside)
        for place in (opening, closing):
            solved[place] = inside.copy().pop() if other else side
            for follower in range(place, len(raw)):
                if raw[follower] != "M":  # raw lacks the leading surrounding: this is the next letter
                    break
                solved[follower + 1] = solved[place]
    return "".join(solved)


def _pairs(letters: str, text: str) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for i, character in enumerate(text):
        if letters[i] != "O":
            continue
        if character in _FELLOW:
            if len(waiting) == 63:  # BD16 gives up here
                return sorted(pairs)
            waiting.append((_FELLOW[character], i))
        fellows = [k for k, (closing, _) in enumerate(waiting) if closing == normalize("NFC", character)]
        if fellows:
            pairs.append((waiting[fellows[-1]][1], i))
            del waiting[fellows[-1] :]
    return sorted(pairs)


def _neutral(letters: str, side: str) -> str:
    """N1 and N2: what has no direction takes that of both its neighbours, or of the sequence."""

    def between(match: re.Match[str]) -> str:
        before = "L" if letters[match.start() - 1] == "L" else "R"
        after = "L" if letters[match.end()] == "L" else "R"
        return (before if before == after else side) * len(match[0])

    return re.sub("O+", between, letters)
