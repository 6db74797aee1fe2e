"""Viterbi's algorithm with sums of logarithms and notes for the way back."""

# <starter>
import math
# </starter>


def viterbi(
    start: list[float], transition: list[list[float]], emission: list[list[float]], observations: list[int]
) -> tuple[list[int] | None, float]:
    """(path, log-probability) of a most likely path of states; (None, -inf) if every path is impossible.

    start: S; transition: S rows of S, from a state to a state; emission: S rows of K; observations: T symbols.
    """
    # <starter>
    steps = [[log(p) for p in row] for row in transition]
    scores = [log(p) + log(row[observations[0]]) for p, row in zip(start, emission)]
    notes = []
    for symbol in observations[1:]:
        came_from = [best([score + step[j] for score, step in zip(scores, steps)]) for j in range(len(start))]
        scores = [scores[i] + steps[i][j] + log(emission[j][symbol]) for j, i in enumerate(came_from)]
        notes.append(came_from)
    path = [best(scores)]
    if max(scores) == -math.inf:
        return None, -math.inf
    for came_from in reversed(notes):
        path.append(came_from[path[-1]])
    return path[::-1], max(scores)


def log(p: float) -> float:
    """Natural logarithm of a probability; that of 0 is -inf."""
    return math.log(p) if p > 0 else -math.inf


def best(scores: list[float]) -> int:
    """Index of the largest score."""
    return scores.index(max(scores))
    # </starter>
