"""The settings part: what Word is to do, and not to do, with the document."""

from exporters.docx.footnotes import SEPARATORS
from exporters.docx.wml import Element, part, w

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,  # Word of 2013 and later; without it, Word says "compatibility mode"
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings(*, notes: bool, embedded_fonts: bool = False, even_pages: bool = False) -> bytes:
    """`notes` where the document has footnotes; `even_pages` where these have a head of their own."""
    return part(
        "w:settings",
        "w r",
        {},
        w("zoom", percent=100),
        *([w("embedTrueTypeFonts")] if embedded_fonts else []),
        w("defaultTabStop", val=720),
        *([w("evenAndOddHeaders")] if even_pages else []),
        w("characterSpacingControl", val="doNotCompress"),
        *([_notes()] if notes else []),
        w("compat", *(w("compatSetting", name=n, uri=_WORD, val=v) for n, v in _COMPATIBILITY.items())),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _notes() -> Element:
    return w("footnotePr", *(w("footnote", id=number) for number in SEPARATORS.values()))
