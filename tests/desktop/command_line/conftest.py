"""A small article on disk, and the command line as a person uses it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.command_line import run
from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.articles import open_article

NOW = datetime(2026, 11, 14, 9, 30, tzinfo=UTC)

STORY = """Harbour fund promised before winter

“We will not leave the fleet outside,” Mara Venn said. “This is the money.”

Minister Mara Venn pledged €42m for Port\u00a0Almar by 31 March 2027. Venn named no year. 😀 Port Almar waits.
"""


@dataclass(frozen=True)
class Said:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Indexes of these dossiers are no part of the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def pressmark(capsys: pytest.CaptureFixture[str]) -> Command:
    def command(*arguments: object) -> Said:
        code = run([str(one) for one in arguments], NOW)
        told = capsys.readouterr()
        return Said(code, told.out, told.err)

    return command


@pytest.fixture
def story(tmp_path: Path, pressmark: Command) -> Path:
    """The file of the article, imported."""
    source = tmp_path / "harbour.txt"
    source.write_text(STORY, encoding="utf-8")
    return Path(pressmark("import", source, "--to", tmp_path / "dossier").out.strip())


def saved(path: Path) -> AnnotatedArticle:
    """What the file holds; there is nothing to complain about."""
    opened = open_article(path)
    assert opened.warnings == ()
    return opened.doc
