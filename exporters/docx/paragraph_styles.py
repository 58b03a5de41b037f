"""The paragraph styles, named after what a paragraph is for, so that a reader may restyle the brief."""

from collections.abc import Iterable

from exporters import typography as look
from exporters.docx.faces import characters
from exporters.docx.page import stop_of
from exporters.docx.setting import Setting
from exporters.docx.wml import Element, colour, eighths, twips, w

NUMBER_INDENT = 26.0
"""From a paragraph's number in an article to the paragraph."""

# The names by which Word knows its own styles.
_BUILT_IN = {
    *("Title", "Subtitle", "heading 1", "heading 2", "heading 3", "Body Text", "TOC Heading", "toc 1"),
    *("header", "footer", "annotation text", "footnote text", "caption"),
}

BULLET_INDENT = 14.0
"""From a list item's bullet to its text."""

_MEASURE_INDENT = 48.0  # keeps an article's lines near eighty characters
_TITLE_STEP = 1.1


def paragraph_style(
    style: str,
    name: str,
    setting: Iterable[Element],
    run: Iterable[Element] = (),
    *,
    based_on: str = "Normal",
    then: str = "",
    rank: int = 10,
) -> Element:
    """A style of whole paragraphs; `then` is the style Word gives the paragraph typed after it."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=based_on),
        *([w("next", val=then)] if then else []),
        w("uiPriority", val=rank),
        w("qFormat"),
        w("pPr", *setting),
        w("rPr", *run),
        type="paragraph",
        customStyle=int(name not in _BUILT_IN),
        styleId=style,
    )


def spacing(above: float = 0, below: float = 0, leading: float = 0) -> Element:
    """Space around and within a paragraph. Lines may grow: tall scripts would be cut off by exact ones."""
    lines: dict[str, str | int] = {"line": twips(leading), "lineRule": "atLeast"} if leading else {}
    return w("spacing", before=twips(above), after=twips(below), **lines)


def title_styles(setting: Setting) -> list[Element]:
    title = characters(setting.serif, points=look.TITLE_SIZE, strong=True)
    subtitle = characters(points=look.DETAILS_SIZE, ink=look.QUIET)
    return [
        paragraph_style(
            "Title",
            "Title",
            [w("keepNext"), w("keepLines"), spacing(0, 3, look.TITLE_LEADING * _TITLE_STEP)],
            title,
            then="Subtitle",
        ),
        paragraph_style(
            "Subtitle", "Subtitle", [spacing(0, 16, look.BODY_LEADING)], subtitle, then="BodyText"
        ),
    ]


def heading_styles(setting: Setting) -> list[Element]:
    """Word's own three: the navigation pane and tables of contents know them by name."""
    return [_heading(setting, level) for level in (1, 2, 3)]


def _heading(setting: Setting, level: int) -> Element:
    above = look.HEADING_ABOVE if level == 1 else look.HEADING_ABOVE * 0.7
    below = look.HEADING_BELOW if level == 1 else look.HEADING_BELOW * 0.6
    return paragraph_style(
        f"Heading{level}",
        f"heading {level}",
        [w("keepNext"), w("keepLines"), spacing(above, below), w("outlineLvl", val=level - 1)],
        characters(setting.sans, points=look.heading_size(level), ink=setting.accent, strong=True),
        then="BodyText",
        rank=9,
    )


def text_styles(setting: Setting) -> list[Element]:
    body = [spacing(0, look.PARAGRAPH_BELOW, look.BODY_LEADING)]
    quiet = [spacing(0, look.PARAGRAPH_BELOW, look.QUIET_LEADING)]
    small = characters(points=look.QUIET_SIZE, ink=look.QUIET)
    legend = [spacing(0, look.PARAGRAPH_BELOW, look.BODY_LEADING), w("ind", left=twips(NUMBER_INDENT))]
    return [
        paragraph_style("BodyText", "Body Text", body),
        paragraph_style(
            "BottomLine",
            "Bottom Line",
            _lead_setting(setting.accent),
            characters(setting.serif, points=look.LEAD_SIZE),
        ),
        paragraph_style("QuietNote", "Quiet Note", quiet, small),
        paragraph_style("Legend", "Legend", [w("keepNext"), *legend], characters(points=look.TABLE_SIZE)),
        paragraph_style(
            "TOCHeading", "TOC Heading", _toc_heading(), _toc_heading_type(setting), then="BodyText"
        ),
        paragraph_style("TOC1", "toc 1", _toc_entry(setting), rank=39),
    ]


def _lead_setting(accent: str) -> list[Element]:
    """The bar hangs in the indent: Word draws a paragraph's border outside of its text."""
    return [
        w("keepLines"),
        w("pBdr", _lead_bar("left", accent)),
        spacing(0, look.PARAGRAPH_BELOW, look.LEAD_LEADING),
        w("ind", left=twips(look.LEAD_INDENT)),
    ]


def mirrored_lead_bar(accent: str) -> Element:
    """The bar of a bottom line that runs from right to left: indents change sides with it, borders do not."""
    return w("pBdr", w("left", val="nil"), _lead_bar("right", accent))


def _lead_bar(side: str, accent: str) -> Element:
    gap = round(look.LEAD_INDENT - look.LEAD_BAR)
    return w(side, val="single", sz=eighths(look.LEAD_BAR), space=gap, color=colour(accent))


def _toc_heading() -> list[Element]:
    return [w("keepNext"), spacing(look.HEADING_ABOVE, look.HEADING_BELOW)]


def _toc_entry(setting: Setting) -> list[Element]:
    """The page stands at the end of the line."""
    stop = w("tab", val="right", leader="dot", pos=setting.page.text_width)
    return [w("tabs", stop), spacing(0, 2, look.BODY_LEADING)]


def _toc_heading_type(setting: Setting) -> list[Element]:
    return characters(setting.sans, points=look.heading_size(1), ink=setting.accent, strong=True)


def article_styles(setting: Setting) -> list[Element]:
    """One for each kind of passage; the paragraph's number hangs in the indent."""
    serif = characters(setting.serif, points=look.PASSAGE_SIZE)
    caption = characters(setting.sans, points=look.QUIET_SIZE, ink=look.QUIET)
    heading = characters(setting.serif, points=look.PASSAGE_SIZE + 1, strong=True)
    return [
        paragraph_style("ArticleParagraph", "Article Paragraph", _passage(), serif),
        paragraph_style(
            "ArticleHeading",
            "Article Heading",
            [w("keepNext"), *_passage(above=6, below=4)],
            heading,
            then="ArticleParagraph",
        ),
        paragraph_style("ArticleListItem", "Article List Item", _list_item(), serif),
        paragraph_style(
            "ArticleQuotation",
            "Article Quotation",
            _passage(inset=BULLET_INDENT),
            characters(setting.serif, points=look.PASSAGE_SIZE, slanted=True),
        ),
        paragraph_style("ArticleCaption", "Article Caption", _passage(leading=look.QUIET_LEADING), caption),
    ]


def _passage(
    above: float = 0, below: float = 8, inset: float = 0, leading: float = look.PASSAGE_LEADING
) -> list[Element]:
    left = NUMBER_INDENT + inset
    indent = w("ind", left=twips(left), right=twips(_MEASURE_INDENT), hanging=twips(left))
    return [spacing(above, below, leading), indent]


def _list_item() -> list[Element]:
    """Number, bullet and text each begin at their own stop."""
    bullet = w("tabs", w("tab", val="left", pos=twips(NUMBER_INDENT)))
    return [bullet, *_passage(below=4, inset=BULLET_INDENT)]


def text_styles_of_tables() -> list[Element]:
    text = [spacing(0, 0, look.TABLE_LEADING)]
    small = characters(points=look.TABLE_SIZE)
    strong = characters(strong=True)
    gap = w("spacing", before=0, after=0, line=twips(look.PARAGRAPH_BELOW), lineRule="exact")
    return [
        paragraph_style("TableGap", "Table Gap", [gap], [w("sz", val=2), w("szCs", val=2)]),
        paragraph_style("TableText", "Table Text", text, small),
        paragraph_style("TableHeading", "Table Heading", [w("keepNext")], strong, based_on="TableText"),
        paragraph_style("TableTotal", "Table Total", [], strong, based_on="TableText"),
    ]


def furniture_styles(setting: Setting) -> list[Element]:
    small = characters(points=look.FURNITURE_SIZE, ink=look.QUIET)
    note = characters(points=look.BODY_SIZE)
    rule = w("bottom", val="single", sz=eighths(look.RULE_WIDTH), space=6, color=colour(look.RULE))
    hairline = w("top", val="single", sz=eighths(look.HAIRLINE_WIDTH), space=6, color=colour(look.HAIRLINE))
    stops = w("tabs", _stop("right", setting)), w("tabs", _stop("center", setting), _stop("right", setting))
    if setting.modelled:  # below the organisation's own, which has its rules
        own = [("BriefHeader", "Brief Header", [stops[0]]), ("BriefFooter", "Brief Footer", [stops[1]])]
    else:
        head, foot = [w("pBdr", rule), stops[0]], [w("pBdr", hairline), stops[1]]
        own = [("Header", "header", head), ("Footer", "footer", foot)]
    return [
        *(paragraph_style(style, name, held, small, rank=99) for style, name, held in own),
        paragraph_style("CommentText", "annotation text", [spacing()], note, rank=99),
    ]


def _stop(kind: str, setting: Setting) -> Element:
    return w("tab", val=kind, pos=stop_of(kind, setting.page))
