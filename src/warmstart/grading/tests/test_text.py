"""How an answer becomes words, sentences and windows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from warmstart.grading.text import LONG, WINDOW, negated, sentences_of, stem, windows_of, words_of


def sentences(text: str) -> list[str]:
    words = words_of(text)
    return [text[words[part.first].start : words[part.last - 1].end] for part in sentences_of(text, words)]


def test_a_number_with_a_point_does_not_end_a_sentence() -> None:
    assert sentences("It fell to 0.71. Then we looked!\nAt leaks") == [
        "It fell to 0.71",
        "Then we looked",
        "At leaks",
    ]


def test_symbols_are_read_by_their_names() -> None:
    assert [word.text for word in words_of("√d − λ = 2 %")] == [
        "root",
        "d",
        "minus",
        "lambda",
        "equals",
        "2",
        "percent",
    ]


def test_accents_case_and_fillers_do_not_matter() -> None:
    assert [word.text for word in words_of("Um, the Naïve Bayes")] == ["the", "naive", "bayes"]


def test_speech_without_full_stops_is_read_in_windows() -> None:
    text = " ".join(["word"] * (LONG + 10))
    words = words_of(text)
    windows = windows_of(sentences_of(text, words))
    assert max(part.last for part in windows) == len(words)
    assert any(part.last - part.first == WINDOW for part in windows)


def test_two_denials_cancel() -> None:
    assert negated(["is", "not", "learned"])
    assert not negated(["never", "not", "learned"])


def test_forms_of_a_word_share_a_stem() -> None:
    assert stem("scores") == stem("score") == stem("scored")
    assert stem("loss") == "loss"


@given(st.text(max_size=300))
def test_a_word_stands_where_it_says(text: str) -> None:
    words = words_of(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(one.end <= two.start for one, two in pairwise(words))


@given(st.text(alphabet="ab .\n;!", max_size=200))
def test_every_word_is_in_one_sentence(text: str) -> None:
    words = words_of(text)
    parts = sentences_of(text, words)
    assert [index for part in parts for index in range(part.first, part.last)] == list(range(len(words)))
