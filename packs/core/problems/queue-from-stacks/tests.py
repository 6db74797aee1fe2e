"""Cases, generator, driver and oracle of "A queue from two stacks"."""

from collections import deque

LIMIT = 10**9
MOST_STEPS = 50_000


def _in(*items):
    return [["enqueue", item] for item in items]


def _out(times=1):
    return [["dequeue"]] * times


CASES = {
    "first-in-first-out": (
        "the item that came first leaves first",
        [*_in(4, 7, 5), *_out(3), ["len"]],
    ),
    "interleaved": (
        "newcomers must wait behind items that are still there, also when some have left already",
        [*_in(1, 2, 3), *_out(), *_in(4, 5), *_out(2), *_in(6), *_out(3)],
    ),
    "empty-raises": (
        "an empty queue raises IndexError, and works afterwards",
        [*_out(), ["peek"], ["len"], *_in(8), ["peek"], *_out(), *_out(), ["len"]],
    ),
    "peek-leaves-it": (
        "peek returns the front and takes nothing away, however often it is asked",
        [*_in(3, 9), ["peek"], ["peek"], ["len"], *_out(), ["peek"], ["len"], *_out(), ["peek"]],
    ),
    "peek-after-newcomer": (
        "a newcomer does not change the front",
        [*_in(5), ["peek"], *_in(6), ["peek"], *_in(7), ["peek"], *_out(), ["peek"]],
    ),
    "length-counts-both": (
        "the length counts all items, whichever stack they lie on",
        [
            ["len"],
            *_in(1, 2, 3),
            ["len"],
            *_out(),
            ["len"],
            *_in(4),
            ["len"],
            *_out(2),
            ["len"],
            *_out(),
            ["len"],
        ],
    ),
    "emptied-twice": (
        "a queue that was emptied starts again, in the right order",
        [*_in(1, 2), *_out(2), *_in(3, 4, 5), *_out(3), *_in(6, 7), *_out(), ["len"], *_out()],
    ),
    "single": ("one item is front and back at once", [*_in(-3), ["peek"], *_out()]),
    "falsy-items": (
        "0 is an item like any other",
        [*_in(0, 0, 1), ["peek"], *_out(), ["peek"], *_out(), ["len"], *_out(), *_out()],
    ),
    "lone-zero": (
        "a queue that holds nothing but a 0 is not empty: 0 is at its front",
        [*_in(0), ["peek"], ["len"], *_out(), ["peek"]],
    ),
    "front-after-the-turn": (
        "the last of the older items leaves: the front is now the oldest newcomer",
        [*_in(1, 2), *_out(), *_in(3), *_out(), ["peek"], *_in(4), ["peek"], *_out(), ["peek"]],
    ),
    "equal-items": ("equal items are separate items", [*_in(2, 2, 3, 2), ["len"], *_out(4), ["len"]]),
    "refused-then-used": (
        "a refused call changes nothing: the next items come in order",
        [*_out(2), *_in(1), ["peek"], *_in(2), *_out(), ["peek"], *_out(), *_out(), *_in(3), *_out()],
    ),
    "one-in-one-out": (
        "an item leaves before the next one comes",
        [*_in(1), *_out(), *_in(2), *_out(), *_in(3), *_out(), *_out()],
    ),
    "long-tail": (
        "one item leaves while fifty wait, then fifty more come",
        [*_in(*range(50)), *_out(), *_in(*range(50, 100)), ["peek"], *_out(99), ["len"]],
    ),
    "nothing-asked": ("a queue that is only filled has a length", [*_in(1, 2, 3, 4), ["len"]]),
}

KEEP = {
    "single": "the shortest life of an item",
    "nothing-asked": "no step wants the front",
}

INVALID = {
    "not-a-list": 7,
    "unknown-step": [["pop"]],
    "item-missing": [["enqueue"]],
    "item-too-many": [["dequeue", 1]],
    "item-is-text": [["enqueue", "a"]],
    "item-is-bool": [["enqueue", True]],
    "item-too-large": [["enqueue", 10**10]],
    "too-many-steps": [["len"]] * (MOST_STEPS + 1),
}

LADDER = (1000, 2000, 4000, 8000)


def big(n):
    """n/2 items come in, then each two steps take one out and put one in: the queue stays long."""
    half = n // 2
    churn = [step for item in range(half // 2) for step in (["dequeue"], ["enqueue", item])]
    return [["enqueue", item] for item in range(half)] + churn


def gen(rng, size):
    steps, items = [], iter(range(100))
    for _ in range(4 * size + rng.randint(0, 3)):
        name = rng.choice(["enqueue", "enqueue", "enqueue", "dequeue", "dequeue", "peek", "len"])
        steps.append([name, next(items) % 7] if name == "enqueue" else [name])
    return steps


def valid(inp):
    assert isinstance(inp, list), "the input is a list of steps"
    assert len(inp) <= MOST_STEPS, f"at most {MOST_STEPS} steps"
    for step in inp:
        assert isinstance(step, (list, tuple)) and step, (
            f"a step is a list that begins with a name, unlike {step!r}"
        )
        name, *rest = step
        assert name in ("enqueue", "dequeue", "peek", "len"), f"unknown step {name!r}"
        if name == "enqueue":
            assert len(rest) == 1 and type(rest[0]) is int, "enqueue takes one integer"
            assert abs(rest[0]) <= LIMIT, "items lie between -10^9 and 10^9"
        else:
            assert not rest, f"{name} takes nothing"


def run(sol, inp):
    queue = sol.StackQueue()
    results = []
    for name, *rest in inp:
        try:
            results.append(len(queue) if name == "len" else getattr(queue, name)(*rest))
        except IndexError:
            results.append("IndexError")
    return results


def oracle(inp):
    """collections.deque."""
    queue, results = deque(), []
    for name, *rest in inp:
        if name == "enqueue":
            results.append(queue.append(*rest))
        elif name == "len":
            results.append(len(queue))
        elif not queue:
            results.append("IndexError")
        else:
            results.append(queue.popleft() if name == "dequeue" else queue[0])
    return results


def _contents(inp, number):
    """The items that are in the queue when step `number` begins, from front to back."""
    queue = deque()
    for name, *rest in inp[:number]:
        if name == "enqueue":
            queue.append(*rest)
        elif name == "dequeue" and queue:
            queue.popleft()
    return list(queue)


def check(inp, out, expected):
    if not isinstance(out, list) or len(out) != len(expected):
        return "there is not one result for each step"
    for number, (got, want) in enumerate(zip(out, expected)):
        if type(got) is type(want) and got == want:
            continue
        name = inp[number][0]
        step = f"step {number + 1}, {name}: "
        if name == "enqueue":
            return step + f"returns nothing and raises nothing, yet gave {got!r:.40}"
        held = _contents(inp, number)
        if not held:
            wanted = "its length is 0" if name == "len" else "IndexError is wanted"
            return step + f"the queue is empty, so {wanted}, not {got!r:.40}"
        told = f"{held}" if len(held) <= 8 else f"{held[:8]} and {len(held) - 8} more"
        return step + f"the queue holds {told} from front to back; want {want}, got {got!r:.40}"
    return None
