"""Word documents: real styles, bookmarks and comments, so that the brief can be worked on in Word."""

from pathlib import Path

from exporters.docx.document import packed
from pressmark.brief import Brief, Tick


def write(brief: Brief, path: Path, tick: Tick) -> None:
    """Write the brief as DOCX. The caller sees to it that half a file replaces nothing."""
    path.write_bytes(packed(brief, tick))
    tick(1.0)
