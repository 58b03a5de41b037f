"""The settings part: what Word is to do, and not to do, with the document."""

from exporters.docx.wml import Element, w

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,  # Word of 2013 and later; without it, Word says "compatibility mode"
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def settings() -> Element:
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", *(w("compatSetting", name=n, uri=_WORD, val=v) for n, v in _COMPATIBILITY.items())),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
