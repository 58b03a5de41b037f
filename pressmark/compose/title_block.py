"""The lines under and above the title: for whom, from whom, on how much; as of when."""

from datetime import date

from pressmark.compose.material import Material, one_line
from pressmark.dates import FuzzyDate, long_date


def details(material: Material) -> str:
    """“For the Transport Committee · from the Research Desk · 3 articles, 2 outlets”."""
    words = material.words
    outlets = {source.doc.source.outlet for source in material.sources if source.doc.source.outlet}
    articles = len(material.sources)
    count = f"{articles} article{'s' if articles != 1 else ''}"
    if len(outlets) > 1:
        count += f", {len(outlets)} outlets"
    parts = [
        f"For {words.addressee}" if words.addressee else "",
        f"from {words.sender}" if words.sender else "",
        count,
    ]
    line = " · ".join(part for part in parts if part)
    return one_line(line[:1].upper() + line[1:])


def dateline(material: Material) -> str:
    """“14 November 2026” as the analyst states it, else the moment of export."""
    if material.words.date:
        return one_line(FuzzyDate.parse(material.words.date).shown())
    today: date = material.now.date()
    return f"As of {long_date(today.isoformat())}, {material.now:%H:%M}"
