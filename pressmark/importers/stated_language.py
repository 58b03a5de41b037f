"""Languages as tables name them: “German”, “Deutsch”, “DE”, “deu”, “en_GB”, as the codes of BCP 47."""

import re
from functools import cache

_CODE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{2}|[A-Z][a-z]{3}))?")
_NAMED_IN = ("en", "de", "fr", "es", "it", "uk", "pl", "ru")
_THREE_LETTERS = {
    "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "ukr": "uk", "rus": "ru",
    "ita": "it", "pol": "pl", "por": "pt", "dut": "nl", "nld": "nl", "swe": "sv", "nor": "no", "dan": "da",
    "fin": "fi", "cze": "cs", "ces": "cs", "slk": "sk", "slo": "sk", "hun": "hu", "rum": "ro", "ron": "ro",
    "bul": "bg", "gre": "el", "ell": "el", "tur": "tr", "ara": "ar", "heb": "he", "per": "fa", "fas": "fa",
    "chi": "zh", "zho": "zh", "jpn": "ja", "kor": "ko", "hrv": "hr", "srp": "sr", "slv": "sl", "est": "et",
    "lav": "lv", "lit": "lt",
}  # fmt: skip


def language_code(said: str) -> str:
    """The code of a language that is named or coded; empty for what is none."""
    said = " ".join(said[:60].split())
    if code := _names().get(said.casefold()):
        return code
    found = _CODE.fullmatch(said)
    if not found:
        return ""
    first = _THREE_LETTERS.get(found[1].casefold(), found[1].casefold())
    if first not in _codes():
        return ""
    region = found[2] or ""
    return f"{first}-{region.upper() if len(region) == 2 else region}" if region else first


@cache
def _names() -> dict[str, str]:
    from babel import Locale

    return {
        str(name).casefold(): str(code).replace("_", "-")
        for language in _NAMED_IN
        for code, name in Locale(language).languages.items()
        if len(str(code)) < 4 or "_" in str(code)
    }


@cache
def _codes() -> frozenset[str]:
    from babel import Locale

    return frozenset(code for code in map(str, Locale("en").languages) if len(code) <= 3)
