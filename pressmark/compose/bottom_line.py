"""What the reader must know, in the analyst's own words."""

from pressmark.brief import Block, Break, Paragraph, Role, Text
from pressmark.compose.material import Material


def bottom_line(material: Material) -> list[Block]:
    paragraphs = [line.strip() for line in material.words.bottom_line.splitlines() if line.strip()]
    inlines = [inline for line in paragraphs for inline in (Break(), Text(line))]
    return [Paragraph(tuple(inlines[1:]), Role.LEAD)] if paragraphs else []
