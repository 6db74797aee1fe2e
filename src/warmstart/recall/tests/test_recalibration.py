"""The recalibration stays near the most probable line, however the outcomes fall."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmstart.recall.recalibration import Recalibration


def most_probable(z: "np.ndarray[tuple[int], np.dtype[np.float64]]", recalled: int) -> tuple[float, float]:
    """By looking at a grid: (a, b) of the highest posterior, whose first outcomes were recalls."""
    y = np.arange(len(z)) < recalled
    a, b = np.meshgrid(np.linspace(-4, 4, 161), np.linspace(-2, 3, 101), indexing="ij")
    x = a[..., None] + b[..., None] * z
    told = (y * x - np.logaddexp(0.0, x)).sum(axis=-1) - a * a / (2 * 0.5) - (b - 1) ** 2 / (2 * 0.25)
    best = np.unravel_index(told.argmax(), told.shape)
    return float(a[best]), float(b[best])


@pytest.mark.parametrize("recalled", [5, 12, 18, 25])
@pytest.mark.parametrize("told", [0.85, 0.9, 0.95, 0.98])
def test_who_recalls_far_less_than_told_is_shown_what_is_most_probable(told: float, recalled: int) -> None:
    """Whole Newton steps end near 0 here, and show somebody who recalls half of it no chance at all."""
    p = np.linspace(told - 0.03, told + 0.015, 25)
    fold = Recalibration()
    for place, each in enumerate(p):
        fold.add(float(each), place < recalled)
    a, b = most_probable(np.log(p / (1 - p)), recalled)
    wanted = 1 / (1 + np.exp(-(a + b * np.log(9.0))))
    assert fold.shown(0.9) == pytest.approx(wanted, abs=0.07)


@given(st.lists(st.tuples(st.floats(0.0, 1.0), st.booleans()), min_size=25, max_size=80))
def test_no_chance_is_shown_to_rise_as_one_forgets(outcomes: list[tuple[float, bool]]) -> None:
    fold = Recalibration()
    for p, right in outcomes:
        fold.add(p, right)
    shown = [fold.shown(p) for p in (0.0, 0.2, 0.5, 0.8, 0.95, 1.0)]
    assert shown == sorted(shown)
    assert all(0 < p < 1 for p in shown)


def test_who_lapses_throughout_is_shown_little_whatever_is_predicted() -> None:
    fold = Recalibration()
    for n in range(100):
        fold.add(0.8 + 0.19 * (n % 10) / 10, False)
    assert fold.shown(0.99) < 0.12


def test_a_long_log_is_looked_at_seldom() -> None:
    """After every 25th outcome to the thousandth, then after every 250th."""
    fold, fits = Recalibration(), list[int]()
    for place in range(1, 1501):
        before = fold.a
        fold.add(0.9, place % 7 != 0)
        fits += [place] if fold.a != before else []
    assert [place for place in fits if place <= 1000] == list(range(25, 1001, 25))
    assert [place for place in fits if place > 1000] == [1250, 1500]
