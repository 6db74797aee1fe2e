"""HTML of a foreign note to Markdown of ours: words, lists, code and TeX stay, everything else goes."""

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "tr", "blockquote", "hr"}
)
MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
BREAK = "\x00"
"""Stands for a line that ends within a paragraph, until it is known what is around it."""
DROPPED = frozenset({"script", "style", "head", "title", "template", "iframe", "object", "svg"})
_TEX = re.compile(
    r"\\\((?P<a>.+?)\\\)|\\\[(?P<b>.+?)\\\]|\[\$\](?P<c>.+?)\[/\$\]|\[\$\$\](?P<d>.+?)\[/\$\$\]", re.DOTALL
)
_BREAKS = re.compile(r" *[\x00\n][ \x00\n]*\x00[ \x00\n]*| *\x00 *\n*")
_SOUND = re.compile(r"\[sound:[^\]]*\]")
_SPECIAL = re.compile(r"([*`<$\[\]|~]|(?<![^\W_])_|_(?![^\W_])|\\(?=[!-/:-@\[-`{-~]))")
_LEADING = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)]))", re.MULTILINE)


def to_markdown(html: str) -> str:
    """Nothing of it runs: our own Markdown lets no HTML through."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    text = _BREAKS.sub(_broken, "".join(parser.parts).replace("\xa0", " ").strip(f" \n{BREAK}"))
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _broken(found: re.Match[str]) -> str:
    """A break beside a paragraph's end, or another break, ends the paragraph."""
    return "\\\n" if found[0].strip(" ") == BREAK else "\n\n"


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.text: list[str] = []
        self.dropped = 0
        self.fenced = 0
        self.coded = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._flush()
            self.dropped += 1
        elif tag == "pre":
            self._put("\n\n```\n")
            self.fenced += 1
        elif tag == "code" and not self.fenced:
            self._put("`")
            self.coded += 1
        elif tag == "img":
            named = dict(attrs)
            self.text.append(f"(image: {named.get('alt') or named.get('src') or 'without a name'})")
        else:
            self._put(self._opening(tag))

    def _opening(self, tag: str) -> str:
        if tag == "br":
            return "\n" if self.fenced else BREAK
        if tag == "li":
            return "\n- "
        if tag in ("td", "th"):
            return " "
        return "\n\n" if tag in BLOCKS else MARKS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        if tag in DROPPED:
            self.dropped = max(self.dropped - 1, 0)
        elif tag == "pre" and self.fenced:
            self._put("\n```\n\n")
            self.fenced -= 1
        elif tag == "code" and self.coded:
            self._put("`")
            self.coded -= 1
        elif tag in BLOCKS:
            self._put("\n\n")
        else:
            self._put(MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self.text.append(data.replace(BREAK, ""))

    def close(self) -> None:
        super().close()
        self._flush()
        if self.fenced:
            self.parts.append("\n```")

    def _put(self, mark: str) -> None:
        """TeX never crosses a mark of ours, but it may cross none: an empty one ends no text."""
        if mark:
            self._flush()
            if not self.dropped:
                self.parts.append(mark)

    def _flush(self) -> None:
        text, self.text = "".join(self.text), []
        if self.fenced or self.coded:
            self.parts.append(text)
        elif text:
            self.parts.append(_with_tex(_SOUND.sub("", text)))


def _with_tex(text: str) -> str:
    """TeX between our dollars, words with what Markdown would take for marks escaped."""
    parts, end = [], 0
    for found in _TEX.finditer(text):
        parts.append(_words(text[end : found.start()]))
        shown = found["b"] or found["d"]
        tex = (shown or found["a"] or found["c"]).strip()
        parts.append(f"$${tex}$$" if shown else f"${tex}$")
        end = found.end()
    return "".join([*parts, _words(text[end:])])


def _words(text: str) -> str:
    escaped = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", text))
    return _LEADING.sub(r"\1\\\2", escaped) if not escaped[:1].isdigit() else _numbered(escaped)


def _numbered(text: str) -> str:
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
