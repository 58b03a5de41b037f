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
_LIKELIHOOD = re.compile(
    rf"\b(?:{'|'.join(sorted(LIKELIHOODS, key=len, reverse=True))})\b".replace(" ", r"\s+"), re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


def terms(text: str) -> Iterator[tuple[int, int]]:
    """Where likelihoods and levels of confidence stand, in order, none within another."""
    found = [match.span() for pattern in (_LIKELIHOOD, _CONFIDENCE) for match in pattern.finditer(text)]
    yield from sorted(found)


def has_likelihood(text: str) -> bool:
    return bool(_LIKELIHOOD.search(text))


def mixed(text: str) -> list[str]:
    """The sentences that state both a likelihood and a level of confidence, which the standard forbids."""
    sentences = (match[0].strip() for line in text.splitlines() for match in _SENTENCE.finditer(line))
    return [one for one in sentences if _LIKELIHOOD.search(one) and _CONFIDENCE.search(one)]
