"""The text of a message as lines, from its HTML or its plain text, whichever says it all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from pressmark.article import BlockKind
from pressmark.importers.decoding import Decoded
from pressmark.importers.html_blocks import Place, placed_blocks
from pressmark.importers.html_tree import tree_of
from pressmark.importers.imported import CannotImport, TooLong, check_length
from pressmark.importers.letter import Line
from pressmark.importers.mail_flow import by_depth, width_of
from pressmark.importers.mail_parts import Bodies
from pressmark.importers.mail_words import mail_words
from pressmark.importers.page_root import path_of
from pressmark.importers.plain_text import blocks_of_text
from pressmark.importers.questions import WhichEncoding
from pressmark.importers.web_address import web_address

_FULLER = 2  # times the words of the HTML that plain text has where the HTML is a frame around nothing
_SOME = 40  # words of it in any case
_LONGEST_LABEL = 300
_QUOTE = "mail-quote"
_SIGNED = re.compile(
    r"(?:^|\s)(?:gmail_signature|moz-signature|ms-outlook-mobile-signature|signature)(?:\s|$)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_ALONE = re.compile(r"\s*(?:--|[-_=*]{5,})\s*")
_BROKEN_OFF = re.compile(r"(^[> \t]*[^\s>][^\n]{5,120})\n[> \t]*([^\n]{0,40}:[ \t]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """The lines, the page that the mark-up says is the same, and what to tell of the encoding."""

    lines: tuple[Line, ...]
    canonical: str = ""
    warnings: tuple[str, ...] = ()
    question: WhichEncoding | None = None


def said_by(bodies: Bodies, name: str) -> Said:
    """The fuller of the two forms, HTML where they are much alike. Raises CannotImport and TooLong."""
    plain = [line for one in bodies.plain for line in lines_of_plain(one.text)]
    try:
        pages = [_page(one.text, name) for one in bodies.html]
    except (CannotImport, TooLong):
        if not plain:
            raise
        pages = []
    marked = [line for lines, _ in pages for line in lines]
    if not marked or _words(plain) > max(_FULLER * _words(marked), _words(marked) + _SOME):
        return _said(plain, "", bodies.plain)
    return _said(marked, next((url for _, url in pages if url), ""), bodies.html)


def lines_of_plain(text: str) -> list[Line]:
    """The paragraphs of a plain text, with the marks of quoting taken off. Raises TooLong."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    check_length(text)
    text = _BROKEN_OFF.sub(_rejoined, text)
    width = width_of(text)
    return [
        _line(block, depth)
        for depth, lines in by_depth(text)
        for block in blocks_of_text("\n".join(_apart(lines)), width)
    ]


def _said(lines: list[Line], canonical: str, texts: list[Decoded]) -> Said:
    warnings = tuple(dict.fromkeys(warning for one in texts for warning in one.warnings))
    return Said(
        tuple(lines), canonical, warnings, next((one.question for one in texts if one.question), None)
    )


def _words(lines: list[Line]) -> int:
    """But for addresses, which plain text shows and HTML does not."""
    return sum(len(_ADDRESS.sub("", line.text).split()) for line in lines)


def _page(text: str, name: str) -> tuple[list[Line], str]:
    root, _ = tree_of(text, name)
    links = (one for one in root.iter("link") if (one.get("rel") or "").casefold() == "canonical")
    canonical = next(filter(None, (web_address(one.get("href") or "") for one in links)), "")
    _take_quotes_apart(root)
    _take_layout_apart(root)
    depths: dict[Place, tuple[int, bool]] = {}
    lines = []
    for one in placed_blocks(root):
        if one.place not in depths:
            path = list(path_of(one.place))
            quoted = sum(1 for place in path if _QUOTE in place.marks)
            depths[one.place] = quoted, any(_SIGNED.search(place.marks) for place in path)
        depth, signed = depths[one.place]
        lines.append(Line(one.block, depth, one.linked, web_address(one.link), signed, one.place))
    return lines, canonical


def _take_quotes_apart(root: html.HtmlElement) -> None:
    """What a mail program quotes is no quotation of the article's."""
    for one in root.iter("blockquote"):
        marks = (one.get("class") or "").casefold()
        if (one.get("type") or "").casefold() == "cite" or one.get("cite") or "quote" in marks:
            one.tag = "div"
            one.set("class", _QUOTE)


def _take_layout_apart(root: html.HtmlElement) -> None:
    """Rows with one cell of text are no rows of a table, but how mails are laid out."""
    for row in root.iter("tr"):
        cells = [cell for cell in row.iterchildren("td", "th") if _has_text(cell)]
        if len(cells) < 2:
            row.tag = "div"
            for cell in cells:
                cell.tag = "div"


def _has_text(element: html.HtmlElement) -> bool:
    return any(text and not text.isspace() for text in element.itertext())


def _rejoined(found: re.Match[str]) -> str:
    """“On Saturday, Jane Doe” and “wrote:”, which are one line that was broken."""
    whole = f"{found[1].rstrip()} {found[2].strip()}"
    return whole if mail_words().wrote.fullmatch(whole.lstrip("> ")) else found[0]


def _apart(lines: list[str]) -> Iterator[str]:
    """With blank lines around those of a head or a rule, which are never joined with what follows."""
    labels = [_is_label(line) for line in lines]
    for at, line in enumerate(lines):
        beside = labels[max(0, at - 1) : at] + labels[at + 1 : at + 2]
        alone = bool(_ALONE.fullmatch(line)) or bool(mail_words().wrote.fullmatch(line[:_LONGEST_LABEL]))
        yield from ("", line, "") if alone or (labels[at] and any(beside)) else (line,)


def _is_label(line: str) -> bool:
    return ":" in line[:40] and bool(mail_words().label.match(line[:_LONGEST_LABEL]))


def _line(block: tuple[BlockKind, str, int], depth: int) -> Line:
    addresses = _ADDRESS.findall(block[1])
    linked = sum(map(len, addresses)) / max(1, len(block[1]))
    link = web_address(addresses[0].rstrip(").,;]")) if addresses else ""
    return Line(block, depth, linked, link)
