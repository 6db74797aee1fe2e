import random


def quick_sort(values: list[int]) -> None:
    """Sort `values` in ascending order in place."""
    waiting = [(0, len(values))]  # parts from start to before stop, not yet sorted
    while waiting:
        start, stop = waiting.pop()
        while stop - start > 1:
            pivot = values[random.randrange(start, stop)]
            # smaller: start..low, equal: low..at, unseen: at..high, larger: high..stop
            low, at, high = start, start, stop
            while at < high:
                value = values[at]
                if value < pivot:
                    values[at], values[low] = values[low], value
                    low += 1
                    at += 1
                elif value > pivot:
                    high -= 1
                    values[at], values[high] = values[high], value
                else:
                    at += 1
            # the larger side waits: the stack stays as low as log n
            if low - start < stop - high:
                waiting.append((high, stop))
                stop = low
            else:
                waiting.append((start, low))
                start = high
