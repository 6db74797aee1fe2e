"""The curve of confidence against outcome as places in an SVG picture; pure geometry."""

from dataclasses import dataclass

from warmstart.web.practice.calibration import Calibration, Step

WIDTH, HEIGHT = 360, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 344, 12, 216
INSET = 12
"""Between the plot's edges and what lies in it."""
LEAST, MOST = 3.0, 8.0
"""Radius of a point of one answer, and of most answers."""


@dataclass(frozen=True, slots=True)
class Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A step. `top`, `bottom`: of its interval. `label`: what a pointer resting on it is told."""

    x: float
    y: float
    top: float
    bottom: float
    radius: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`diagonal`: where confidence and outcome agree, as points of a polyline; `curve`: through the dots."""

    dots: tuple[Dot, ...]
    curve: str
    diagonal: str
    bottom_ticks: tuple[Tick, ...]
    left_ticks: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    box: tuple[int, int, int, int] = (LEFT, TOP, RIGHT, BOTTOM)


def across(confidence: float) -> float:
    """50 % at the left, 100 % at the right."""
    return round(LEFT + INSET + (confidence - 50) / 50 * (RIGHT - LEFT - 2 * INSET), 1)


def upward(share: float) -> float:
    return round(BOTTOM - INSET - share * (BOTTOM - TOP - 2 * INSET), 1)


def chart_of(found: Calibration) -> Chart:
    most = max(step.answers for step in found.steps)
    dots = tuple(_dot(step, most) for step in found.steps)
    return Chart(
        dots=dots,
        curve=" ".join(f"{dot.x},{dot.y}" for dot in dots),
        diagonal=f"{across(50)},{upward(0.5)} {across(100)},{upward(1)}",
        bottom_ticks=tuple(Tick(across(at), f"{at} %") for at in (50, 60, 70, 80, 90, 100)),
        left_ticks=tuple(Tick(upward(at / 100), f"{at} %") for at in (0, 25, 50, 75, 100)),
    )


def _dot(step: Step, most: int) -> Dot:
    label = f"{step.confidence} % sure: {step.good} of {step.answers} good"
    radius = round(LEAST + (MOST - LEAST) * (step.answers / most) ** 0.5, 1)
    return Dot(
        across(step.confidence), upward(step.share), upward(step.high), upward(step.low), radius, label
    )
