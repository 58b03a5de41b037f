"""Articles in a list: one a line, or as JSON with stable keys, the newest first."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop.command_line.indexed import asked, is_dossier, told_unreadable
from desktop.command_line.verb import opened
from pressmark.storage.index import Index, Listed
from pressmark.storage.index_reading import listed


def list_articles(inputs: Iterable[Path], label: str | None, as_json: bool) -> int:
    """With a label, those alone that have annotations of it."""
    failed = False
    found: list[tuple[Path, Listed]] = []
    for path in inputs:
        here, all_read = _in_folder(path) if is_dossier(path) else _of_files(path)
        failed = failed or not all_read
        found += here
    found = [(path, one) for path, one in found if not one.problem and (not label or label in one.counts)]
    found.sort(key=lambda one: one[1].published, reverse=True)
    if as_json:
        print(json.dumps([_as_json(*one) for one in found], ensure_ascii=False, indent=2))
    else:
        for path, one in found:
            print("\t".join((_state(one), one.published, one.outlet, one.headline, _counts(one), str(path))))
    return int(failed)


def _in_folder(folder: Path) -> tuple[list[tuple[Path, Listed]], bool]:
    def ask(index: Index) -> tuple[list[tuple[Path, Listed]], bool]:
        return [(folder / one.file, one) for one in index.rows()], not told_unreadable(folder, index)

    return asked(folder, ask) or ([], False)


def _of_files(path: Path) -> tuple[list[tuple[Path, Listed]], bool]:
    read = list(opened([path]))
    return [(file, listed(file.name, one.doc)) for file, one in read if one], all(one for _, one in read)


def _state(one: Listed) -> str:
    return ", ".join(filter(None, (one.state or "to read", one.status, "archived" * one.archived)))


def _counts(one: Listed) -> str:
    return ", ".join(f"{label} {number}" for label, number in one.counts.items())


def _as_json(path: Path, one: Listed) -> dict[str, Any]:
    return {
        "file": str(path),
        "state": one.state or "to read",
        "status": one.status,
        "archived": one.archived,
        "tags": list(one.tags),
        "headline": one.headline,
        "outlet": one.outlet,
        "author": one.author,
        "published": one.published,
        "language": one.language,
        "words": one.words,
        "counts": dict(one.counts),
    }
