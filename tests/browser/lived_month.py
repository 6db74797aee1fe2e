"""A believable month of practice, written through the log's own functions.

`python -m tests.browser.lived_month DATA`, for pictures and for flows that need a past. Seeded, and told
backwards from now; the interview is in nine days.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from importlib import import_module
from math import exp
from pathlib import Path
from random import Random
from typing import Any

from warmstart.judge.verdict import Outcome, Verdict
from warmstart.web.site.server import prepare

DAYS = 31
MISSED = {26, 19, 18, 7}
SUNDAY = 6
STRENGTHS = {"cs": 1.3, "al": 0.4, "ma": 0.2, "sl": 0.8, "ul": 0.3, "dl": 0.5, "ev": 0.9, "llm": -0.4}
"""By area, in logits; what is not named is weak."""


class Month:
    """Names of Django's modules are known only once it is set up on the folder."""

    def __init__(self, data: Path) -> None:
        data.mkdir(parents=True, exist_ok=True)
        prepare(data)
        self.log = import_module("warmstart.web.attempts.log")
        self.practice = import_module("warmstart.web.attempts.practice_log")
        self.standing = import_module("warmstart.web.standing.standing")
        self.outlook = import_module("warmstart.web.standing.outlook")
        self.record = import_module("warmstart.web.attempts.record").Record
        self.kinds = import_module("warmstart.web.attempts.models").EntryKind
        self.person = import_module("warmstart.web.accounts.local").the_local_person()
        items = import_module("warmstart.web.standing.facts").catalogue().items.values()
        self.items = sorted((each for each in items if each.live), key=lambda each: str(each.id))
        self.rng = Random(4)

    def live(self, now: datetime) -> None:
        rng, start = self.rng, now - timedelta(days=DAYS)
        self.practice.add_entry(self.person, self.kinds.ZONE, start, {"zone": "UTC"})
        self.practice.set_target(
            self.person, start, role="ML engineer", company="Acme", day=(now + timedelta(days=9)).date()
        )
        self.practice.set_weekdays_off(self.person, start, [SUNDAY])
        self.practice.add_entry(self.person, self.kinds.PLACED, start)
        met: list[Any] = []
        for back in range(DAYS, -1, -1):
            evening = (now - timedelta(days=back)).replace(hour=18, minute=rng.randrange(60))
            evening = min(evening, now - timedelta(minutes=90))
            if back not in MISSED and evening.weekday() != SUNDAY:
                self._evening(evening, met)

    def _evening(self, at: datetime, met: list[Any]) -> None:
        rng = self.rng
        fresh = [each for each in self._chosen() if each not in met][: rng.randint(1, 4)]
        for facts in [*rng.sample(met, min(len(met), rng.randint(1, 3))), *fresh]:
            at += timedelta(minutes=1)
            at = self._problem(facts, at) if facts.kind == "problem" else self._question(facts, at)
        for facts in rng.sample(met, min(len(met), rng.randint(2, 6))):
            at += timedelta(seconds=25)
            rating = rng.choices((1, 2, 3, 4), (2, 2, 7, 2))[0]
            self.practice.add_review(self.person, facts.id, rating, at, seconds=rng.randint(6, 40))
        met += fresh
        standing = self.standing.standing_of(self.person, at)
        self.outlook.log_forecast(self.person, standing, self.outlook.outlook_of(standing))

    def _chosen(self) -> list[Any]:
        """Some areas more than others; operations and behaviour hardly."""
        liked = [each for each in self.items if each.shares and each.shares[0].area in STRENGTHS]
        return self.rng.sample(liked, 6) + self.rng.sample(self.items, 1)

    def _chance(self, facts: Any) -> float:
        strength = STRENGTHS.get(facts.shares[0].area, -1.0)
        strength += (
            Random(facts.skill).gauss(0, 0.9) - {"easy": -0.8, "medium": 0.0, "hard": 1.0}[facts.difficulty]
        )
        return 1 / (1 + exp(-strength))

    def _problem(self, facts: Any, at: datetime) -> datetime:
        attempt = self.log.begin_attempt(self.person, facts.id, 1, at)
        chance = self._chance(facts)
        for _ in range(self.rng.randint(1, 4)):
            at += timedelta(minutes=facts.minutes * self.rng.uniform(0.3, 0.8))
            outcome = Outcome.AC if self.rng.random() < chance else Outcome.WA
            sent = self.log.add_submission(attempt, b"def f():\n    ...\n", at)
            self.log.add_verdict(sent, 1, Verdict(outcome, ()), at)
            if outcome is Outcome.AC:
                break
        return at

    def _question(self, facts: Any, at: datetime) -> datetime:
        attempt = self.log.begin_attempt(self.person, facts.id, 1, at)
        seconds = round(60 * facts.minutes * self.rng.uniform(0.4, 1.1))
        at += timedelta(seconds=seconds)
        answer = self.log.add_answer(attempt, "Because.", at, confidence=70, seconds=seconds)
        share = min(max(self.rng.gauss(self._chance(facts), 0.2), 0.0), 1.0)
        record = self.record((), (), 10 * share, 10 * share, 10 * share, 10, 0.8)
        self.log.add_grade(answer, 1, "lived", share, record.as_json(), at)
        return at


if __name__ == "__main__":
    Month(Path(sys.argv[1])).live(datetime.now(UTC).replace(microsecond=0))
