"""Two texts side by side: paragraphs are paired, and what differs in their words is told."""

import random

from hypothesis import given
from hypothesis import strategies as st

from pressmark.aligned import Aligned, aligned
from pressmark.article import Article, BlockKind, Span


def article(*paragraphs: str) -> Article:
    return Article.of((BlockKind.PARAGRAPH, one) for one in paragraphs)


def told(old: Article, new: Article) -> list[list[tuple[str, str]]]:
    """For each pair what was before and what is after, one string for what is the same."""
    return [
        [
            (old.text[one.start : one.end], "" if one.same else new.text[one.new_start : one.new_end])
            for one in pair.stretches
        ]
        for pair in aligned(old, new).pairs
    ]


OLD = article("The ferry line stops.", "Mara Lindqvist pledged £40m on Monday.", "Nothing else was said.")
NEW = article("A new lead.", "Mara Lindqvist promised £45m on Monday.", "Nothing else was said.")


def numbers(found: Aligned) -> list[tuple[int | None, int | None]]:
    return [(pair.old, pair.new) for pair in found.pairs]


def test_paragraphs_that_say_much_the_same_stand_side_by_side() -> None:
    found = aligned(OLD, NEW)
    assert numbers(found) == [(0, None), (None, 0), (1, 1), (2, 2)]
    assert found.differences == (0, 1, 2)


def test_words_are_told_apart_and_what_both_have_is_not_marked() -> None:
    expected = [("Mara Lindqvist ", ""), ("pledged £40m", "promised £45m"), (" on Monday.", "")]
    assert told(OLD, NEW)[2] == expected


def test_scripts_without_spaces_are_compared_by_characters() -> None:
    expected = [("港の町は", ""), ("新し", "古"), ("い船を買う。", "")]
    assert told(article("港の町は新しい船を買う。"), article("港の町は古い船を買う。")) == [expected]


def test_text_that_runs_from_right_to_left_is_compared_in_the_order_it_is_read() -> None:
    old, new = article("تعهد الوزير بأربعين مليونا للميناء"), article("تعهد الوزير بخمسين مليونا للميناء")
    assert told(old, new) == [[("تعهد الوزير ", ""), ("بأربعين", "بخمسين"), (" مليونا للميناء", "")]]


def test_empty_paragraphs_are_left_out() -> None:
    assert numbers(aligned(article("One.", "", "Two."), article("", "One.", "Two."))) == [(0, 1), (2, 2)]


def test_a_long_paragraph_is_compared_sentence_by_sentence() -> None:
    sentences = [f"Harbour town number {number} pays for its ferry. " for number in range(120)]
    changed = [*sentences[:40], "A sentence of its own. ", *sentences[41:80], *sentences[81:]]
    old, new = article("".join(sentences)), article("".join(changed))
    (pair,) = aligned(old, new).pairs
    differing = [one for one in pair.stretches if not one.same]
    assert [old.text[one.start : one.end] for one in differing] == [sentences[40], sentences[80]]
    assert [new.text[one.new_start : one.new_end] for one in differing] == ["A sentence of its own. ", ""]


def test_words_have_a_place_in_the_other_text_or_others_in_their_place() -> None:
    found = aligned(OLD, NEW)
    same = Span(OLD.text.index("Lindqvist"), OLD.text.index("Lindqvist") + len("Lindqvist"))
    other = Span(OLD.text.index("£40m"), OLD.text.index("£40m") + len("£40m"))
    gone = Span(0, 3)
    place = found.same_words(same)
    assert place
    assert NEW.words_at(place) == "Lindqvist"
    assert found.same_words(other) is None
    instead = found.other_words(other)
    assert instead
    assert NEW.words_at(instead) == "promised £45m"
    assert found.same_words(gone) is None
    assert found.other_words(gone) is None


def test_a_place_is_taken_by_what_stands_there_in_both() -> None:
    found = aligned(OLD, NEW)
    here = Span(OLD.text.index("Nothing"), OLD.text.index("Nothing") + 7)
    there = Span(NEW.text.index("Nothing"), NEW.text.index("Nothing") + 7)
    assert found.taken(there, apart_from=Span(0, 3)) == 1
    assert found.taken(there, apart_from=here) == 0
    assert found.taken(Span(0, 3), apart_from=here) == 0


words = st.sampled_from(("Nora", "Venn", "pays", "£40m", "for", "ferry.", "港", "مال", "😀"))
paragraphs = st.lists(st.lists(words, max_size=9).map(" ".join), max_size=6)


@given(paragraphs, paragraphs)
def test_every_character_stands_in_one_pair_and_what_is_called_the_same_is(one, other) -> None:
    old, new = article(*one), article(*other)
    found = aligned(old, new)
    assert [pair.old for pair in found.pairs if pair.old is not None] == [n for n, p in enumerate(one) if p]
    assert [pair.new for pair in found.pairs if pair.new is not None] == [n for n, p in enumerate(other) if p]
    for pair in found.pairs:
        if pair.old is not None and pair.new is not None:
            stretches = pair.stretches
            assert "".join(old.text[s.start : s.end] for s in stretches) == one[pair.old]
            assert "".join(new.text[s.new_start : s.new_end] for s in stretches) == other[pair.new]
            for s in stretches:
                same = old.text[s.start : s.end] == new.text[s.new_start : s.new_end]
                assert same or not s.same


def test_hundreds_of_edited_paragraphs_are_paired_all_the_same() -> None:
    chance = random.Random(1)
    known = [f"word{number}" for number in range(400)]
    one = [[chance.choice(known) for _ in range(40)] for _ in range(150)]
    other = [[*words[:20], "edited", *words[21:]] for words in one[:70] + one[75:]]
    found = aligned(article(*map(" ".join, one)), article(*map(" ".join, other)))
    assert sum(pair.old is not None and pair.new is not None for pair in found.pairs) == 145
