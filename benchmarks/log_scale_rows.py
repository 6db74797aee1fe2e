"""A synthetic log for benchmarks: answers and problems, many a day, over years."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

from warmstart.judge.verdict import Outcome, Verdict

SEED = 20261123
END = datetime.now(UTC).replace(hour=20, minute=0, second=0, microsecond=0) - timedelta(days=2)
A_DAY = 100
CHUNK = 5_000


def fill(attempts: int) -> int:
    """Add that many attempts to the local person's log, ending the evening before today. Rows added."""
    models: Any = import_module("warmstart.web.attempts.models")
    log: Any = import_module("warmstart.web.attempts.log")
    person = import_module("warmstart.web.accounts.local").the_local_person()
    rng = random.Random(SEED)  # noqa: S311
    added = 0
    for start in range(0, attempts, CHUNK):
        rows = list(_rows(models, person, rng, range(start, min(start + CHUNK, attempts)), attempts))
        for kind in ("Attempt", "Answer", "GradeRow", "Submission", "VerdictRow"):
            own = [row for row in rows if type(row).__name__ == kind]
            getattr(models, kind).objects.bulk_create(own)
            added += len(own)
    log.grown(person.pk, added)
    return added


def _rows(models: Any, person: Any, rng: random.Random, numbers: range, of: int) -> Iterator[Any]:
    catalogue = import_module("warmstart.web.standing.facts").catalogue()
    questions = sorted(facts.id for facts in catalogue.items.values() if facts.kind == "question")
    problems = sorted(facts.id for facts in catalogue.items.values() if facts.kind == "problem")
    for number in numbers:
        day, within = divmod(of - number - 1, A_DAY)
        at = END - timedelta(days=day, minutes=4 * within)
        uuid = UUID(int=rng.getrandbits(128), version=4)
        if rng.random() < 0.7:
            yield from _answer(models, person, rng, uuid, rng.choice(questions), at)
        else:
            yield from _problem(models, person, rng, uuid, rng.choice(problems), at)


def _answer(
    models: Any, person: Any, rng: random.Random, id: UUID, item: UUID, at: datetime
) -> Iterator[Any]:
    attempt = models.Attempt(id=id, person=person, item=item, version=1, begun_at=at)
    answer = models.Answer(attempt=attempt, text="words", answered_at=at, seconds=rng.randrange(60, 600))
    yield attempt
    yield answer
    yield models.GradeRow(
        answer=answer, version=1, grader="offline 3", share=rng.betavariate(4, 2), data={}, graded_at=at
    )


def _problem(
    models: Any, person: Any, rng: random.Random, id: UUID, item: UUID, at: datetime
) -> Iterator[Any]:
    attempt = models.Attempt(id=id, person=person, item=item, version=1, begun_at=at)
    yield attempt
    outcomes = [Outcome.WA] * min(int(rng.expovariate(1.2)), 3) + [
        Outcome.AC if rng.random() < 0.8 else Outcome.WA
    ]
    for n, outcome in enumerate(outcomes):
        sent = models.Submission(attempt=attempt, source=b"pass", created_at=at + timedelta(seconds=30 * n))
        yield sent
        data = Verdict(outcome, ()).as_json()
        yield models.VerdictRow(
            submission=sent, judged_at=sent.created_at, version=1, outcome=str(outcome), data=data
        )
