"""How an interview would go today, as a range; logged when shown, to be held against what happens."""

from dataclasses import asdict, dataclass
from uuid import UUID, uuid5

from warmstart.skills.readiness import BAR, RoundForecast, forecast
from warmstart.web.accounts.models import Person
from warmstart.web.attempts.models import Entry, EntryKind
from warmstart.web.attempts.practice_log import add_entry
from warmstart.web.standing.learner import Beliefs, interview_at
from warmstart.web.standing.standing import Standing

_NAMES = UUID("8d0b1e43-1a6e-4a6f-9c0e-5f0f0b0f6a11")
WEAKEST = 3
ENOUGH = 5
"""Attempts behind a round below which its range says little."""
UNLOGGED = {"title", "weakest", "enough", "alpha", "recall", "bar"}
"""What of a round is no part of its forecast."""


@dataclass(frozen=True, slots=True)
class Weak:
    """A skill that pulls a round down. `p`: its mastery."""

    skill: str
    title: str
    p: float
    attempts: int


@dataclass(frozen=True, slots=True)
class Round:
    """`score`, `low`, `high`: of 1, an 80 % interval; `pass_low`, `pass_high`: chance to pass at its ends.

    `attempts`: behind it. `recall`: mean chance of recall of what it may ask, by its skills' weights; it
    counts for the share `alpha` of the round. `bar`: the score that passes. `p`: chance to pass, to be told
    only where `enough` mock rounds stand behind it.
    """

    id: str
    title: str
    weight: float
    score: float
    low: float
    high: float
    p: float
    pass_low: float
    pass_high: float
    mocks: int
    attempts: int
    enough: bool
    alpha: float
    recall: float
    bar: float
    weakest: tuple[Weak, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """`days_left` None: no date, or past. `enough`: some round has evidence behind it."""

    rounds: tuple[Round, ...]
    days_left: float | None
    enough: bool
    sentence: str


def outlook_of(standing: Standing) -> Outlook:
    """As if the interview were now."""
    beliefs = Beliefs(standing)
    rounds = tuple(
        _round(standing, beliefs, n, forecast(each, beliefs.skills)) for n, each in enumerate(beliefs.rounds)
    )
    at = interview_at(standing)
    left = None if at is None or at < standing.at else (at - standing.at).total_seconds() / 86400
    attempts = sum(standing.fold.proofs.values())
    return Outlook(rounds, left, any(each.attempts >= ENOUGH for each in rounds), _sentence(attempts))


def _sentence(attempts: int) -> str:
    if not attempts:
        return "Nothing is known yet: the ranges are what holds for anybody."
    times = "one attempt" if attempts == 1 else f"{attempts} attempts"
    return (
        f"From {times}, as if the interview were today. Without two mock rounds only a range can be told, "
        "never one percentage."
    )


def _round(standing: Standing, beliefs: Beliefs, n: int, found: RoundForecast) -> Round:
    spec = beliefs.rounds[n]
    told = {skill: standing.mastery(skill) for skill in spec.skills}
    weakest = sorted(spec.skills, key=lambda skill: (-spec.skills[skill] * (1 - told[skill].p), skill))
    return Round(
        id=spec.id,
        title=spec.title,
        weight=spec.weight,
        score=found.score,
        low=found.low,
        high=found.high,
        p=found.p,
        pass_low=found.p_low,
        pass_high=found.p_high,
        mocks=found.mocks,
        attempts=standing.fold.goes_about(spec.skills.keys()),
        enough=found.enough,
        alpha=spec.alpha,
        recall=sum(weight * beliefs.skills[skill].recall for skill, weight in spec.skills.items()),
        bar=BAR,
        weakest=tuple(
            Weak(skill, standing.skills[skill].title, told[skill].p, told[skill].attempts)
            for skill in weakest[:WEAKEST]
        ),
    )


def log_forecast(person: Person, standing: Standing, outlook: Outlook) -> Entry | None:
    """Once a study day and target, whoever shows it. None: there is no date that it could be held to."""
    target = standing.target
    if target is None or target.date is None or outlook.days_left is None:
        return None
    id = uuid5(_NAMES, f"{target.id} {standing.study_day}")
    if Entry.objects.filter(pk=id).exists():
        return None
    rounds = [
        {key: value for key, value in asdict(each).items() if key not in UNLOGGED} for each in outlook.rounds
    ]
    data = {
        "target": str(target.id),
        "study_day": standing.study_day,
        "days_left": outlook.days_left,
        "rounds": rounds,
    }
    return add_entry(person, EntryKind.FORECAST, standing.at, data, id=id)
