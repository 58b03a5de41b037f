"""RTF (1.9.1): the text as it is shown when all changes are accepted.

striprtf, which reads RTF as well, shows deleted words, knows neither styles, lists nor properties, and runs
notes into the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pressmark.importers.imported import CannotImport, Capture, Imported
from pressmark.importers.properties import Properties, changes_accepted, known_of
from pressmark.importers.rtf_paragraphs import Paragraphs, Style
from pressmark.importers.rtf_tokens import Tokens
from pressmark.importers.rtf_words import PARAGRAPH_ENDS, SIGNS, STARRED, UNSEEN, charset, code_page

_DEEPEST = 2_000
_LONGEST_NAME = 100


@dataclass(slots=True)
class _State:
    """What a group takes over from the one around it and loses at its end.

    `into` is where words go: the text, a property, the name of a style; `outline` is the paragraph's level,
    −1 where it says none; `ends` is what ends with the group.
    """

    into: str = "text"
    font: int = -1
    fallback: int = 1  # how many characters stand for a Unicode one, for readers that know none
    deleted: bool = False
    hidden: bool = False
    style: int = 0
    outline: int = -1
    in_table: bool = False
    ends: str = ""

    @property
    def is_shown(self) -> bool:
        return self.into == "text" and not self.deleted and not self.hidden


def read_rtf(data: bytes, capture: Capture) -> Imported:
    """The article in an RTF document, with what its properties say. Raises CannotImport and TooLong."""
    reader = _Reader(data, capture.name)
    reader.read()
    blocks, struck = reader.paragraphs.flow.finished()
    warnings = (changes_accepted(capture.name),) if reader.tracked else ()
    return capture.imported(blocks, known_of(blocks, reader.properties()), "text/rtf", warnings, struck)


class _Reader:
    """Follows the groups, and does what the words in them say."""

    def __init__(self, data: bytes, name: str) -> None:
        self.paragraphs = Paragraphs()
        self.tracked = False
        self._name, self._tokens = name, Tokens(data, name)
        self._state, self._outer = _State(), list[_State]()
        self._bytes = bytearray()
        self._to_drop = 0  # of what stands for a Unicode character
        self._starred = self._skip_next = False
        self._code_page, self._default_font = "cp1252", -1
        self._fonts: dict[int, str] = {}
        self._font = self._style = 0  # of which the tables are speaking
        self._said: dict[str, list[str]] = {"title": [], "author": []}
        self._made = {"yr": 0, "mo": 0, "dy": 0}

    def read(self) -> None:
        for token in self._tokens:
            self._take(token)
        self._flush()
        while self._outer:
            self._close()
        self._end_paragraph()
        self.paragraphs.end_row()

    def properties(self) -> Properties:
        title, author = ("".join(self._said[one]) for one in ("title", "author"))
        created = "{yr:04}-{mo:02}-{dy:02}".format(**self._made) if all(self._made.values()) else ""
        return Properties(title, author, created)

    def _take(self, token: re.Match[bytes]) -> None:
        match token.lastgroup:
            case "text":
                self._add(token[0], 1)
            case "bytes":
                self._add(token[0], 4)
            case "brace":
                self._flush()
                self._to_drop = 0
                self._open() if token[0] == b"{" else self._close()
            case "word" | "number" | "sign":
                self._flush()
                if self._to_drop:
                    self._to_drop -= 1
                elif token["sign"]:
                    self._sign(token["sign"].decode("latin-1"))
                else:
                    self._word(token["word"].decode(), int(token["number"] or -1))

    def _add(self, characters: bytes, size: int) -> None:
        """Characters of the code page: as they are (`size` 1) or as four that name one."""
        dropped = min(self._to_drop, len(characters) // size)
        self._to_drop -= dropped
        rest = characters[dropped * size :]
        self._bytes += rest if size == 1 else bytes.fromhex(rest.replace(b"\\'", b"").decode())

    def _flush(self) -> None:
        if self._bytes:
            encoding = self._fonts.get(self._state.font, self._code_page)
            self._say(self._bytes.decode(encoding, "replace"))
            self._bytes.clear()

    def _say(self, text: str) -> None:
        if self._state.is_shown:
            self.paragraphs.say(text)
        elif self._state.into == "styles":
            style = self._named_style()
            style.name = (style.name + text)[:_LONGEST_NAME]
        elif self._state.into in self._said:
            self._said[self._state.into].append(text)

    def _open(self) -> None:
        if len(self._outer) >= _DEEPEST:
            raise CannotImport(
                f"{self._name} has more than {_DEEPEST:,} groups in each other, which no document has: copy "
                "the text and paste it"
            )
        self._outer.append(self._state)
        self._state = replace(self._state, ends="")
        if self._state.into == "styles":
            self._style = 0
        if self._skip_next:
            self._skip_next = False
            self._tokens.skip_group()

    def _close(self) -> None:
        if self._state.ends == "note":
            self.paragraphs.end_note()
        elif self._state.ends == "box":
            self.paragraphs.end_box()
        if self._outer:
            self._state = self._outer.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif sign in SIGNS:
            self._say(SIGNS[sign])

    def _word(self, word: str, number: int) -> None:
        """Does what the word says; `number` is −1 where none is with it."""
        starred, self._starred = self._starred, False
        if word in UNSEEN or (starred and word not in STARRED):
            self._tokens.skip_group()
        elif word in SIGNS:
            self._say(SIGNS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in self._made and self._state.into == "creatim":
            self._made[word] = number
        elif act := _ACTS.get(word):
            act(self, number)

    def _end_paragraph(self) -> None:
        state = self._state
        if state.is_shown:
            self.paragraphs.end(state.style, state.outline, state.in_table)

    def _end_cell(self) -> None:
        if self._state.into == "text":
            self.paragraphs.end_cell(self._state.style, self._state.outline)

    def _begin_inside(self, what: str) -> None:
        if not self._state.is_shown:
            self._tokens.skip_group()
            return
        if what == "note":
            self.paragraphs.begin_note()
        else:
            self.paragraphs.begin_box(self._state.in_table)
        self._state.ends = what
        self._reset_paragraph()

    def _begin_item(self) -> None:
        if self._state.is_shown:
            self.paragraphs.mark_item()
        self._tokens.skip_group()

    def _begin_property(self, name: str) -> None:
        if self._state.into == "info":
            self._state.into = name

    def _reset_paragraph(self) -> None:
        self._state.in_table, self._state.outline, self._state.style = False, -1, 0

    def _reset_characters(self) -> None:
        self._state.deleted = self._state.hidden = False
        self._state.font = self._default_font

    def _unicode(self, number: int) -> None:
        number += 0x10000 if number < 0 else 0
        if 0 < number <= 0x10FFFF:
            self._say(chr(number))  # halves of one character are joined when the text is cleaned
        self._to_drop = self._state.fallback

    def _named_style(self) -> Style:
        return self.paragraphs.styles.setdefault(self._style, Style())

    def _set_style(self, number: int) -> None:
        self._state.style = self._style = number

    def _set_outline(self, number: int) -> None:
        self._state.outline = number
        if self._state.into == "styles":
            self._named_style().outline = number

    def _set_parent(self, number: int) -> None:
        if self._state.into == "styles":
            self._named_style().parent = number

    def _set_font(self, number: int) -> None:
        self._state.font = self._font = number

    def _set_charset(self, number: int) -> None:
        if self._state.into == "fonts":
            self._fonts[self._font] = charset(number, self._code_page)

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            setattr(self._state, name, value)

    def _track(self) -> None:
        self.tracked = self.tracked or self._state.into == "text"

    def _set_deleted(self, deleted: bool) -> None:
        self._state.deleted = deleted
        self._track()

    def _set_code_page(self, number: int) -> None:
        self._code_page = code_page(number)

    def _set_default_font(self, number: int) -> None:
        self._default_font = self._state.font = number

    def _skip_fallback(self) -> None:
        self._skip_next = True


_ACTS: Mapping[str, Callable[[_Reader, int], None]] = {
    "pard": lambda reader, _: reader._reset_paragraph(),
    "plain": lambda reader, _: reader._reset_characters(),
    "cell": lambda reader, _: reader._end_cell(),
    "nestcell": lambda reader, _: reader._end_paragraph(),
    "row": lambda reader, _: reader.paragraphs.end_row(),
    "intbl": lambda reader, _: reader._set(in_table=True),
    "s": lambda reader, number: reader._set_style(number),
    "outlinelevel": lambda reader, number: reader._set_outline(number),
    "sbasedon": lambda reader, number: reader._set_parent(number),
    "f": lambda reader, number: reader._set_font(number),
    "fcharset": lambda reader, number: reader._set_charset(number),
    "deff": lambda reader, number: reader._set_default_font(number),
    "ansicpg": lambda reader, number: reader._set_code_page(number),
    "mac": lambda reader, _: reader._set_code_page(10000),
    "pc": lambda reader, _: reader._set_code_page(437),
    "pca": lambda reader, _: reader._set_code_page(850),
    "u": lambda reader, number: reader._unicode(number),
    "uc": lambda reader, number: reader._set(fallback=max(0, number)),
    "upr": lambda reader, _: reader._skip_fallback(),
    "bin": lambda reader, number: reader._tokens.skip(number),
    "v": lambda reader, number: reader._set(hidden=number != 0),
    "deleted": lambda reader, number: reader._set_deleted(number != 0),
    "revised": lambda reader, _: reader._track(),
    "footnote": lambda reader, _: reader._begin_inside("note"),
    "shptxt": lambda reader, _: reader._begin_inside("box"),
    "listtext": lambda reader, _: reader._begin_item(),
    "pntext": lambda reader, _: reader._begin_item(),
    "fonttbl": lambda reader, _: reader._set(into="fonts"),
    "stylesheet": lambda reader, _: reader._set(into="styles"),
    "info": lambda reader, _: reader._set(into="info"),
    "title": lambda reader, _: reader._begin_property("title"),
    "author": lambda reader, _: reader._begin_property("author"),
    "creatim": lambda reader, _: reader._begin_property("creatim"),
}
"""What words do, given the number with them, −1 where there is none."""
