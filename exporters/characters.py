"""Which characters may stand in a written file."""

import re

# XML has no room for these, and neither have the programs that read CSV or Markdown; half of a
# surrogate pair cannot even be encoded.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def legal(text: str) -> str:
    """The text without characters that no reader of our files accepts, its lines ended by line feeds."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The same with every run of white space as one space: for titles and names."""
    return " ".join(legal(text).split())
