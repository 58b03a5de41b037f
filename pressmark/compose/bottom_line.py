"""What the reader must know, in the analyst's own words."""

from pressmark.brief import Block, Paragraph, Role, Text
from pressmark.compose.material import Material


def bottom_line(material: Material) -> list[Block]:
    paragraphs = [line.strip() for line in material.words.bottom_line.splitlines() if line.strip()]
    return [Paragraph((Text(line),), Role.LEAD) for line in paragraphs]
