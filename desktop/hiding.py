"""What went wrong, in words that may be shown to others.

No word of an article is in it: of an error's message it has the words that stand in the code, never those
that were put in from a file; of a file's name its suffix.
"""

import os
import re
import traceback
from collections.abc import Collection, Iterable
from types import CodeType, TracebackType

_MOST_FRAMES = 40
_MOST_CHAINED = 8
MOST_OF_A_MESSAGE = 1_000

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"(?<!\w)'.*?'(?!\w)|\"[^\"]*\"|“[^”]*”|‘[^’]*’|«[^»]*»|„[^“”]*[“”]|`[^`]*`")
_PATH = re.compile(r"[^\s'\"]*[/\\][^\s'\"]*")
_HIDDEN = re.compile(r"…(?:[\s,.:;/\\-]*…)+")
_SUFFIX = re.compile(r"\.(?:pressmark|xml|toml|json|ini|csv|txt|md|html?|docx|odt|rtf|pdf|eml|xlsx|zip)\b")
_PLAIN = """
    a an and any argument arguments at attempt attribute at base be because bytes by call called callable can
    cannot changed character codec column comparison connection could count data decode deleted depth dict
    dictionary directory division does during encode error errno exceeded expected expects failed file first
    float for format found from get global got has have import in index int integer internal invalid is it
    item items iterable iteration iter key keyword length like line list literal local mapping maximum memory
    missing modified module more must name named no none nonetype not object of on only open operand operation
    or out partially positional position possibly properties property range read recursion referenced refused
    required s set setter size slice start str string subscriptable support supported take takes than the time
    timed to too tuple type types unexpected unhashable unknown unpack unsupported values value variable was
    were where while with without wrong write zero c libshiboken already signature signal slot
    pressmark xml toml json ini csv txt md htm html docx odt rtf pdf eml xlsx zip
"""
"""Words of the messages that Python and Qt themselves make."""


def shown(error: BaseException, trace: TracebackType | None) -> str:
    """What led to it and it, as tracebacks without a word of an article or the name of who works here."""
    told = [_told(one, trace if one is error else one.__traceback__) for one in _chain(error)]
    return "\n".join(told)


def _chain(error: BaseException) -> list[BaseException]:
    """What led to it, and it last."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found and len(found) < _MOST_CHAINED:
        found.insert(0, one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found


def _told(error: BaseException, trace: TracebackType | None) -> str:
    known = frozenset(_PLAIN.split()) | _words_of_code(frame.f_code for frame, _ in traceback.walk_tb(trace))
    if isinstance(error, OSError):
        known |= _words(error.strerror or "")
    lines = "".join(traceback.format_tb(trace, limit=-_MOST_FRAMES))
    return without_home(f"{lines}{type(error).__qualname__}: {without_names(said_by(error), known)}")


def without_home(text: str) -> str:
    """Paths below the home folder begin with “~”; elsewhere, a folder of the analyst's name is “~”, too."""
    home = os.path.expanduser("~")  # noqa: PTH111  # Path.home raises where there is none
    for known in sorted({home, os.path.realpath(home)}, key=len, reverse=True):
        text = text.replace(known, "~") if len(known) > 1 else text
    name = os.path.basename(home)  # noqa: PTH119  # of a string that need not be a path
    return re.sub(rf"(?<=[/\\]){re.escape(name)}(?=[/\\\s\"']|$)", "~", text) if name else text


def without_names(text: str, known: Collection[str] | None = None) -> str:
    """Without paths, without what is quoted and, where `known` is given, without all other words than these.

    Of a file's name its suffix is left: “'Cable.pressmark'” becomes “….pressmark”.
    """

    def hidden(match: re.Match[str]) -> str:
        found = match.group()
        if known is not None and found[1:-1].casefold() in known:
            return found
        suffix = _SUFFIX.search(found)
        return f"…{suffix.group() if suffix else ''}"

    text = _PATH.sub(hidden, _QUOTED.sub(hidden, text))
    if known is not None:
        text = _WORD.sub(lambda match: match.group() if _is_known(match.group(), known) else "…", text)
    return _HIDDEN.sub("…", text)


def _is_known(word: str, known: Collection[str]) -> bool:
    return word.casefold() in known or (word.isascii() and word.isdigit())


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _words_of_code(codes: Iterable[CodeType]) -> frozenset[str]:
    """Names and texts that stand in the code itself: what is put into a message later is not among them."""
    found: set[str] = set()
    for code in codes:
        texts = [one for one in code.co_consts if isinstance(one, str)]
        found.update(*map(_words, (*code.co_names, *code.co_varnames, *code.co_freevars, *texts)))
    return frozenset(found)


def said_by(error: BaseException | None) -> str:
    """Its message, not endlessly long."""
    try:
        return str(error)[:MOST_OF_A_MESSAGE]
    except Exception:  # noqa: BLE001  # an error that cannot say what it is, is still one
        return "(it cannot say what)"
