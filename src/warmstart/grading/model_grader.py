"""A grader that asks a language model and believes only what it can quote."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from warmstart import WarmstartError
from warmstart.grading.grade import Finding, Grade, Grader, PointGrade, Quote, Raised
from warmstart.grading.guards import honest_sentences
from warmstart.grading.prompt import SYSTEM, user_text
from warmstart.grading.reading import BadReading, PointReading, Reading, read, schema
from warmstart.grading.rubric import Rubric
from warmstart.grading.score import summed
from warmstart.grading.text import words_of

Ask: TypeAlias = Callable[[str, str, dict[str, Any]], str]
"""(system text, user text, JSON schema) to the model's text; raises AskFailed."""

TRIES = 2
MOST_ANSWER = 12_000
DISAGREES = 0.5
FEWEST_WORDS = 2
"""A quote of one word proves nothing."""
_SHARES = {"covered": (0.95, 0.9), "partly": (0.8, 0.2), "missing": (0.05, 0.0), "contradicted": (0.0, 0.0)}
_FINDINGS = {
    "covered": Finding.COVERED,
    "partly": Finding.PARTLY,
    "missing": Finding.NOT_DETECTED,
    "contradicted": Finding.CONTRADICTED,
}


class AskFailed(WarmstartError):
    """No text came from the model; the message says why, for the learner."""


class ModelGrader:
    """A `Grader`. Whatever goes wrong with the model, the fallback's grade comes back with a note."""

    def __init__(self, ask: Ask, fallback: Grader, name: str) -> None:
        self._ask, self._fallback, self._name = ask, fallback, name

    def grade(self, rubric: Rubric, answer: str) -> Grade:
        offline = self._fallback.grade(rubric, answer)
        if {"empty", "language"} & set(offline.flags) or not rubric.points:
            return offline
        try:
            reading = self._reading(rubric, answer[:MOST_ANSWER])
        except (AskFailed, BadReading) as error:
            return replace(offline, notes=(*offline.notes, f"{self._name} did not grade this ({error})."))
        return _merged(rubric, answer, reading, offline, self._name)

    def _reading(self, rubric: Rubric, answer: str) -> Reading:
        question, shape = user_text(rubric, answer), schema(rubric)
        for _ in range(TRIES - 1):
            try:
                return read(self._ask(SYSTEM, question, shape), rubric)
            except BadReading:
                continue
        return read(self._ask(SYSTEM, question, shape), rubric)


def _merged(rubric: Rubric, answer: str, reading: Reading, offline: Grade, name: str) -> Grade:
    by_id = {each.id: each for each in reading.points}
    words = words_of(answer)
    honest = [
        (words[part.first].start, words[part.last - 1].end)
        for part in honest_sentences(answer, words, rubric.question, [])
    ]
    points = [_point(by_id[point.id], answer, honest) for point in rubric.points]
    known = {each.id for each in rubric.misconceptions}
    raised = [
        Raised(each.id, 1.0, True, quote)
        for each in reading.misconceptions
        if each.id in known and (quote := quoted(each.quote, answer))
    ]
    notes = [f"Graded by {name}; every finding rests on words that were found in your answer."]
    other = [
        mine.id
        for mine, theirs in zip(points, offline.points, strict=True)
        if abs(mine.probability - theirs.probability) >= DISAGREES
    ]
    if other:
        notes.append(f"The offline grader sees this otherwise: {', '.join(other)}.")
    if len(answer) > MOST_ANSWER:
        notes.append(f"Only the first {MOST_ANSWER:,} characters were sent.")
    return summed(rubric, points, raised, list(offline.flags), notes)


def _point(reading: PointReading, answer: str, honest: list[tuple[int, int]]) -> PointGrade:
    """Without a quote from the answer, outside pleas and copies of the question: "cannot tell"."""
    quote = quoted(reading.quote, answer)
    stands = quote and any(quote.start < end and start < quote.end for start, end in honest)
    if reading.verdict != "missing" and not stands:
        return PointGrade(reading.id, Finding.CANNOT_TELL, 0.5, 0.0, None)
    mentioned, full = _SHARES[reading.verdict]
    shown = None if reading.verdict == "missing" else quote
    return PointGrade(reading.id, _FINDINGS[reading.verdict], mentioned, full, shown)


def quoted(quote: str, answer: str) -> Quote | None:
    """Where the quote's words stand in the answer, one after the other; case and marks do not matter."""
    wanted = [word.text for word in words_of(quote)]
    words = words_of(answer)
    if len(wanted) < FEWEST_WORDS:
        return None
    texts = [word.text for word in words]
    for at in range(len(words) - len(wanted) + 1):
        if texts[at : at + len(wanted)] == wanted:
            return Quote(words[at].start, words[at + len(wanted) - 1].end)
    return None
