"""How figures and tables are called."""

import pytest

from exporters.captions import Kind, word


@pytest.mark.parametrize(
    ("language", "figure", "table"),
    [
        ("en-GB", "Figure", "Table"),
        ("de", "Abbildung", "Tabelle"),
        ("ar-EG", "شكل", "جدول"),
        ("tlh", "Figure", "Table"),
        ("", "Figure", "Table"),
    ],
)
def test_figures_and_tables_are_named_in_the_language_of_the_brief(
    language: str, figure: str, table: str
) -> None:
    assert (word(Kind.FIGURE, language), word(Kind.TABLE, language)) == (figure, table)
