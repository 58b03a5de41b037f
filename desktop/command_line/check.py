"""`check FILE…`: what is missing or wrong, one line each."""

import argparse
from pathlib import Path

from desktop.command_line.verb import fail
from pressmark import checks
from pressmark.storage.articles import open_article
from pressmark.storage.read_xml import CannotRead


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")


def run(arguments: argparse.Namespace) -> int:
    """1 where a file cannot be read or has been disturbed; what is merely missing is said and no failure."""
    failed = False
    for path in arguments.files:
        try:
            opened = open_article(path)
        except CannotRead as error:
            fail(path, error)
            failed = True
            continue
        for warning in opened.warnings:
            fail(path, warning)
            failed = True
        for finding in checks.check(opened.doc):
            print(f"{path}: {finding.message}")
    return int(failed)
