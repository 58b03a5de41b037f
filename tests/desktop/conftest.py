"""Windows of the tests are drawn in memory; PRESSMARK_TEST_DISPLAY=1 shows them on the display there is."""

import os
from collections.abc import Iterator

import pytest

if not os.environ.get("PRESSMARK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pressmark-tests"]


@pytest.fixture(scope="session", autouse=True)
def log_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What fails on purpose is not put down in the log of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
            environment.setenv(name, str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def themed(qapp):
    """The running app in the light scheme, as users see it."""
    from desktop import theme

    theme.apply(qapp, "light")
    return qapp
