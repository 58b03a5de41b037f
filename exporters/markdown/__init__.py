"""Markdown: CommonMark with the tables and footnotes of GitHub, meant to be read before it is rendered, too.

Marks are bold, a mark within a mark is italic, and each ends in its name, raised: ``**£9m**<sup>p1</sup>``.
No Markdown has a mark of its own that every reader shows (``==`` and ``<mark>`` appear as they are typed
in many), while bold, italic and raised words come out everywhere and read well as plain text. Where
CommonMark would not take asterisks for emphasis, between a letter and a quotation mark say, the tags
``<b>`` and ``<i>`` stand instead, so that a mark begins and ends exactly where it does. Notes are footnotes.
Which label a mark has is told by the legend.
"""

from pathlib import Path

from exporters.markdown.blocks import document
from pressmark.brief import Brief, Tick


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the brief as Markdown in UTF-8, with line feeds."""
    path.write_text(document(brief, tick), encoding="utf-8", newline="\n")
    tick(1.0)
