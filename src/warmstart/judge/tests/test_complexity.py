import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warmstart.judge.complexity import Complexity, fits, not_excluded, slope, sturdy_slope

SIZES = [8, 16, 32, 64, 128, 256, 512, 1024]
SHORT = [8, 10, 12, 14, 16, 18, 20]


def costs(complexity: Complexity, sizes: list[int], a: float, b: float) -> list[float]:
    return [a + b * complexity.of(n) for n in sizes]


@given(
    st.sampled_from([c for c in Complexity if c is not Complexity.EXPONENTIAL]),
    st.floats(0, 10),
    st.floats(1, 50),
)
def test_exact_costs_are_named_exactly(complexity: Complexity, a: float, b: float) -> None:
    assert fits(SIZES, costs(complexity, SIZES, a, b))[0].complexity is complexity


@pytest.mark.parametrize("base", [1.3, 1.618, 2.0, 3.0])
def test_an_exponential_is_named_whatever_its_base(base: float) -> None:
    ranked = fits(SHORT, [5 * base**n for n in SHORT])
    assert ranked[0].complexity is Complexity.EXPONENTIAL
    assert math.isclose(ranked[0].base, base, rel_tol=1e-6)


@settings(max_examples=50)
@given(st.sampled_from(list(Complexity)[:6]), st.lists(st.floats(-0.03, 0.03), min_size=8, max_size=8))
def test_three_percent_of_noise_never_moves_the_class_by_a_degree(
    complexity: Complexity, noise: list[float]
) -> None:
    noisy = [c * (1 + e) for c, e in zip(costs(complexity, SIZES, 3, 7), noise, strict=True)]
    assert fits(SIZES, noisy)[0].complexity.degree == complexity.degree


def test_a_class_that_fits_only_as_a_constant_is_not_offered_beside_it() -> None:
    assert not_excluded(fits(SIZES, [4.0] * len(SIZES))) == (Complexity.CONSTANT,)


def test_neighbours_that_noise_hides_are_not_excluded() -> None:
    between = [n**1.05 * (1 + 0.1 * (-1) ** i) for i, n in enumerate(SIZES)]
    assert {Complexity.LINEAR, Complexity.LINEARITHMIC} <= set(not_excluded(fits(SIZES, between)))


@given(st.floats(0.5, 3), st.floats(1e-6, 1e3))
def test_the_slope_of_a_power_is_its_exponent(exponent: float, factor: float) -> None:
    assert math.isclose(slope(SIZES, [factor * n**exponent for n in SIZES]), exponent, abs_tol=1e-6)


@given(st.floats(0.5, 3), st.integers(3, 7), st.floats(0.05, 20))
def test_one_wrong_cost_hardly_moves_the_sturdy_slope(exponent: float, which: int, factor: float) -> None:
    right = [n**exponent for n in SIZES]
    wrong = [*right[:which], right[which] * factor, *right[which + 1 :]]
    assert math.isclose(sturdy_slope(SIZES, right), exponent, abs_tol=1e-6)
    assert math.isclose(sturdy_slope(SIZES, wrong), exponent, abs_tol=1e-6)


@pytest.mark.parametrize(
    ("sizes", "given_costs"), [([1, 2, 3], [1, 2, 3]), ([1, 2, 3, 4], [1, 2, 0, 4]), ([], [])]
)
def test_too_little_to_fit_is_refused(sizes: list[float], given_costs: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 4"):
        fits(sizes, given_costs)
