from pathlib import Path

from desktop.arrivals import Arrivals
from desktop.dropped import Dropped


def test_the_good_come_in_and_each_bad_one_is_named(qtbot, tmp_path: Path):
    (tmp_path / "good.txt").write_text(
        "Quay opens\n\nThe quay is open to ships of every size.", encoding="utf-8"
    )
    (tmp_path / "empty.txt").touch()
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04 and then nothing")
    (tmp_path / ".hidden.txt").write_text("not meant", encoding="utf-8")
    arrivals = Arrivals()
    with qtbot.waitSignal(arrivals.arrived) as arrival:
        arrivals.take_paths([tmp_path, tmp_path / "missing.txt"])
    (arrived,) = arrival.args
    assert [one.doc.headline for one in arrived.loaded] == ["Quay opens"]
    assert len(arrived.failures) == 3
    for name in ("empty.txt", "cut.docx", "missing.txt"):
        assert any(name in failure for failure in arrived.failures)


def test_a_selection_is_taken_with_its_words_as_they_are(qtbot):
    arrivals = Arrivals()
    with qtbot.waitSignal(arrivals.arrived) as arrival:
        arrivals.take(Dropped(data="“Yes,”\u00a0she said. 😀".encode(), media_type="text/plain"))
    (loaded,) = arrival.args[0].loaded
    assert loaded.doc.article.text == "“Yes,”\u00a0she said. 😀"
    assert loaded.doc.source.captured_from == "selection"
