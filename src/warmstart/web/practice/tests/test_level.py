"""What the points say about seniority, and when nothing is claimed."""

from warmstart.web.practice.level import Scored, reading


def of(*said: bool, mistakes: tuple[str, ...] = ()) -> str:
    """Two core points, the first a must, then two deep ones."""
    points = [Scored(n, n == 1, n > 2, each) for n, each in enumerate(said, start=1)]
    return reading(points, mistakes)[-1]


def test_the_expectation_names_core_and_deep_points() -> None:
    first = reading([Scored(1, True, False, False), Scored(2, False, True, False)], ())[0]
    assert first == "A junior would be expected to say 1; what makes it senior: 2."


def test_without_a_must_no_level_is_claimed() -> None:
    assert "no level is claimed" in of(False, True, True, True)


def test_levels_climb_with_deep_points() -> None:
    assert "junior answer" in of(True, True, False, False)
    assert "mid-level answer" in of(True, True, True, False)
    assert "senior answer" in of(True, True, True, True)
    assert "some of the rest of the core is not" in of(True, False, True, True)


def test_a_mistake_stands_against_any_level() -> None:
    assert "would stop at M1 and M2" in of(True, True, True, True, mistakes=("M1", "M2"))


def test_no_points_no_reading() -> None:
    assert reading([], ()) == ()
