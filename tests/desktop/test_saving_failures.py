"""What the analyst meets when an article cannot be saved, in a real window in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITHOUT_RIGHTS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all")
"""Root without what lets it pass over modes."""

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

SAID = {
    "share gone": "dossier is not there any more: connect the drive or share it is on",
    "no folder": "dossier is not there any more: connect the drive or share it is on",
    "disk full": "quay.pressmark could not be written to {0} (file too large): free some space or save it",
    "no permission": "quay.pressmark could not be written: you may not write to {0}: choose another folder",
    "write-protected file": "quay.pressmark is write-protected: save under another name",
}


def met(folder: Path, trouble: str) -> dict:
    if trouble == "no permission" and IS_ROOT and not shutil.which("setpriv"):
        pytest.skip("root may write everywhere, and setpriv is not installed")
    before = WITHOUT_RIGHTS if trouble == "no permission" and IS_ROOT else ()
    names = ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment |= dict.fromkeys(names, str(folder / "home"))
    script = Path(__file__).with_name("saving_child.py")
    command = [*before, sys.executable, str(script), str(folder), trouble]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30, env=environment)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="modes and limits are those of Unix")
@pytest.mark.parametrize("trouble", SAID)
def test_one_calm_message_names_the_file_and_saves_elsewhere(trouble, tmp_path):
    outcome = met(tmp_path, trouble)
    assert [title for title, _ in outcome["asked"]] == ["“Quay opens” is not saved"]
    why = outcome["asked"][0][1]
    assert SAID[trouble].format(tmp_path / "dossier") in why
    assert outcome["most at once"] == 1
    assert outcome["open"]
    assert outcome["unsaved"] == ["Quay opens"]
    assert outcome["saved elsewhere"] == ["a1"]
    assert outcome["unsaved then"] == []
    assert outcome["left"] == []
