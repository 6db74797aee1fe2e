"""How well the offline grader agrees with readers, as the benchmark last published it."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import warmstart.grading
from warmstart.grading.grader import GRADER

MEASURED = Path(warmstart.grading.__file__).with_name("agreement.json")
COMMAND = "python benchmarks/grading.py"


@dataclass(frozen=True, slots=True)
class Figure:
    """`bar`: what was wanted of it, `holds`: and whether it is."""

    name: str
    value: str
    bar: str
    holds: bool


@dataclass(frozen=True, slots=True)
class Readers:
    """How far two readers agree with each other about the same labels; kappa takes chance away."""

    labels: int
    same: float
    kappa: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """On how many answers and labels; `on`: the day. `old`: another grader than the one that grades now."""

    on: str
    questions: int
    answers: int
    labels: int
    readers: Readers | None
    score_r: str
    figures: tuple[Figure, ...]
    old: bool


def agreement() -> Agreement | None:
    """None: not measured yet, or not readable."""
    try:
        return _read(MEASURED, MEASURED.stat().st_mtime_ns)
    except (OSError, ValueError, KeyError, TypeError):
        return None


@lru_cache(maxsize=2)
def _read(path: Path, changed: int) -> Agreement:
    """What `benchmarks/grading.py --publish` writes."""
    given: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Agreement(
        on=str(given["on"]),
        questions=len(given["questions"]),
        answers=int(given["answers"]),
        labels=int(given["point_labels"]),
        readers=_readers(given.get("readers") or {}),
        score_r=f"{given['score']['r']:.2f}",
        figures=tuple(map(_figure, given["figures"])),
        old=given.get("grader") != GRADER,
    )


def _readers(given: dict[str, Any]) -> Readers | None:
    if not given.get("labels"):
        return None
    return Readers(int(given["labels"]), float(given["same"]), float(given["kappa"]))


def _figure(given: dict[str, Any]) -> Figure:
    sign = "at least" if given["least"] else "at most"
    return Figure(
        str(given["name"]), f"{given['value']:.3g}", f"{sign} {given['bar']:g}", bool(given["holds"])
    )
