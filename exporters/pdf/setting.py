"""What every block of one brief is set with."""

from dataclasses import dataclass, field
from functools import partial

from exporters.language import direction
from exporters.pdf.inlines import RunMaker
from exporters.pdf.lines import Setter
from exporters.pdf.notes import footnote
from exporters.pdf.sheets import Sheet, sheet
from exporters.pdf.styles import Styles
from exporters.pdf.tagging import Tree
from pressmark.brief import Brief


@dataclass(frozen=True, slots=True)
class Setting:
    """`sheet` is the paper that blocks stand on; `rtl` whether tables and pages start at the right."""

    brief: Brief
    setter: Setter
    styles: Styles
    runs: RunMaker
    tree: Tree
    sheet: Sheet
    rtl: bool
    pictures: dict[str, int] = field(default_factory=dict)  # by name the object that draws it


def setting(brief: Brief, setter: Setter, tree: Tree) -> Setting:
    styles = Styles(brief.look)
    paper = sheet(brief.look.page)
    runs = RunMaker(brief, styles, tree, partial(footnote, setter, paper))
    return Setting(brief, setter, styles, runs, tree, paper, direction(brief.language) == "rtl")
