from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressmark.money import Money, find_money

PRINTED = {
    "£225m": "GBP 225000000",
    "£ 225 m": "GBP 225000000",
    "£225million": "GBP 225000000",
    "GBP225m": "GBP 225000000",
    "gbp 225m": "GBP 225000000",
    "225m GBP": "GBP 225000000",
    "225 Million Pounds": "GBP 225000000",
    "$300-million": "USD 300000000",
    "300-million-dollar": "USD 300000000",
    "US$1.3 billion": "USD 1300000000",
    "A$5": "AUD 5",
    "C$5k": "CAD 5000",
    "¥500": "JPY 500",
    "₹5 crore": "INR 50000000",
    "€ 2,5 Mrd": "EUR 2500000000",
    "€1.234,56": "EUR 1234.56",
    "5\u00a0000\u202f000 €": "EUR 5000000",
    "$1,200.50": "USD 1200.5",
    "£0.001bn": "GBP 1000000",
    "£1.50": "GBP 1.5",
    "€2–3bn": "EUR 2000000000..3000000000",
    "£900m–1bn": "GBP 900000000..1000000000",
    "$5m-10m": "USD 5000000..10000000",
    "$5 million to $10 million": "USD 5000000..10000000",
    "between £5m and £10m": "GBP 5000000..10000000",
    "5-10 million euros": "EUR 5000000..10000000",
    "£1.2 – 1.4 billion": "GBP 1200000000..1400000000",
    "EUR 2,000,000–3,000,000": "EUR 2000000..3000000",
    "40000": "40000",
    "0": "0",
    "undisclosed": "undisclosed",
    "Not disclosed": "undisclosed",
}


@pytest.mark.parametrize(("printed", "canonical"), PRINTED.items())
def test_an_amount_is_read_as_the_press_prints_it(printed: str, canonical: str) -> None:
    assert str(Money.parse(printed)) == canonical


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "million",
        "a million",
        "-5",
        "GBP",
        "2e9",
        "£1,00,000",
        "£10m–£5m",
        "£5m and £10m",
        "five",
        "9" * 41,
        "1." + "1" * 50,
        "9" * 39 + " trillion",
        "1" * 5000,
        "£5 a year",
    ],
)
def test_what_is_no_amount_is_refused_with_a_way_out(typed: str) -> None:
    with pytest.raises(ValueError, match=r"write it like GBP|runs backwards|than any amount"):
        Money.parse(typed)


@pytest.mark.parametrize(
    ("canonical", "shown"),
    [
        ("GBP 225000000", "GBP 225,000,000"),
        ("USD 1200.5", "USD 1,200.50"),
        ("USD 0.125", "USD 0.125"),
        ("EUR 2000000..3000000", "EUR 2,000,000–3,000,000"),
        ("40000", "40,000"),
        ("undisclosed", "undisclosed"),
    ],
)
def test_readers_see_thousands_and_whole_cents(canonical: str, shown: str) -> None:
    assert Money.parse(canonical).shown() == shown


amounts = st.decimals(0, 10**15, places=4).map(lambda value: value.normalize())
moneys = st.builds(
    lambda pair, currency: Money(min(pair), max(pair), currency),
    st.tuples(amounts, amounts),
    st.sampled_from(["", "GBP", "EUR", "TRY", "COP"]),
)


@given(moneys)
def test_the_canonical_text_is_read_as_the_same_money(money: Money) -> None:
    assert Money.parse(str(money)) == money
    assert str(Money.parse(str(money))) == str(money)


@given(moneys)
def test_what_readers_see_can_be_typed_again(money: Money) -> None:
    assert Money.parse(money.shown()) == money


@given(st.from_regex(r"[£$€]?[0-9.,  –-]{1,14}( ?(m|bn|k))?", fullmatch=True))
def test_what_is_understood_stays_as_it_is(typed: str) -> None:
    try:
        money = Money.parse(typed)
    except ValueError:
        return
    assert Money.parse(str(money)) == money


SENTENCES = {
    "In 2024 they paid £5m.": "£5m",
    "It pledged (£225m) more": "£225m",
    "a 300-million-dollar plan": "300-million-dollar",
    "worth £3.5bn-plus": "£3.5bn",
    "5% of GDP, some €2bn": "€2bn",
    "In 2023, 400 million euros went": "400 million euros",
    "In 2024 US$ 5m went": "US$ 5m",
    "on 5 May 2022 and 3 euro": "3 euro",
    "Between 5 and 10 million dollars": "Between 5 and 10 million dollars",
    "between £5m in 2020 and now": "£5m",
    "gave £2m to 3 charities": "£2m",
    "£3m – 10 times more": "£3m",
    "£225m–£300m a year": "£225m–£300m",
    "at £1.2 – 1.4 billion": "£1.2 – 1.4 billion",
    "$5,000-$10,000": "$5,000-$10,000",
    "10 Downing Street and £5": "£5",
    "£5m, then £6m": "£5m",
}


@pytest.mark.parametrize(("sentence", "printed"), SENTENCES.items())
def test_the_first_amount_of_a_sentence_is_found_as_printed(sentence: str, printed: str) -> None:
    assert find_money(sentence) == printed


@pytest.mark.parametrize("printed", SENTENCES.values())
def test_what_is_found_is_understood(printed: str) -> None:
    assert Money.parse(printed).currency


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "In 2024",
        "3 of them",
        "the 1,200 troops",
        "5 per cent, or 5%",
        "call 020 7946 0958",
        "3 m tall",
        "from 2022 to 2024",
        "COP28 in Dubai",
        "COP 26",
        "TRY 3 TIMES",
        "F-16 and 3 B-52",
        "won 5",
        "pounds of flesh",
    ],
)
def test_other_numbers_are_no_money(sentence: str) -> None:
    assert find_money(sentence) == ""


def test_a_currency_that_is_also_a_word_counts_with_a_scale() -> None:
    assert find_money("some TRY 3bn") == "TRY 3bn"


def test_scales_are_exact() -> None:
    assert Money.parse("£1.234567891m").least == Decimal("1234567.891")
