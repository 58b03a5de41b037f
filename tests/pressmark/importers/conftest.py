from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from pressmark.importers.reading import CannotImport, Imported, read, read_all

NOW = datetime(2026, 11, 16, 8, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def take() -> Callable[..., Imported]:
    """Imports text or bytes at a fixed time."""

    def take(data: str | bytes, name: str = "story.txt", **more: str) -> Imported:
        return read(data.encode() if isinstance(data, str) else data, name, now=NOW, **more)

    return take


@pytest.fixture
def struck() -> Callable[[Imported], list[str]]:
    """The texts of the struck blocks."""

    def struck(imported: Imported) -> list[str]:
        article = imported.article
        return [article.block_text(article.blocks[at]) for at in imported.struck]

    return struck


@pytest.fixture
def shown() -> Callable[[Imported], list[str]]:
    """The blocks as “kind level text”, with what is usual left out."""

    def shown(imported: Imported) -> list[str]:
        article = imported.article
        return [
            f"{block.kind.value}{block.level or ''}: {article.block_text(block)}" for block in article.blocks
        ]

    return shown


@pytest.fixture
def take_all() -> Callable[..., list[Imported | CannotImport]]:
    """All that the bytes hold, at a fixed time: articles and refusals."""

    def take_all(data: str | bytes, name: str, **more: Any) -> list[Imported | CannotImport]:
        return [*read_all(data.encode() if isinstance(data, str) else data, name, now=NOW, **more)]

    return take_all
