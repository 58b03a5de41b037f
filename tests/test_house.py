"""The rules of the house that no other tool checks. Each failure says what to do about it."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("pressmark", "exporters", "desktop", "resources")
LONGEST_MODULE, LONGEST_FUNCTION, DEEPEST_NESTING, LONGEST_README = 300, 40, 4, 80
NESTING = (ast.If, ast.For, ast.While, ast.With, ast.Try, ast.Match)
OF_THIS_WORKPLACE = ("../" + "shared", "/" + "work/")  # put together, or this file would be found itself

MODULES = {
    path.relative_to(ROOT): ast.parse(path.read_text("utf-8"))
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def length(function: ast.FunctionDef) -> int:
    """Lines from `def` to the end, its docstring not counted."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is None or first.end_lineno is None:
        return lines
    return lines - (first.end_lineno - first.lineno + 1)


def nesting(node: ast.AST) -> int:
    """How many statements deep the deepest one inside stands; an `elif` is as deep as its `if`."""
    deepest = 0
    for name, value in ast.iter_fields(node):
        inner = [
            each for each in (value if isinstance(value, list) else [value]) if isinstance(each, ast.AST)
        ]
        is_elif = isinstance(node, ast.If) and name == "orelse" and [type(each) for each in inner] == [ast.If]
        for each in inner:
            if not isinstance(each, ast.FunctionDef | ast.ClassDef):  # measured on their own
                step = 1 if isinstance(each, NESTING) and not is_elif else 0
                deepest = max(deepest, step + nesting(each))
    return deepest


def committed() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git repository: which files are committed is not known")
    paths = [ROOT / name for name in listed.decode("utf-8").split("\0") if name]
    return [path for path in paths if path.is_file()]


def test_no_module_is_longer_than_a_reader_can_hold() -> None:
    counted = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in MODULES}
    long = [f"{path}: {lines}" for path, lines in counted.items() if lines > LONGEST_MODULE]
    assert not long, f"split by idea, {LONGEST_MODULE} lines at most: {long}"


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{path}: {function.name}, {length(function)}"
        for path, tree in MODULES.items()
        for function in functions(tree)
        if length(function) > LONGEST_FUNCTION
    ]
    assert not long, f"take a part out under its own name, {LONGEST_FUNCTION} lines at most: {long}"


def test_nothing_is_nested_deeper_than_can_be_followed() -> None:
    deep = [
        f"{path}: {function.name}, {nesting(function)}"
        for path, tree in MODULES.items()
        for function in functions(tree)
        if nesting(function) > DEEPEST_NESTING
    ]
    assert not deep, f"return early or name the inner part, {DEEPEST_NESTING} deep at most: {deep}"


def test_every_module_says_what_it_is() -> None:
    silent = [str(path) for path, tree in MODULES.items() if tree.body and not ast.get_docstring(tree)]
    assert not silent, f"begin with one sentence on what it means: {silent}"


def test_nothing_runs_text_as_code_or_reads_pickles() -> None:
    found = []
    for path, tree in MODULES.items():
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Name(id="eval" | "exec")):
                    found.append(f"{path}:{node.lineno}")
                case ast.Import(names=names) if any(one.name.startswith("pickle") for one in names):
                    found.append(f"{path}:{node.lineno}")
                case ast.ImportFrom(module="pickle"):
                    found.append(f"{path}:{node.lineno}")
                case _:
                    pass
    assert not found, f"what is opened must never be able to run: {found}"


def test_no_failure_is_caught_unnamed() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or "BaseException" in ast.unparse(node.type))
    ]
    assert not found, f"catch what is expected, by name: {found}"


def test_the_readme_stays_a_page() -> None:
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert len(lines) <= LONGEST_README, f"README.md has {len(lines)} lines: move some into another document"


def test_nothing_committed_needs_the_place_it_was_written_in() -> None:
    found = [
        f"{path.relative_to(ROOT)} mentions {place}"
        for path in committed()
        for place in OF_THIS_WORKPLACE
        if place.encode() in path.read_bytes()
    ]
    assert not found, f"the project stands on its own: {found}"


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_file_that_a_document_names_is_there(document: str) -> None:
    names = re.findall(r"`([\w./-]+(?:/|\.(?:py|md|toml|sh|xsd|yml)))`", (ROOT / document).read_text("utf-8"))
    places = [f"/{path.relative_to(ROOT).as_posix()}" for path in committed()]
    missing = [
        name
        for name in names
        if not any(place.endswith(f"/{name}") or f"/{name.rstrip('/')}/" in place for place in places)
    ]
    assert names, "nothing was found in backticks: has the way files are named changed?"
    assert not missing, f"{document} names what does not exist (any more): {missing}"


def test_the_measures_measure() -> None:
    tree = ast.parse(
        "def f():\n"
        "    '''Two\n"
        "    lines.'''\n"
        "    if a:\n"
        "        pass\n"
        "    elif b:\n"
        "        for c in d:\n"
        "            with e:\n"
        "                pass\n"
        "    def g(): pass\n"
    )
    (outer, inner) = functions(tree)
    assert (length(outer), length(inner)) == (8, 1)
    assert (nesting(outer), nesting(inner)) == (3, 0)
    assert len(MODULES) > 50
