import pytest

from pressmark.importers.pdf_hyphens import Words


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the govern-", "ment said"], "the government said"),
        (["the so-", "called measure"], "the so-called measure"),
        (["so-", "ciety at large"], "society at large"),
        (["a long-", "term plan"], "a long-term plan"),
        (["no long-", "er"], "no longer"),
        (["the UK-", "backed force"], "the UK-backed force"),
        (["a Franco-", "German deal"], "a Franco-German deal"),
        (["in 2024-", "25 it rose"], "in 2024-25 it rose"),
        (["DEVEL-", "OPMENT AID"], "DEVELOPMENT AID"),
        (["soft\u00ad", "ware and a long\u00ad", "term plan"], "software and a longterm plan"),
        (["the well-estab-", "lished firm"], "the well-established firm"),
        (["Nord-", "und Ostsee"], "Nord- und Ostsee"),
        (["the ex-", "pected vote"], "the expected vote"),
        (["Paris–", "London line"], "Paris–London line"),
        (["he said –", "and left"], "he said – and left"),
        (
            ["at https://gazette.example/2026/", "harbour today"],
            "at https://gazette.example/2026/harbour today",
        ),
        (["市议会周一", "晚上投票 决定"], "市议会周一晚上投票决定"),
        (["a list -", "of things"], "a list - of things"),
    ],
)
def test_words_broken_at_line_ends_are_made_whole(lines: list[str], text: str) -> None:
    assert Words(lines).joined(lines) == text


def test_a_word_that_stands_elsewhere_tells_where_its_hyphen_belongs() -> None:
    words = Words(["an ex-minister came", "the re-elected mayor", "the reform was cooperative"])
    assert words.joined(["the ex-", "minister"]) == "the ex-minister"
    assert words.joined(["co-", "operative"]) == "cooperative"
    assert words.joined(["the re-", "elected mayor"]) == "the re-elected mayor"
