"""A process is known again by more than its number, and is gone only where that is certain."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pressmark.storage.process import Process

OWN = Process.own()

needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system has no /proc")


@pytest.fixture
def child() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        yield process
        process.kill()


def of(number: int) -> Process:
    """As that process would call itself."""
    stat = Path(f"/proc/{number}/stat").read_text()
    return replace(OWN, number=number, started=stat.rpartition(")")[2].split()[19])


def test_one_that_runs_is_not_gone() -> None:
    assert OWN.number == os.getpid()
    assert OWN.here
    assert not OWN.surely_gone


@needs_proc
def test_one_that_was_killed_is_gone_even_before_anybody_has_noticed(child: subprocess.Popen[bytes]) -> None:
    other = of(child.pid)
    assert not other.surely_gone
    child.kill()
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    assert other.surely_gone
    child.wait()
    assert other.surely_gone


@needs_proc
def test_another_process_of_the_same_number_is_another() -> None:
    assert replace(OWN, started=str(int(OWN.started) - 1)).surely_gone


@pytest.mark.skipif(not OWN.boot, reason="the system does not tell its starts apart")
def test_one_of_before_the_computer_was_started_is_gone() -> None:
    assert replace(OWN, boot="another").surely_gone


@pytest.mark.parametrize(
    "unknown",
    [
        {"machine": "another"},
        {"machine": "another", "boot": "another", "number": 999_999},
        {"boot": ""},
        {"space": "pid:[1]"},
        {"started": ""},
        {"number": -1},
        {"number": 0},
        {"number": 2**70},
    ],
)
def test_where_it_cannot_be_known_nobody_is_taken_for_gone(unknown: dict[str, object]) -> None:
    assert not replace(OWN, **unknown).surely_gone
