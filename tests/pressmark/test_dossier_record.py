from pathlib import Path

import pytest

from pressmark.dossier_record import FILE, DossierRecord, RecordDamaged


def test_what_is_kept_is_there_the_next_time(tmp_path: Path) -> None:
    record = DossierRecord(tmp_path)
    assert (record.order, record.searches) == ((), {})
    record.set_order(["b.pressmark", 'ä "quoted".pressmark'])
    record.set_searches({"Pledges": 'label:pledge "air defence"'})
    again = DossierRecord(tmp_path)
    assert again.order == ("b.pressmark", 'ä "quoted".pressmark')
    assert again.searches == {"Pledges": 'label:pledge "air defence"'}


def test_what_another_hand_wrote_stays(tmp_path: Path) -> None:
    record = DossierRecord(tmp_path)
    (tmp_path / FILE).write_text('order = ["a"]\nnote = "for the board"\n', encoding="utf-8")
    record.set_searches({"x": "y"})
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    assert 'note = "for the board"' in text
    assert DossierRecord(tmp_path).order == ("a",)


@pytest.mark.parametrize("data", [b"order = [", b"\xff\xfe", b"\0" * 10])
def test_a_damaged_file_is_told_and_never_written_over(tmp_path: Path, data: bytes) -> None:
    record = DossierRecord(tmp_path)
    (tmp_path / FILE).write_bytes(data)
    with pytest.raises(RecordDamaged, match=r"dossier\.toml cannot be read"):
        DossierRecord(tmp_path)
    with pytest.raises(RecordDamaged):
        record.set_order(["a"])
    assert (tmp_path / FILE).read_bytes() == data


@pytest.mark.parametrize("text", ['order = "a"', "order = [1, 2]", "searches = []", "[searches]\nx = 1"])
def test_values_of_another_kind_count_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    record = DossierRecord(tmp_path)
    assert (record.order, record.searches) == ((), {})
