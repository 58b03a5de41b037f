"""One web page that holds everything: no script, no font, nothing fetched from anywhere.

The page is a tree of lxml elements, so that nothing is escaped by hand, and its policy allows only the
one style sheet whose hash it names.
"""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from lxml import etree
from lxml.html import tostring

from exporters.characters import legal, one_line
from exporters.html.asides import contents, cover, logo
from exporters.html.blocks import write_blocks
from exporters.html.elements import E, Element
from exporters.html.page import Page
from exporters.html.style import style_sheet
from exporters.language import direction
from pressmark.brief import Brief, Contents, Heading, Tick

_FEW = 3  # headings that need no list of contents


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the brief as a page that can be read, searched, printed and sent on as it is."""
    page = Page.of(brief, tick)
    article = E("article", _title(brief), *_contents(brief))
    write_blocks(page, article)
    language = {"lang": one_line(brief.language) or "en", "dir": direction(brief.language)}
    document = E(
        "html",
        language,
        _head(brief),
        E("body", *_furniture("header", brief), E("main", article), *_furniture("footer", brief)),
    )
    path.write_bytes(tostring(document, encoding="utf-8", doctype="<!DOCTYPE html>"))
    tick(1.0)


def _head(brief: Brief) -> Element:
    styles = style_sheet(brief)
    digest = b64encode(sha256(styles.encode()).digest()).decode("ascii")
    pictures = "img-src data:; " if brief.look.logo else ""
    policy = f"default-src 'none'; {pictures}style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    head = E(
        "head",
        E("meta", charset="utf-8"),
        E("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        _meta("viewport", "width=device-width, initial-scale=1"),
        _meta("color-scheme", "light dark"),
        _meta("referrer", "no-referrer"),
        E("title", one_line(brief.title)),
    )
    created = brief.created.isoformat() if brief.created else ""
    for name, content in (
        ("author", brief.author),
        ("description", brief.details),
        ("dcterms.created", created),
    ):
        if content:
            head.append(_meta(name, one_line(content)))
    head.append(E("style", styles))
    return head


def _meta(name: str, content: str) -> Element:
    return E("meta", name=name, content=content)


def _furniture(tag: str, brief: Brief) -> list[Element]:
    """The handling caveat and the date at both ends of the page; on paper it is on every sheet."""
    words = [("caveat", brief.caveat), ("dateline", brief.dateline)]
    shown = [E("p", {"class": name, "dir": "auto"}, legal(text)) for name, text in words if text]
    return [E(tag, {"class": "furniture"}, *shown)] if shown else []


def _title(brief: Brief) -> Element:
    return E("header", *logo(brief.look.logo), E("h1", {"dir": "auto"}, legal(brief.title)), *cover(brief))


def _contents(brief: Brief) -> list[etree._Element]:
    """At the head of a long page, unless the brief has a list of contents in a place of its own."""
    headings = sum(isinstance(block, Heading) and block.level <= 1 for block in brief.blocks)
    own = any(isinstance(block, Contents) for block in brief.blocks)
    return contents(brief) if headings > _FEW and not own else []
