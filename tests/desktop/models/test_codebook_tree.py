import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.models.codebook_tree import CodebookTree, Column
from pressmark.brief import LineStyle
from pressmark.labels import STANDARD_CODEBOOK, Codebook, Label

ROLE = Qt.ItemDataRole


def tree(parents: str) -> Codebook:
    """Labels and what they stand below, as in “a b<a”."""
    parts = (one.partition("<") for one in parents.split())
    return Codebook(
        tuple(Label(name, name.upper(), "red", LineStyle.SOLID, parent=above) for name, _, above in parts)
    )


@pytest.fixture
def model(themed) -> CodebookTree:
    model = CodebookTree()
    model.show(tree("a b<a c<b d"), {"a": 2, "c": 1})
    return model


def outline(model: CodebookTree, parent: QModelIndex | None = None) -> str:
    """The tree as text: “a(b(c)) d”."""
    parent = parent or QModelIndex()
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    shown = ((model.label(index).name, outline(model, index)) for index in rows)
    return " ".join(f"{name}({below})" if below else name for name, below in shown)


@pytest.mark.parametrize("parents", ["", "a", "a b<a c<b d", "b<a a", "a<b b<a", "a<x"])
def test_it_keeps_the_rules_of_models_whatever_it_shows(themed, qtmodeltester, parents):
    model = CodebookTree()
    qtmodeltester.check(model)
    model.show(tree("x y<x"), {})
    model.show(tree(parents), {})
    qtmodeltester.check(model)


def test_labels_stand_below_their_parents(model):
    assert outline(model) == "a(b(c)) d"
    assert model.parent(model.index_of("c")) == model.index_of("b")
    assert model.index_of("nobody") == QModelIndex()


def test_each_row_says_title_key_and_count(themed):
    model = CodebookTree()
    model.show(STANDARD_CODEBOOK, {"quote": 1, "pledge": 12})
    shown = [[model.index(row, column).data() for column in Column] for row in range(3)]
    assert shown == [["Quote", "Q", "1"], ["Pledge", "P", "12"], ["Actor", "A", ""]]
    heard = [model.index(row, 0).data(ROLE.AccessibleTextRole) for row in range(3)]
    assert heard == [
        "Quote, key Q, 1 annotation",
        "Pledge, key P, 12 annotations",
        "Actor, key A, 0 annotations",
    ]
    assert model.index(1, 0).data(ROLE.ToolTipRole) == STANDARD_CODEBOOK.labels[1].description
    assert not model.index(1, 0).data(ROLE.DecorationRole).isNull()


def test_the_same_labels_in_the_same_places_are_no_reset(qtbot, model):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(tree("a b<a c<b d"), {"d": 5})
    assert model.index_of("d", Column.COUNT).data() == "5"


@pytest.mark.parametrize(
    ("dragged", "onto", "row", "asked"),
    [
        ("d", "a", -1, ["d", "a", ""]),
        ("d", "a", 0, ["d", "a", "b"]),
        ("d", "", 0, ["d", "", "a"]),
        ("c", "", 2, ["c", "", ""]),
        ("b", "", -1, ["b", "", ""]),
    ],
)
def test_a_dropped_label_asks_to_be_moved(qtbot, model, dragged, onto, row, asked):
    data = model.mimeData([model.index_of(dragged)])
    with qtbot.waitSignal(model.moveRequested) as moved:
        assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index_of(onto))
    assert moved.args == asked
    assert outline(model) == "a(b(c)) d"  # others move it, or do not


@pytest.mark.parametrize("onto", ["b", "c"])
def test_a_label_cannot_be_dropped_below_itself(qtbot, model, onto):
    data = model.mimeData([model.index_of("b")])
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of(onto))
    with qtbot.assertNotEmitted(model.moveRequested):
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, model.index_of(onto))


def test_a_label_dropped_where_it_stands_asks_for_nothing(qtbot, model):
    data = model.mimeData([model.index_of("d")])
    with qtbot.assertNotEmitted(model.moveRequested):
        assert model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, QModelIndex())
