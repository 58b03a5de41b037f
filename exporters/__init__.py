"""Brief → file: one `write` a format, and the one table of formats."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pressmark.brief import Brief, Tick


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file that a brief can be written as."""

    name: str
    title: str  # as a list of choices names it
    suffix: str
    rows: bool  # holds tables only: give it a brief that has nothing else
    module: str  # imported when first used, for the window must show before Word's library is loaded


FORMATS = (
    Format("docx", "Word document", ".docx", rows=False, module="exporters.docx"),
    Format("pdf", "PDF document", ".pdf", rows=False, module="exporters.pdf"),
    Format("html", "Web page", ".html", rows=False, module="exporters.html"),
    Format("md", "Markdown text", ".md", rows=False, module="exporters.markdown"),
    Format("xlsx", "Excel workbook", ".xlsx", rows=True, module="exporters.xlsx"),
    Format("json", "JSON data", ".json", rows=True, module="exporters.json"),
    Format("csv", "CSV table", ".csv", rows=True, module="exporters.csv"),
)


class UnknownFormatError(ValueError):
    """A file's name does not say in which known format to write it."""

    def __init__(self, path: Path) -> None:
        known = ", ".join(form.suffix for form in FORMATS)
        super().__init__(f"“{path.name}” must end in one of {known}, to say what kind of file it is.")


def format_for(path: Path) -> Format:
    """The format that the ending of the file's name asks for."""
    for form in FORMATS:
        if form.suffix == path.suffix.lower():
            return form
    raise UnknownFormatError(path)


def _untold(_done: float) -> None:
    """Nobody asked how far it is."""


def write(
    brief: Brief,
    path: Path,
    tick: Tick = _untold,
    format: Format | None = None,  # noqa: A002 - the word of those who call it; the built-in is not needed here
) -> None:
    """Write the brief straight to `path`, in the format its ending asks for unless one is named."""
    form = format or format_for(path)
    import_module(form.module).write(brief, path, tick)
