"""Two entries that add up: one pass with a dictionary of first positions."""


def pair_with_sum(values: list[int], target: int) -> tuple[int, int] | None:
    """Positions (i, j), i < j, of two entries of `values` whose sum is `target`.

    Among all such pairs: the smallest j, then the smallest i. None: there is no pair.
    """
    # <starter>
    first_at: dict[int, int] = {}
    for j, value in enumerate(values):
        i = first_at.get(target - value)
        if i is not None:
            return i, j
        first_at.setdefault(value, j)
    return None
    # </starter>
