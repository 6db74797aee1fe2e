"""Folding reviews into memories, with the prediction that stood before each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from warmstart.recall.memory import Memory, Rating, after, recall_at
from warmstart.recall.parameters import DEFAULTS, Parameters
from warmstart.recall.recalibration import Recalibration


@dataclass(frozen=True, slots=True)
class Review:
    """One rating of one item. `day`: real day; `study_day`: of the learner's clock."""

    item: str
    day: float
    study_day: int
    rating: Rating
    id: str


class Course:
    """A fold that goes on: reviews come in the order of (day, id).

    `memories` by item. `next_day_reviews`: those on a later study day than the item's last, which are what
    predictions are measured by.
    """

    __slots__ = ("memories", "next_day_reviews", "parameters", "recalibration")

    def __init__(self, parameters: Parameters = DEFAULTS) -> None:
        self.parameters = parameters
        self.memories: dict[str, Memory] = {}
        self.next_day_reviews = 0
        self.recalibration = Recalibration()

    def add(self, review: Review) -> float | None:
        """The chance that stood before it; None: first met, or met on the same study day."""
        memory = self.memories.get(review.item)
        found = None
        if memory is not None and review.study_day > memory.study_day:
            found = recall_at(memory, review.day, self.parameters)
            self.next_day_reviews += 1
            self.recalibration.add(found, review.rating is not Rating.AGAIN)
        self.memories[review.item] = after(
            memory, review.rating, review.day, review.study_day, self.parameters
        )
        return found

    def copy(self) -> "Course":
        """Goes on apart from this one."""
        other = Course(self.parameters)
        other.memories = dict(self.memories)
        other.next_day_reviews = self.next_day_reviews
        other.recalibration = self.recalibration.copy()
        return other

    def as_json(self) -> dict[str, Any]:
        """Exact: a course read back goes on the same to the last bit."""
        return {
            "parameters": list(self.parameters),
            "memories": {
                item: [each.stability, each.difficulty, each.last, each.study_day]
                for item, each in self.memories.items()
            },
            "next_day_reviews": self.next_day_reviews,
            "recalibration": self.recalibration.as_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Course":
        found = cls(tuple(data["parameters"]))
        found.memories = {item: Memory(*each) for item, each in data["memories"].items()}
        found.next_day_reviews = data["next_day_reviews"]
        found.recalibration = Recalibration.from_json(data["recalibration"])
        return found


@dataclass(frozen=True, slots=True)
class Replayed:
    """`predictions`: of next-day reviews, (chance before, recalled), in their order."""

    memories: dict[str, Memory]
    predictions: tuple[tuple[float, bool], ...]


def replay(reviews: Iterable[Review], w: Parameters = DEFAULTS) -> Replayed:
    """All of them, from nothing. Reviews come in the order of (day, id)."""
    course = Course(w)
    told = [(course.add(review), review.rating is not Rating.AGAIN) for review in reviews]
    return Replayed(course.memories, tuple((chance, right) for chance, right in told if chance is not None))
