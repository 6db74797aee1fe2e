"""A short session, "I have 10 minutes": kept in the browser's session until it is over."""

from dataclasses import asdict, dataclass

from django.http import HttpRequest

from warmstart.web.review.wording import counted

KEY = "review-short"
MOST = 600


@dataclass(frozen=True, slots=True)
class Short:
    """`minutes`: of the session. `before`, `items`: minutes and goes that were done today when it began."""

    minutes: float
    before: float
    items: int
    study_day: int

    @property
    def name(self) -> str:
        return counted(round(self.minutes), "minute")

    def left(self, done: float) -> float:
        """Minutes, when `done` were done today."""
        return max(0.0, self.minutes - (done - self.before))


def short_of(request: HttpRequest, study_day: int) -> Short | None:
    """None: there is none, or it was begun on another study day."""
    kept = request.session.get(KEY)
    if kept is None:
        return None
    short = Short(**kept)
    return short if short.study_day == study_day else None


def begin_short(request: HttpRequest, short: Short) -> None:
    request.session[KEY] = asdict(short)


def end_short(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def posted_minutes(text: str) -> int | None:
    """None: no number of minutes that a session can have."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 4 else 0
    return number if 1 <= number <= MOST else None
