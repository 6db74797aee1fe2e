def days_until_larger(values: list[int]) -> list[int]:
    """For each entry the distance to the next strictly larger one; 0: there is none."""
    waits = [0] * len(values)
    waiting = []  # indices whose values do not increase
    for day, value in enumerate(values):
        while waiting and values[waiting[-1]] < value:
            earlier = waiting.pop()
            waits[earlier] = day - earlier
        waiting.append(day)
    return waits
