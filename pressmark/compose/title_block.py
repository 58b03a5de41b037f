"""What stands around the title: for whom, from whom, on how much; as of when."""

from pressmark.compose.material import Material, one_line
from pressmark.dates import FuzzyDate


def details(material: Material) -> str:
    """“For the Transport Committee · from the Research Desk · 3 articles, 2 outlets”."""
    words, say = material.words, material.say
    parts = [
        say("cover.for-whom", name=words.addressee) if words.addressee else "",
        say("cover.from-whom", name=words.sender) if words.sender else "",
        words.version,
        _rests_on(material),
    ]
    line = " · ".join(part for part in parts if part)
    return one_line(line[:1].upper() + line[1:])


def cover(material: Material) -> tuple[tuple[str, str], ...]:
    """The same as a block of lines: what each is, and what it says."""
    words, say = material.words, material.say
    lines = (
        ("for", words.addressee),
        ("from", words.sender),
        ("as-of", _stated(material) or say.moment(material.now)),
        ("version", words.version),
        ("rests-on", _rests_on(material)),
    )
    return tuple((say(f"cover.{key}"), one_line(value)) for key, value in lines if value)


def dateline(material: Material) -> str:
    """“14 November 2026” as the analyst states it, else the moment of export."""
    stated = _stated(material)
    return stated or material.say("cover.as-of-moment", moment=material.say.moment(material.now))


def _stated(material: Material) -> str:
    date = material.words.date
    return one_line(material.say.fuzzy(FuzzyDate.parse(date))) if date else ""


def _rests_on(material: Material) -> str:
    """“3 articles, 2 outlets”."""
    outlets = {source.doc.source.outlet for source in material.sources if source.doc.source.outlet}
    count = material.say.count("cover.articles", len(material.sources))
    return f"{count}, {material.say.count('cover.outlets', len(outlets))}" if len(outlets) > 1 else count
