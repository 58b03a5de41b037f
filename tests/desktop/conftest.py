"""Windows of the tests are drawn in memory; PRESSMARK_TEST_DISPLAY=1 shows them on the display there is."""

import os
from collections.abc import Iterator
from pathlib import Path

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


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The story of the ferry, marked up and saved."""
    from pressmark.storage.articles import save_article
    from tests.pressmark.story import told

    path = tmp_path / "ferry.pressmark"
    save_article(told(), path)
    return path


@pytest.fixture
def window(themed, file, tmp_path, qtbot):
    """A window with that file open; it closes without asking."""
    from datetime import UTC, datetime

    from desktop.settings import Settings
    from desktop.window import MainWindow
    from pressmark.loading import load

    window = MainWindow(Settings(tmp_path / "settings.ini"))
    qtbot.addWidget(window, before_close_func=lambda one: one.session.articles.clear())
    window.show()
    window.session.add([load(file, datetime.now(UTC))])
    qtbot.wait(50)
    return window


class Listening:
    """Collects what a signal says, while it is entered."""

    def __init__(self, signal):
        self._signal, self._said = signal, []

    def __enter__(self):
        self._signal.connect(self._take)
        return self._said

    def __exit__(self, *_):
        self._signal.disconnect(self._take)

    def _take(self, *args):
        self._said.append(args)


@pytest.fixture
def listen() -> type[Listening]:
    return Listening
