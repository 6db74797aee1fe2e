"""The one place where a grader is called."""

from functools import lru_cache

from django.conf import settings

from warmstart.asking.chosen import chosen_grader
from warmstart.content.drawn import Instance
from warmstart.content.question import Question
from warmstart.grading.grade import Grader
from warmstart.grading.grader import GRADER
from warmstart.grading.rubric import Rubric
from warmstart.web.attempts.record import Record, record_of
from warmstart.web.practice.exact import exact_record

OFFLINE = f"offline {GRADER}"
EXACT = "exact"


@lru_cache(maxsize=1)
def _kept(url: str, model: str, key: str, seconds: float) -> Grader:
    """Kept, because it remembers how its endpoint likes to be asked."""
    return chosen_grader(url, model, key, seconds)


def _grader() -> Grader:
    chosen = settings.WARMSTART
    return _kept(chosen.model_url, chosen.model_name, chosen.model_key, chosen.model_seconds)


def grade(question: Question, text: str, instance: Instance | None) -> Record:
    """An answer to the question itself. Never an exception for what a text holds.

    `instance`: the numbers that were asked for; None: none were.
    """
    if question.form != "prose":
        return exact_record(question, text, instance)
    return grade_prose(question.rubric, text)


def grade_prose(rubric: Rubric, text: str) -> Record:
    """An answer in somebody's own words, to whatever was asked."""
    return record_of(rubric, _grader().grade(rubric, text))


def grader_name(form: str = "prose") -> str:
    """As the log names what grades now; of a model with what stands in when it fails, as the notes tell."""
    chosen = settings.WARMSTART
    if form != "prose":
        return EXACT
    model = chosen.model_name or chosen.model_url
    return f"model {model[:70]}, else {OFFLINE}" if chosen.model_url else OFFLINE


def sent_to() -> str:
    """Where answers are sent to be graded, for the page to say so; empty: nowhere."""
    return str(settings.WARMSTART.model_url)
