from pathlib import Path

import pytest

pytestmark = pytest.mark.window


def test_files_and_selections_dragged_from_another_program_become_articles(screen, tmp_path: Path):
    assert "dropped 4" in screen.run("drop.py", str(tmp_path))
