"""Documents with random damage: read or refused, with a message that names the file, and nothing else."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressmark.importers.canon import canon
from pressmark.importers.reading import CannotImport, read_all
from tests.hostile.mutations import markdown, mutated
from tests.pressmark.importers.test_open_document import SAMPLES

NOW = datetime(2026, 11, 16, tzinfo=UTC)


def read_or_refused(data: bytes, name: str) -> None:
    found = [*read_all(data, name, now=NOW)]
    assert found
    for one in found:
        if isinstance(one, CannotImport):
            assert name in str(one)
        else:
            assert one.article.text.strip()
            assert canon(one.article.text) == one.article.text


@pytest.mark.parametrize("name", ["ferry.odt", "ferry.rtf", "ferry.epub", "ferry.md"])
def test_damaged_documents_are_read_or_refused(name: str) -> None:
    good = markdown() if name.endswith("md") else (SAMPLES / name).read_bytes()
    for seed in range(60):
        read_or_refused(mutated(good, seed), name)


RTF = st.sampled_from([
    "{", "}", "\\par", "\\cell ", "\\row", "\\intbl", "\\trowd", "{\\footnote ", "{\\shptxt ", "\\u-10179?",
    "\\'e9", "\\uc2", "\\deleted", "\\v", "\\plain", "\\pard", "\\*", "{\\stylesheet", "\\s1", "\\f1",
    "\\bin3 ", "a ", "\\\n", "{\\listtext", "\\outlinelevel1", "{\\upr{", "{\\info", "{\\title ", "\\",
])  # fmt: skip


@given(st.lists(RTF, max_size=60))
@settings(max_examples=150, deadline=None)
def test_words_of_rtf_in_any_order_are_read_or_refused(words: list[str]) -> None:
    read_or_refused(("{\\rtf1 " + "".join(words)).encode(), "a.rtf")


@given(
    st.lists(st.sampled_from([*"[]()!*_`~<>#|-+&\\^:x \n", "[^1]", "[^1]: ", "---\n", "<div>", "](", "    "]))
)
@settings(max_examples=150, deadline=None)
def test_marks_of_markdown_in_any_order_are_read_or_refused(marks: list[str]) -> None:
    read_or_refused(("x" + "".join(marks)).encode(), "a.md")
