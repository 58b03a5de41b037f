import pytest

from pressmark.folding import fold
from pressmark.searching.tokens import placed_words, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Can’t stop the F-16s: £1.5bn", ["can", "t", "stop", "the", "f", "16s", "1", "5bn"]),
        ("Straße, ﬁn ½ CAFÉ cafe\u0301", ["strasse", "fin", "1", "2", "cafe", "cafe"]),
        ("日本のサーバー2026年", ["日", "本", "の", "サ", "ー", "バ", "ー", "2026", "年"]),
        ("ｻｰﾊｽ", ["サ", "ー", "ハ", "ス"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("정부가", ["정", "부", "가"]),
        ("كِتَابٌ أحمد كـتاب", ["كتاب", "احمد", "كتاب"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("snake_case", ["snake", "case"]),
        ("— 😀 \ue000 !", []),
    ],
)
def test_words_are_folded_and_scripts_without_spaces_taken_apart(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_each_word_is_told_with_its_place() -> None:
    folded = fold("Łeba, 東京 and").text
    words, starts = placed_words(folded)
    assert words == ["leba", "東", "京", "and"]
    assert [folded[at : at + len(word)] for word, at in zip(words, starts, strict=True)] == words
