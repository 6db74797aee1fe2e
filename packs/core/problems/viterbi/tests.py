"""Cases, generator, checker and oracles of "The most likely hidden path"."""

import itertools
import math
import random
from decimal import Decimal, localcontext

import networkx as nx

MOST_STATES, LONGEST = 10, 20_000
NEAR = 1e-9

STICKY = [[0.9, 0.1], [0.2, 0.8]]
NOISY = [[0.7, 0.3], [0.25, 0.75]]
THREE = (
    [0.5, 0.3, 0.2],
    [[0.6, 0.3, 0.1], [0.1, 0.7, 0.2], [0.3, 0.2, 0.5]],
    [[0.6, 0.3, 0.1], [0.2, 0.2, 0.6], [0.3, 0.4, 0.3]],
)
FORWARD = [[0.5, 0.5, 0.0], [0.0, 0.5, 0.5], [0.0, 0.0, 1.0]]
LONG = [(i * i // 7 + i // 3) % 3 for i in range(500)]

CASES = {
    "two-states": (
        "states are sticky: one odd symbol need not mean another state",
        ([0.6, 0.4], STICKY, NOISY, [0, 0, 1, 0, 1, 1, 1]),
    ),
    "impossible": (
        "no path can show these symbols: None, and minus infinity",
        ([1.0, 0.0], [[1.0, 0.0], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]], [0, 1]),
    ),
    "one-observation": (
        "with one symbol there is no move: start and emission decide",
        ([0.7, 0.3], STICKY, [[0.2, 0.8], [0.9, 0.1]], [0]),
    ),
    "tiny-start-times-tiny-emission": (
        "already the product of the start and the first emission is too small for a float",
        ([1e-200, 1.0], [[1.0, 0.0], [0.0, 1.0]], [[1e-200, 1.0], [0.0, 1.0]], [0]),
    ),
    "tiny-move-times-tiny-emission": (
        "1e-200 twice is a product of 1e-400, which no float holds, and yet not impossible",
        ([1.0, 0.0], [[1.0, 1e-200], [0.0, 1.0]], [[0.0, 1.0], [1e-200, 1.0]], [1, 0]),
    ),
    "far-behind-and-still-right": (
        "a state that is 1e-400 times as likely as the other one at first is the only one that can go on",
        ([1e-200, 1.0], [[1.0, 0.0], [0.0, 1.0]], [[1e-200, 1.0], [1.0, 0.0]], [0, 1]),
    ),
    "one-impossible-observation": (
        "one symbol, and no state can show it",
        ([0.5, 0.5], STICKY, [[0.0, 1.0], [0.0, 1.0]], [0]),
    ),
    "one-state": (
        "one state: there is one path, and its probability counts",
        ([1.0], [[1.0]], [[0.25, 0.75]], [0, 1, 1]),
    ),
    "one-symbol": (
        "one symbol tells nothing: start and moves decide",
        ([0.4, 0.6], [[0.9, 0.1], [0.5, 0.5]], [[1.0], [1.0]], [0, 0, 0, 0]),
    ),
    "start-decides": (
        "the states differ only in where the model starts",
        ([0.2, 0.8], [[0.5, 0.5], [0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]], [0, 1]),
    ),
    "start-impossible": (
        "the state that fits the first symbol best cannot be the first",
        ([0.0, 1.0], STICKY, [[0.9, 0.1], [0.2, 0.8]], [0, 0, 0]),
    ),
    "last-symbol-decides": (
        "only the last symbol tells which path it was",
        ([0.5, 0.5], [[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.25, 0.25], [0.5, 0.05, 0.45]], [0, 0, 0, 2]),
    ),
    "first-symbol-decides": (
        "only the first symbol tells which path it was",
        ([0.5, 0.5], [[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.25, 0.25], [0.5, 0.05, 0.45]], [1, 0, 0, 0]),
    ),
    "dead-end": (
        "the best beginning leads into a state from which the last symbol cannot be shown",
        ([0.9, 0.1], [[1.0, 0.0], [0.0, 1.0]], [[0.9, 0.1, 0.0], [0.1, 0.1, 0.8]], [0, 0, 2]),
    ),
    "one-way": (
        "the path from 0 to 2 is one-way: rows are where a move starts, columns where it ends",
        ([1.0, 0.0, 0.0], FORWARD, [[0.8, 0.2], [0.4, 0.6], [0.1, 0.9]], [0, 0, 1, 1, 1]),
    ),
    "not-a-path": (
        "the states that are likeliest one by one do not form a possible path",
        (
            [0.0, 0.6, 0.4],
            [[1.0, 0.0, 0.0], [0.45, 0.55, 0.0], [0.9, 0.0, 0.1]],
            [[1.0], [1.0], [1.0]],
            [0, 0],
        ),
    ),
    "step-by-step-is-wrong": (
        "the best next state at each step gets into a bad place",
        ([0.55, 0.45], [[0.5, 0.5], [0.05, 0.95]], [[0.6, 0.4], [0.45, 0.55]], [0, 1, 1, 0, 1]),
    ),
    "symmetric": (
        "both states are alike, so several paths are equally likely: any will do",
        ([0.5, 0.5], [[0.5, 0.5], [0.5, 0.5]], [[0.5, 0.5], [0.5, 0.5]], [0, 1, 0]),
    ),
    "two-best-paths": (
        "two paths mirror each other and are equally likely",
        ([0.5, 0.5], [[0.1, 0.9], [0.9, 0.1]], [[0.5, 0.5], [0.5, 0.5]], [0, 1, 1, 0]),
    ),
    "certain": (
        "everything is certain: the logarithm of 1 is 0",
        ([0.0, 1.0], [[0.0, 1.0], [1.0, 0.0]], [[1.0, 0.0], [0.0, 1.0]], [1, 0, 1, 0]),
    ),
    "very-small": (
        "products of probabilities like 1e-200 are no floats any more; their logarithms are",
        ([0.5, 0.5], [[0.5, 0.5], [0.5, 0.5]], [[1e-200, 1.0], [2e-200, 1.0]], [0, 0, 0, 1]),
    ),
    "small-is-not-impossible": (
        "the only possible path has a probability of 1e-300: nothing may be rounded to 0, nor up",
        ([1.0, 0.0], [[1.0, 1e-300], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0]], [0, 1, 1]),
    ),
    "three-states": ("three states, three symbols", (*THREE, [0, 2, 1, 1, 0, 2, 2, 2])),
    "long": (
        "1,000 symbols: the probability is far too small for a float, and multiplying gives 0",
        (*THREE, LONG * 2),
    ),
}

INVALID = {
    "row-does-not-add-up": ([1.0], [[1.0]], [[0.5, 0.4]], [0]),
    "negative": ([1.5, -0.5], STICKY, NOISY, [0]),
    "no-observations": ([0.5, 0.5], STICKY, NOISY, []),
    "unknown-symbol": ([0.5, 0.5], STICKY, NOISY, [2]),
    "ragged": ([0.5, 0.5], STICKY, [[1.0], [0.5, 0.5]], [0]),
    "integers": ([1], [[1]], [[1]], [0]),
    "too-few-rows": ([0.5, 0.5], [[0.5, 0.5]], NOISY, [0]),
}

KEEP = {
    "one-state": "the smallest model",
    "symmetric": "every path is right",
    "certain": "all logarithms are 0",
}

LADDER = [2000, 4000, 8000, 16_000]


def big(n):
    """Three states, n symbols in no order."""
    rng = random.Random(n)
    start = [0.5, 0.3, 0.2]
    transition = [[0.6, 0.3, 0.1], [0.1, 0.7, 0.2], [0.3, 0.2, 0.5]]
    emission = [[0.6, 0.3, 0.1], [0.2, 0.2, 0.6], [0.3, 0.4, 0.3]]
    return start, transition, emission, [rng.randrange(3) for _ in range(n)]


def gen(rng, size):
    """Rows of small multiples of 1/16, often with zeros, so that ties and impossible steps occur."""

    def row(width):
        counts = [0] * width
        for _ in range(rng.choice([2, 16, 16])):
            counts[rng.randrange(width)] += 1
        return [count / sum(counts) for count in counts]

    states, symbols = rng.randint(1, 2 + size // 3), rng.randint(1, 3)
    times = rng.randint(1, 1 + size)
    transition, emission = [row(states) for _ in range(states)], [row(symbols) for _ in range(states)]
    return row(states), transition, emission, [rng.randrange(symbols) for _ in range(times)]


def _row_fault(row, width):
    if not isinstance(row, list) or len(row) != width:
        return f"a list of {width} probabilities is wanted, not {row!r:.60}"
    if any(type(p) is not float or not 0 <= p <= 1 for p in row):
        return f"probabilities are floats between 0 and 1, unlike {row!r:.60}"
    return None if abs(sum(row) - 1) < 1e-6 else f"probabilities add up to 1, unlike {row!r:.60}"


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 4, (
        "want start, transition, emission and observations"
    )
    start, transition, emission, observations = inp
    assert all(isinstance(part, list) for part in inp), "all four are lists"
    states = len(start)
    assert 1 <= states <= MOST_STATES, "1 to 10 states"
    assert len(transition) == states and len(emission) == states, "one row for each state"
    symbols = len(emission[0]) if isinstance(emission[0], list) else 0
    assert 1 <= symbols <= MOST_STATES, "1 to 10 symbols"
    rows = [(start, states), *((row, states) for row in transition), *((row, symbols) for row in emission)]
    for row, width in rows:
        fault = _row_fault(row, width)
        assert fault is None, fault
    assert 1 <= len(observations) <= LONGEST, "1 to 20,000 observations"
    assert all(type(o) is int and 0 <= o < symbols for o in observations), f"symbols are 0 to {symbols - 1}"


def oracle(inp):
    """Products in decimal numbers of 40 digits, which do not underflow: all paths if few, else the best per state."""
    start, transition, emission, observations = inp
    with localcontext() as context:
        context.prec = 40
        begin = [Decimal(p) for p in start]
        move = [[Decimal(p) for p in row] for row in transition]
        show = [[Decimal(p) for p in row] for row in emission]
        states = range(len(start))
        if len(start) ** len(observations) <= 2000:
            paths = itertools.product(states, repeat=len(observations))
            value, path = max((_product(begin, move, show, observations, path), path) for path in paths)
        else:
            value, path = _best_of_states(begin, move, show, observations)
        return (list(path), float(value.ln())) if value > 0 else (None, -math.inf)


def _product(begin, move, show, observations, path):
    value = begin[path[0]] * show[path[0]][observations[0]]
    for (i, j), symbol in zip(itertools.pairwise(path), observations[1:]):
        value *= move[i][j] * show[j][symbol]
    return value


def _best_of_states(begin, move, show, observations):
    """Backwards: for each state the largest product of all that follows, and the path."""
    states = range(len(begin))
    after, paths = [Decimal(1)] * len(begin), [(state, None) for state in states]
    for symbol in reversed(observations[1:]):
        ways = [max((move[i][j] * show[j][symbol] * after[j], j) for j in states) for i in states]
        after, paths = [way[0] for way in ways], [(i, paths[way[1]]) for i, way in zip(states, ways)]
    value, state = max((begin[i] * show[i][observations[0]] * after[i], i) for i in states)
    path, node = [], paths[state]
    while node:
        path.append(node[0])
        node = node[1]
    return value, path


def oracle2(inp):
    """networkx: a shortest route through the trellis, with -log p as lengths."""
    start, transition, emission, observations = inp
    graph = nx.DiGraph()
    graph.add_nodes_from(["begin", "end"])
    last = len(observations) - 1
    for t, symbol in enumerate(observations):
        for j, row in enumerate(emission):
            befores = (
                [("begin", start[j])]
                if t == 0
                else [((t - 1, i), transition[i][j]) for i in range(len(start))]
            )
            for before, p in befores:
                if p > 0 and row[symbol] > 0:
                    graph.add_edge(before, (t, j), weight=-math.log(p) - math.log(row[symbol]))
            if t == last:
                graph.add_edge((t, j), "end", weight=0.0)
    try:
        length, route = nx.single_source_dijkstra(graph, "begin", "end")
    except nx.NetworkXNoPath:
        return None, -math.inf
    return [state for _, state in route[1:-1]], -length


def log_of(p):
    return math.log(p) if p > 0 else -math.inf


def score_of(inp, path):
    """Log-probability of one path."""
    start, transition, emission, observations = inp
    score = log_of(start[path[0]]) + log_of(emission[path[0]][observations[0]])
    for t in range(1, len(path)):
        score += log_of(transition[path[t - 1]][path[t]]) + log_of(emission[path[t]][observations[t]])
    return score


def near(a, b):
    return a == b or abs(a - b) <= NEAR * max(1.0, abs(b))


def check(inp, out, expected):
    if not isinstance(out, (tuple, list)) or len(out) != 2:
        return f"The answer is a tuple of the path and its log-probability, not {out!r:.80}."
    path, told = out
    best = expected[1]
    if type(told) not in (int, float):
        return f"The log-probability is a number, not {told!r:.80}."
    if expected[0] is None:
        return (
            None if path is None and told == best else "Every path is impossible, so (None, -inf) is wanted."
        )
    if path is None:
        return f"There is a possible path, with log-probability {best:.6g}, and it was not found."
    times, states = len(inp[3]), len(inp[0])
    if (
        not isinstance(path, list)
        or len(path) != times
        or any(type(q) is not int or not 0 <= q < states for q in path)
    ):
        return f"The path is a list of {times} states, integers from 0 to {states - 1}."
    own = score_of(inp, path)
    if not near(own, best):
        return f"The path has log-probability {own:.9g}, and {best:.9g} is possible."
    return None if near(told, best) else f"The log-probability of this path is {best:.12g}, not {told:.12g}."
