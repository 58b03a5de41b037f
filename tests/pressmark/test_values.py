import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.article import Article, BlockKind
from pressmark.entities import Entity
from pressmark.labels import AttributeDefinition, AttributeKind
from pressmark.values import readable, value_order

DOC = AnnotatedArticle(
    Article.of([(BlockKind.PARAGRAPH, "A quay.")]),
    entities=[Entity("zz", "Ada Venn"), Entity("aa", "Zoe Low")],
)


def definition(kind: AttributeKind, *choices: str) -> AttributeDefinition:
    return AttributeDefinition("x", "X", kind, choices)


@pytest.mark.parametrize(
    ("asked", "in_order"),
    [
        (definition(AttributeKind.MONEY), ["EUR 9", "EUR 10..11", "GBP 2", "undisclosed", "a lot"]),
        (definition(AttributeKind.NUMBER), ["-3", "9", "10.5", "many", "NaN and more"]),
        (definition(AttributeKind.DATE), ["2026", "by 2026-03-01", "2026-11", "next winter"]),
        (definition(AttributeKind.CHOICE, "zero", "one"), ["zero", "one", "another"]),
        (definition(AttributeKind.TEXT), ["alpha", "Beta", "gamma"]),
        (definition(AttributeKind.ENTITY), ["zz", "aa"]),
    ],
)
def test_values_are_sorted_as_what_they_are(asked, in_order) -> None:
    turned = in_order[::-1]
    assert sorted(turned, key=lambda value: value_order(DOC, asked, value)) == in_order


@pytest.mark.parametrize(("stored", "shown"), [("zz", "Ada Venn"), ("nobody", "nobody")])
def test_an_entity_is_read_by_its_name(stored: str, shown: str) -> None:
    assert readable(DOC, definition(AttributeKind.ENTITY), stored) == shown


def test_an_amount_is_read_with_commas() -> None:
    assert readable(DOC, definition(AttributeKind.MONEY), "GBP 40000000") == "GBP 40,000,000"
