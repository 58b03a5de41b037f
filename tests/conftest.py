"""Tests that need foreign programs skip where these are missing; in CI, where none may be, they fail.

A test marked `foreign` says itself what it needs; one marked `window` needs a virtual screen and its hands.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

_WINDOW_PROGRAMS = ("Xvfb", "openbox", "xdotool")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("window"):
        missing = [name for name in _WINDOW_PROGRAMS if shutil.which(name) is None]
        if missing:
            pytest.skip(f"not installed: {', '.join(missing)}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    marked = item.get_closest_marker("foreign") or item.get_closest_marker("window")
    if report.skipped and marked and os.environ.get("PRESSMARK_CI") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where every program must be there: {report.longrepr}"
    return report
