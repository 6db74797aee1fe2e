"""Markdown of packs: formulas are left for the page, HTML is not let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.web.catalogue.markdown import to_html


def test_a_formula_in_a_line_keeps_its_tex_escaped() -> None:
    assert '<span class="math inline">\\(a &lt; b\\)</span>' in to_html("so $a < b$ holds")


def test_a_formula_of_its_own_is_a_block() -> None:
    assert '<div class="math block">\n\\[x^2\\]\n</div>' in to_html("$$\nx^2\n$$")


def test_money_is_no_formula() -> None:
    assert "math" not in to_html("it costs $5 and then $ 6")


def test_code_keeps_its_dollars() -> None:
    assert "<code>$a$</code>" in to_html("`$a$`")


@pytest.mark.parametrize("text", ["<script>x</script>", "a <b onclick=x>", "[a](javascript:x)"])
def test_html_and_script_links_do_not_go_through(text: str) -> None:
    html = to_html(text)
    assert "<script" not in html
    assert "<b " not in html
    assert 'href="javascript' not in html


@given(st.text(alphabet="<>&$\\()`'\" a\n"))
def test_no_tag_comes_from_the_text(text: str) -> None:
    tags = (
        "p",
        "code",
        "pre",
        "blockquote",
        "br",
        "span",
        "div",
        "em",
        "strong",
        "a ",
        "h1",
        "h2",
        "ul",
        "ol",
        "li",
    )
    for piece in to_html(text).split("<")[1:]:
        assert piece.lstrip("/").partition(">")[0].partition(" ")[0] in tags
