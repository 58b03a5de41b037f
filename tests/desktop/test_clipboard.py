import pytest
from PySide6.QtGui import QGuiApplication

from desktop.clipboard import as_table, copy_table


def test_a_table_is_on_the_clipboard_as_text_and_as_html(qapp):
    copy_table(["Id", "Words"], [["p1", "a < b"], ["p2", "two\nlines\tand a tab"]])
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Id\tWords\np1\ta < b\np2\ttwo lines and a tab"
    assert "<th>Id</th><th>Words</th>" in data.html()
    assert "<td>p1</td><td>a &lt; b</td>" in data.html()
    assert "<td>two lines and a tab</td>" in data.html()


@pytest.mark.parametrize(
    ("cell", "copied"),
    [
        ("=1+1", "'=1+1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("- he said", "'- he said"),
        ("\t=1+1", "'=1+1"),
        ("-12.5", "-12.5"),
        ("+3", "+3"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(qapp, cell, copied):
    data = as_table(["X"], [[cell]])
    assert data.text() == f"X\n{copied}"
    assert f"<td>{copied}</td>" in data.html().replace("&#x27;", "'")
