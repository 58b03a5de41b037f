"""What the reader must know, in the analyst's own words, with references to the rows it rests on."""

from pressmark.brief import Block, Break, Inline, Paragraph, Role
from pressmark.compose.material import Material
from pressmark.compose.references import with_references


def bottom_line(material: Material) -> list[Block]:
    paragraphs = [line.strip() for line in material.words.bottom_line.splitlines() if line.strip()]
    inlines: list[Inline] = []
    for line in paragraphs:
        inlines += [Break()] if inlines else []
        inlines += with_references(material, line)
    return [Paragraph(tuple(inlines), Role.LEAD)] if inlines else []
