"""One sentence that the next page shows, kept in the browser's session in between."""

from dataclasses import asdict, dataclass

from django.http import HttpRequest

KEY = "review-notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """`bad`: something stood against what was wanted."""

    sentence: str
    bad: bool = False


def tell(request: HttpRequest, sentence: str, *, bad: bool = False) -> None:
    request.session[KEY] = asdict(Notice(sentence, bad))


def told(request: HttpRequest) -> Notice | None:
    """Once: the page after that does not show it again."""
    kept = request.session.pop(KEY, None)
    return None if kept is None else Notice(**kept)
