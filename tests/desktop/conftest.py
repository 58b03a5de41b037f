"""Windows of the tests are drawn in memory; PRESSMARK_TEST_DISPLAY=1 shows them on the display there is."""

import os

import pytest

if not os.environ.get("PRESSMARK_TEST_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["pressmark-tests"]


@pytest.fixture
def themed(qapp):
    """The running app in the light scheme, as users see it."""
    from desktop import theme

    theme.apply(qapp, "light")
    return qapp
