"""Files in which a real git has left two versions."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from pressmark.annotated_article import AnnotatedArticle
from pressmark.storage.git_versions import git_versions
from pressmark.storage.read_xml import from_xml
from pressmark.storage.write_xml import to_xml
from pressmark.three_way import merge
from tests.pressmark.story import mark, told


def git(folder: Path, *words: str) -> None:
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    environment = {**os.environ, **nobody}
    subprocess.run(["git", *who, *words], check=False, cwd=folder, env=environment, capture_output=True)


def merged_by_git(folder: Path, style: str) -> tuple[bytes, AnnotatedArticle, AnnotatedArticle]:
    """What git leaves of an article that two branches have annotated, and the article of each."""
    file = folder / "story.pressmark"
    mine, theirs = told(), told()
    mark(mine, "location", "Lowick")
    mark(mine, "actor", "Port Almar")
    mark(theirs, "actor", "Lowick")
    git(folder, "init", "--initial-branch", "mine")
    for branch, doc in (("mine", told()), ("theirs", theirs), ("mine", mine)):
        git(folder, "checkout", *(["-b"] if branch == "theirs" else []), branch)
        file.write_bytes(to_xml(doc))
        git(folder, "add", ".")
        git(folder, "commit", "--message", branch)
    git(folder, "-c", f"merge.conflictStyle={style}", "merge", "theirs")
    return file.read_bytes(), mine, theirs


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_each_version_has_its_own_and_what_git_could_merge(style: str, tmp_path: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    data, mine, theirs = merged_by_git(tmp_path, style)
    assert b"<<<<<<<" in data
    versions = git_versions(data)
    assert versions is not None
    for own, other, held in ((mine, theirs, versions.mine), (theirs, mine, versions.theirs)):
        said = from_xml(held, "story").doc
        assert {*_told(own)} <= {*_told(said)} <= {*_told(own), *_told(other)}
    assert (versions.base is not None) == (style == "diff3")
    assert versions.base is None or {*from_xml(versions.base, "story").doc.markup} >= {*told().markup}


def test_what_both_have_added_is_in_the_merged_article(tmp_path: Path) -> None:
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    data, mine, theirs = merged_by_git(tmp_path, "diff3")
    versions = git_versions(data)
    assert versions is not None
    assert versions.base is not None
    docs = [from_xml(one, "story").doc for one in (versions.base, versions.mine, versions.theirs)]
    outcome = merge(*docs)
    doc = docs[1].after(outcome.change())
    assert outcome.conflicts == ()
    assert {*_told(doc)} == {*_told(mine), *_told(theirs)}


def _told(doc: AnnotatedArticle) -> list[tuple[str, str]]:
    """Labels and words: git knows nothing of ids, and lets two have the same."""
    return [(one.label, doc.article.words_at(one.spans[0])) for one in doc.markup.values()]


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>\n",
        b"<<<<<<< HEAD\na\n=======\nb\n",  # no end
        b"<<<<<<< HEAD\na\n>>>>>>> b\n",  # nothing of theirs
        b"a\n=======\nb\n>>>>>>> b\n<<<<<<< \n",
        b"text <<<<<<< HEAD\n=======\n>>>>>>> b\n",
    ],
)
def test_marks_that_make_no_sense_are_no_versions(data: bytes) -> None:
    assert git_versions(data) is None
