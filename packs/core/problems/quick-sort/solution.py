"""Quick sort in place: random pivot, three regions, calls for the smaller side only."""

# <starter>
import random
# </starter>


def quick_sort(values: list[int]) -> None:
    """Sort `values` in ascending order in place."""
    # <starter>
    rng = random.Random(len(values))  # seeded, so that a run can be repeated; any seed would do
    sort_part(values, range(len(values)), rng)
    # </starter>


# <starter>
def sort_part(values: list[int], part: range, rng: random.Random) -> None:
    """Sort the entries at the places of `part`."""
    while len(part) > 1:
        smaller, larger = partition(values, part, values[rng.choice(part)])
        short, part = sorted([smaller, larger], key=len)
        sort_part(values, short, rng)


def partition(values: list[int], part: range, pivot: int) -> tuple[range, range]:
    """Order the part into smaller, equal, larger; the places of the smaller and of the larger ones."""
    less, at, more = part.start, part.start, part.stop
    while at < more:
        if values[at] < pivot:
            values[less], values[at] = values[at], values[less]
            less += 1
            at += 1
        elif values[at] > pivot:
            more -= 1
            values[more], values[at] = values[at], values[more]
        else:
            at += 1
    return range(part.start, less), range(more, part.stop)


# </starter>
