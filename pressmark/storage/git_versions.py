"""The versions in a file that git could not merge: it marks where they differ and leaves both in the file.

The marks are those of `git merge` (git-merge documentation, “How conflicts are presented”): `<<<<<<<`, mine,
with diff3 `|||||||` and what both came from, `=======`, theirs, `>>>>>>>`, each at the start of a line.
"""

import re
from dataclasses import dataclass

_MARK = re.compile(rb"^(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?\n?$")
_MINE, _BASE, _THEIRS = 1, 2, 4
_AFTER = {b"<": _MINE, b"|": _BASE, b"=": _THEIRS, b">": 0}


@dataclass(frozen=True, slots=True)
class GitVersions:
    """Whole files each; `base` is None where git was not set to keep what both came from."""

    base: bytes | None
    mine: bytes
    theirs: bytes


def git_versions(data: bytes) -> GitVersions | None:
    """None where git has left no such marks, or where they make no sense."""
    if not re.search(rb"^<{7}", data, re.M):
        return None
    versions: dict[int, list[bytes]] = {_MINE: [], _BASE: [], _THEIRS: []}
    now, conflicts, bases = 0, 0, 0
    for line in data.splitlines(keepends=True):
        if match := _MARK.match(line):
            before, now = now, _AFTER[match[1][:1]]
            if before not in _BEFORE[now]:
                return None
            conflicts += now == _MINE
            bases += now == _BASE
            continue
        for which, lines in versions.items():
            if now in (0, which):
                lines.append(line)
    if now or not conflicts:
        return None
    mine, base, theirs = (b"".join(versions[which]) for which in (_MINE, _BASE, _THEIRS))
    return GitVersions(base if bases == conflicts else None, mine, theirs)


_BEFORE = {_MINE: (0,), _BASE: (_MINE,), _THEIRS: (_MINE, _BASE), 0: (_THEIRS,)}
"""What may stand before each."""
