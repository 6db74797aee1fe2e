"""The one place where a grader is called."""

from functools import lru_cache

from django.conf import settings

from warmstart.asking.chosen import chosen_grader
from warmstart.grading.grade import Grader
from warmstart.grading.rubric import Rubric
from warmstart.web.practice.record import Record, record_of

OFFLINE = "offline"


@lru_cache(maxsize=1)
def _grader() -> Grader:
    """Kept, because it remembers how its endpoint likes to be asked."""
    chosen = settings.WARMSTART
    return chosen_grader(chosen.model_url, chosen.model_name, chosen.model_key, chosen.model_seconds)


def grader_name() -> str:
    """As the log names it."""
    chosen = settings.WARMSTART
    return f"model {chosen.model_name or chosen.model_url}"[:100] if chosen.model_url else OFFLINE


def grade(rubric: Rubric, text: str) -> Record:
    """Never an exception for what a text holds."""
    return record_of(rubric, _grader().grade(rubric, text))


def sent_to() -> str:
    """Where answers are sent to be graded, for the page to say so; empty: nowhere."""
    return settings.WARMSTART.model_url
