"""Folds: one long deal over shuffled classes; groups by Graham's rule."""

import random


def stratified_folds(labels: list, k: int, rng: random.Random) -> list[list[int]]:
    """k ascending lists of row numbers, balanced in size and in every class, random within a class.

    ValueError: k < 2 or more folds than rows.
    """
    # <starter>
    if not 2 <= k <= len(labels):
        raise ValueError(f"cannot make {k} folds of {len(labels)} rows")
    rows_of = {}
    for row, label in enumerate(labels):
        rows_of.setdefault(label, []).append(row)
    dealt = []
    for rows in rows_of.values():
        rng.shuffle(rows)
        dealt += rows
    return [sorted(dealt[fold::k]) for fold in range(k)]
    # </starter>


def grouped_folds(groups: list, k: int) -> list[list[int]]:
    """k ascending lists of row numbers; the rows of a group stay together.

    Largest group first (then the earliest), each to the fold with the fewest rows (then the first).
    ValueError: k < 2 or more folds than groups.
    """
    # <starter>
    rows_of = {}
    for row, group in enumerate(groups):
        rows_of.setdefault(group, []).append(row)
    if not 2 <= k <= len(rows_of):
        raise ValueError(f"cannot make {k} folds of {len(rows_of)} groups")
    folds = [[] for _ in range(k)]
    for rows in sorted(rows_of.values(), key=len, reverse=True):
        min(folds, key=len).extend(rows)
    return [sorted(fold) for fold in folds]
    # </starter>
