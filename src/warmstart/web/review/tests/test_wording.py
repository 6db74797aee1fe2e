"""Counts read as one says them."""

import pytest

from warmstart.web.review.wording import listed, minutes


@pytest.mark.parametrize(
    ("found", "said"), [(0.2, "under a minute"), (1.2, "1 minute"), (11.6, "12 minutes")]
)
def test_minutes_are_counted(found: float, said: str) -> None:
    assert minutes(found) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_things_are_listed(words: list[str], said: str) -> None:
    assert listed(words) == said
