"""The source in a posted form: text that a judge can read, or one sentence that says why not."""

from django.http import HttpRequest

from warmstart import WarmstartError
from warmstart.judge.submission import MOST_BYTES


class UnfitSource(WarmstartError):
    """What was posted is no source text; the message says what is wrong with it."""

    status = 422


def posted_source(request: HttpRequest) -> str:
    """Line ends as editors show them. UnfitSource: empty, too long, not UTF-8, NUL."""
    text = posted_text(request)
    if not text.strip("\ufeff \t\n"):
        raise UnfitSource("There is no code yet: write a solution, then send it.")
    return text


def posted_text(request: HttpRequest) -> str:
    """As `posted_source`, but empty is fine: a draft may be."""
    # Browsers post the line ends of a text area as CRLF, whatever was typed.
    text = request.POST.get("source", "").replace("\r\n", "\n").replace("\r", "\n")
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise UnfitSource(f"The source has {size:,} bytes; at most {MOST_BYTES:,} are read.")
    if "\0" in text:
        raise UnfitSource(f"Line {_line(text, chr(0))} holds a NUL character: take it out.")
    # Django puts U+FFFD where bytes were no UTF-8.
    if "\ufffd" in text:
        raise UnfitSource(
            f"Line {_line(text, chr(0xFFFD))} holds bytes that are not UTF-8: save it as UTF-8."
        )
    return text


def _line(text: str, character: str) -> int:
    return text.count("\n", 0, text.index(character)) + 1
