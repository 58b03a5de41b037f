"""What the formats of rows have in common: a brief of tables, and nothing but tables."""

from pressmark.brief import Brief, Table


class NotOnlyTablesError(ValueError):
    """A brief with more than tables was given to a format that can hold tables only."""

    def __init__(self, kind: str) -> None:
        super().__init__(f"A workbook or CSV file holds tables only, and this brief has a {kind.lower()}.")


def tables(brief: Brief) -> tuple[Table, ...]:
    """The tables of a brief of rows; anything else is an error, for it would be lost without a word."""
    found = []
    for block in brief.blocks:
        if not isinstance(block, Table):
            raise NotOnlyTablesError(type(block).__name__)
        found.append(block)
    return tuple(found)


def titled(table: Table) -> bool:
    """Whether any column has a title, so that there is a header row."""
    return any(column.title for column in table.columns)
