from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from pressmark import changes, linking
from pressmark.annotated_article import AnnotatedArticle
from pressmark.annotation import Annotation
from pressmark.article import Article, BlockKind, SourceRecord, Span
from pressmark.brief import Brief, Cell, Row, Table, plain
from pressmark.changes import Hand
from pressmark.compose.rows import compose_rows
from pressmark.labels import STANDARD_CODEBOOK, Label, LineStyle

NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)
HAND = Hand("ana", "2026-11-14T09:30:00+00:00")
TEXT = (
    "“We pay,” Mara Venn said. “At once.”",
    "Venn pledged €3–4m for Port Almar by 31 March 2027.",
)
RECORD = SourceRecord(
    headline="Fund promised", outlet="Coastal Gazette", published="2026-11-14", original_name="fund.txt",
    original_sha256="ab" * 32,
)  # fmt: skip


def marked() -> AnnotatedArticle:
    doc = AnnotatedArticle(Article.of((BlockKind.PARAGRAPH, line) for line in TEXT), RECORD)
    label(doc, "actor", "Mara Venn")
    label(doc, "quote", "“We pay,”", "“At once.”")
    label(doc, "pledge", "pledged €3–4m")
    doc.apply(changes.set_value(doc, "a1", "entity", "Mara Venn", HAND))
    doc.apply(linking.link_to_text(doc, "q1", "speaker", "a1", HAND))
    doc.apply(changes.set_value(doc, "p1", "amount", "€3–4m", HAND))
    doc.apply(changes.set_value(doc, "p1", "due", "31 March 2027", HAND))
    doc.apply(linking.link_to_text(doc, "p1", "pledger", "Mara Venn", HAND))
    doc.apply(linking.link_to_text(doc, "p1", "recipient", "Port Almar", HAND))
    doc.apply(changes.set_note(doc, "p1", "Which budget?", HAND))
    return doc


def label(doc: AnnotatedArticle, name: str, *pieces: str) -> None:
    starts = [doc.article.text.index(piece) for piece in pieces]
    spans = [Span(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=True)]
    doc.apply(changes.annotate(doc, name, spans, HAND)[0])


def tables(brief: Brief) -> dict[str, Table]:
    return {block.name: block for block in brief.blocks if isinstance(block, Table)}


def by_title(table: Table, row: Row) -> dict[str, Cell]:
    return {column.title: cell for column, cell in zip(table.columns, row.cells, strict=True)}


def words(cells: dict[str, Cell]) -> dict[str, str]:
    """What is not empty."""
    return {title: text for title, cell in cells.items() if (text := plain(cell.inlines))}


def only_row(table: Table) -> dict[str, Cell]:
    (row,) = table.rows
    return by_title(table, row)


def test_a_workbook_has_a_table_for_each_label_in_use_and_one_of_sources() -> None:
    found = tables(compose_rows([marked()], NOW, one_table=False))
    assert list(found) == ["Quotes", "Pledges", "Actors", "Sources"]


def test_a_quote_in_two_pieces_is_joined_by_an_ellipsis_character_for_character() -> None:
    quote = words(only_row(tables(compose_rows([marked()], NOW, one_table=False))["Quotes"]))
    assert quote["words"] == "“We pay,” […] “At once.”"
    assert (quote["speaker"], quote["speaker_id"]) == ("Mara Venn", "a1")


def test_an_amount_can_be_added_up_and_is_shown_as_printed() -> None:
    pledge = only_row(tables(compose_rows([marked()], NOW, one_table=False))["Pledges"])
    assert pledge["amount_least"].value == Decimal(3_000_000)
    assert pledge["amount_most"].value == Decimal(4_000_000)
    assert words(pledge)["amount_currency"] == "EUR"
    assert words(pledge)["amount_printed"] == "€3–4m"
    assert pledge["due"].value == date(2027, 3, 31)


def test_every_row_says_who_marked_it_and_where_it_stands_in_which_file() -> None:
    pledge = words(only_row(tables(compose_rows([marked()], NOW, one_table=False))["Pledges"]))
    start = "\n".join(TEXT).index("pledged")
    assert {key: pledge[key] for key in ("note", "marked_by", "marked_at")} == {
        "note": "Which budget?", "marked_by": "ana", "marked_at": "2026-11-14T09:30:00+00:00",
    }  # fmt: skip
    assert (pledge["article"], pledge["outlet"], pledge["published"]) == (
        "Fund promised", "Coastal Gazette", "14 November 2026",
    )  # fmt: skip
    assert (pledge["original"], pledge["original_sha256"]) == ("fund.txt", "ab" * 32)
    assert (pledge["paragraph"], pledge["start"], pledge["end"]) == ("2", str(start), str(start + 13))


def test_one_table_holds_all_annotations_in_text_order_under_all_columns() -> None:
    (table,) = tables(compose_rows([marked()], NOW, one_table=True)).values()
    rows = [words(by_title(table, row)) for row in table.rows]
    assert [row["id"] for row in rows] == ["q1", "a1", "p1", "a2"]
    titles = [column.title for column in table.columns]
    assert len(titles) == len(set(titles))
    assert {"speaker", "pledger", "entity", "latitude", "amount_least", "original"} <= set(titles)


def test_several_articles_keep_their_ids_apart() -> None:
    found = tables(compose_rows([marked(), marked()], NOW, one_table=False))
    assert [plain(row.cells[0].inlines) for row in found["Quotes"].rows] == ["1:q1", "2:q1"]
    assert len(found["Sources"].rows) == 2


def test_an_own_label_has_its_own_table() -> None:
    doc = marked()
    threat = Label("threat", "Threat", "red", LineStyle.SOLID, prefix="t")
    doc.apply(changes.set_codebook(doc, STANDARD_CODEBOOK.with_label(threat), "Add a label"))
    label(doc, "threat", "At once")
    assert words(only_row(tables(compose_rows([doc], NOW, one_table=False))["Threats"]))["words"] == "At once"


def test_an_article_without_annotations_is_still_a_source() -> None:
    doc = AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, "Nothing yet.")]), RECORD)
    found = tables(compose_rows([doc], NOW, one_table=False))
    assert found["Annotations"].rows == ()
    assert words(only_row(found["Sources"]))["annotations"] == "0"


@pytest.mark.parametrize(
    ("name", "value"), [("amount", "much"), ("amount", "undisclosed"), ("due", "next winter")]
)
def test_a_value_that_is_no_number_or_date_is_kept_in_its_words(name: str, value: str) -> None:
    held = {name: value}
    one = Annotation("p1", "pledge", (Span(0, 4),), attributes=held)
    doc = AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, TEXT[0])]), RECORD, annotations=[one])
    row = only_row(tables(compose_rows([doc], NOW, one_table=False))["Pledges"])
    cell = row["amount_least" if name == "amount" else name]
    assert (plain(cell.inlines), cell.value) == (value, None)


def test_a_latitude_of_a_foreign_hand_is_kept_in_its_words() -> None:
    one = Annotation("l1", "location", (Span(0, 4),), attributes={"latitude": "north"})
    doc = AnnotatedArticle(Article.of([(BlockKind.PARAGRAPH, TEXT[0])]), RECORD, annotations=[one])
    cell = only_row(tables(compose_rows([doc], NOW, one_table=False))["Locations"])["latitude"]
    assert (plain(cell.inlines), cell.value) == ("north", None)
