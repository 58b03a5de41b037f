import pytest

from pressmark.article import Article, BlockKind
from pressmark.names import REACH, names_near


def names(text: str, position: int = 0) -> list[str]:
    return names_near(Article.of([(BlockKind.PARAGRAPH, text)]), position)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the minister, Ingrid Halvorsen, and Dr. Per Lindqvist", ["Ingrid Halvorsen", "Dr. Per Lindqvist"]),
        ("The Audit Office closed. The mayor left.", ["Audit Office"]),
        ("As President-elect O’Neill said", ["President-elect O’Neill"]),
        ("Almar’s mayor and the Seafarers’ Union", ["Almar", "Seafarers’ Union"]),
        ("the Strait of Orm and the Duke of the West", ["Strait of Orm", "Duke of the West"]),
        ("in Vik. Of the three", ["Vik"]),
        ("Øystein Ångström", ["Øystein Ångström"]),
        ("他说 no capitals وقالت", []),
        ("", []),
    ],
)
def test_names_are_words_with_capitals(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_the_nearest_names_come_first_and_each_once() -> None:
    text = "Mara Venn met Tomas Berg, whom Mara Venn knows."
    assert names(text) == ["Mara Venn", "Tomas Berg"]
    assert names(text, text.index("Berg")) == ["Tomas Berg", "Mara Venn"]


def test_names_far_away_are_left_out() -> None:
    assert names(f"Mara{' ' * REACH}Venn") == ["Mara"]
