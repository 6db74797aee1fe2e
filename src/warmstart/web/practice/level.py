"""What the points say about seniority: core ones are a junior's, deep ones make a senior."""

from collections.abc import Sequence
from dataclasses import dataclass

from warmstart.web.practice.wording import numbers


@dataclass(frozen=True, slots=True)
class Scored:
    """A point as far as this needs it. `number`: as the page counts. `said`: at least in part."""

    number: int
    must: bool
    deep: bool
    said: bool


def reading(points: Sequence[Scored], mistakes: Sequence[str]) -> tuple[str, ...]:
    """Sentences for the learner; of no points none. `mistakes`: labels of what is surely wrong."""
    if not points:
        return ()
    core, deep = [p for p in points if not p.deep], [p for p in points if p.deep]
    return tuple(filter(None, (_expected(core, deep), _reached(points, core, deep, mistakes))))


def _expected(core: Sequence[Scored], deep: Sequence[Scored]) -> str:
    junior = f"A junior would be expected to say {numbers([p.number for p in core])}" if core else ""
    senior = f"what makes it senior: {numbers([p.number for p in deep])}" if deep else ""
    sentence = "; ".join(filter(None, (junior, senior)))
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _reached(
    points: Sequence[Scored], core: Sequence[Scored], deep: Sequence[Scored], mistakes: Sequence[str]
) -> str:
    missing = [p.number for p in points if p.must and not p.said]
    if missing:
        return f"Without {numbers(missing)}, which every complete answer has, no level is claimed."
    if mistakes:
        return (
            f"An interviewer would stop at {numbers(mistakes)}: until that is put right no level is claimed."
        )
    if not all(p.said for p in core):
        return "What every complete answer has is there; some of the rest of the core is not."
    if deep and all(p.said for p in deep):
        return "This reads as a senior answer."
    if any(p.said for p in deep):
        return "The core is there, and some of what makes it senior: this reads as a mid-level answer."
    return "The core is there: this reads as a junior answer, and a good one."
