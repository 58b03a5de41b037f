"""Good files with random damage: read or refused, never a crash, a hang or a leak. A seed says it again."""

from pathlib import Path

import pytest

from tests.hostile.mutations import good_files, mutants, mutated
from tests.hostile.openings import Hostile, faults_of, opened

KINDS = tuple(good_files())
MOST_SECONDS = 20.0


def test_the_same_seed_does_the_same_damage() -> None:
    good = good_files()["article"][2]
    assert mutated(good, 5) == mutated(good, 5) != mutated(good, 6)


def test_undamaged_files_of_the_kinds_that_are_read_are_read(tmp_path: Path) -> None:
    files = [
        Hostile(f"is a good {kind}", door, f"good{ending}", lambda _, data=data: data)  # type: ignore[misc]
        for kind, (door, ending, data) in good_files().items()
    ]
    assert {(one.outcome, tuple(one.faults)) for one in opened(files, tmp_path)} == {("read", ())}


def test_a_few_damaged_files_of_each_kind_crash_hang_and_leak_nothing(tmp_path: Path) -> None:
    files = [file for kind in KINDS for file in mutants(kind, 4, 1)]
    assert faults_of(files, tmp_path, MOST_SECONDS) == []


@pytest.mark.faults
@pytest.mark.parametrize("kind", KINDS)
def test_hundreds_of_damaged_files_crash_hang_and_leak_nothing(kind: str, tmp_path: Path) -> None:
    assert faults_of(mutants(kind, 400, 1000), tmp_path, MOST_SECONDS) == []
