import time
from pathlib import Path

import pytest

from pressmark.importers.language import language_of

_SAMPLES = Path(__file__).parent / "samples" / "news_in_languages.txt"
NEWS = dict(line.split(": ", 1) for line in _SAMPLES.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("language", NEWS)
def test_a_paragraph_of_news_tells_its_language(language):
    assert language_of(NEWS[language]) == language


@pytest.mark.parametrize("language", NEWS)
def test_a_dozen_words_tell_their_language_or_nothing(language):
    words = NEWS[language].split()
    assert language_of(" ".join(words[:12])) in {language, ""}
    assert language_of(" ".join(words[-12:])) in {language, ""}


@pytest.mark.parametrize("language", ["en", "de", "uk", "nb", "cs"])
def test_a_long_text_with_a_quotation_in_another_language_keeps_its_own(language):
    other = NEWS["fr"] if language != "fr" else NEWS["en"]
    assert language_of("\n".join([NEWS[language]] * 9 + [other])) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "£40m",
        "Ferry",
        "12.5 % – 2026-11-14, 300 000",
        "John Healey, David Lammy, Keir Starmer, Volodymyr Zelensky, Donald Trump, Emmanuel Macron",
        "Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore",
        "def main(args): return [x for x in range(10) if x % 2 == 0]; import os, sys, json, re",
        "Uhulumeni uthe ngoLwesibili uzonikela ngezigidi ezingamashumi amane zamarandi ukuze kwakhiwe umugqa",
        "Gwamnati ta ce a ranar Talata za ta bayar da naira miliyan arba’in domin sabuwar hanyar jirgin ruwa",
    ],
)
def test_what_does_not_tell_its_language_is_not_guessed(text):
    assert language_of(text) == ""


def test_a_long_text_is_told_in_a_moment():
    language_of(NEWS["en"])
    began = time.process_time()
    assert language_of(NEWS["en"] * 20_000) == "en"
    assert time.process_time() - began < 0.5


def test_what_a_source_states_of_its_language_is_not_guessed_at(take):
    page = f'<html lang="de-AT"><body><article><p>{NEWS["de"]}</p></article></body></html>'
    stated, untold = take(page, "a.html").source, take(page.replace(' lang="de-AT"', ""), "a.html").source
    assert (stated.language, "language" in stated.guessed) == ("de-AT", False)
    assert (untold.language, "language" in untold.guessed) == ("de", True)


def test_what_is_struck_does_not_tell_the_language(take):
    text = f"{NEWS['de']}\n\nShare this article with your friends and all of the others that you know"
    assert take(text).source.language == "de"
