"""The page: A4, its margins, and what stands at the head and the foot of each."""

from exporters import typography as look
from exporters.characters import one_line
from exporters.docx.faces import bold
from exporters.docx.runs import run, runs
from exporters.docx.wml import Element, related, twips, w
from exporters.language import locale
from pressmark.brief import Brief

TEXT_WIDTH = twips(look.PAGE_WIDTH - 2 * look.PAGE_MARGIN)
"""The width of the text, in twips."""

_TOP = 84.0
_BOTTOM = 68.0
_HEADER = look.HEADER_BASELINE - 10
_FOOTER = look.FOOTER_BASELINE - 4
_FOOT_TITLE = 48  # characters of the title that leave room for a caveat in the middle


def section(header: str, footer: str, right_to_left: bool) -> Element:
    """The section's properties; `header` may be missing."""
    margin = twips(look.PAGE_MARGIN)
    return w(
        "sectPr",
        *([related("headerReference", header, type="default")] if header else []),
        related("footerReference", footer, type="default"),
        w("pgSz", w=twips(look.PAGE_WIDTH), h=twips(look.PAGE_HEIGHT)),
        w(
            "pgMar",
            top=twips(_TOP),
            right=margin,
            bottom=twips(_BOTTOM),
            left=margin,
            header=twips(_HEADER),
            footer=twips(_FOOTER),
            gutter=0,
        ),
        *([w("bidi")] if right_to_left else []),
    )


def header(brief: Brief, right_to_left: bool) -> Element | None:
    """Handling caveat and dateline above a rule, or nothing where the brief has neither."""
    if not brief.caveat and not brief.dateline:
        return None
    paragraph = _furniture("Header", right_to_left)
    paragraph.extend(runs(one_line(brief.caveat), direct=bold(), right_to_left=right_to_left))
    paragraph.append(run(w("tab")))
    paragraph.extend(runs(one_line(brief.dateline), right_to_left=right_to_left))
    return w("hdr", paragraph)


def footer(brief: Brief, right_to_left: bool) -> Element:
    """Title, caveat once more, and the page's number below a hairline."""
    paragraph = _furniture("Footer", right_to_left)
    paragraph.extend(runs(_short(one_line(brief.title)), right_to_left=right_to_left))
    paragraph.append(run(w("tab")))
    paragraph.extend(runs(one_line(brief.caveat), right_to_left=right_to_left))
    paragraph.append(run(w("tab")))
    between = " of " if locale(brief.language).language == "en" else " / "
    paragraph.extend([_field("PAGE"), *runs(between, right_to_left=right_to_left), _field("NUMPAGES")])
    return w("ftr", paragraph)


def _furniture(style: str, right_to_left: bool) -> Element:
    direction = [w("bidi")] if right_to_left else []
    return w("p", w("pPr", w("pStyle", val=style), *direction))


def _field(instruction: str) -> Element:
    """A number that Word counts whenever it lays out the page."""
    return w("fldSimple", *runs("1"), instr=f" {instruction} ")


def _short(title: str) -> str:
    """What fits beside the caveat: the title, or what stands before its colon, or its first words."""
    if len(title) <= _FOOT_TITLE:
        return title
    before = title.split(": ", maxsplit=1)[0]
    if len(before) <= _FOOT_TITLE:
        return before
    head = title[:_FOOT_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:.–—-")
    return f"{head}…"
