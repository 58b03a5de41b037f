"""Files that ship with the app, found wherever it is installed."""

from importlib.resources import files
from pathlib import Path


def path(*parts: str) -> Path:
    """Where the resource `parts` lies on disk."""
    return Path(str(files(__name__).joinpath(*parts)))


def font_path(name: str) -> Path:
    """The file of the font `name`, such as ``NotoSans-Bold``."""
    return path("fonts", f"{name}.ttf")
