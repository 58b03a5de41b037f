"""What is inside a bundle: its bill of materials (CycloneDX) and the licences of all of it."""

import json
import os
import shutil
import subprocess
from importlib.metadata import Distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def write_papers(bundle: Path, python: Path, tools: Path, target: Path) -> None:
    """Into the folder `target`: sbom.cdx.json, licences/, copyright and the changes."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "licences").mkdir(parents=True)
    bill = bill_of(python, tools)
    bill["components"] += system_libraries(bundle)
    (target / "sbom.cdx.json").write_text(json.dumps(bill, indent=1, ensure_ascii=False), "utf-8")
    copy_licences(python, target / "licences")
    shutil.copy(ROOT / "LICENSE", target / "copyright")
    shutil.copy(ROOT / "CHANGELOG.md", target / "CHANGELOG.md")
    for path in (ROOT / "resources" / "fonts").glob("LICENSE*"):
        shutil.copy(path, target / "licences" / f"fonts-{path.name}")


def bill_of(python: Path, tools: Path) -> dict:
    """Of the packages of Python in the environment."""
    environment = {**os.environ, "PYTHONPATH": str(tools)}
    command = [python, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON", python]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    bill = json.loads(done.stdout)
    bill["components"] = [one for one in bill["components"] if one["name"] not in {"pip", "setuptools"}]
    return bill


def system_libraries(bundle: Path) -> list[dict]:
    """Of the libraries that the bundle has taken from a Debian system, by their packages."""
    if not shutil.which("dpkg-query"):
        return []
    names = {path.name for path in (bundle / "_internal").glob("*.so*") if not path.is_symlink()}
    owners = {owner for name in sorted(names) if (owner := owner_of(name))}
    return [
        {"type": "library", "name": name, "version": version, "purl": f"pkg:deb/debian/{name}@{version}"}
        for name, version in sorted(owners)
    ]


def owner_of(library: str) -> tuple[str, str] | None:
    found = subprocess.run(
        ["dpkg-query", "--search", f"*/{library}"], check=False, capture_output=True, text=True
    )
    if found.returncode:
        return None
    package = found.stdout.partition(":")[0]
    shown = ["dpkg-query", "--show", "--showformat=${Version}\n", package]
    return package, subprocess.run(shown, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def copy_licences(python: Path, target: Path) -> None:
    """The licence files of each package, under its name."""
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", where], check=True, capture_output=True, text=True).stdout.strip()
    for info in sorted(Path(site).glob("*.dist-info")):
        package = Distribution.at(info)
        for file in package.files or ():
            if file.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "AUTHORS")):
                source = Path(str(package.locate_file(file)))
                if source.is_file():
                    shutil.copy(source, target / f"{package.metadata['Name']}-{file.name}")
