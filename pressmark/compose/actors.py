"""Who is who: each actor once, with the names the press gives it."""

from pressmark.brief import Align, Block, Cell, Column, Heading, Row, Table, Text
from pressmark.compose.cells import text_cell
from pressmark.compose.material import Material
from pressmark.compose.merging import Merged, merged
from pressmark.facts import actors as actor_rows

COLUMNS = (Column("Name", 40), Column("Role", 30), Column("Mentions", 30, Align.END))


def actors(material: Material) -> list[Block]:
    rows = [_row(one) for one in merged(material, actor_rows)]
    return [Heading("Actors"), Table("Actors", COLUMNS, tuple(rows))] if rows else []


def _row(one: Merged) -> Row:
    kind, organisation, country = (one.first_value(name) for name in ("kind", "organisation", "country"))
    role = ", ".join(one.values("role"))
    belongs = ", ".join(filter(None, (organisation, country)))
    return Row(
        (
            text_cell(one.name, also(one)),
            text_cell(role or belongs or kind, belongs if role else ""),
            Cell((Text(counts(one)),), len(one.mentions)),
        )
    )


def also(one: Merged) -> str:
    """The other names as printed: “also “Healey”, “the minister””."""
    others = [f"“{words}”" for words in one.printed if words != one.name]
    return f"also {', '.join(others)}" if others else ""


def counts(one: Merged) -> str:
    """“2 pledges, 1 quote, 5 mentions”."""
    numbers = ((len(one.pledges), "pledge"), (len(one.quotes), "quote"), (len(one.mentions), "mention"))
    return ", ".join(f"{number} {what}{'s' if number != 1 else ''}" for number, what in numbers if number)
