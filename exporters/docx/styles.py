"""The styles part: defaults for the whole document, then every style a brief uses."""

from babel.core import get_global

from exporters import typography as look
from exporters.docx.block_styles import block_styles
from exporters.docx.character_styles import label_styles, tone_styles
from exporters.docx.faces import characters
from exporters.docx.paragraph_styles import (
    article_styles,
    furniture_styles,
    heading_styles,
    spacing,
    text_styles,
    text_styles_of_tables,
    title_styles,
)
from exporters.docx.setting import Setting
from exporters.docx.table_style import table_styles
from exporters.docx.wml import Element, part, w
from exporters.language import direction
from pressmark.brief import Brief


def styles(brief: Brief, setting: Setting) -> bytes:
    """All styles; those of labels differ from brief to brief."""
    return part(
        "w:styles",
        "w r",
        {},
        _defaults(brief.language),
        _normal(setting),
        _default_characters(),
        *title_styles(setting),
        *heading_styles(setting),
        *text_styles(setting),
        *article_styles(setting),
        *text_styles_of_tables(),
        *block_styles(setting),
        *furniture_styles(setting),
        *tone_styles(setting),
        *label_styles(brief.labels),
        *table_styles(),
    )


def languages_of(language: str) -> dict[str, str | int]:
    """The brief's language as the defaults state it, for each kind of script."""
    tongue = _full_tag(language)
    return {"val": tongue, "eastAsia": _east_asian(tongue), "bidi": _bidirectional(tongue)}


def _defaults(language: str) -> Element:
    """Languages only; faces and colours stand in Normal, for LibreOffice lets defaults win in tables."""
    languages = w("lang", **languages_of(language))
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", languages)),
        w("pPrDefault", w("pPr", w("widowControl"), spacing())),
    )


def _normal(setting: Setting) -> Element:
    return w(
        "style",
        w("name", val="Normal"),
        w("qFormat"),
        w("rPr", *characters(setting.sans, points=look.BODY_SIZE, ink=look.INK)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )


def _default_characters() -> Element:
    return w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )


def _full_tag(language: str) -> str:
    """Word checks the spelling of en-US; of plain "en" it knows nothing."""
    if "-" in language or not language:
        return language or "en-US"
    likely = str(get_global("likely_subtags").get(language, language)).split("_")
    return f"{likely[0]}-{likely[-1]}" if len(likely) > 1 else language


def _east_asian(tag: str) -> str:
    return tag if tag.split("-", maxsplit=1)[0] in {"zh", "ja", "ko"} else "zh-CN"


def _bidirectional(tag: str) -> str:
    return tag if direction(tag) == "rtl" else "ar-SA"
