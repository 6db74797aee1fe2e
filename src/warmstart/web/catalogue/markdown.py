"""Markdown of packs to HTML: no raw HTML goes through, formulas are left for the page to typeset."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin


def _delimited(tex: str, how: dict[str, Any]) -> str:
    left, right = (r"\[", r"\]") if how["display_mode"] else (r"\(", r"\)")
    return f"{left}{escape(tex)}{right}"


def _reachable(renderer: RendererHTML, tokens: Sequence[Token], at: int, *how: Any) -> str:
    """A block of code that scrolls must be reachable by keyboard."""
    return RendererHTML.fence(renderer, tokens, at, *how).replace("<pre>", '<pre tabindex="0">', 1)


# "5 $ and 6 $" is money: a formula has no space inside its dollars and no digit behind them.
_MARKDOWN = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, renderer=_delimited)
)
_MARKDOWN.add_render_rule("fence", _reachable)


@lru_cache(maxsize=1024)
def to_html(text: str) -> SafeString:
    """Safe HTML; the same text is rendered once."""
    return SafeString(_MARKDOWN.render(text))
