"""PDF objects as they are written, read back with pikepdf."""

from io import BytesIO

import pikepdf
import pytest

from exporters.pdf.file import File, key, ref, refs, text, tree


def read(*bodies: str, info: str = "<<>>") -> pikepdf.Pdf:
    """A file whose catalog holds the objects under ``/All``."""
    out = BytesIO()
    file = File(out)
    pages = file.put("<</Type/Pages/Count 0/Kids[]>>")
    numbers = [file.put(body) for body in bodies]
    root = file.put(f"<</Type/Catalog/Pages {ref(pages)}/All{refs(numbers)}>>")
    file.close(root, file.put(info))
    return pikepdf.open(out)


@pytest.mark.parametrize(
    "said", ["", "plain", "(brackets) and \\ slashes)", "two\nlines\tand", "Ünïcode €42m", "ميناء 🚢 港"]
)
def test_a_string_is_read_as_it_was_written(said: str) -> None:
    document = read(text(said))
    assert str(document.Root.All[0]) == said


def test_what_no_file_may_hold_is_left_out_of_strings() -> None:
    document = read(text("a\x00b\ud800c\uffff"))
    assert str(document.Root.All[0]) == "abc"


@pytest.mark.parametrize("said", ["x" * 100_000, "é" * 100_000, "🚢" * 100_000])
def test_no_string_is_longer_than_archives_allow(said: str) -> None:
    document = read(text(said))
    assert 15_000 < len(bytes(document.Root.All[0])) < 32_767


@pytest.mark.parametrize("count", [0, 1, 197, 198, 199, 200, 1000])
def test_any_number_of_objects_is_found_again(count: int) -> None:
    found = read(*(f"[{i}]" for i in range(count)))
    assert [int(each[0]) for each in found.Root.All] == list(range(count))
    complaints = [one for one in found.check_pdf_syntax() if "does not contain any pages" not in one]
    assert complaints == []  # qpdf 12.4 minds that this file has no pages


def test_an_object_may_be_put_after_those_that_name_it() -> None:
    out = BytesIO()
    file = File(out)
    later = file.reserve()
    pages = file.put("<</Type/Pages/Count 0/Kids[]>>")
    root = file.put(f"<</Type/Catalog/Pages {ref(pages)}/Later {ref(later)}>>")
    file.stream(b"bytes\nof any kind\xff", number=later)
    file.close(root, file.put("<<>>"))
    document = pikepdf.open(out)
    assert document.Root.Later.read_bytes() == b"bytes\nof any kind\xff"


@pytest.mark.parametrize("count", [0, 1, 200, 201, 1234])
def test_a_tree_finds_each_of_its_names(count: int) -> None:
    out = BytesIO()
    file = File(out)
    pages = file.put("<</Type/Pages/Count 0/Kids[]>>")
    names = {f"name {i} é" if i % 2 else f"name {i}": i for i in range(count)}
    pairs = [(key(name), str(i)) for name, i in sorted(names.items())]
    root = file.put(f"<</Type/Catalog/Pages {ref(pages)}/Tree {tree(file, pairs, 'Names')}>>")
    file.close(root, file.put("<<>>"))
    document = pikepdf.open(out)
    found = pikepdf.NameTree(document.Root.Tree)
    assert len(found) == count
    assert {name: int(found[name]) for name in names} == names


def test_the_name_of_a_file_is_made_of_what_is_in_it() -> None:
    documents = [read(body) for body in ("[1]", "[1]", "[2]")]
    first, same, other = (bytes(document.trailer.ID[0]) for document in documents)
    assert first == same != other
