"""Rows of articles whose codebooks are not the same."""

from dataclasses import replace

from pressmark import changes
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Span
from pressmark.brief import Brief, Table, plain
from pressmark.compose.rows import compose_rows
from pressmark.labels import PLEDGE, STANDARD_CODEBOOK, AttributeDefinition, Codebook
from tests.pressmark.compose.reading import NOW, table
from tests.pressmark.story import mark, story, told


def rows_of(*docs: AnnotatedArticle) -> Brief:
    return compose_rows(docs, NOW, one_table=False)


def column(brief: Brief, name: str, title: str) -> list[str]:
    found = table(brief, name)
    (index,) = [number for number, each in enumerate(found.columns) if each.title == title]
    return [plain(row.cells[index].inlines) for row in found.rows]


def test_an_attribute_that_one_codebook_adds_has_a_column_for_all() -> None:
    sector = replace(PLEDGE, attributes=(*PLEDGE.attributes, AttributeDefinition("sector", "Sector")))
    other = story()
    other.apply(changes.set_codebook(other, STANDARD_CODEBOOK.with_label(sector), "Add an attribute"))
    mark(other, "pledge", "£40m", values={"sector": "transport", "amount": "£40m"})
    brief = rows_of(told(), other)
    assert column(brief, "Pledges", "sector") == ["", "", "", "transport"]
    assert column(brief, "Pledges", "amount_currency") == ["GBP", "GBP", "EUR", "GBP"]


def test_a_label_that_the_first_codebook_lacks_is_that_of_the_second() -> None:
    bare = AnnotatedArticle(
        story().article,
        codebook=Codebook(()),
        annotations=[Annotation("p1", "pledge", (Span(0, 7),), {"amount": "GBP 5"})],
    )
    brief = rows_of(bare, told())
    assert column(brief, "Pledges", "amount_least")[:2] == ["5", "40000000"]
    assert column(brief, "Pledges", "pledger_id") == ["", "2:a1", "2:a1", ""]


def test_labels_of_no_codebook_have_their_tables_in_text_order_even_after_undo() -> None:
    ones = [
        Annotation(key, label, (Span(at, at + 2),)) for key, label, at in (("x1", "x", 0), ("y1", "y", 4))
    ]
    doc = AnnotatedArticle(story().article, codebook=Codebook(()), annotations=ones)
    names = [block.name for block in rows_of(doc).blocks if isinstance(block, Table)]
    deletion = changes.delete(doc, ["x1"])
    doc.apply(deletion)
    doc.apply(deletion.inverse())
    assert [block.name for block in rows_of(doc).blocks if isinstance(block, Table)] == names
    assert names == ["Xs", "Ys", "Sources"]
