"""Walk-forward splits: cut the axis of time, and train on what was known."""


def walk_forward(
    times: list[int], known: list[int], splits: int, size: int, gap: int
) -> list[tuple[list[int], list[int]]]:
    """(train, test) of each block of `size` different times, ascending row numbers; the last blocks of all.

    ValueError: too few different times, or a block without training rows.
    """
    # <starter>
    different = sorted(set(times))
    if len(different) < splits * size:
        raise ValueError(f"{len(different)} different times do not make {splits} blocks of {size}")
    found = []
    for begin in range(len(different) - splits * size, len(different), size):
        start, end = different[begin], different[begin + size - 1]
        train = [row for row, time in enumerate(known) if time + gap < start]
        test = [row for row, time in enumerate(times) if start <= time <= end]
        if not train:
            raise ValueError(f"nothing is known before {start}")
        found.append((train, test))
    return found
    # </starter>
