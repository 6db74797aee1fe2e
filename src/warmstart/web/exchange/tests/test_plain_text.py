"""Foreign HTML becomes Markdown that shows the same words, and nothing that runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.catalogue.markdown import to_html
from warmstart.web.exchange.anki.faces import faces
from warmstart.web.exchange.anki.plain_text import to_markdown

CASES = {
    "<p>Why <b>x</b> &lt; y?</p><ul><li>a</li><li>b</li></ul>": "Why **x** \\< y?\n\n- a\n- b",
    "\\(a_b &lt; c\\), \\[x\\], [$]y[/$]": "$a_b < c$, $$x$$, $y$",
    "costs $5 [a](b)": "costs \\$5 \\[a\\](b)",
    "# no<br>1. one<br>- two": "\\# no\\\n1\\. one\\\n\\- two",
    "<pre><code>a*b\n  c</code></pre>": "```\na*b\n  c\n```",
    "snake_case _em_ <code>x_*</code>": "snake_case \\_em\\_ `x_*`",
    "a&nbsp;b [sound:x.mp3]": "a b",
    '<script>alert(1)</script>hi<img src="x.png" onerror="alert(1)">': "hi(image: x.png)",
    "</script>kept": "kept",
    "<p>a<br></p><br><div>b</div><br>": "a\n\nb",
}


@pytest.mark.parametrize("html", CASES)
def test_words_lists_code_and_tex_stay(html: str) -> None:
    assert to_markdown(html) == CASES[html]


@given(st.text())
def test_whatever_it_is_our_pages_show_no_html_of_it(text: str) -> None:
    shown = to_html(to_markdown(text + "<script>x</script><img src=1 onerror=y>")).lower()
    assert "<script" not in shown
    assert "<img" not in shown


def test_a_gap_is_asked_and_its_answer_shown_with_the_others() -> None:
    text = "{{c1::SGD}} has {{c2::momentum::what?}}"
    assert faces(text, "more", 1) == ("SGD has [what?]", "SGD has momentum<br>more")
    assert faces(text, "", 0) == ("[...] has momentum", "SGD has momentum")


def test_the_second_card_of_a_note_asks_backwards() -> None:
    assert faces("front", "back", 1) == ("back", "front")
