"""Cases, generator, checker and oracles of "How long until everything is reached"."""

import networkx as nx

MOST_CELLS = 40_000

CASES = {
    "two-sources": ("two sources work at the same time, and meet", (["*......", ".......", "......*"],)),
    "out-of-reach": ("a cell behind walls stays healthy for ever", (["*.#.", "..##", "...."],)),
    "one-source": ("from a corner to the opposite one, round a wall", (["*..", ".#.", "..."],)),
    "no-healthy-cell": ("nothing is left to infect: 0 minutes, also with a source", (["*#", "#*"],)),
    "only-walls": ("no source and no healthy cell: 0 minutes", (["##", "##"],)),
    "no-source": ("healthy cells and no source: they stay healthy", (["..", ".#"],)),
    "single-infected": ("one cell, infected: 0 minutes", (["*"],)),
    "single-healthy": ("one cell, healthy: it will never be infected", (["."],)),
    "neighbours": ("one minute: the last infection ends it, not the round after it", (["*."],)),
    "row-of-five": ("from both ends of a row: the middle is reached after 2 minutes", (["*...*"],)),
    "far-to-the-left": (
        "the second source is nearer for some cells: the smaller number of minutes counts",
        (["*.........*..."],),
    ),
    "same-minute": (
        "along a row only one cell a minute is infected, whatever the direction",
        (["...*...."],),
    ),
    "same-minute-down": ("down a column only one cell a minute is infected", ([".", "*", ".", ".", "."],)),
    "corners-do-not-touch": ("diagonal neighbours do not infect each other", (["*#", "#."],)),
    "edges-do-not-join": (
        "the first column is no neighbour of the last, nor the first row of the last",
        (["*....", ".....", ".....", "....."],),
    ),
    "only-by-the-edge": ("over the edge there is no way: the last column stays healthy", (["*.#.", "..#."],)),
    "source-shut-in": (
        "a source that is shut in does nothing, the other one does it all",
        (["*#.....", "##....*"],),
    ),
    "every-direction": (
        "from the centre in all four directions",
        ([".....", ".....", "..*..", ".....", "....."],),
    ),
    "last-cell-left-over": (
        "all but one cell are infected, and that is not all",
        (["*....", "...#.", "..#.#", "...#."],),
    ),
    "winding": (
        "the only way winds through the whole grid",
        ([".......", "######.", ".......", ".######", "......*"],),
    ),
    "many-sources": (
        "several sources at different distances, and walls between",
        (["*..#....", ".#.#.##.", ".#...#..", "...#.*..", "*..#...."],),
    ),
}

INVALID = {
    "ragged": (["..", "."],),
    "no-rows": ([],),
    "no-columns": ([""],),
    "other-letter": ([".x"],),
    "no-list": ("..",),
    "rows-are-lists": ([["."]],),
}

KEEP = {
    "single-infected": "the smallest grid that is done",
    "only-walls": "nothing to do and nobody to do it",
}

LADDER = [400, 800, 1600, 3200]


def big(n):
    """A winding corridor of about n cells, 20 wide, infected at its end: about n/2 minutes."""
    rows = n // 20 | 1
    gaps = ["#" * 19 + ".", "." + "#" * 19]
    grid = ["." * 20 if row % 2 == 0 else gaps[row // 2 % 2] for row in range(rows)]
    return (["*" + grid[0][1:], *grid[1:]],)


def gen(rng, size):
    rows, columns = rng.randint(1, 2 + size // 2), rng.randint(1, 3 + size)
    walls, sources = rng.choice([0.1, 0.25, 0.4]), rng.choice([0.03, 0.1, 0.3])
    weights = [1 - walls - sources, walls, sources]
    return (["".join(rng.choices(".#*", weights, k=columns)) for _ in range(rows)],)


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 1, "want one argument: the grid"
    (grid,) = inp
    assert isinstance(grid, list) and grid, "the grid is a list of at least one row"
    assert all(isinstance(row, str) and row for row in grid), "a row is a text of at least one cell"
    assert len({len(row) for row in grid}) == 1, "all rows must have the same length"
    assert all(set(row) <= set(".#*") for row in grid), "a cell is . or # or *"
    assert len(grid) * len(grid[0]) <= MOST_CELLS, f"at most {MOST_CELLS} cells"


def around(r, c):
    return [(r - 1, c), (r + 1, c), (r, c - 1), (r, c + 1)]


def oracle(inp):
    """The rule of the statement, minute by minute, on whole grids."""
    (grid,) = inp
    cells = {(r, c): cell for r, row in enumerate(grid) for c, cell in enumerate(row)}
    minutes = 0
    while "." in cells.values():
        after = {
            at: "*" if cell == "." and any(cells.get(near) == "*" for near in around(*at)) else cell
            for at, cell in cells.items()
        }
        if after == cells:
            return None
        cells, minutes = after, minutes + 1
    return minutes


def oracle2(inp):
    """networkx: the largest distance from a place that is joined to every source."""
    (grid,) = inp
    cells = {(r, c): cell for r, row in enumerate(grid) for c, cell in enumerate(row) if cell != "#"}
    graph = nx.Graph()
    graph.add_nodes_from([*cells, "start"])
    graph.add_edges_from((at, near) for at in cells for near in around(*at) if near in cells)
    graph.add_edges_from(("start", at) for at, cell in cells.items() if cell == "*")
    healthy = [at for at, cell in cells.items() if cell == "."]
    distances = nx.single_source_shortest_path_length(graph, "start")
    if any(at not in distances for at in healthy):
        return None
    return max((distances[at] - 1 for at in healthy), default=0)


def check(inp, out, expected):
    if out is not None and type(out) is not int:
        return f"The answer is a number of minutes or None, not {out!r:.80}."
    if out == expected:
        return None
    if expected is None:
        return f"Some healthy cell is never infected, so None is wanted, not {out}."
    if out is None:
        return f"After {expected} minutes no healthy cell is left, so the answer is not None."
    if out == expected + 1:
        return f"No healthy cell is left after {expected} minutes; {out} counts a minute in which nothing happens."
    return f"No healthy cell is left after {expected} minutes, not {out}."
