"""The encodings that texts of the press are found in: Python's names, in words that people know."""

ENCODINGS = {
    "utf-8": "Unicode (UTF-8)",
    "cp1252": "Western European (Windows)",
    "cp1251": "Cyrillic (Windows)",
    "cp1250": "Central European (Windows)",
    "koi8-r": "Cyrillic (KOI8-R, Russian)",
    "koi8-u": "Cyrillic (KOI8-U, Ukrainian)",
    "iso8859-2": "Central European (ISO 8859-2)",
    "cp1253": "Greek (Windows)",
    "cp1254": "Turkish (Windows)",
    "cp1257": "Baltic (Windows)",
    "cp1256": "Arabic (Windows)",
    "cp1255": "Hebrew (Windows)",
    "gb18030": "Chinese, simplified (GB 18030)",
    "big5": "Chinese, traditional (Big5)",
    "cp932": "Japanese (Shift JIS)",
    "euc_jp": "Japanese (EUC)",
    "cp949": "Korean (EUC, Windows)",
    "mac-roman": "Western European (Macintosh)",
    "cp437": "Western European (DOS, US)",
    "cp850": "Western European (DOS)",
    "cp866": "Cyrillic (DOS)",
    "iso8859-5": "Cyrillic (ISO 8859-5)",
    "mac-cyrillic": "Cyrillic (Macintosh)",
    "cp874": "Thai (Windows)",
    "cp1258": "Vietnamese (Windows)",
    "utf-16-le": "Unicode (UTF-16, little-endian)",
    "utf-16-be": "Unicode (UTF-16, big-endian)",
}
"""The commonest first: where two fit a text equally well, that is the likelier."""


def in_words(encoding: str) -> str:
    """“Cyrillic (KOI8-U, Ukrainian)”; the name in capitals for one that is not in the list."""
    known = {_plain(name): words for name, words in ENCODINGS.items()}
    return known.get(_plain(encoding), encoding.replace("_", "-").upper())


def _plain(name: str) -> str:
    return name.replace("_", "").replace("-", "").casefold()
