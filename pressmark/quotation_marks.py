"""The quotation marks of the press, and a quote without them."""

CLOSING = {
    "“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "「": "」", "『": "』",
    '"': '"', "'": "'",
}  # fmt: skip
"""Opening quotation mark → the marks that may close it."""


def bare(piece: str, opening: str) -> str:
    """A piece without the quotation marks around it; those of a quote inside it stay."""
    lines = [line.strip() for line in piece.split("\n")]
    if opening:  # the press opens each paragraph of a long quote anew
        lines = [line.removeprefix(opening).lstrip() for line in lines]
    words = " ".join(filter(None, lines))
    closing = CLOSING.get(opening, "")
    if not words or words[-1] not in closing:
        return words
    inner = words[:-1]
    opened = inner.count(opening) % 2 if opening in closing else inner.count(opening)
    closed = 0 if opening in closing else sum(inner.count(sign) for sign in closing)
    return words if opened > closed else inner.rstrip()
