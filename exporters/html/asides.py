"""What stands out of running text: figures, notes at the end, covers, the list of contents."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from exporters.captions import Kind, word
from exporters.characters import legal
from exporters.html.elements import E, Element
from exporters.html.inlines import append, nodes
from exporters.html.page import Page
from exporters.svg import svg
from exporters.unusable import UnusableLogoError
from pressmark.brief import Brief, Figure, Heading, Picture

_LOGO_HEIGHT = 44  # CSS pixels


def figure(page: Page, block: Figure) -> Element:
    """The drawing itself, so that it follows the reader's light and dark, with its number and caption."""
    place = {"id": block.anchor} if block.anchor else {}
    drawing = E("div", {"class": "drawing", **scrolled(block.name)}, svg(block, address=page.href))
    return E("figure", place, drawing, E("figcaption", *captioned(page, Kind.FIGURE, block.caption)))


def scrolled(name: str) -> dict[str, str]:
    """What lets people without a mouse scroll over a part that is wider than a narrow screen."""
    return {"tabindex": "0", "role": "region", "aria-label": legal(name)}


def captioned(page: Page, kind: Kind, caption: str) -> list[Element | str]:
    page.numbers[kind] += 1
    number = f"{word(kind, page.brief.language)}\u00a0{page.numbers[kind]}"
    return [E("b", number), f"\u2002{legal(caption)}"] if caption else [E("b", number)]


def notes(page: Page) -> list[Element]:
    """All notes in their order, each with the way back; a note in a note would be none."""
    entries = []
    for number, note in enumerate(page.notes, start=1):
        entry = E("li", {"id": f"footnote-{number}", "dir": "auto"})
        for node in nodes(page, note.inlines):
            append(entry, node)
        back = {"href": f"#footnote-ref-{number}", "role": "doc-backlink", "aria-label": f"Back to {number}"}
        append(entry, " ")
        append(entry, E("a", back, "↩"))
        entries.append(entry)
    return (
        [E("section", {"class": "footnotes", "role": "doc-endnotes"}, E("ol", *entries))] if entries else []
    )


def cover(brief: Brief) -> list[Element]:
    """What the brief is, line by line, in the place of the details."""
    lines = [
        E("div", E("dt", {"dir": "auto"}, legal(name)), E("dd", {"dir": "auto"}, legal(value)))
        for name, value in brief.cover
    ]
    if lines:
        return [E("dl", {"class": "cover"}, *lines)]
    return [E("p", {"class": "details", "dir": "auto"}, legal(brief.details))] if brief.details else []


def contents(brief: Brief, title: str = "") -> list[Element]:
    """Links to the sections, under a title where there is one."""
    entries = [
        E(
            "li",
            {"dir": "auto"},
            E("a", {"href": f"#{block.anchor or f'section-{index}'}"}, legal(block.text)),
        )
        for index, block in enumerate(brief.blocks)
        if isinstance(block, Heading) and block.level <= 1
    ]
    if not entries:
        return []
    head = [E("p", {"class": "contents-title"}, legal(title))] if title else []
    named = {"class": "contents"} if title else {}
    return [E("nav", {"aria-label": legal(title) or "Contents", **named}, *head, E("ul", *entries))]


def logo(picture: Picture | None) -> list[Element]:
    """The picture inside the page: nothing is fetched. Raises UnusableLogoError."""
    if picture is None:
        return []
    try:
        with Image.open(BytesIO(picture.data), formats=("PNG", "JPEG")) as image:
            form, (width, height) = str(image.format).lower(), image.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UnusableLogoError from error
    source = f"data:image/{form};base64,{b64encode(picture.data).decode('ascii')}"
    shown = {"height": str(_LOGO_HEIGHT), "width": str(round(_LOGO_HEIGHT * width / max(height, 1)))}
    return [E("img", {"src": source, "alt": legal(picture.alternative), "class": "logo", **shown})]
