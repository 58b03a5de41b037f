"""Amounts as the press prints them: £225m, US$1.3 billion, €2–3bn, “undisclosed”."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import cache
from typing import Any

import regex

UNDISCLOSED = "undisclosed"

_SIGNS = {
    "£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY", "₴": "UAH", "₹": "INR",
    "₽": "RUB", "₺": "TRY", "₩": "KRW",
    "zł": "PLN", "US$": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
}  # fmt: skip
_WORDS = {
    "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "euro": "EUR", "euros": "EUR", "dollar": "USD",
    "dollars": "USD", "yen": "JPY", "yuan": "CNY", "hryvnia": "UAH", "hryvnias": "UAH",
}  # fmt: skip
_CODES = (
    "AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP GEL HKD HUF IDR ILS INR JPY KRW KZT MDL MXN MYR "
    "NGN NOK NZD PHP PKR PLN QAR RON RSD RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
)
_SCALES = {
    "k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6,
    "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9,
    "tn": 12, "trn": 12, "trillion": 12, "trillions": 12, "lakh": 5, "crore": 7, "mrd": 9,
}  # fmt: skip
_MORE_THAN_CURRENCIES = ("COP", "TRY")
"""Codes that headlines use for other things (COP28, TRY 3 TIMES): not taken without a scale."""


_MOST_DIGITS = 40
_EXACT = Context(prec=120)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, or a range of amounts, in one currency (ISO 4217, empty where not known).

    `least` and `most` are None for an amount that was not disclosed.
    """

    least: Decimal | None
    most: Decimal | None
    currency: str = ""

    @classmethod
    def parse(cls, text: str) -> "Money":
        """Reads what an analyst types or the press prints. Raises ValueError."""
        if text.strip().casefold() in {UNDISCLOSED, "not disclosed", "no price"}:
            return cls(None, None)
        typed = " ".join(text.split())
        found = _pattern().fullmatch(typed) or _pattern().fullmatch(typed.upper())
        if not found:
            raise ValueError(
                f"“{text}” is not an amount: write it like GBP 225,000,000, £225m, €2–3bn or {UNDISCLOSED}"
            )
        return _from_match(found)

    def __str__(self) -> str:
        """The canonical text: ``GBP 225000000``, ``EUR 2000000000..3000000000``, ``undisclosed``."""
        return self._written("{:f}".format, "..")

    def shown(self) -> str:
        """For readers: ``GBP 225,000,000``."""
        return self._written(_with_commas, "–")

    def _written(self, how: Callable[[Decimal], str], dash: str) -> str:
        if self.least is None or self.most is None:
            return UNDISCLOSED
        amounts = dict.fromkeys((how(self.least), how(self.most)))
        return f"{self.currency} {dash.join(amounts)}".strip()


def find_money(text: str) -> str:
    """The first amount with a currency that stands in a text, as printed; empty when there is none."""
    for found in _pattern().finditer(text):
        if _currency(found) and (found["sign"] not in _MORE_THAN_CURRENCIES or found["scale"]):
            return _printed(found)
    return ""


def _printed(found: Any) -> str:
    whole = str(found.group())
    if found["loose"] and not (found["sign2"] or found["scale2"] or found["word"]):
        whole = whole[: found.start("loose") - found.start()]  # "£2m to 3 charities" is no range
    return whole


@cache
def _pattern() -> Any:
    signs = "|".join(regex.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    words = "|".join(sorted(_WORDS, key=len, reverse=True))
    scales = "[ \u00a0-]?(?i:" + "|".join(sorted(_SCALES, key=len, reverse=True)) + r")\b"
    codes = "|".join(_CODES.split())
    number = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+|\d+(?:[.,]\d+)?"
    return regex.compile(
        rf"""(?<![\w.,])
        (?P<between>(?i:between)\s)?
        (?:(?P<sign>{signs}|\b(?:{codes})(?![A-Za-z]))\s?)?
        (?P<first>{number})(?P<scale>{scales})?
        (?:(?:\.\.|[–—-]|(?P<loose>\s(?:[–—-]|(?i:to))\s|(?(between)\s(?i:and)\s|(?!))))
           (?:(?P<sign2>{signs}|(?:{codes})(?![A-Za-z]))\s?)?(?P<second>{number})(?P<scale2>{scales})?)?
        (?:[\s-]?(?P<word>(?:{signs}|(?:{codes})\b)(?!\s?\d)|(?i:{words})\b))?
        (?!\w)(?(between)(?(second)|(?!)))""",
        regex.VERBOSE,
    )


def _currency(found: Any) -> str:
    written = found["sign"] or found["word"] or ""
    return _SIGNS.get(written) or _WORDS.get(written.casefold()) or written


def _from_match(found: Any) -> Money:
    scale, scale2 = ((found[name] or "").strip(" \u00a0-").casefold() for name in ("scale", "scale2"))
    scale = scale or scale2  # "€2–3bn" means billions twice, "£900m–1bn" does not
    least = _amount(found["first"], scale)
    most = _amount(found["second"], scale2 or scale) if found["second"] else least
    if most < least:
        raise ValueError(f"the range “{found.group()}” runs backwards")
    return Money(least, most, _currency(found))


def _amount(digits: str, scale: str) -> Decimal:
    compact = regex.sub(r"[\u00a0\u202f ]", "", digits)
    if regex.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", compact):
        compact = compact.replace(",", "")
    elif regex.fullmatch(r"\d{1,3}(\.\d{3})+,\d+", compact):
        compact = compact.replace(".", "")
    value = Decimal(compact.replace(",", ".")).scaleb(_SCALES[scale] if scale else 0, _EXACT)
    if len(compact) > _MOST_DIGITS or value.adjusted() > _MOST_DIGITS:
        raise ValueError(f"{digits[:_MOST_DIGITS]}… is larger or more exact than any amount")
    is_whole = value == value.to_integral_value()
    return value.quantize(Decimal(1), context=_EXACT) if is_whole else value.normalize(_EXACT)


def _with_commas(amount: Decimal) -> str:
    return f"{amount:,.2f}" if amount.as_tuple().exponent == -1 else f"{amount:,f}"
