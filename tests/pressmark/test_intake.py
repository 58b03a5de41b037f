"""What becomes of what an analyst gives, thing by thing."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.dossier import Dossier
from pressmark.importers.questions import Answers, WhichEncoding
from pressmark.intake import Fate, Given, Intake, Outcome, Twin
from pressmark.loading import load
from pressmark.storage.articles import original_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def tick(_: float) -> None:
    """Nobody waits."""


def take(intake: Intake, *given: Given, twins_too: bool = False) -> list[Outcome]:
    return list(intake.take(given, tick, twins_too=twins_too))


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    path = tmp_path / "quay.txt"
    path.write_text("Quay opens\n\nThe quay is open.", encoding="utf-8")
    return path


def test_an_article_comes_in_and_is_in_the_dossier_before_anybody_hears_of_it(
    quay: Path, tmp_path: Path
) -> None:
    dossier = Dossier(tmp_path / "dossier")
    (outcome,) = take(Intake(dossier=dossier, clock=lambda: NOW), Given(path=quay))
    assert (outcome.fate, outcome.name, outcome.told) == (Fate.IN, "Quay opens", "")
    assert outcome.loaded
    assert outcome.loaded.path
    kept = load(outcome.loaded.path, NOW)
    assert kept.doc.source.captured_at == NOW.isoformat()
    assert original_of(kept.doc, outcome.loaded.path) == quay.read_bytes()
    assert outcome.loaded.original is None


def test_each_thing_that_fails_says_why_and_the_others_go_on(quay: Path, tmp_path: Path) -> None:
    given = [Given(path=tmp_path / "gone.txt"), Given(data=b"\0"), Given(address="ftp://x"), Given(path=quay)]
    outcomes = take(Intake(), *given)
    assert [one.fate for one in outcomes] == [Fate.FAILED, Fate.FAILED, Fate.FAILED, Fate.IN]
    assert [one.name for one in outcomes] == ["gone.txt", "The selection", "ftp://x", "Quay opens"]
    assert all(one.told.endswith(".") for one in outcomes[:3])


def test_a_file_of_several_articles_has_several_outcomes(tmp_path: Path) -> None:
    table = tmp_path / "clips.csv"
    table.write_text("Title,Body\nWall,The wall is high.\nSea,\nPort,The port is deep.\n", encoding="utf-8")
    outcomes = take(Intake(), Given(path=table))
    assert sorted(one.name for one in outcomes if one.loaded) == ["Port", "Wall"]
    assert ["row 3" in one.why for one in outcomes if not one.loaded] == [True]


def twin(same: bool) -> Callable[[AnnotatedArticle], Twin]:
    return lambda _: Twin("Quay opens", Path("there.pressmark"), "It is the same text", same)


def test_what_is_there_already_is_left_out_until_it_is_asked_for(quay: Path) -> None:
    intake = Intake(twin_of=twin(True))
    (outcome,) = take(intake, Given(path=quay))
    assert (outcome.fate, outcome.loaded, outcome.told) == (Fate.THERE, None, "It is the same text.")
    (outcome,) = take(intake, Given(path=quay), twins_too=True)
    assert outcome.loaded is not None


def test_what_is_much_like_another_comes_in_and_wants_a_look(quay: Path) -> None:
    (outcome,) = take(Intake(twin_of=twin(False)), Given(path=quay))
    assert (outcome.fate, outcome.told) == (Fate.LOOK, "It is the same text.")


def test_an_article_of_ours_is_opened_and_never_a_twin(quay: Path, tmp_path: Path) -> None:
    dossier = Dossier(tmp_path / "dossier")
    (first,) = take(Intake(dossier=dossier), Given(path=quay))
    assert first.loaded
    (again,) = take(Intake(dossier=dossier, twin_of=twin(True)), Given(path=first.loaded.path))
    assert again.loaded
    assert again.loaded.path == first.loaded.path


def test_a_question_wants_a_look_and_its_answer_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Деньги были обещаны\n\nМинистр обещал деньги на порт.".encode("koi8-r"))
    (outcome,) = take(Intake(), Given(path=path))
    assert isinstance(outcome.question, WhichEncoding)
    (outcome,) = take(Intake(answers=lambda _: Answers(encoding="koi8-r")), Given(path=path))
    assert outcome.name == "Деньги были обещаны"
    assert outcome.question is None


def test_a_full_disk_costs_one_line(quay: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    (outcome,) = take(Intake(dossier=Dossier(blocked)), Given(path=quay))
    assert outcome.fate is Fate.FAILED
    assert "file" in outcome.why


def test_what_ticks_may_end_it_and_what_came_in_stays(quay: Path, tmp_path: Path) -> None:
    ticks: list[float] = []

    class Enough(Exception):
        pass

    def enough(share: float) -> None:
        ticks.append(share)
        if len(ticks) > 1:
            raise Enough

    dossier = Dossier(tmp_path / "dossier")
    with pytest.raises(Enough):
        list(Intake(dossier=dossier).take([Given(path=quay)] * 2, enough))
    assert len(dossier.articles()) == 1
