"""The section: its page, its margins, and what stands at the head and the foot of each page."""

from collections.abc import Iterable

from exporters.characters import one_line
from exporters.docx.faces import bold
from exporters.docx.runs import field, run, runs
from exporters.docx.setting import Page
from exporters.docx.wml import Element, joined, related, twips, w
from exporters.language import locale
from pressmark.brief import Brief

_ALONE = 48  # characters of the title at the foot,
_BESIDE_CAVEAT = 36  # and where they must leave room for a caveat in the middle


def section(
    page: Page, references: Iterable[Element], right_to_left: bool, *, title_page: bool = False
) -> Element:
    """The properties of a section on such pages; `references` tie it to what is at their head and foot.

    `title_page` where its first page has a head and foot of its own.
    """
    margins = {
        name: twips(getattr(page, name))
        for name in ("top", "right", "bottom", "left", "header", "footer", "gutter")
    }
    turned = {"orient": "landscape"} if page.width > page.height else {}
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(page.width), h=twips(page.height), **turned),
        w("pgMar", **margins),
        *([w("titlePg")] if title_page else []),
        *([w("bidi")] if right_to_left else []),
    )


def reference(kind: str, of: str, relationship: str) -> Element:
    """Ties the section to a header or footer (`kind`) of the pages `of` a sort: default, first, even."""
    return related(f"{kind}Reference", relationship, type=of)


def header(brief: Brief, right_to_left: bool, page: Page, upright: Page, styles: str = "") -> Element:
    """Handling caveat and dateline above a rule, or nothing where the brief has neither.

    As wide as the text of `page`; the styles know the width of an `upright` one. Their names begin with
    `styles`.
    """
    if not brief.caveat and not brief.dateline:
        return Element("")
    return w(
        "p",
        _furniture(f"{styles}Header", right_to_left, _stops(page, upright, "right")),
        runs(one_line(brief.caveat), direct=bold(), right_to_left=right_to_left),
        run(w("tab")),
        runs(one_line(brief.dateline), right_to_left=right_to_left),
    )


def footer(brief: Brief, right_to_left: bool, page: Page, upright: Page, styles: str = "") -> Element:
    """Title, caveat once more, and the page's number below a hairline."""
    most = _BESIDE_CAVEAT if brief.caveat else _ALONE
    return w(
        "p",
        _furniture(f"{styles}Footer", right_to_left, _stops(page, upright, "center", "right")),
        runs(_short(one_line(brief.title), most), right_to_left=right_to_left),
        run(w("tab")),
        runs(one_line(brief.caveat), right_to_left=right_to_left),
        run(w("tab")),
        page_number(brief, right_to_left),
    )


def caveat_line(
    brief: Brief, right_to_left: bool, page: Page, upright: Page, styles: str, *, numbered: bool
) -> Element:
    """What is added to a foot that an organisation has: the caveat, and the page if nobody tells it."""
    if not brief.caveat and not numbered:
        return Element("")
    number = [page_number(brief, right_to_left)] if numbered else []
    return w(
        "p",
        _furniture(f"{styles}Footer", right_to_left, _stops(page, upright, "center", "right")),
        runs(one_line(brief.caveat), right_to_left=right_to_left),
        *([run(w("tab")), run(w("tab")), *number] if numbered else []),
    )


def page_number(brief: Brief, right_to_left: bool) -> Element:
    """Which page of how many: numbers that Word counts whenever it lays out the page."""
    between = " of " if locale(brief.language).language == "en" else " / "
    one = runs("1")
    return joined([field("PAGE", one), runs(between, right_to_left=right_to_left), field("NUMPAGES", one)])


def stop_of(kind: str, page: Page) -> int:
    """Where a tab stop in the middle or at the end of the page's lines is."""
    return page.text_width // 2 if kind == "center" else page.text_width


def _stops(page: Page, upright: Page, *kinds: str) -> list[Element]:
    """The stops of a turned page in place of those that the style has."""
    if page == upright:
        return []
    cleared = (w("tab", val="clear", pos=stop_of(kind, upright)) for kind in kinds)
    return [w("tabs", *cleared, *(w("tab", val=kind, pos=stop_of(kind, page)) for kind in kinds))]


def _furniture(style: str, right_to_left: bool, tabs: Iterable[Element]) -> Element:
    direction = [w("bidi")] if right_to_left else []
    return w("pPr", w("pStyle", val=style), *tabs, *direction)


def _short(title: str, most: int) -> str:
    """What fits beside the caveat: the title, or what stands before its colon, or its first words."""
    if len(title) <= most:
        return title
    before = title.split(": ", maxsplit=1)[0]
    if len(before) <= most:
        return before
    head = title[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–—-")
    return f"{head}…"
