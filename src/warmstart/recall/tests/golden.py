"""The golden vectors of FSRS-6; fsrs_golden.json says how they were made."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from warmstart.recall.days import real_day
from warmstart.recall.memory import Rating
from warmstart.recall.replay import Review

GOLDEN: dict[str, Any] = json.loads(Path(__file__).with_name("fsrs_golden.json").read_text("utf-8"))
FIRST_STUDY_DAY = date(2026, 1, 5).toordinal()


def near(expected: float) -> Any:
    return pytest.approx(expected, rel=1e-9, abs=1e-9)


def moment_of(row: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(row["at"])


def reviews() -> list[Review]:
    return [
        Review(
            row["card"],
            real_day(moment_of(row)),
            FIRST_STUDY_DAY + row["study_day"],
            Rating(row["rating"]),
            f"{place:02d}",
        )
        for place, row in enumerate(GOLDEN["reviews"])
    ]
