"""Makes resources/sample anew: `make sample`. The same steps make the same bytes."""

import shutil

import resources
from desktop.sample import make_sample

folder = resources.path("sample")
for old in folder.glob("*.pressmark"):
    old.unlink()
shutil.rmtree(folder / "originals", ignore_errors=True)
make_sample(folder)
