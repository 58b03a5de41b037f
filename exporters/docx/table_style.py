"""The one style of tables: hairlines between rows, a rule below the header, no box."""

from exporters import typography as look
from exporters.docx.wml import Element, colour, eighths, twips, w

TABLE_STYLE = "BriefTable"


def table_styles() -> list[Element]:
    """Word's plain table, which every other is based on, and ours."""
    return [_plain_table(), _brief_table()]


def _plain_table() -> Element:
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa")),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _brief_table() -> Element:
    return w(
        "style",
        w("name", val="Brief Table"),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=40),
        w("qFormat"),
        w("tblPr", w("tblBorders", _hairline("bottom"), _hairline("insideH")), _cell_margins()),
        _conditional("firstRow", w("bottom", **_line(look.RULE_WIDTH, look.RULE))),
        _conditional("lastRow", w("bottom", val="nil")),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )


def _cell_margins() -> Element:
    """Words begin where the text above the table begins; the gap between columns lies at their right."""
    return w(
        "tblCellMar",
        w("top", w=twips(look.CELL_ABOVE), type="dxa"),
        w("left", w=0, type="dxa"),
        w("bottom", w=twips(look.CELL_BELOW), type="dxa"),
        w("right", w=twips(look.CELL_GAP), type="dxa"),
    )


def _conditional(rows: str, border: Element) -> Element:
    return w("tblStylePr", w("tcPr", w("tcBorders", border)), type=rows)


def _hairline(edge: str) -> Element:
    return w(edge, **_line(look.HAIRLINE_WIDTH, look.HAIRLINE))


def _line(width: float, ink: str) -> dict[str, str | int]:
    return {"val": "single", "sz": eighths(width), "space": 0, "color": colour(ink)}
