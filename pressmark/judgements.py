"""Words of estimative probability in key judgements, and of confidence in them.

Source: ICD 203, Analytic Standards (US Office of the Director of National Intelligence, 2015), D.6.e(2):
likelihood is said in one of two sets of terms, and a sentence with a likelihood states no confidence level.
"""

import re
from collections.abc import Iterator

LIKELIHOODS = {
    "almost no chance": "01–05 %",
    "remote": "01–05 %",
    "very unlikely": "05–20 %",
    "highly improbable": "05–20 %",
    "unlikely": "20–45 %",
    "improbable": "20–45 %",
    "roughly even chance": "45–55 %",
    "roughly even odds": "45–55 %",
    "likely": "55–80 %",
    "probable": "55–80 %",
    "probably": "55–80 %",
    "very likely": "80–95 %",
    "highly probable": "80–95 %",
    "almost certain": "95–99 %",
    "almost certainly": "95–99 %",
    "nearly certain": "95–99 %",
}
"""Term → the chance it stands for, as the standard has it."""

_CONFIDENCE = re.compile(r"\b(?:low|moderate|medium|high) confidence\b", re.IGNORECASE)
_NOT_OF_PLACE = r"remote(?=\s+(?:chance|likelihood|odds|possibility|probability|that)\b|\s*(?:[.,;:!?)\[]|$))"
"""“The chance is remote.”, not “a remote island”."""

_TERMS = "|".join(sorted(LIKELIHOODS.keys() - {"remote"}, key=len, reverse=True)).replace(" ", r"\s+")
_LIKELIHOOD = re.compile(rf"\b(?:{_TERMS}|{_NOT_OF_PLACE})\b", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"(?<=[.!?])\s+")  # not the point of £1.5m


def terms(text: str) -> Iterator[tuple[int, int]]:
    """Where likelihoods and levels of confidence stand, in order, none within another."""
    found = [match.span() for pattern in (_LIKELIHOOD, _CONFIDENCE) for match in pattern.finditer(text)]
    yield from sorted(found)


def is_likelihood(term: str) -> bool:
    return bool(_LIKELIHOOD.fullmatch(term))


def mixed(text: str) -> list[str]:
    """The sentences that state both a likelihood and a level of confidence, which the standard forbids."""
    sentences = (one for line in text.splitlines() for one in _END_OF_SENTENCE.split(line.strip()))
    return [one for one in sentences if _LIKELIHOOD.search(one) and _CONFIDENCE.search(one)]
