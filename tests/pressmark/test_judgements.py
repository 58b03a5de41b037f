"""A sentence states a likelihood or a level of confidence, never both."""

import pytest

from pressmark.judgements import is_likelihood, mixed, terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is very likely that the port opens.", ["very likely"]),
        ("It is Unlikely, almost no chance.", ["Unlikely", "almost no chance"]),
        ("We assess with moderate confidence that it opens.", ["moderate confidence"]),
        ("A remote chance; the odds are remote.", ["remote", "remote"]),
        ("The remote island is in a remote-controlled sea.", []),
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


def test_the_point_of_an_amount_ends_no_sentence() -> None:
    both = "It is likely that £1.5m is paid, with low confidence."
    assert mixed(f"So far.  {both}\nIt is remote.") == [both]


def test_only_a_likelihood_is_one() -> None:
    assert is_likelihood("Probably")
    assert not is_likelihood("low confidence")
