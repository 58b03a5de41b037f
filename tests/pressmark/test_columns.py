"""What an analyst said of the columns of a table comes back for tables of the same columns."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pressmark.columns import RememberedColumns, fitting, signature

HEADER = ("Title", "Full Text", "Date")
COLUMNS = {"headline": "Title", "text": "Full Text"}


def test_tables_of_the_same_columns_are_told_whatever_their_order_and_case() -> None:
    assert signature(HEADER) == signature(("DATE", " full  text", "title", ""))
    assert signature(HEADER) != signature((*HEADER, "Outlet"))


def test_what_was_said_comes_back_through_json() -> None:
    remembered = RememberedColumns().with_table(HEADER, COLUMNS)
    stored = json.loads(json.dumps(remembered.as_json()))
    assert RememberedColumns.from_json(stored).of(HEADER) == COLUMNS
    assert RememberedColumns.from_json(stored).of(("Title", "Body")) == {}


def test_columns_that_are_not_there_are_left_out_and_without_a_text_all_are() -> None:
    assert fitting({**COLUMNS, "outlet": "Paper", "colour": "Date"}, HEADER) == COLUMNS
    assert fitting({"headline": "Title", "text": "Body"}, HEADER) == {}


def test_the_last_answer_counts_and_the_oldest_are_forgotten() -> None:
    remembered = RememberedColumns().with_table(HEADER, COLUMNS).with_table(HEADER, {"text": "Title"})
    assert remembered.of(HEADER) == {"text": "Title"}
    for number in range(300):
        remembered = remembered.with_table([f"Column {number}"], {"text": f"Column {number}"})
    assert remembered.of(HEADER) == {}
    assert remembered.of(["Column 299"]) == {"text": "Column 299"}


@given(st.recursive(st.none() | st.text(), lambda inner: st.dictionaries(st.text(), inner) | st.lists(inner)))
def test_what_is_stored_may_be_damaged(stored: object) -> None:
    assert RememberedColumns.from_json(stored).of(HEADER) == {}
