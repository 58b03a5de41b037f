"""What the analyst writes for the brief, in their own words; kept in the article's file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BriefWords:
    """Empty fields are left out of the brief; an empty title means the article's headline.

    `bottom_line` is what the reader must know, its paragraphs parted by line feeds; "[p1]" in it refers to a
    row. `judgements` are assessments, a line each. `rates` are the exchange rates amounts may be converted
    at, a line each: "1 USD = 0.79 GBP, Bank of England, 2026-11-13". `caveat` is the handling caveat of every
    page ("OFFICIAL · TLP:GREEN").
    """

    title: str = ""
    addressee: str = ""  # for whom
    sender: str = ""  # from whom
    date: str = ""  # ISO 8601; empty means the day of export
    caveat: str = ""
    bottom_line: str = ""
    version: str = ""  # "draft 2"
    judgements: str = ""
    rates: str = ""
    foreign: tuple[str, ...] = ()
