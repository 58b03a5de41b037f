"""A sentence states a likelihood or a level of confidence, never both."""

import pytest

from pressmark.judgements import has_likelihood, mixed, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is very likely that the port opens.", ["very likely"]),
        ("It is Unlikely, almost no chance.", ["Unlikely", "almost no chance"]),
        ("We assess with moderate confidence that it opens.", ["moderate confidence"]),
        ("The likelihood of likeable people.", []),
        ("almost  certainly", ["almost  certainly"]),
    ],
)
def test_the_terms_of_the_standard_are_found_longest_first(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in terms(text)] == found


def test_both_in_one_sentence_is_named_and_both_in_two_is_not() -> None:
    both = "We judge with high confidence that it is likely to open."
    assert mixed(f"It opens. {both}") == [both]
    assert mixed("It is likely to open. We have high confidence in this.") == []
    assert mixed("It is likely.\nHigh confidence.") == []


def test_only_a_likelihood_is_one() -> None:
    assert has_likelihood("probably")
    assert not has_likelihood("low confidence")
