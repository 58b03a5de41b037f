"""The same brief in the languages of the peers: Typst for its compiler, HTML for pandoc and WeasyPrint.

Written as somebody would who knows those tools: marks are tints and underlines, notes footnotes, the table a
table with a header that repeats, the list of contents the tool's own.
"""

import html
import re

from pressmark.brief import (
    Brief,
    Contents,
    Heading,
    Inline,
    Link,
    Marked,
    Note,
    Paragraph,
    Passage,
    Row,
    Table,
    Text,
)

_SPECIAL = re.compile(r"([\\#$*_`@<>~\[\]])")


def typst(brief: Brief) -> str:
    parts = [
        '#set page(paper: "a4", numbering: "1 / 1", header: [OFFICIAL])\n'
        '#set text(font: ("Noto Sans", "Libertinus Serif"), size: 9.5pt, lang: "en")\n'
        f"#set document(title: [{_t(brief.title)}])\n= {_t(brief.title)}\n"
    ]
    for block in brief.blocks:
        if isinstance(block, Contents):
            parts.append("#outline(depth: 2)")
        elif isinstance(block, Heading):
            parts.append(f"== {_t(block.text)}")
        elif isinstance(block, Paragraph):
            parts.append(_typst_inlines(brief, block.inlines))
        elif isinstance(block, Passage):
            parts.append(f"#super[{block.number}] " + _typst_inlines(brief, block.inlines))
        elif isinstance(block, Table):
            parts.append(_typst_table(brief, block))
    return "\n\n".join(parts)


def _typst_table(brief: Brief, table: Table) -> str:
    titles = ", ".join(f"[{_t(column.title)}]" for column in table.columns)
    rows = ",\n".join(
        ", ".join(f"[{_typst_inlines(brief, cell.inlines)}]" for cell in row.cells) for row in table.rows
    )
    shares = ", ".join(f"{column.share}fr" for column in table.columns)
    return f"#table(columns: ({shares}), stroke: none, table.header({titles}),\n{rows})"


def _typst_inlines(brief: Brief, inlines: tuple[Inline, ...]) -> str:
    return "".join(_typst_inline(brief, inline) for inline in inlines)


def _typst_inline(brief: Brief, inline: Inline) -> str:
    if isinstance(inline, Text | Link):
        return _t(inline.text)
    if isinstance(inline, Marked):
        words = f"[{_t(inline.text)}]"
        for name in inline.marks:
            style = brief.labels[brief.marks[name].label]
            words = f'[#underline(stroke: rgb("{style.ink}")){words}]'
        fill = brief.labels[brief.marks[inline.marks[0]].label].fill
        return f'#highlight(fill: rgb("{fill}")){words}'
    if isinstance(inline, Note):
        return f"#footnote[{_typst_inlines(brief, inline.inlines)}]"
    return " \\\n"


def _t(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def markdown(brief: Brief) -> str:
    """For pandoc, in its own Markdown: bracketed spans for marks, inline notes, a pipe table."""
    parts = [f"---\ntitle: {html.escape(brief.title).replace(':', ' –')}\n---"]
    for block in brief.blocks:
        if isinstance(block, Heading):
            parts.append(f"# {_m(block.text)}")
        elif isinstance(block, Paragraph | Passage):
            parts.append("".join(_markdown_inline(inline) for inline in block.inlines))
        elif isinstance(block, Table):
            parts.append(_pipe_table(block))
    return "\n\n".join(parts)


def _pipe_table(table: Table) -> str:
    head = "| " + " | ".join(column.title or " " for column in table.columns) + " |"
    rule = "|" + "|".join("-" * round(column.share * 10) for column in table.columns) + "|"
    return "\n".join([head, rule, *map(_pipe_row, table.rows)])


def _pipe_row(row: Row) -> str:
    return "| " + " | ".join("".join(map(_markdown_inline, cell.inlines)) for cell in row.cells) + " |"


def _markdown_inline(inline: Inline) -> str:
    if isinstance(inline, Text | Link):
        return _m(inline.text)
    if isinstance(inline, Marked):
        return f'[{_m(inline.text).strip()}]{{.mark custom-style="Quote" #{inline.marks[0]}-x}} '
    if isinstance(inline, Note):
        return f"^[{''.join(map(_markdown_inline, inline.inlines))}]"
    return " "


def _m(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]#|<>^~$@\"'])", r"\\\1", text)
