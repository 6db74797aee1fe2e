"""What an answer is held against: points, misconceptions, and the question itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """One atomic claim. `accept`: paraphrases that count; `reject`: near misses; `half`: what earns half.

    `level`: "core" is what a junior must say, "deep" what makes a senior. `terms`: lists of which any one
    counts. `opposite`: the claim turned round, as somebody mistaken would put it.
    """

    id: str
    pts: int
    claim: str
    accept: tuple[str, ...] = ()
    must: bool = False
    level: str = "core"
    reject: tuple[str, ...] = ()
    half: tuple[str, ...] = ()
    terms: tuple[tuple[str, ...], ...] = ()
    opposite: tuple[str, ...] = ()

    @property
    def phrasings(self) -> tuple[str, ...]:
        return (self.claim, *self.accept)


@dataclass(frozen=True, slots=True)
class Misconception:
    """Something false that learners say. `contradicts`: id of the point that it is the mirror of."""

    id: str
    says: str
    also: tuple[str, ...] = ()
    repair: str = ""
    see: str = ""
    costs: int = 0
    contradicts: str | None = None

    @property
    def phrasings(self) -> tuple[str, ...]:
        return (self.says, *self.also)


@dataclass(frozen=True, slots=True)
class Rubric:
    """`question` with its context: words that an answer may have merely copied."""

    question: str
    points: tuple[Point, ...]
    misconceptions: tuple[Misconception, ...] = ()

    @property
    def total(self) -> int:
        return sum(point.pts for point in self.points)
