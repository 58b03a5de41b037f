"""`make run`: the window with the sample dossier or, where there is no display, the main job without one."""

import shutil
import sys
from pathlib import Path

from desktop.app import has_display, open_window
from desktop.command_line import run
from desktop.sample import SampleNotMade, make_sample, sample_dossier

_BUILT = Path("build", "sample")


def main() -> int:
    """Answers with the exit code."""
    if has_display():
        return open_window([sample_dossier()])
    print("There is no display: doing the main job without a window.")
    return do_main_job(_BUILT)


def do_main_job(folder: Path) -> int:
    """Imports the sample's sources, marks them up, and writes XML, DOCX and PDF into a folder made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    print("Importing two invented stories and marking them up, writing their XML and the brief:")
    try:
        articles = [str(article) for article in make_sample(folder.resolve())]
    except SampleNotMade as error:
        print(f"This step failed: {error}", file=sys.stderr)
        return 1
    print(*articles, sep="\n")
    outputs = [folder.resolve() / f"brief{suffix}" for suffix in (".docx", ".pdf")]
    return max(run(["export", *articles, "-o", str(output)]) for output in outputs)


if __name__ == "__main__":
    raise SystemExit(main())
