"""The grader that needs no network: nearness of stretches to phrasings, calibrated, under guards."""

from dataclasses import dataclass
from functools import lru_cache

from warmstart.grading import guards
from warmstart.grading.calibration import p_full, p_mentioned
from warmstart.grading.contradiction import HARD, SOFT, order_aware, suspicion
from warmstart.grading.grade import Finding, Grade, PointGrade, Quote, Raised
from warmstart.grading.rubric import Rubric
from warmstart.grading.score import summed
from warmstart.grading.similarity import (
    Phrases,
    Stretches,
    best_segment,
    hybrid,
    nearness,
    phrases_of,
    stretches_of,
)
from warmstart.grading.text import (
    MOST_WORDS,
    Segment,
    Word,
    content_stems,
    windows_of,
    words_of,
)

UNSURE = 0.4, 0.6
"""A probability between these, with the whole point unlikely, is told as "cannot tell"."""
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
class _Ready:
    """A rubric's phrasings in one list; `points`, `near`, `wrong`: which of them belong to whom."""

    known: frozenset[str]
    question: Phrases
    phrases: Phrases
    points: tuple[list[int], ...]
    near: tuple[list[int], ...]
    wrong: tuple[list[int], ...]


class OfflineGrader:
    """A `Grader` that keeps nothing but the phrasings of the rubrics it saw last."""

    def grade(self, rubric: Rubric, answer: str) -> Grade:
        return grade(rubric, answer)


def grade(rubric: Rubric, answer: str) -> Grade:
    """What the answer says of each point; milliseconds, and never an exception for what an answer holds."""
    ready = _ready(rubric)
    words = words_of(answer[:MOST_CHARACTERS], MOST_WORDS)
    flags = ["cut"] if words_of(answer[words[-1].end :] if words else "", 1) else []
    texts = [word.text for word in words]
    if guards.is_other_language(texts):
        return _nothing(rubric, Finding.CANNOT_TELL, [*flags, "language"])
    sentences = guards.honest_sentences(answer, words, rubric.question, flags)
    if not sentences:
        return _nothing(rubric, Finding.NOT_DETECTED, flags if words else ["empty"])
    found = stretches_of(words, windows_of(sentences))
    raised, contradicted = _misconceptions(rubric, ready, found, words)
    listed = guards.is_keyword_list(texts)
    points = _points(rubric, ready, found, words, contradicted, listed)
    return _summed(rubric, points, raised, [*flags, "keywords"] if listed else flags)


@lru_cache(maxsize=64)
def _ready(rubric: Rubric) -> _Ready:
    known = frozenset(content_stems([word.text for word in words_of(rubric.question)]))
    texts: list[str] = []

    def place(phrasings: tuple[str, ...]) -> list[int]:
        texts.extend(phrasings)
        return list(range(len(texts) - len(phrasings), len(texts)))

    points = tuple(place(point.phrasings) for point in rubric.points)
    near = tuple(place((*point.half, *point.reject)) for point in rubric.points)
    wrong = tuple(place(each.phrasings) for each in rubric.misconceptions)
    phrases = phrases_of(tuple(texts) or ("",), known)
    return _Ready(known, phrases_of((rubric.question,)), phrases, points, near, wrong)


def _misconceptions(
    rubric: Rubric, ready: _Ready, found: Stretches, words: list[Word]
) -> tuple[list[Raised], dict[str, bool]]:
    """Those that are raised, and the points that they contradict: whether surely."""
    if not rubric.misconceptions:
        return [], {}
    scores = order_aware(found, ready.phrases)
    columns = {point.id: at for point, at in zip(rubric.points, ready.points, strict=True)}
    everything = [at for place in ready.points for at in place]
    raised: list[Raised] = []
    contradicted: dict[str, bool] = {}
    for each, place in zip(rubric.misconceptions, ready.wrong, strict=True):
        beside = columns.get(each.contradicts or "", everything)
        seen = suspicion(scores[:, place], scores[:, beside])
        if seen.strength < SOFT:
            continue
        sure = seen.strength >= HARD
        raised.append(Raised(each.id, seen.strength, sure, _quote(words, found.segments[seen.segment])))
        if each.contradicts in columns:
            contradicted[each.contradicts] = sure or contradicted.get(each.contradicts, False)
    return raised, contradicted


def _points(
    rubric: Rubric,
    ready: _Ready,
    found: Stretches,
    words: list[Word],
    contradicted: dict[str, bool],
    listed: bool,
) -> list[PointGrade]:
    near = nearness(found, ready.phrases, ready.question.vectors[0])
    result = []
    for point, own, almost in zip(rubric.points, ready.points, ready.near, strict=True):
        h = hybrid(near, own)
        mentioned, full = p_mentioned(h), p_full(h)
        if near.recall[:, own].max() < guards.ANCHOR:
            mentioned, full = min(mentioned, UNSURE[0]), 0.0
        if almost and hybrid(near, almost) > h:
            full = min(full, 0.45)
        finding = _finding(mentioned, full)
        if listed and finding is not Finding.NOT_DETECTED:
            finding, mentioned, full = Finding.CANNOT_TELL, min(mentioned, 0.5), 0.0
        if point.id in contradicted:
            finding = Finding.CONTRADICTED
            mentioned, full = (0.0, 0.0) if contradicted[point.id] else (mentioned, full)
        quote = (
            None
            if finding is Finding.NOT_DETECTED
            else _quote(words, found.segments[best_segment(near, own)])
        )
        result.append(PointGrade(point.id, finding, mentioned, full, quote))
    return result


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


def _quote(words: list[Word], segment: Segment) -> Quote:
    return Quote(words[segment.first].start, words[segment.last - 1].end)
