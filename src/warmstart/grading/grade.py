"""What a grader says of an answer, and the interface that every grader has."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from warmstart.grading.rubric import Rubric


class Finding(StrEnum):
    """What is known of one point. NOT_DETECTED is never "wrong": it may have been said in other words."""

    COVERED = "covered"
    PARTLY = "partly"
    NOT_DETECTED = "not detected"
    CONTRADICTED = "possible misconception"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True)
class Quote:
    """`answer[start:end]`, the words that a finding rests on."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PointGrade:
    """`probability`: that the point is made at least in part; `full`: that it is made whole."""

    id: str
    finding: Finding
    probability: float
    full: float
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Raised:
    """A misconception that the answer may hold; `sure`: enough to withhold the point it contradicts."""

    id: str
    strength: float
    sure: bool
    quote: Quote


@dataclass(frozen=True, slots=True)
class Band:
    """The score in points, of `total`: expected, and one standard deviation each way."""

    low: float
    expected: float
    high: float
    total: int


@dataclass(frozen=True, slots=True)
class Grade:
    """`flags`: guards that spoke, by name; `notes`: the same and more, for the learner."""

    points: tuple[PointGrade, ...]
    misconceptions: tuple[Raised, ...]
    score: Band
    confidence: float
    flags: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class Grader(Protocol):
    """Anything that grades free text: never an exception for what an answer holds."""

    def grade(self, rubric: Rubric, answer: str) -> Grade:
        """Every point of the rubric once, in its order."""
