"""`check FILE|FOLDER…`: what is missing or wrong, one line each."""

import argparse
from pathlib import Path

from desktop.command_line.verb import fail, opened
from pressmark import checks


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("inputs", nargs="+", type=Path, metavar="FILE|FOLDER")


def run(arguments: argparse.Namespace) -> int:
    """1 where a file cannot be read or has been disturbed; what is merely missing is said and no failure."""
    failed = False
    for path, found in opened(arguments.inputs):
        if found is None:
            failed = True
            continue
        for warning in found.warnings:
            fail(path, warning)
            failed = True
        for finding in checks.check(found.doc):
            print(f"{path}: {finding.message}")
    return int(failed)
