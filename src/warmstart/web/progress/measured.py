"""What the forecast's method came to on simulated learners, as `benchmarks/planner.py` measured it."""

from dataclasses import dataclass
from datetime import date

COMMAND = "python benchmarks/planner.py"


@dataclass(frozen=True, slots=True)
class Simulated:
    """`learners`: how many; each lived `days` days. `gaps`: (day, expected calibration error of the chance).

    `covered`: least and greatest share of true scores in the 80 % interval, over those days.
    """

    learners: int
    days: int
    gaps: tuple[tuple[int, float], ...]
    covered: tuple[float, float]
    on: date


SIMULATED: Simulated | None = None
"""None: not measured yet."""
