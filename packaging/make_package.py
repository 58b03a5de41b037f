"""Builds what people install, from a clean checkout, into build/packages: `make package`.

A bundle of the app and all it needs (PyInstaller, one folder), its icons, licences and bill of materials; on
Linux of these a .deb, a .rpm and an installer that needs no root. Windows and macOS take the bundle from here
and go on with the recipes in packaging/windows and packaging/pressmark.spec.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from papers import write_papers

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build"
BUNDLE, ICONS, PACKAGES = BUILD / "bundle" / "pressmark", BUILD / "icons", BUILD / "packages"
ENVIRONMENT, TOOLS = BUILD / "app-venv", BUILD / "tools"
PICTURES = ROOT / "resources" / "icon"
LINUX = ROOT / "packaging" / "linux"
APP, MEDIA_TYPE = "org.pressmark.Pressmark", "application-vnd.pressmark.article+xml"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
VERSION = PROJECT["version"]
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
NEEDED = (
    "libc6, libdbus-1-3, libegl1, libfontconfig1, libfreetype6, libgl1, libglib2.0-0t64 | libglib2.0-0, "
    "libgssapi-krb5-2, libx11-6, libx11-xcb1, libxcb1, libxcb-cursor0, libxcb-icccm4, libxcb-image0, "
    "libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xinerama0, libxcb-xkb1, "
    "libxext6, libxkbcommon0, libxkbcommon-x11-0, libxrender1"
)
"""What Qt opens of the system; the libraries that a bundle must not bring, for they talk to drivers."""


def main() -> None:
    for folder in (BUNDLE.parent, ICONS, PACKAGES):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    make_environment()
    run(app_python(), "-c", DRAW_ICONS, PICTURES, ICONS, *SIZES, QT_QPA_PLATFORM="offscreen")
    make_bundle()
    write_papers(BUNDLE, app_python(), TOOLS, BUILD / "papers")
    if sys.platform == "linux":
        tree = make_tree()
        make_deb(tree)
        make_rpm(tree)
        make_installer(tree)
    for path in sorted(PACKAGES.iterdir()):
        print(f"{path.stat().st_size / 1e6:7.1f} MB  {path.relative_to(ROOT)}")


def run(*command: object, cwd: Path = ROOT, **environment: str) -> None:
    subprocess.run([str(one) for one in command], check=True, cwd=cwd, env={**os.environ, **environment})


def app_python() -> Path:
    """Of an environment that holds the app and what it needs, and nothing that builds it."""
    return ENVIRONMENT / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment() -> None:
    pip = ("-m", "pip", "install", "-qq", "--disable-pip-version-check")
    if not app_python().exists():
        run(sys.executable, "-m", "venv", ENVIRONMENT)
    run(app_python(), *pip, "--upgrade", "pip")
    run(app_python(), *pip, "--upgrade", ROOT)
    if not (TOOLS / "PyInstaller").is_dir():
        run(app_python(), *pip, "--target", TOOLS, *PROJECT["optional-dependencies"]["package"])


def make_bundle() -> None:
    run(
        app_python(), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
        "--distpath", BUNDLE.parent, "--workpath", BUILD / "pyinstaller",
        ROOT / "packaging" / "pressmark.spec",
        PYTHONPATH=str(TOOLS),
    )  # fmt: skip


def make_tree() -> Path:
    """What stands below / once it is installed, for each kind of package."""
    tree = BUILD / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    share = tree / "usr" / "share"
    shutil.copytree(BUNDLE, tree / "usr" / "lib" / "pressmark", symlinks=True)
    shutil.copytree(BUILD / "papers", share / "doc" / "pressmark")
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "pressmark").symlink_to("../lib/pressmark/pressmark")
    for size in SIZES:
        folder = share / "icons" / "hicolor" / f"{size}x{size}"
        put(ICONS / f"pressmark-{size}.png", folder / "apps" / f"{APP}.png")
        put(ICONS / f"article-{size}.png", folder / "mimetypes" / f"{MEDIA_TYPE}.png")
    scalable = share / "icons" / "hicolor" / "scalable"
    put(PICTURES / "pressmark.svg", scalable / "apps" / f"{APP}.svg")
    put(
        PICTURES / "article.svg",
        scalable / "mimetypes" / f"{MEDIA_TYPE}.svg",
    )
    put(LINUX / f"{APP}.desktop", share / "applications" / f"{APP}.desktop")
    put(LINUX / f"{APP}.metainfo.xml", share / "metainfo" / f"{APP}.metainfo.xml")
    put(LINUX / f"{APP}.mime.xml", share / "mime" / "packages" / f"{APP}.xml")
    return tree


def put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def make_deb(tree: Path) -> None:
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    control = tree / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(
        f"""Package: pressmark
Version: {VERSION}
Section: editors
Priority: optional
Architecture: {architecture("deb")}
Installed-Size: {size}
Depends: {NEEDED}
Maintainer: The Pressmark developers <pressmark@example.org>
Description: mark up the press and brief on it
 Drop news articles in, label who said what and who promised how much, and hand
 on a briefing in Word or PDF in which every line says where it stands.
 Everything stays on your machine.
""",
        "utf-8",
    )
    package = PACKAGES / f"pressmark_{VERSION}_{architecture('deb')}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "-Sextreme", "--build", tree, package)
    shutil.rmtree(control.parent)


def make_rpm(tree: Path) -> None:
    run(
        "rpmbuild", "-bb", "--quiet", "--define", f"_topdir {BUILD / 'rpm'}", "--define", f"tree {tree}",
        "--define", f"version {VERSION}", "--define", f"_rpmdir {PACKAGES}",
        "--define", "_build_name_fmt %{NAME}-%{VERSION}.%{ARCH}.rpm", LINUX / "pressmark.rpm.spec",
    )  # fmt: skip


def make_installer(tree: Path) -> None:
    """A file that unpacks itself into the home of who runs it."""
    shutil.copy(LINUX / "install.sh", tree / "install.sh")
    target = PACKAGES / f"pressmark-{VERSION}-{architecture('deb')}.run"
    run("makeself", "--xz", "--quiet", tree, target, f"Pressmark {VERSION}", "./install.sh")
    (tree / "install.sh").unlink()


def architecture(kind: str) -> str:
    machine = os.uname().machine
    return {"x86_64": "amd64", "aarch64": "arm64"}.get(machine, machine) if kind == "deb" else machine


DRAW_ICONS = """
import sys
from pathlib import Path
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

app, sources, target = QGuiApplication([]), Path(sys.argv[1]), Path(sys.argv[2])
for name in ("pressmark", "article"):
    picture = QSvgRenderer(str(sources / f"{name}.svg"))
    for size in map(int, sys.argv[3:]):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        picture.render(painter)
        painter.end()
        image.save(str(target / f"{name}-{size}.png"))
    largest = Image.open(target / f"{name}-512.png")
    largest.save(target / f"{name}.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
    largest.save(target / f"{name}.icns")
"""

if __name__ == "__main__":
    main()
