"""Rows of a benchmark: timings, their quartiles, their ratios, and the machine they were taken on."""

import json
import os
import platform
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass
class Row:
    """One thing that was timed, in milliseconds. `bar`: the text of what is claimed of it."""

    name: str
    samples: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def quartiles(self) -> tuple[float, float]:
        """25 % and 75 %."""
        low, _, high = statistics.quantiles(self.samples, n=4, method="inclusive")
        return low, high

    def percentile(self, percent: int) -> float:
        return statistics.quantiles(self.samples, n=100, method="inclusive")[percent - 1]

    def __str__(self) -> str:
        low, high = self.quartiles
        return f"{self.name:<58} {self.median:9.3f} [{low:.3f} {high:.3f}]  n={len(self.samples)}"

    def as_json(self) -> dict[str, object]:
        low, high = self.quartiles
        return {"median_ms": self.median, "p25_ms": low, "p75_ms": high, "n": len(self.samples)}


@dataclass(frozen=True)
class Ratio:
    """One median over another, and the most that is claimed."""

    name: str
    value: float
    bar: float

    @property
    def holds(self) -> bool:
        return self.value <= self.bar

    def __str__(self) -> str:
        return f"{self.name:<58} {self.value:9.3f}  bar {self.bar:g}: {'holds' if self.holds else 'MISSED'}"


@dataclass(frozen=True)
class AtLeast(Ratio):
    """As `Ratio`, with the least that is claimed."""

    @property
    def holds(self) -> bool:
        return self.value >= self.bar

    def __str__(self) -> str:
        held = "holds" if self.holds else "MISSED"
        return f"{self.name:<58} {self.value:9.3f}  bar >= {self.bar:g}: {held}"


def become_realtime() -> bool:
    """Ask for the scheduler class that other load cannot push aside; children inherit it."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(10))
    except (OSError, AttributeError):
        return False
    return True


def machine(**more: object) -> dict[str, object]:
    return {
        "kernel": platform.release(),
        "cpus": os.cpu_count(),
        "python": sys.version.split()[0],
        "load": " ".join(f"{load:.1f}" for load in os.getloadavg()),
        **more,
    }


def tell(
    rows: list[Row],
    ratios: Sequence[Ratio],
    facts: dict[str, object],
    *,
    as_json: bool,
    notes: Sequence[str] = (),
) -> int:
    """Print everything; the exit status: 0 when every bar holds."""
    if as_json:
        print(
            json.dumps(
                {
                    "machine": facts,
                    "rows": {row.name: row.as_json() for row in rows},
                    "ratios": {r.name: {"value": r.value, "bar": r.bar, "holds": r.holds} for r in ratios},
                    "notes": list(notes),
                },
                indent=1,
            )
        )
    else:
        print("\n".join([*_lines(rows, ratios, facts), *notes]))
    return 0 if all(ratio.holds for ratio in ratios) else 1


def _lines(rows: list[Row], ratios: Sequence[Ratio], facts: dict[str, object]) -> Iterator[str]:
    yield ", ".join(f"{name} {value}" for name, value in facts.items())
    yield "milliseconds, median [p25 p75]"
    yield from map(str, rows)
    yield from map(str, ratios)
