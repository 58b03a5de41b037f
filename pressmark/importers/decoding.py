"""Bytes to characters: the mark at the start, then UTF-8, then what the source declares, then a guess."""

import codecs
import re
from dataclasses import dataclass

from pressmark.encodings import ENCODINGS
from pressmark.importers.encoding_choices import Choices, choices, commonest, ranked, rivals
from pressmark.importers.imported import CannotImport
from pressmark.importers.questions import WhichEncoding

_MARKS = (  # UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_TEXT_CODEC = re.compile(r"(iso-?8859|cp|windows|mac|koi8|gb|big5|euc|shift_jis|iso2022|utf-8|ascii|tis)")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEARLY_EQUAL = 0.02
_TOO_ODD = 0.2
_SAMPLE = 200_000  # enough to guess from; guessing from all of a large file takes seconds


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters, and what to tell the analyst about how they were told.

    `choices` are the encodings that it might be, where more than one is likely.
    """

    text: str
    warnings: tuple[str, ...] = ()
    choices: Choices = ()

    @property
    def question(self) -> WhichEncoding | None:
        return WhichEncoding(self.choices) if self.choices else None


def decoded(data: bytes, name: str, declared: str = "", chosen: str = "") -> Decoded:
    """The text in the bytes of the file `name`. Raises CannotImport for what is not text.

    `declared` is what the file says of its encoding, `chosen` what the analyst says, who is always right.
    """
    found = _as_chosen(data, chosen, name) or _marked(data, name) or _without_mark(data, name, declared)
    sample = found.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) * 100 > len(sample):
        raise CannotImport(f"{name} is not text, but some other kind of data: it was not imported")
    return found


def declared_charset(data: bytes, media_type: str) -> str:
    """The encoding that the media type or the head of a web page names; empty where neither does."""
    found = _DECLARED.search(media_type.encode("ascii", "replace")) or _DECLARED.search(data[:4096])
    return found[1].decode("ascii") if found else ""


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, name)
    return None


def _as_chosen(data: bytes, chosen: str, name: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(chosen).name if chosen else ""
    except (LookupError, ValueError):
        return None
    if not encoding or not _TEXT_CODEC.match(encoding):
        return None
    marks = [mark for mark, marked in _MARKS if marked == encoding and data.startswith(mark)]
    return _lenient(data[len(marks[0]) if marks else 0 :], encoding, name)


def _without_mark(data: bytes, name: str, declared: str) -> Decoded:
    if b"\0" in data:
        return _wide(data, name)
    declared = _codec(declared)
    if declared.startswith("iso2022") and b"\x1b" in data:  # such bytes are valid UTF-8 as well
        return _lenient(data, declared, name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if _nearly_utf8(data):
            return _lenient(data, "utf-8", name)
        stated = _strict(data, declared)
        return Decoded(stated) if stated else _guessed(data, name, error)


def _lenient(data: bytes, encoding: str, name: str) -> Decoded:
    """Decodes all that can be, and counts what cannot."""
    text = data.decode(encoding, "replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(
            text, (f"{name} is damaged: some characters could not be read and are shown as “\ufffd”",)
        )
    return Decoded(text)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        return ""


def _nearly_utf8(data: bytes) -> bool:
    """True where a few bytes were damaged or cut off in what is plainly UTF-8."""
    text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = sum(1 for character in text if character > "\x7f") - wrong
    return right > 10 * wrong or (wrong == 1 and right > 0 and text.endswith("\ufffd"))


def _wide(data: bytes, name: str) -> Decoded:
    """UTF-16 without its mark: text in Latin script, where every other byte is zero."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[0::2])):
        if zeros.count(0) * 10 >= len(zeros) * 6 and zeros.count(0) * 10 >= data.count(0) * 9:
            text = _strict(data, encoding)
            if text and "\0" not in text:
                return Decoded(text, (_guess_warning(name, encoding),))
    raise CannotImport(
        f"{name} is not text, but binary data of an unknown kind: open it in the program that made it, copy "
        "the text and paste it"
    )


def _guessed(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    sample = _sample(data)
    best, guesses = _likeliest(sample)
    found = ranked(sample, guesses)
    if not best:
        offered = [*(encoding for encoding, _ in found), *ENCODINGS]
        raise CannotImport(
            f"{name} does not tell its encoding, nor can it be guessed: choose one, or open it in a text "
            "editor and save it as UTF-8",
            WhichEncoding(choices(sample, offered, len(offered))),
        ) from error
    best = _less_odd(best, found)
    text = data.decode(best, "replace")
    return Decoded(text, (_guess_warning(name, best),), rivals(sample, best, found))


def _sample(data: bytes) -> bytes:
    """What the encoding is told from: it begins near the first byte that is not ASCII."""
    found = re.search(rb"[\x80-\xff]", data)
    first = found.start() if found else 0
    start = max(0, first - _SAMPLE // 2)
    if start and b"\n" in data[start:first]:
        start = data.index(b"\n", start) + 1
    return data[start : start + _SAMPLE]


def _likeliest(sample: bytes) -> tuple[str, list[str]]:
    """The best guess and all; among equals Windows-1252, by far the commonest; empty where nothing fits."""
    from charset_normalizer import from_bytes

    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return "", []
    equals = [
        one for one in matches if one.chaos <= best.chaos and one.coherence > best.coherence - _NEARLY_EQUAL
    ]
    western = any("cp1252" in (one.encoding, *one.could_be_from_charset) for one in equals)
    likeliest = "cp1252" if western else commonest(sample, best.encoding) or best.encoding
    return likeliest, [likeliest, *filter(None, (commonest(sample, one.encoding) for one in matches))]


def _less_odd(best: str, found: list[tuple[str, float]]) -> str:
    """The guess, unless it puts capitals and signs into the midst of words and another does not."""
    odd = dict(found)
    if not found or odd.get(best, 1.0) <= found[0][1] + _TOO_ODD:
        return best
    return found[0][0] if found[0][1] < _TOO_ODD else best


def _guess_warning(name: str, encoding: str) -> str:
    return (
        f"{name} does not say its encoding; it was read as {_spoken(encoding)}, which is a guess: "
        "check accents and quotation marks"
    )


def _spoken(encoding: str) -> str:
    name = encoding.replace("_", "-")
    windows = re.fullmatch(r"cp(125\d)", name)
    return f"Windows-{windows[1]}" if windows else name.upper()


def _codec(label: str) -> str:
    """Python's name of a declared encoding; empty where it is none, or none that holds text."""
    try:
        name = codecs.lookup(label.strip()).name if label.strip() else ""
    except (LookupError, ValueError):
        return ""
    if name in {"iso8859-1", "ascii"}:
        return "cp1252"  # what browsers read for both (WHATWG Encoding §4.2)
    return name if _TEXT_CODEC.match(name) else ""
