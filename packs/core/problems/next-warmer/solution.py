"""Days until a larger value: a stack of the days that still wait."""


def days_until_larger(values: list[int]) -> list[int]:
    """For each entry the distance to the next strictly larger one; 0: there is none."""
    # <starter>
    distances = [0] * len(values)
    waiting: list[int] = []  # days without a larger value so far; their values never increase
    for day, value in enumerate(values):
        while waiting and values[waiting[-1]] < value:
            earlier = waiting.pop()
            distances[earlier] = day - earlier
        waiting.append(day)
    return distances
    # </starter>
