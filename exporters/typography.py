"""The one look of every written brief: faces, colours, and sizes in points.

Writers translate these into their own terms; none has a size or a colour of its own.
"""

SANS = "Noto Sans"  # headings, tables, notes
SERIF = "Noto Serif"  # title, bottom line, words of a source, articles

INK = "#1f2328"
QUIET = "#5b636c"  # 6:1 on white, so that it may be small
RULE = "#1f2328"  # under the page header and a table's header row
HAIRLINE = "#d8dcdf"
CAUTION_INK = "#8a5a00"  # the bar and the edges of the box of a caution
CAUTION_FILL = "#fdf7ea"
ACCENT = "#2f5d8a"  # headings, links, the bar beside the bottom line

TITLE_SIZE = 20.0
TITLE_LEADING = 24.5
DETAILS_SIZE = 9.5
LEAD_SIZE = 11.5
LEAD_LEADING = 17.0
HEADING_SIZES = (12.5, 10.5, 9.5)  # by level; deeper levels take the last
BODY_SIZE = 9.5
BODY_LEADING = 14.0
TABLE_SIZE = 8.5
TABLE_LEADING = 11.8
QUIET_SIZE = 7.9
QUIET_LEADING = 11.0
QUIET_SCALE = 0.92  # quiet words within a line of another size
PASSAGE_SIZE = 10.0
PASSAGE_LEADING = 16.5
FURNITURE_SIZE = 7.7  # page header and footer, paragraph numbers
MARKER_SCALE = 0.68  # q1 after a marked run
MARKER_RISE = 0.36  # of the size of the text it follows

HEADING_ABOVE = 20.0
HEADING_BELOW = 7.0
PARAGRAPH_BELOW = 7.0
LEAD_INDENT = 13.0
LEAD_BAR = 2.4
COVER_INDENT = 92.0  # from a cover line's label to its value
LOGO_WIDTH = 180.0  # at most
LOGO_HEIGHT = 40.0
CELL_ABOVE = 4.6
CELL_BELOW = 4.8
CELL_GAP = 10.0  # between columns
HAIRLINE_WIDTH = 0.5
RULE_WIDTH = 0.8
UNDERLINE_WIDTH = 0.9  # of marks
UNDERLINE_STEP = 2.3  # from one mark's underline to the next below it

PAGE_WIDTH = 595.28  # A4
PAGE_HEIGHT = 841.89
PAGE_MARGIN = 55.0
HEADER_BASELINE = 54.0  # from the upper edge of the page
FOOTER_BASELINE = 27.0  # from the lower edge of the page


def heading_size(level: int) -> float:
    """The size of a heading of `level`, counted from 1."""
    return HEADING_SIZES[min(max(level, 1), len(HEADING_SIZES)) - 1]
