"""Opens hostile files one after the other, and tells what became of each.

    opening_child.py FOLDER SECRET

Reads a line of JSON for each file ({"door", "path"}) and answers with one. Nothing outside of FOLDER, of
Python and of the project may be opened, nothing may be written, started or sent; what `sys.addaudithook` sees
of that is told as leaks, as are the words SECRET in what was read.
"""

import gc
import json
import os
import resource
import sys
import time
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

MOST_MEMORY = 1_000_000_000
MOST_OF_EACH = 100
LONGEST_LINE = 1_400
NOW = datetime(2026, 11, 16, tzinfo=UTC)
ROOT = Path(__file__).parents[2]
_NEVER = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile",
    "urllib.", "http.", "smtplib.", "ftplib.", "webbrowser.", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.symlink", "os.link", "os.chmod", "os.truncate", "shutil.", "tempfile.", "pty.",
)  # fmt: skip
_CLOCK = frozenset(  # what tzlocal asks for the time zone when a page says “yesterday”
    f"/etc/{name}" for name in ("timezone", "localtime", "sysconfig/clock", "conf.d/clock")
) | {"/var/db/zoneinfo"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class Watch:
    """What was done since it was last asked that opening a file must not do."""

    def __init__(self, folder: Path) -> None:
        places = (folder, ROOT, Path(sys.prefix), Path(sys.base_prefix) / "lib", Path("/usr/share/zoneinfo"))
        self._allowed = tuple(f"{place.resolve()}{os.sep}" for place in places)
        self._seen: list[str] = []
        self.armed = False
        sys.addaudithook(self._hear)

    def seen(self) -> list[str]:
        found, self._seen = self._seen, []
        return found

    def _hear(self, event: str, args: tuple[object, ...]) -> None:
        if not self.armed:
            return
        if event == "open":
            self._opened(*args)
        elif event.startswith(_NEVER):
            self._seen.append(f"{event} {args!r}"[:300])

    def _opened(self, path: object, mode: object, flags: object) -> None:
        if not isinstance(path, str | bytes):
            return
        place = os.path.realpath(os.fsdecode(path))
        writes = (isinstance(flags, int) and flags & _WRITING) or (
            isinstance(mode, str) and set(mode) & set("wax+")
        )
        if writes or not (place.startswith(self._allowed) or place in _CLOCK):
            self._seen.append(f"open {place} {mode}")


def through(door: str, path: Path) -> str:
    """All that was read, as text; raises what the door raises."""
    from pressmark.importers.word_brief import articles_in, edited
    from pressmark.loading import CannotLoad, Loaded, load, load_bytes, load_each
    from pressmark.storage.articles import open_article
    from pressmark.storage.codebook_files import open_codebook
    from pressmark.storage.codebook_xml import codebook_to_xml
    from pressmark.template_store import TemplateStore

    match door:
        case "load":
            loaded = load(path, NOW)
            return written(loaded.doc, loaded.warnings, again=loaded.path is None)
        case "each":
            found = [*islice(load_each(path, NOW), MOST_OF_EACH)]
            refusals = [str(one) for one in found if isinstance(one, CannotLoad)]
            assert all(len(one) <= LONGEST_LINE for one in refusals), "a refusal is a line of the report"
            if len(refusals) == len(found):
                raise CannotLoad(" ".join(refusals)[:LONGEST_LINE])
            return "".join(
                written(one.doc, one.warnings, again=True) for one in found if isinstance(one, Loaded)
            ) + " ".join(refusals)
        case "pasted":
            loaded = load_bytes(
                path.read_bytes(), path.name, NOW, media_type="text/html", captured_from="selection"
            )
            return written(loaded.doc, loaded.warnings, again=True)
        case "article":
            opened = open_article(path)
            return written(opened.doc, opened.warnings, again=False)
        case "codebook":
            return codebook_to_xml(open_codebook(path)).decode()
        case "template":
            store = TemplateStore(path.parent / "none", path.parent)
            found, problems = store.templates()
            return f"{found} {problems} {store.find(path.stem)}"
        case "brief":
            data = path.read_bytes()
            return f"{articles_in(data, path.name)} {edited(data, path.name)}"
    raise AssertionError(door)


def written(doc: object, warnings: tuple[str, ...], *, again: bool) -> str:
    """The article's file; of what was imported it must open again, or the analyst could not save it."""
    from pressmark.annotated_article import AnnotatedArticle
    from pressmark.storage.read_xml import from_xml
    from pressmark.storage.write_xml import to_xml

    assert isinstance(doc, AnnotatedArticle)
    data = to_xml(doc)
    if again:
        assert from_xml(data, "again").doc.article.text == doc.article.text
    assert all(len(warning) <= 1000 for warning in warnings), "a warning is a sentence or two"
    return data.decode() + "\n".join(warnings)


def judged(door: str, path: Path, secret: str) -> dict[str, object]:
    from pressmark.importers.imported import CannotImport
    from pressmark.loading import CannotLoad
    from pressmark.storage.read_xml import CannotRead
    from pressmark.template_store import UnknownTemplate
    from pressmark.templates import TemplateNotUnderstood

    refusals = (CannotLoad, CannotRead, CannotImport, TemplateNotUnderstood, UnknownTemplate)
    begun = time.process_time()  # what others do on the machine is not the file's fault
    try:
        said = through(door, path)
        outcome, leaks = "read", ["the secret was read"] if secret in said else []
        said = f"{len(said)} characters"
    except refusals as error:
        outcome, said = "refused", str(error)
        leaks = ["the secret was told"] if secret in said else []
    except BaseException as error:  # noqa: BLE001  whatever else comes out is what we are looking for
        outcome, said, leaks = "crashed", f"{type(error).__name__}: {error}"[:500], []
    return {"outcome": outcome, "said": said, "leaks": leaks, "seconds": time.process_time() - begun}


def peak() -> int:
    """Bytes of memory at the highest since it was last asked."""
    status = Path("/proc/self/status").read_text()
    highest = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    Path("/proc/self/clear_refs").write_text("5")
    return highest * 1024


def warm() -> None:
    """Loads what is loaded once, which is no file's fault."""
    import charset_normalizer  # noqa: F401
    import mammoth  # noqa: F401
    import openpyxl  # noqa: F401  reads the system's table of media types when it is loaded
    import rapidfuzz.fuzz  # noqa: F401
    import trafilatura

    import pressmark.importers.reading  # noqa: F401

    trafilatura.bare_extraction("<html><body><p>A page of few words.</p></body></html>")


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    folder, secret = Path(sys.argv[1]), sys.argv[2]
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(ROOT))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warm()
    watch = Watch(folder)
    tell("ready")
    for line in sys.stdin:
        job = json.loads(line)
        peak()
        watch.armed = True
        found = judged(job["door"], Path(job["path"]), secret)
        watch.armed = False
        gc.collect()
        tell(json.dumps({**found, "leaks": [*found["leaks"], *watch.seen()], "peak": peak()}))


main()
