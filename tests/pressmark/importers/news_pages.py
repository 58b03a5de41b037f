"""Pages such as well-known systems make, around made-up stories, each with what of it is the article's own.

samples/stories: a line a block, with a sign before what is no paragraph. samples/pages: what stands around;
@START@, @MIDDLE@ and @END@ are where the story goes (`:` and the element of its paragraphs, or “br”), and the
first line tells what else is the article's own, and before which of the three (0 to 3; ~ is a tab).
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SAMPLES = Path(__file__).parent / "samples"
_KINDS = {"## ": "heading", "> ": "quotation", "- ": "list-item", "! ": "caption"}
_ELEMENTS = {
    "heading": ("<h2>", "</h2>"),
    "quotation": ("<blockquote><p>", "</p></blockquote>"),
    "list-item": ("<ul><li>", "</li></ul>"),
    "caption": ("<figure><img src='x.jpg' alt=''><figcaption>", "</figcaption></figure>"),
}
_PARTS = ("START", "MIDDLE", "END")
_FIRST, _SECOND = 2, 5  # the pieces with which MIDDLE and END begin


@dataclass(frozen=True)
class Page:
    """A page and the blocks of its article, as (kind, text), without headline and byline."""

    name: str
    html: str
    headline: str
    blocks: tuple[tuple[str, str], ...]

    @property
    def body(self) -> str:
        """As the benchmark counts it: without captions."""
        return "\n\n".join(text for kind, text in self.blocks if kind != "caption")


@cache
def pages(*, with_json: bool = False) -> tuple[Page, ...]:
    """Every template around every story."""
    templates = sorted((_SAMPLES / "pages").iterdir())
    stories = sorted((_SAMPLES / "stories").iterdir())
    return tuple(_page(template, story, with_json) for template in templates for story in stories)


def _page(template: Path, story: Path, with_json: bool) -> Page:
    headline, *lines = story.read_text("utf-8").splitlines()
    pieces = [_piece(line) for line in lines]
    markup = template.read_text("utf-8")
    parts = (pieces[:_FIRST], pieces[_FIRST:_SECOND], pieces[_SECOND:])
    own, markup = _own(markup)
    meta = _json_ld(headline, pieces) if with_json else ""
    for name, value in (("HEADLINE", headline), ("LANGUAGE", story.name[:2]), ("META", meta)):
        markup = markup.replace(f"@{name}@", value)
    for name, part in zip(_PARTS, parts, strict=True):
        markup = re.sub(
            f"@{name}(?::([^@]+))?@", lambda found, part=part: _html(part, found[1] or "p"), markup
        )
    blocks = [block for at, part in enumerate((*parts, [])) for block in (*own.get(at, ()), *part)]
    return Page(f"{template.stem}-{story.stem}", markup, headline, tuple(blocks))


def _piece(line: str) -> tuple[str, str]:
    return next(
        ((kind, line[len(sign) :]) for sign, kind in _KINDS.items() if line.startswith(sign)),
        ("paragraph", line),
    )


def _own(markup: str) -> tuple[dict[int, list[tuple[str, str]]], str]:
    first, _, rest = markup.partition("\n")
    if not first.startswith("<!-- own: "):
        return {}, markup
    _, *told = re.split(r"@(\d) ", first.removesuffix(" -->"))
    own = {
        int(at): [_piece(text.strip().replace("~", "\t")) for text in texts.split("@@")]
        for at, texts in zip(told[::2], told[1::2], strict=True)
    }
    return own, rest


def _html(pieces: list[tuple[str, str]], element: str) -> str:
    return "\n".join(_element(kind, text, element) for kind, text in pieces)


def _element(kind: str, text: str, element: str) -> str:
    if kind in _ELEMENTS:
        return text.join(_ELEMENTS[kind])
    return f"{text}<br><br>" if element == "br" else f"<{element}>{text}</{element.split(maxsplit=1)[0]}>"


def _json_ld(headline: str, pieces: list[tuple[str, str]]) -> str:
    body = " ".join(text for kind, text in pieces if kind != "caption")
    node = {"@type": "NewsArticle", "headline": headline, "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'
