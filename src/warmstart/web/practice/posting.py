"""What the question page posts: text, confidence, clock; and what stands against taking it."""

from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from warmstart import WarmstartError
from warmstart.content.question import Question
from warmstart.judge.printable import storable
from warmstart.web.practice.fields import is_empty, posted_fields

MOST_BYTES = 256 * 1024
CONFIDENCES = (50, 60, 70, 80, 90, 100)
"""Percent. Below one half somebody who is asked yes or no would bet on no."""
MISSING = {
    "prose": "There is no answer yet: write one, or ask for the model answer.",
    "numbers": "There is no figure yet: write at least one, or ask for the model answer.",
    "choices": "Nothing is chosen yet: choose what is right, or ask for the model answer.",
    "order": "Give each step a place of its own, from 1 on.",
}
DAY = 24 * 60 * 60


class UnfitText(WarmstartError):
    """What was posted is too much to keep; the message says how much."""

    status = 422


@dataclass(frozen=True, slots=True)
class Fault:
    """What is missing. `field`: id of what to mend."""

    field: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Posted:
    """An answer as it came. `gave_up`: sent by the button that asks for the model answer."""

    text: str
    confidence: int | None
    seconds: int | None
    gave_up: bool

    def faults(self, question: Question) -> tuple[Fault, ...]:
        """Empty: it can be graded. Who gives up owes neither answer nor confidence."""
        if self.gave_up:
            return ()
        found = []
        if _is_missing(question, self.text):
            found.append(Fault("answer", MISSING[question.form]))
        if self.confidence is None:
            found.append(Fault("confidence-50", "Say how sure you are, before you see the grade."))
        return tuple(found)


def _is_missing(question: Question, text: str) -> bool:
    return not text.strip() if question.form == "prose" else is_empty(question, text)


def posted(request: HttpRequest, question: Question) -> Posted:
    """UnfitText: too long."""
    form = request.POST
    return Posted(
        text=posted_answer(request, question),
        confidence=_one_of(form.get("confidence", ""), CONFIDENCES),
        seconds=_seconds(form),
        gave_up="give-up" in form,
    )


def posted_answer(request: HttpRequest, question: Question) -> str:
    """Prose as typed; the fields of other forms as JSON. UnfitText: too long."""
    if question.form == "prose":
        return posted_text(request)
    return posted_fields(question, request.POST)


def posted_text(request: HttpRequest) -> str:
    """Line ends as typed; what no database takes is escaped. UnfitText: too long."""
    # Browsers post the line ends of a text area as CRLF, whatever was typed.
    text = storable(request.POST.get("answer", "").replace("\r\n", "\n").replace("\r", "\n"))
    size = len(text.encode())
    if size > MOST_BYTES:
        raise UnfitText(f"The text has {size:,} bytes; at most {MOST_BYTES:,} are kept.")
    return text


def _one_of(text: str, allowed: tuple[int, ...]) -> int | None:
    return int(text) if text in map(str, allowed) else None


def _seconds(form: QueryDict) -> int | None:
    """Of the page's clock; without scripts there is none."""
    text = form.get("seconds", "")
    return min(int(text), DAY) if text.isascii() and text.isdigit() and len(text) < 10 else None
