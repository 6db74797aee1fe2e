import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.judge.printable import printable, storable


@given(st.text(alphabet=st.characters()), st.booleans())
def test_nothing_that_is_left_controls_a_terminal_or_reorders_a_line(text: str, pictures: bool) -> None:
    left = {unicodedata.category(c) for c in printable(text, pictures=pictures) if c not in "\n\t"}
    assert not left & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain\ttext\n", "plain\ttext\n"),
        ("\x1b[2J", "\\x1b[2J"),
        ("\0", "\\x00"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("naïve 数", "naïve 数"),
        ("a\rb", "a\\rb"),
    ],
)
def test_hidden_characters_are_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_page_shows_controls_as_pictures() -> None:
    assert (
        printable("\x1b[31m\x00\x7f\u202e\ud800\x9b", pictures=True)
        == "\u241b[31m\u2400\u2421\\u202e\\ud800\\x9b"
    )


@given(st.text(alphabet=st.characters()))
def test_what_is_stored_is_utf8_without_nul(text: str) -> None:
    assert b"\0" not in storable(text).encode("utf-8")


def test_plain_text_is_stored_as_it_is() -> None:
    assert storable("naïve\n\x1b[2J") == "naïve\n\x1b[2J"
