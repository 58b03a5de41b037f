from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.finding import QueryNotUnderstood
from pressmark.money import Money
from pressmark.searching.parsing import understood
from pressmark.searching.terms import (
    All,
    Amount,
    AnyOf,
    Column,
    Due,
    Has,
    Having,
    How,
    Is,
    Labelled,
    Not,
    Numbered,
    Published,
    Said,
    Term,
    Told,
    Whole,
    Words,
    speaks_of_annotations,
    wanted_words,
)


def word(*words: str, begun: bool = False) -> Words:
    return Words(words, begun)


def money(least: int, currency: str = "") -> Money:
    return Money(Decimal(least), Decimal(least), currency)


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("", None),
        (" — & ", None),
        ("Kyiv", word("kyiv")),
        ("Café DÉJÀ", All((word("cafe"), word("deja")))),
        ("air-defence", word("air", "defence")),
        ("don’t", word("don", "t")),
        ('"air defence"', word("air", "defence")),
        ("“air defence”", word("air", "defence")),
        ("„air defence", word("air", "defence")),
        ("防衛費", word("防", "衛", "費")),
        ("a AND b", All((word("a"), word("b")))),
        ("a OR b c", AnyOf((word("a"), All((word("b"), word("c")))))),
        ("a (b OR c)", All((word("a"), AnyOf((word("b"), word("c")))))),
        ("(a b", All((word("a"), word("b")))),
        ("() a", word("a")),
        ("or", word("or")),
        ("a -b", All((word("a"), Not(word("b"))))),
        ('-"a b"', Not(word("a", "b"))),
        ("-(a OR b)", Not(AnyOf((word("a"), word("b"))))),
        ("a - b", All((word("a"), word("b")))),
        ("12:30", word("12", "30")),
        ("label:pledge", Labelled(("pledge",))),
        ("Label：Pledge", Labelled(("pledge",))),
        ('by:"John Healey"', Said(("speaker", "pledger"), ("john", "healey"), How.BEGUN)),
        ("to:Kyiv", Said(("recipient", "addressee"), ("kyiv",), How.BEGUN)),
        ("actor:healey", Said(("actor",), ("healey",), How.BEGUN)),
        ("place:Łeba", Said(("place",), ("leba",), How.BEGUN)),
        ("status:broken", Said(("status",), ("broken",), How.WHOLE)),
        ("amount>100m", Amount(">", money(100_000_000))),
        ("amount≥1.5bn", Amount(">=", money(1_500_000_000))),
        ("amount<£2m", Amount("<", money(2_000_000, "GBP"))),
        ("amount:100,000", Amount("=", money(100_000))),
        ("amount>100 million x", All((Amount(">", money(100_000_000)), word("x")))),
        ("amount:undisclosed", Amount("=", None)),
        ("due<2026-06", Due("<", "2026-06")),
        ("due:2026", Due("=", "2026")),
        ("after:2026-01-01", Published(">=", "2026-01-01")),
        ("before:14 Nov 2026 x", All((Published("<", "2026-11-14"), word("x")))),
        ("date>=November 2026", Published(">=", "2026-11")),
        ("outlet:guardian", Told(Column.OUTLET, ("guardian",), How.BEGUN)),
        ("author:Jo", Told(Column.AUTHOR, ("jo",), How.BEGUN)),
        ("lang:de", Told(Column.LANGUAGE, ("de",), How.WHOLE_WORDS)),
        ("tag:budget", Told(Column.TAGS, ("budget",), How.WHOLE)),
        ('state:"in work"', Told(Column.STATE, ("in", "work"), How.WHOLE_WORDS)),
        ("is:withdrawn", Is(Whole.WITHDRAWN)),
        ("IS:Archived", Is(Whole.ARCHIVED)),
        ("has:note", Has(Having.NOTE)),
        ("id:P3", Numbered("p3")),
        ("headline:summit", Words(("summit",), in_headline=True)),
    ],
)
def test_what_is_typed_is_understood(typed: str, term: Term | None) -> None:
    assert understood(typed).term == term


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("air def", All((word("air"), word("def", begun=True)))),
        ("air def ", All((word("air"), word("def")))),
        ('"air def', word("air", "def", begun=True)),
        ('"air def"', word("air", "def")),
        ("a OR", word("a")),
        ("a -b", All((word("a"), Not(word("b"))))),
        ("a label:", word("a")),
        ("label:pl", Labelled(("pl",), begun=True)),
        ("label:pl x", All((Labelled(("pl",)), word("x", begun=True)))),
        ("headline:su", Words(("su",), begun=True, in_headline=True)),
        ("tag:bu", Told(Column.TAGS, ("bu",), How.WHOLE_BEGUN)),
        ("is:with", Is(Whole.WITHDRAWN)),
    ],
)
def test_while_it_is_typed_the_last_word_may_only_be_begun(typed: str, term: Term | None) -> None:
    assert understood(typed, typing=True).term == term


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("labl:x", "did you mean label:?"),
        ("http://example.org", "Words with a colon go into quotation marks."),
        ("label:", "label: says nothing: write it like label:pledge."),
        ('label:""', "label: says nothing"),
        ("by:—", "names nothing"),
        ("by>x", 'by is followed by a colon: by:"John Healey".'),
        ("amount>lots", "“lots” is not an amount: write it like 100m, £2m, 1.5bn or 100,000."),
        ("due<soon", "“soon” is not a date: write it like 2026, 2026-11, 2026-11-14 or 14 Nov 2026."),
        ("after:2026-13", "is not a date"),
        ("is:lost", "is:lost is not known: write is:withdrawn or is:corrected or is:archived."),
        ("OR a", "OR needs words on both sides."),
        ("a OR", "OR needs words on both sides."),
        ("a)", "There is a ) without its (."),
        ("(" * 30 + "a", "too many parentheses"),
        ("--" * 30 + "a", "too many parentheses"),
        ("a " * 70, "more than 60 terms"),
        ("a" * 1001, "too long"),
    ],
)
def test_what_is_not_understood_is_said_in_a_sentence(typed: str, said: str) -> None:
    with pytest.raises(QueryNotUnderstood) as told:
        understood(typed)
    assert said in str(told.value)
    assert str(told.value).endswith((".", "?"))


@given(st.text(st.sampled_from('ab :<>=-()"“OR|labelamount 防'), max_size=40), st.booleans())
def test_whatever_is_typed_is_understood_or_told_apart(typed: str, typing: bool) -> None:
    try:
        term = understood(typed, typing=typing).term
    except QueryNotUnderstood:
        return
    assert term is None or all(one.words for one in wanted_words(term))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("a b", False), ("tag:x after:2026", False), ("-label:pledge", True), ("a OR (b has:note)", True)],
)
def test_a_query_speaks_of_annotations_where_one_of_its_terms_does(typed: str, expected: bool) -> None:
    term = understood(typed).term
    assert term is not None
    assert speaks_of_annotations(term) is expected


def test_words_that_are_refused_are_not_shown() -> None:
    term = understood("a -b (c OR -d) a").term
    assert term is not None
    assert wanted_words(term) == (word("a"), word("c"))
