"""The rating that is proposed for an attempt; the learner may choose another. Thresholds are judgements."""

from dataclasses import dataclass

from warmstart.recall.memory import Rating

SLOW, FAST = 2.0, 0.6
"""Of the minutes that an item is meant to take."""
WELL, IN_PART, VERY_WELL = 0.7, 0.4, 0.9
"""Shares of the points."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A rating, with its reason as a sentence."""

    rating: Rating
    why: str


def proposed_for_code(
    solved: bool, tries: int, hints: int, revealed: bool, seconds: float | None, minutes: float
) -> Proposal:
    """`tries`: submissions up to the accepted one. `minutes`: that the problem is meant to take.

    No `seconds`, or 0: no clock ran, as where the first thing of today is the accepted submission.
    """
    if revealed:
        return Proposal(Rating.AGAIN, "You looked at the solution.")
    if not solved:
        return Proposal(Rating.AGAIN, "It was not solved that day.")
    if hints or tries > 2:
        helped = f"with {_counted(hints, 'hint')}" if hints else ""
        took = f"at submission {tries}" if tries > 1 else "at the first submission"
        return Proposal(Rating.HARD, f"Solved {took} {helped}".strip() + ".")
    pace = seconds / (60.0 * minutes) if seconds and minutes > 0 else None
    if tries == 1 and pace is not None and pace < FAST:
        return Proposal(Rating.EASY, "Solved at the first submission, in little time, without hints.")
    if pace is not None and pace > SLOW:
        return Proposal(
            Rating.HARD, "Solved without hints, in more than twice the minutes it is meant to take."
        )
    took = "the first submission" if tries == 1 else "the second submission"
    return Proposal(Rating.GOOD, f"Solved at {took}, without hints.")


def proposed_for_share(share: float, gave_up: bool, seconds: float | None, minutes: float) -> Proposal:
    """`share`: of the points, 0 to 1."""
    if gave_up:
        return Proposal(Rating.AGAIN, "You asked for the model answer.")
    made = f"You made {share:.0%} of the points"
    if share < IN_PART:
        return Proposal(Rating.AGAIN, f"{made}.")
    if share < WELL:
        return Proposal(Rating.HARD, f"{made}.")
    if share >= VERY_WELL and seconds is not None and seconds < 60.0 * FAST * minutes:
        return Proposal(Rating.EASY, f"{made}, in little time.")
    return Proposal(Rating.GOOD, f"{made}.")


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
