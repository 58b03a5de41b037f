import pytest
from PySide6.QtCore import Qt

from desktop.models.pivot_table import PivotTable
from pressmark.pivot import pledged, said
from tests.pressmark.story import story, told


@pytest.fixture
def table(qtmodeltester) -> PivotTable:
    table = PivotTable()
    qtmodeltester.check(table)
    table.show(pledged([told()]))
    qtmodeltester.check(table)
    return table


def test_names_stand_at_the_sides_and_totals_at_the_ends(table):
    columns = [table.headerData(at, Qt.Orientation.Horizontal) for at in range(table.columnCount())]
    rows = [table.headerData(at, Qt.Orientation.Vertical) for at in range(table.rowCount())]
    assert columns == ["Port Almar", "not stated", "Total"]
    assert rows == ["Nora Venn", "not stated", "Total"]
    assert [table.index(2, at).data() for at in range(3)] == [
        "GBP 40,000,000",
        "EUR 2,000,000–3,000,000",
        "GBP 40,000,000\nEUR 2,000,000–3,000,000",
    ]
    assert table.index(0, 1).data() == ""
    assert table.index(2, 0).data(Qt.ItemDataRole.FontRole).bold()
    assert table.index(0, 0).data(Qt.ItemDataRole.FontRole) is None


def test_a_cell_has_a_name_and_leads_to_its_pledges(table):
    assert table.name(0, 0) == "Nora Venn → Port Almar"
    assert [key for _, key in table.cell(0, 0).behind] == ["p1", "p2"]
    assert [key for _, key in table.cell(2, 2).behind] == ["p1", "p2", "p3"]
    assert table.cell(0, 1).behind == ()


def test_it_goes_to_the_clipboard_with_its_names(table):
    titles, rows = table.table()
    assert titles == ["Who, to whom", "Port Almar", "not stated", "Total"]
    assert rows[0] == ["Nora Venn", "GBP 40,000,000", "", "GBP 40,000,000"]
    assert rows[2][3] == "GBP 40,000,000; EUR 2,000,000–3,000,000"


def test_another_pivot_takes_its_place(table, qtmodeltester):
    table.show(said([told()]))
    qtmodeltester.check(table)
    assert table.index(0, 0).data() == "1"
    table.show(pledged([story()]))
    qtmodeltester.check(table)
    assert (table.rowCount(), table.columnCount(), table.table()) == (0, 0, ([], []))
