import pytest

from warmstart.judge.submission import MOST_BYTES, UnreadableSource, source_text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (b"x = 1\r\n", "x = 1\r\n"),
        (b"\xef\xbb\xbfx = 1", "x = 1"),
        (b"", ""),
        ("x = 'é'", "x = 'é'"),
        (b"# -*- coding: rot13 -*-\nk = 1", "# -*- coding: rot13 -*-\nk = 1"),
    ],
)
def test_utf8_is_read_as_it_stands(source: bytes | str, text: str) -> None:
    assert source_text(source) == text


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (b"x = 1\n\xff", "the source is not UTF-8: byte 6 is 0xff"),
        (b"x = 1\ny\0", "the source holds a NUL character (line 2)"),
        (b"#" * (MOST_BYTES + 1), "the source has 262,145 bytes, at most 262,144 are read"),
        ("\ud800", "the source is not UTF-8: byte 0 is 0xed"),
    ],
)
def test_what_is_no_text_is_refused_with_one_sentence(source: bytes | str, sentence: str) -> None:
    with pytest.raises(UnreadableSource) as caught:
        source_text(source)
    assert str(caught.value) == sentence
