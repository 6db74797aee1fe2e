"""The grader that needs no network: features of an answer, calibrated on exemplars, under guards."""

from dataclasses import dataclass, replace

import numpy as np

from warmstart.grading import guards
from warmstart.grading.calibration import Curves, curves
from warmstart.grading.features import WRONG, Features, features_of
from warmstart.grading.grade import Finding, Grade, PointGrade, Quote, Raised
from warmstart.grading.nearness import nearness
from warmstart.grading.phrasings import phrasings_of
from warmstart.grading.rubric import Rubric
from warmstart.grading.score import summed
from warmstart.grading.text import MOST_WORDS, Segment, Word, stretches_of, words_of

GRADER = 3
"""Raised whenever the same answer may get another grade: what was proved with another one is proved anew."""
UNSURE = 0.4, 0.6
"""A probability between these, with the whole point unlikely, is told as "cannot tell"."""
SOFT, HARD = 0.7, 0.8
"""Probability from which a misconception is raised, and from which it costs the point that it contradicts."""
TURNED = 0.8
"""Probability from which a point is told as perhaps turned round."""
LISTED = 0.15
"""Most that a list of terms is taken to say of a point."""
DENIED = 0.4
"""What is left of the probability of a mistake where only one of answer and phrasing denies."""
MOST_CHARACTERS = 50_000
SAYS = {
    "empty": "There are no words to grade.",
    "cut": f"Only the first {MOST_WORDS} words were read.",
    "keywords": "This reads as a list of terms: write sentences that say how they hang together.",
    "language": "This does not read as English, the only language that is graded offline.",
    "copied": "Sentences that repeat the question were left out.",
    "plea": "Sentences addressed to the grader were left out.",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer made ready for curves: its features, and where the stretches stand that they come from."""

    words: list[Word]
    segments: list[Segment]
    features: Features
    flags: tuple[str, ...]


class OfflineGrader:
    """A `Grader` that keeps nothing but the phrasings of the rubrics it saw last."""

    def grade(self, rubric: Rubric, answer: str) -> Grade:
        return grade(rubric, answer)


def grade(rubric: Rubric, answer: str, fitted: Curves | None = None) -> Grade:
    """What the answer says of each point; milliseconds, and never an exception for what an answer holds.

    `fitted`: curves other than those that Warmstart carries.
    """
    reading = read(rubric, answer)
    if isinstance(reading, Grade):
        return reading
    by = fitted or curves()
    raised = _raised(rubric, reading, by)
    points = _points(rubric, reading, by, raised)
    return _summed(rubric, points, raised, list(reading.flags))


def read(rubric: Rubric, answer: str) -> Reading | Grade:
    """A Grade where nothing is left that could be measured."""
    words = words_of(answer[:MOST_CHARACTERS], MOST_WORDS)
    flags = ["cut"] if words_of(answer[words[-1].end :] if words else "", 1) else []
    texts = [word.text for word in words]
    listed = guards.is_enumeration(answer[:MOST_CHARACTERS], texts)
    if not listed and guards.is_other_language(texts):
        return _nothing(rubric, Finding.CANNOT_TELL, [*flags, "language"])
    sentences = guards.honest_sentences(answer, words, rubric.question, flags)
    if not sentences:
        return _nothing(rubric, Finding.NOT_DETECTED, flags if words else ["empty"])
    if listed or guards.is_keyword_list(texts):
        flags.append("keywords")
    segments = stretches_of(answer, words, sentences)
    phrasings = phrasings_of(rubric)
    features = features_of(rubric, phrasings, nearness(words, segments, phrasings))
    return Reading(words, segments, features, tuple(flags))


def _raised(rubric: Rubric, reading: Reading, by: Curves) -> list[Raised]:
    denied = reading.features.wrong[:, WRONG.index("denied")] > 0
    if "keywords" in reading.flags:  # a list asserts nothing
        return []
    strengths = by.wrong.probability(reading.features.wrong) * np.where(denied, DENIED, 1)
    return [
        Raised(each.id, float(strength), bool(strength >= HARD), _quote(reading, at))
        for each, strength, at in zip(rubric.misconceptions, strengths, reading.features.held, strict=True)
        if strength >= SOFT
    ]


def _points(rubric: Rubric, reading: Reading, by: Curves, raised: list[Raised]) -> list[PointGrade]:
    denied = by.denied.probability(reading.features.points)
    touched = by.touched.probability(reading.features.points)
    full = by.full.probability(reading.features.points)
    contradicts = {each.id: each.contradicts for each in rubric.misconceptions}
    against = {contradicts[each.id] for each in raised if each.sure}
    doubted = {contradicts[each.id] for each in raised}
    result = []
    for at, point in enumerate(rubric.points):
        turned = float(denied[at] * touched[at]) >= TURNED
        some = 0.0 if point.id in against else float(touched[at] * (1 - denied[at]))
        found = _point(reading, point.id, some, min(float(full[at]), some), reading.features.said[at])
        if turned or point.id in doubted:
            quote = _quote(reading, reading.features.said[at])
            found = replace(found, finding=Finding.CONTRADICTED, quote=quote)
        result.append(found)
    return result


def _point(reading: Reading, name: str, some: float, whole: float, at: int) -> PointGrade:
    finding = _finding(some, whole)
    if "keywords" in reading.flags and finding is not Finding.NOT_DETECTED:
        finding, some, whole = Finding.CANNOT_TELL, min(some, LISTED), 0.0
    quote = None if finding is Finding.NOT_DETECTED else _quote(reading, at)
    return PointGrade(name, finding, some, whole, quote)


def _finding(mentioned: float, full: float) -> Finding:
    if full >= 0.5:
        return Finding.COVERED
    if UNSURE[0] < mentioned < UNSURE[1]:
        return Finding.CANNOT_TELL
    return Finding.PARTLY if mentioned >= 0.5 else Finding.NOT_DETECTED


def _summed(rubric: Rubric, points: list[PointGrade], raised: list[Raised], flags: list[str]) -> Grade:
    return summed(rubric, points, raised, flags, [SAYS[flag] for flag in flags])


def _nothing(rubric: Rubric, finding: Finding, flags: list[str]) -> Grade:
    probability = 0.5 if finding is Finding.CANNOT_TELL else 0.0
    points = [PointGrade(point.id, finding, probability, 0.0, None) for point in rubric.points]
    return _summed(rubric, points, [], flags)


def _quote(reading: Reading, at: int) -> Quote:
    segment = reading.segments[at]
    return Quote(reading.words[segment.first].start, reading.words[segment.last - 1].end)
