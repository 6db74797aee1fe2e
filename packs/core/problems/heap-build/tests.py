"""Cases, generator, driver and oracle of "A binary heap from scratch"."""

import heapq
import random

MOST = 40_000
LARGEST = 10**9
WATCHED = 400
SCATTERED = [(p * 77) % 211 for p in range(211)]

CASES = {
    "build-and-empty": (
        "a heap that is emptied gives its items in ascending order",
        ([5, 3, 8, 1], [["pop"], ["pop"], ["pop"], ["pop"]]),
    ),
    "replace": (
        "replace returns the smallest item of before, also when the new one is smaller still",
        ([4, 6, 5], [["replace", 7], ["replace", 1], ["replace", 9], ["pop"], ["pop"], ["pop"]]),
    ),
    "empty": (
        "an empty heap refuses pop and replace, and takes a push afterwards",
        ([], [["pop"], ["replace", 3], ["push", 5], ["pop"], ["pop"]]),
    ),
    "refused-replace": (
        "a refused replace adds nothing",
        ([], [["replace", 3], ["push", 5], ["pop"], ["pop"]]),
    ),
    "single": (
        "a heap of one item: the last item is also the first",
        ([7], [["pop"], ["push", 2], ["replace", 9], ["pop"]]),
    ),
    "two": ("an item that has a left child and no right one", ([9, 4], [["pop"], ["pop"]])),
    "smaller-child-is-right": (
        "an item sinks towards its smaller child, here the right one",
        ([1, 5, 2, 9, 8, 6, 7], [["pop"], ["pop"], ["pop"]]),
    ),
    "smaller-child-is-left": (
        "an item sinks towards its smaller child, here the left one",
        ([1, 2, 5, 6, 7, 9, 8], [["pop"], ["pop"], ["pop"]]),
    ),
    "rise-to-the-top": (
        "a new smallest item rises over every level",
        ([2, 4, 3, 8, 6, 5, 7], [["push", 1], ["pop"], ["pop"]]),
    ),
    "rise-half-way": (
        "a new item stops below the first parent that is not larger",
        ([1, 4, 3, 8, 6, 5, 7], [["push", 2], ["push", 4], ["pop"]]),
    ),
    "equal-items": (
        "equal items are all kept, and come out one by one",
        ([2, 2, 1, 2, 1], [["push", 1], ["pop"], ["pop"], ["pop"], ["pop"], ["pop"], ["pop"]]),
    ),
    "in-order": (
        "a list in ascending order is a heap already",
        ([1, 2, 3, 4, 5, 6], [["pop"], ["push", 0], ["pop"]]),
    ),
    "falling": (
        "in a falling list everything has to move",
        ([7, 6, 5, 4, 3, 2, 1], [["pop"], ["pop"], ["pop"]]),
    ),
    "built-late": (
        "the smallest item is the last of the list: it has to get to the top while building",
        ([9, 8, 7, 6, 5, 4, 3, 2, 1, 0], [["pop"]]),
    ),
    "build-cheaply-falling": (
        "211 falling items, at most 844 comparisons: pushing them one by one takes more",
        (list(range(211, 0, -1)), []),
    ),
    "build-cheaply": (
        "211 items in no order, at most 844 comparisons: sorting them takes more",
        (SCATTERED, [["pop"]]),
    ),
    "step-cheaply": (
        "a step may climb or descend the levels of the tree, and not look at every item",
        (
            SCATTERED,
            [["push", -1], ["pop"], ["replace", 500], ["push", 300], ["pop"], ["replace", 0], ["pop"]],
        ),
    ),
    "negatives": (
        "negative items, zero, and the largest ones allowed",
        ([0, -5, LARGEST, -LARGEST], [["push", -7], ["pop"], ["pop"]]),
    ),
}

INVALID = {
    "no-steps": ([1],),
    "float-item": ([1.5], []),
    "bool-item": ([], [["push", True]]),
    "unknown-step": ([], [["peek"]]),
    "push-without-item": ([], [["push"]]),
    "pop-with-item": ([], [["pop", 3]]),
    "too-large": ([LARGEST + 1], []),
}

KEEP = {
    "single": "the smallest heap",
    "in-order": "nothing has to move while building",
    "negatives": "the largest items allowed",
}

LADDER = [4000, 8000, 16_000, 32_000]


def big(n):
    """Half of n to build with, half as steps that keep the heap large."""
    rng = random.Random(n)
    steps = []
    for _ in range(n // 4):
        steps += [["push", rng.randrange(n)], rng.choice([["pop"], ["replace", rng.randrange(n)]])]
    return [rng.randrange(n) for _ in range(n // 2)], steps


def gen(rng, size):
    """Up to twice `size` items and steps, with many ties."""
    spread = rng.choice([2, 9, 50])
    start = [rng.randint(-spread, spread) for _ in range(rng.randint(0, 2 * size))]
    steps = []
    for _ in range(1 + 2 * size):
        name = rng.choice(["push", "pop", "pop", "replace"])
        steps.append([name] if name == "pop" else [name, rng.randint(-spread, spread)])
    return start, steps


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 2, (
        "want two: the items to start with, and the steps"
    )
    start, steps = inp
    assert isinstance(start, list) and isinstance(steps, list), "items and steps are lists"
    assert len(start) + len(steps) <= MOST, "at most 40,000 items and steps together"
    for step in steps:
        assert isinstance(step, (list, tuple)) and step, f"a step is a list such as ['push', 4], not {step!r}"
        assert step[0] in ("push", "pop", "replace"), f"unknown step {step[0]!r}: use push, pop or replace"
        assert len(step) == (1 if step[0] == "pop" else 2), (
            f"pop takes no item, push and replace one: {step!r}"
        )
    items = [*start, *(step[1] for step in steps if len(step) == 2)]
    assert all(type(item) is int and abs(item) <= LARGEST for item in items), (
        "items are integers, up to 10^9 in size"
    )


class Item:
    """A number that counts how often it is compared."""

    comparisons = 0

    def __init__(self, value):
        self.value = value

    def __repr__(self):
        return f"Item({self.value})"

    def __lt__(self, other):
        Item.comparisons += 1
        return self.value < other.value

    def __gt__(self, other):
        Item.comparisons += 1
        return self.value > other.value

    def __le__(self, other):
        Item.comparisons += 1
        return self.value <= other.value

    def __ge__(self, other):
        Item.comparisons += 1
        return self.value >= other.value

    def __eq__(self, other):
        Item.comparisons += 1
        return isinstance(other, Item) and self.value == other.value

    def __ne__(self, other):
        Item.comparisons += 1
        return not isinstance(other, Item) or self.value != other.value

    __hash__ = None


def plain(value):
    """What an item stands for; whatever is no item is shown as a text."""
    if isinstance(value, Item):
        return value.value
    return None if value is None else f"no item: {value!r:.60}"


def run(sol, inp):
    start, steps = inp
    watched = len(start) + len(steps) <= WATCHED
    given = [Item(value) for value in start]
    Item.comparisons = 0
    heap = sol.MinHeap(given)
    told = [(None, Item.comparisons, [plain(item) for item in heap.items] if watched else None)]
    after = [plain(item) for item in given]
    for name, *items in steps:
        arguments = [Item(value) for value in items]
        Item.comparisons = 0
        try:
            returned = plain(getattr(heap, name)(*arguments))
        except IndexError:
            returned = "IndexError"
        told.append((returned, Item.comparisons, [plain(item) for item in heap.items] if watched else None))
    return {"steps": told, "items": [plain(item) for item in heap.items], "list after": after}


def allowed(n):
    return 4 * n.bit_length() + 4


def oracle(inp):
    """The library's heapq; comparisons are the most allowed, items are one of the heaps that are right."""
    start, steps = inp
    watched = len(start) + len(steps) <= WATCHED
    heap = list(start)
    heapq.heapify(heap)
    told = [(None, 4 * len(start), list(heap) if watched else None)]
    for name, *items in steps:
        most, returned = allowed(len(heap)), None
        if name == "push":
            heapq.heappush(heap, *items)
        elif not heap:
            returned = "IndexError"
        else:
            returned = heapq.heappop(heap) if name == "pop" else heapq.heapreplace(heap, *items)
        told.append((returned, most, list(heap) if watched else None))
    return {"steps": told, "items": heap, "list after": list(start)}


def heap_fault(items, wanted):
    """What is wrong with a list that should be a heap of the items of `wanted`."""
    if any(type(item) is not int for item in items):
        return "`items` holds something that is no item."
    if sorted(items) != sorted(wanted):
        return f"`items` holds {sorted(items)!r:.90} (sorted), and should hold {sorted(wanted)!r:.90}."
    for place in range(1, len(items)):
        parent = (place - 1) // 2
        if items[place] < items[parent]:
            return f"item {items[place]} at place {place} is smaller than its parent {items[parent]} at place {parent}."
    return None


def check(inp, out, expected):
    start, steps = inp
    if out["list after"] != expected["list after"]:
        return "The list that was given has changed. Work on a copy of it."
    for number, (got, want) in enumerate(zip(out["steps"], expected["steps"])):
        where = f"step {number}, {steps[number - 1][0]}" if number else "the building"
        if got[0] != want[0]:
            return f"{where}: it returned {got[0]}, wanted {want[0]}."
        if want[2] is not None:
            fault = heap_fault(got[2], want[2])
            if fault:
                return f"after {where}: {fault}"
        if got[1] > want[1]:
            return f"{where}: {got[1]} comparisons, and {want[1]} are allowed."
    fault = heap_fault(out["items"], expected["items"])
    return f"at the end: {fault}" if fault else None
