"""How well the offline grader agrees with people, as the benchmark last found it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import warmstart.grading

MEASURED = Path(warmstart.grading.__file__).with_name("agreement.json")
COMMAND = "python benchmarks/grading.py"


@dataclass(frozen=True, slots=True)
class Figure:
    """`bar`: what was wanted; empty: nothing was."""

    name: str
    value: str
    bar: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """`data`: on which answers, labelled by whom. `measured`: the day."""

    data: str
    measured: str
    command: str
    figures: tuple[Figure, ...]


def agreement() -> Agreement | None:
    """None: not measured yet, or not readable."""
    try:
        return _read(MEASURED, MEASURED.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> Agreement:
    """`{"data": "...", "measured": "2026-11-22", "figures": [{"name", "value", "bar"}, ...]}`."""
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    figures = tuple(
        Figure(str(each["name"]), _told(each["value"]), _told(each.get("bar", "")))
        for each in given["figures"]
    )
    return Agreement(
        str(given["data"]), str(given.get("measured", "")), str(given.get("command", COMMAND)), figures
    )


def _told(value: Any) -> str:
    return f"{value:.3g}" if isinstance(value, float) else str(value)
