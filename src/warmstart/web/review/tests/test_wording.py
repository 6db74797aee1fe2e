"""Spans of time and chances read as one says them."""

import pytest

from warmstart.web.review.wording import chance_sentence, listed, minutes, span


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0.0, "1 minute"),
        (10 / 1440, "10 minutes"),
        (1 / 24, "60 minutes"),
        (5 / 24, "5 hours"),
        (1.4, "34 hours"),
        (1.6, "2 days"),
        (44.4, "44 days"),
        (60.0, "2 months"),
        (800.0, "2 years"),
    ],
)
def test_a_span_is_as_coarse_as_one_would_say_it(days: float, said: str) -> None:
    assert span(days) == said


@pytest.mark.parametrize(
    ("found", "said"), [(0.2, "under a minute"), (1.2, "1 minute"), (11.6, "12 minutes")]
)
def test_minutes_are_counted(found: float, said: str) -> None:
    assert minutes(found) == said


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0.84, "an 84 %"), (0.71, "a 71 %"), (0.11, "an 11 %"), (1.0, "a 99 %"), (0.0, "a 1 %")],
)
def test_a_chance_has_its_article_and_is_never_certain(chance: float, said: str) -> None:
    assert chance_sentence(chance) == f"You have {said} chance of recalling this today."


def test_things_are_listed() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
