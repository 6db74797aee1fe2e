"""Sentences about a memory, and why a rating is proposed."""

import pytest

from warmstart.recall.explain import chance_sentence, consequences, span
from warmstart.recall.memory import Memory, Rating
from warmstart.recall.proposal import Proposal, proposed_for_code, proposed_for_share


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (0.84, "You have an 84 % chance of recalling this today."),
        (0.7, "You have a 70 % chance of recalling this today."),
        (0.11, "You have an 11 % chance of recalling this today."),
        (0.995, "You have a better than 99 % chance of recalling this today."),
        (0.005, "You have a less than 1 % chance of recalling this today."),
        (1.0, "You have a better than 99 % chance of recalling this today."),
        (0.0, "You have a less than 1 % chance of recalling this today."),
        (None, "You have not met this yet."),
    ],
)
def test_a_chance_is_told_as_a_sentence_that_never_says_certain(chance: float | None, told: str) -> None:
    assert chance_sentence(chance) == told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0.0, "1 minute"),
        (10 / 1440, "10 minutes"),
        (0.212, "5 hours"),
        (1.2, "1 day"),
        (6.4, "6 days"),
        (91.0, "3 months"),
        (800.0, "2 years"),
        (36500.0, "100 years"),
    ],
)
def test_a_span_is_told_in_the_unit_people_use(days: float, told: str) -> None:
    assert span(days) == told


def test_a_better_rating_puts_the_next_review_later() -> None:
    for memory in (None, Memory(5.0, 5.0, 100.0, 10)):
        told = consequences(memory, 106.0, 16)
        assert [each.rating for each in told] == list(Rating)
        days = [each.days for each in told]
        assert days == sorted(days)
    assert [str(each) for each in consequences(None, 106.0, 16)] == [
        "again: 5 hours",
        "hard: 1 day",
        "good: 2 days",
        "easy: 8 days",
    ]


@pytest.mark.parametrize(
    ("rating", "proposal"),
    [
        (Rating.AGAIN, proposed_for_code(True, 1, 0, True, 60, 20)),
        (Rating.AGAIN, proposed_for_code(False, 3, 0, False, 60, 20)),
        (Rating.HARD, proposed_for_code(True, 1, 1, False, 60, 20)),
        (Rating.HARD, proposed_for_code(True, 3, 0, False, 60, 20)),
        (Rating.HARD, proposed_for_code(True, 1, 0, False, 2500, 20)),
        (Rating.GOOD, proposed_for_code(True, 1, 0, False, None, 20)),
        (Rating.GOOD, proposed_for_code(True, 1, 0, False, 0, 20)),
        (Rating.GOOD, proposed_for_code(True, 2, 0, False, 60, 20)),
        (Rating.EASY, proposed_for_code(True, 1, 0, False, 60, 20)),
        (Rating.AGAIN, proposed_for_share(1.0, True, 30, 5)),
        (Rating.AGAIN, proposed_for_share(0.39, False, 30, 5)),
        (Rating.HARD, proposed_for_share(0.4, False, 30, 5)),
        (Rating.GOOD, proposed_for_share(0.7, False, 30, 5)),
        (Rating.GOOD, proposed_for_share(0.95, False, None, 5)),
        (Rating.EASY, proposed_for_share(0.95, False, 30, 5)),
        (Rating.EASY, proposed_for_share(0.95, False, 179, 5)),
        (Rating.GOOD, proposed_for_share(0.95, False, 181, 5)),
    ],
)
def test_a_rating_is_proposed_from_what_happened(rating: Rating, proposal: Proposal) -> None:
    assert proposal.rating is rating
    assert proposal.why.endswith(".")


def test_the_reason_counts_hints_and_submissions() -> None:
    assert proposed_for_code(True, 3, 2, False, None, 20).why == "Solved at submission 3 with 2 hints."
    assert proposed_for_code(True, 1, 1, False, None, 20).why == "Solved at the first submission with 1 hint."


def test_a_slow_solution_says_beside_what_it_was_slow() -> None:
    slow = proposed_for_code(True, 1, 0, False, 2500, 20)
    assert slow.why == "Solved without hints, in more than twice the minutes it is meant to take."


def test_an_item_without_meant_minutes_is_judged_without_pace() -> None:
    assert proposed_for_code(True, 1, 0, False, 60, 0).rating is Rating.GOOD
