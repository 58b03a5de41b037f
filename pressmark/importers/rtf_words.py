"""The control words of RTF 1.9.1 that say something about the text, and the code pages that it names."""

import codecs
from collections.abc import Mapping

SIGNS: Mapping[str, str] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": "\u2003",
    "enspace": "\u2002", "qmspace": "\u2005", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "\u200e", "rtlmark": "\u200f",
    "softline": "\n", "zwbo": "\u200b", "zwnbo": "\u2060",
    "~": "\u00a0", "_": "\u2011", "\\": "\\", "{": "{", "}": "}",
}  # fmt: skip

PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "pagebb", "column", "\n", "\r"))

STARRED = frozenset(("footnote", "shpinst", "shppict", "ud", "nesttableprops"))
"""Groups that are read though they may be skipped by readers that do not know them."""

UNSEEN = frozenset((
    "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atnid", "bkmkend", "bkmkstart",
    "blipuid", "buptim", "category", "colortbl", "comment", "company", "datafield", "doccomm",
    "filetbl", "fldinst", "fldtype", "footer", "footerf", "footerl", "footerr", "formfield",
    "ftncn", "ftnsep", "ftnsepc", "header", "headerf", "headerl", "headerr", "hlinkbase",
    "keywords", "listoverridetable", "listtable", "macpict", "manager", "nonesttables",
    "nonshppict", "objdata", "operator", "pict", "printim", "private", "revtbl", "revtim",
    "rsidtbl", "rxe", "shprslt", "sp", "subject", "tc", "template", "themedata", "xe",
))  # fmt: skip
"""Groups that no reader sees."""

_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_ASIAN = frozenset(("cp932", "cp936", "gbk", "cp949", "cp950"))


def code_page(number: int) -> str:
    """Python's name of a Windows code page; Windows-1252 for one that it does not know."""
    named = {65001: "utf-8", 10000: "mac-roman", 936: "gbk", 1361: "johab", 708: "iso8859-6"}
    try:
        return codecs.lookup(named.get(number, f"cp{number}")).name
    except LookupError:
        return "cp1252"


def charset(number: int, document: str) -> str:
    """The code page of a font: 0 is Western, and for many writers the document's own."""
    if number == 0 and document in _ASIAN:
        return "cp1252"
    return _CHARSETS.get(number, document)
