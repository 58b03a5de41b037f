"""The page's style sheet: the shared typography in CSS, and what this brief's labels and tables need."""

from string import Template

from exporters import typography as look
from exporters.characters import one_line
from exporters.html.colours import DARK_INK, DARK_PAPER, checked, contrast, dark_fill, dark_ink, mixed
from exporters.html.sheet import SHEET
from exporters.html.tables import percents, shares_class
from exporters.shades import on_paper
from pressmark.brief import Brief, Faces, LabelStyle, PageSize, Shade, Table

_ON_PAPER = on_paper("#000000")
_LEAST = 4.5
"""The contrast that words need on their ground."""


def style_sheet(brief: Brief) -> str:
    """All styles of the page."""
    labels = list(brief.labels.values())
    return Template(SHEET).substitute(
        _sizes(),
        ink=look.INK,
        quiet=look.QUIET,
        hairline=look.HAIRLINE,
        accent=_readable(brief.look.accent, "#ffffff", "#000000"),
        accent_soft=mixed(brief.look.accent, "#ffffff", 0.38),
        dark_accent_soft=mixed(_readable(brief.look.accent, DARK_PAPER, "#ffffff"), DARK_PAPER, 0.5),
        page_size="letter" if brief.look.page is PageSize.LETTER else "A4",
        dark_paper=DARK_PAPER,
        dark_ink=DARK_INK,
        dark_quiet=mixed(DARK_INK, DARK_PAPER, 0.66),
        dark_hairline=mixed(DARK_INK, DARK_PAPER, 0.2),
        dark_accent=_readable(brief.look.accent, DARK_PAPER, "#ffffff"),
        land=_ON_PAPER[Shade.LAND],
        water=_ON_PAPER[Shade.WATER],
        coast=_ON_PAPER[Shade.HAIRLINE],
        dark_land=mixed(DARK_INK, DARK_PAPER, 0.12),
        dark_water=mixed(DARK_INK, DARK_PAPER, 0.03),
        dark_coast=mixed(DARK_INK, DARK_PAPER, 0.32),
        caution=look.CAUTION_INK,
        caution_ground=look.CAUTION_FILL,
        dark_caution=mixed(look.CAUTION_INK, "#ffffff", 0.7),
        dark_caution_ground=mixed(look.CAUTION_INK, DARK_PAPER, 0.24),
        shades="\n".join(_shade(shade) for shade in Shade),
        sans=look.SANS,
        serif=look.SERIF if brief.look.faces is Faces.MIXED else look.SANS,
        labels="\n".join(_label(number, style) for number, style in enumerate(labels)),
        dark_labels="\n".join(_dark_label(number, style) for number, style in enumerate(labels)),
        shares="\n".join(_shares(brief)),
        caveat=_css_string(brief.caveat),
        dateline=_css_string(brief.dateline),
        title=_css_string(brief.title),
    )


def _sizes() -> dict[str, str]:
    """Points as multiples of the body's size, so that the reader's own setting decides."""
    first, second, third = look.HEADING_SIZES
    sizes = {
        "title_size": look.TITLE_SIZE,
        "lead_size": look.LEAD_SIZE,
        "h2_size": first,
        "h3_size": second,
        "h4_size": third,
        "table_size": look.TABLE_SIZE,
        "quiet_size": look.QUIET_SIZE,
        "passage_size": look.PASSAGE_SIZE,
        "furniture_size": look.FURNITURE_SIZE,
    }
    return {name: f"{size / look.BODY_SIZE:.3f}rem" for name, size in sizes.items()} | {
        "furniture_points": f"{look.FURNITURE_SIZE}pt",
        "body_size": f"{look.BODY_SIZE}pt",
        "marker_scale": f"{look.MARKER_SCALE}em",
        "marker_rise": f"{look.MARKER_RISE / look.MARKER_SCALE:.2f}em",
        "quiet_scale": f"{look.QUIET_SCALE}em",
        "page_margin": f"{look.PAGE_MARGIN}pt",
    }


def _shade(shade: Shade) -> str:
    """Figures take the page's own colours, and with them its light and dark."""
    colour = "var(--coast)" if shade is Shade.HAIRLINE else f"var(--{shade})"
    return f".fill-{shade} {{ fill: {colour} }}\n.line-{shade} {{ stroke: {colour} }}"


def _readable(colour: str, paper: str, towards: str) -> str:
    """The colour, moved as far from the paper as words need (WCAG 2.2, 1.4.3)."""
    shares = (1 - step / 10 for step in range(11))
    return next(one for share in shares if contrast(one := mixed(colour, towards, share), paper) >= _LEAST)


def _label(number: int, style: LabelStyle) -> str:
    return (
        f".label-{number} {{ --fill: {checked(style.fill)}; --line: {checked(style.ink)};"
        f" text-decoration-style: {style.line} }}"
    )


def _dark_label(number: int, style: LabelStyle) -> str:
    return f"  .label-{number} {{ --fill: {dark_fill(style.fill)}; --line: {dark_ink(style.ink)} }}"


def _shares(brief: Brief) -> list[str]:
    tables = {shares_class(block): block for block in brief.blocks if isinstance(block, Table)}
    return [
        f".{name} col:nth-child({number}) {{ width: {percent}% }}"
        for name, block in tables.items()
        for number, percent in enumerate(percents(block), start=1)
    ]


def _css_string(text: str) -> str:
    """Words as CSS writes them, each character by its number: none of them can end the string."""
    return '"' + "".join(f"\\{ord(c):x} " for c in one_line(text)) + '"'
