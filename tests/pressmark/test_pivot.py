from pressmark import changes
from pressmark.pivot import NOT_STATED, pledged, said
from tests.pressmark.story import HAND, mark, story, tie, told


def test_who_pledged_to_whom_and_how_much_once() -> None:
    doc = told()
    found = pledged([doc])
    assert found.rows == ("Nora Venn", NOT_STATED)
    assert found.columns == ("Port Almar", NOT_STATED)
    cell = found.cells["Nora Venn", "Port Almar"]
    assert cell.lines == ("GBP 40,000,000",)
    assert cell.behind == ((doc, "p1"), (doc, "p2"))
    assert found.cells[NOT_STATED, NOT_STATED].lines == ("EUR 2,000,000–3,000,000",)
    assert found.total.lines == ("GBP 40,000,000", "EUR 2,000,000–3,000,000")


def test_what_has_no_amount_is_counted_and_what_is_only_restated_is_named() -> None:
    doc = told()
    tie(doc, "p2", "pledger", "a1")
    doc.apply(changes.unlink(doc, "p1", doc.markup["p1"].links[0], HAND))
    doc.apply(changes.link(doc, "p1", "pledger", mark(doc, "actor", "Lowick"), HAND))
    mark(doc, "pledge", "an undisclosed sum", values={"amount": "undisclosed"})
    mark(doc, "pledge", "an undisclosed", values={"amount": "500"})
    mark(doc, "pledge", "sum")
    found = pledged([doc])
    restated = [cell.lines for cell in found.cells.values() if cell.lines == ("restated",)]
    assert len(restated) == 1
    assert found.row_totals[NOT_STATED].lines == (
        "EUR 2,000,000–3,000,000",
        "1 undisclosed",
        "1 without currency",
        "1 without amount",
    )


def test_a_pledge_of_several_stands_in_one_row_so_that_it_counts_once() -> None:
    doc = told()
    tie(doc, "p3", "pledger", mark(doc, "actor", "Lowick"))
    tie(doc, "p3", "pledger", "a1")
    found = pledged([doc])
    assert "Lowick and Nora Venn" in found.rows
    assert found.row_totals["Lowick and Nora Venn"].lines == ("EUR 2,000,000–3,000,000",)


def test_several_articles_are_one_table() -> None:
    first, second = told(), told()
    found = pledged([first, second])
    assert found.cells["Nora Venn", "Port Almar"].lines == ("GBP 80,000,000",)
    assert {doc for doc, _ in found.total.behind} == {first, second}


def test_quotes_are_counted_by_speaker_and_topic() -> None:
    doc = told()
    doc.apply(changes.set_value(doc, "q1", "topic", "ferries", HAND))
    mark(doc, "quote", "sum")
    found = said([doc])
    assert (found.rows, found.columns) == (("Nora Venn", NOT_STATED), ("ferries", NOT_STATED))
    assert found.cells["Nora Venn", "ferries"].lines == ("1",)
    assert found.column_totals[NOT_STATED].lines == ("1",)
    assert found.total.lines == ("2",)


def test_an_article_without_pledges_has_an_empty_table() -> None:
    found = pledged([story()])
    assert (found.rows, found.columns, found.total.lines) == ((), (), ())
