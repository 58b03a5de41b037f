"""Key judgements, a paragraph each, with their likelihood or their confidence set strong."""

from pressmark.brief import Block, Inline, Note, Paragraph, Role, Text, Tone
from pressmark.compose.material import Material
from pressmark.compose.references import with_references
from pressmark.judgements import LIKELIHOODS, is_likelihood, mixed, terms

_ADVERBS = ("probably", "almost certainly")
"""Forms of terms that the scale has already."""


def judgements(material: Material) -> list[Block]:
    lines = [line.strip() for line in material.words.judgements.splitlines() if line.strip()]
    blocks: list[Block] = []
    explained = False
    for number, line in enumerate(lines, start=1):
        inlines = [one for part in with_references(material, line) for one in _emphasised(part)]
        first = next((place for place, one in enumerate(inlines, start=1) if _says_likelihood(one)), 0)
        if first and not explained:
            inlines.insert(first, _scale(material))
            explained = True
        blocks.append(Paragraph((Text(f"{number}. ", Tone.QUIET), *inlines)))
        if mixed(line):
            blocks.append(Paragraph((Text(material.say("judgement.mixed")),), Role.CAUTION))
    return blocks


def _emphasised(inline: Inline) -> list[Inline]:
    """The terms of the standard in a text set strong."""
    if not isinstance(inline, Text):
        return [inline]
    found: list[Text] = []
    done = 0
    for start, end in terms(inline.text):
        found += [Text(inline.text[done:start]), Text(inline.text[start:end], Tone.STRONG)]
        done = end
    found.append(Text(inline.text[done:]))
    return [one for one in found if one.text]


def _says_likelihood(inline: Inline) -> bool:
    return isinstance(inline, Text) and inline.tone is Tone.STRONG and is_likelihood(inline.text)


def _scale(material: Material) -> Note:
    chances: dict[str, list[str]] = {}
    for term, chance in LIKELIHOODS.items():
        if term not in _ADVERBS:
            chances.setdefault(chance, []).append(term)
    scale = "; ".join(f"{', '.join(those)} {chance}" for chance, those in chances.items())
    return Note((Text(material.say("judgement.scale", scale=scale)),))
