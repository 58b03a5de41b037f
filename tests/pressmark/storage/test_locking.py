"""A lock is held once, also within one process, and goes with the process that held it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pressmark.storage.locking import Lock


def test_a_lock_is_held_by_one_until_it_is_released(tmp_path: Path) -> None:
    file = tmp_path / "session-1.lock"
    first, second = Lock(file), Lock(file)
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="kills as Unix does")
def test_a_lock_goes_with_its_process(tmp_path: Path) -> None:
    file = tmp_path / "session-1.lock"
    code = f"""
from pathlib import Path
from pressmark.storage.locking import Lock
lock = Lock(Path({str(file)!r}))
print(lock.take(), flush=True)
input()
"""
    root = Path(__file__).parents[3]
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        lock = Lock(file)
        assert not lock.take()
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert lock.take()
        lock.release()


def test_where_no_file_can_be_made_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Lock(tmp_path / "gone" / "session-1.lock").take()
