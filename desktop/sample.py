"""The sample dossier: two invented stories, marked up by the command line itself."""

import io
import shlex
import shutil
import tempfile
from contextlib import redirect_stdout
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

import resources
from desktop.command_line import run
from pressmark.dossier import Dossier
from pressmark.storage.articles import ORIGINALS, SUFFIX

ANALYST = "Nora Quill"
NOW = datetime(2026, 11, 16, 9, 40, tzinfo=UTC)
"""When the sample was captured and marked: fixed, so that the same steps make the same bytes."""


class SampleNotMade(Exception):
    """A step of the sample failed; the command line has said why."""


def sample_dossier(home: Path | None = None) -> Path:
    """The analyst's own copy of the sample; it is put there on first use and then left as it is."""
    home = home or platformdirs.user_data_path("Pressmark", appauthor=False)
    mine = home / "Sample dossier"
    if not mine.is_dir():
        home.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home) as unfinished:
            _copy(resources.path("sample"), Path(unfinished) / "dossier")
            (Path(unfinished) / "dossier").rename(mine)
    return mine


def make_sample(folder: Path) -> list[Path]:
    """Imports the sources into a dossier and marks them up step by step; answers with the articles' files.

    Raises SampleNotMade.
    """
    articles = []
    for source in sorted(_sources().glob("*.steps")):
        original = next(one for one in _sources().glob(f"{source.stem}.*") if one != source)
        known = set(Dossier(folder).articles())
        _do(["import", str(original), "--to", str(folder)])
        (article,) = set(Dossier(folder).articles()) - known
        for line in source.read_text(encoding="utf-8").splitlines():
            if step := shlex.split(line, comments=True):
                _do([step[0], str(article), *step[1:], *_signature(step[0])])
        articles.append(article)
    return articles


def _sources() -> Path:
    return resources.path("sample", "source")


def _signature(verb: str) -> list[str]:
    return ["--by", ANALYST] if verb in {"annotate", "set"} else []


def _do(arguments: list[str]) -> None:
    with redirect_stdout(io.StringIO()):  # ids and paths that nobody waits for
        code = run(arguments, NOW)
    if code != 0:
        raise SampleNotMade(shlex.join(arguments))


def _copy(sample: Path, folder: Path) -> None:
    (folder / ORIGINALS).mkdir(parents=True)
    for one in (*sample.glob(f"*{SUFFIX}"), *(sample / ORIGINALS).iterdir()):
        shutil.copyfile(one, folder / one.relative_to(sample))
