"""Cases, oracle and checker of the maze with one breakable wall."""

import networkx as nx

MOST_CELLS = 40_000

CASES = {
    "break-is-needed": (
        "the only way leads through one wall",
        (["..#.", ".##.", "..#."], (0, 0), (2, 3)),
    ),
    "break-saves-moves": (
        "an open way exists, and breaking a wall is shorter",
        ([".......", ".#####.", "......."], (0, 3), (2, 3)),
    ),
    "break-is-useless": (
        "the straight way is open: not using the break is allowed",
        ([".....", ".###.", "....."], (0, 0), (2, 0)),
    ),
    "no-way": (
        "two walls in a row cannot be passed with one break",
        (["..##.", "..##.", "..##."], (1, 0), (1, 4)),
    ),
    "thick-wall": (
        "three walls in a row are two too many for one break",
        (["..###..", "..###.."], (0, 0), (1, 6)),
    ),
    "start-is-goal": (
        "standing on the goal takes no move",
        (["#.#", "###"], (0, 1), (0, 1)),
    ),
    "single-cell": (
        "a grid of one cell is a grid",
        (["."], (0, 0), (0, 0)),
    ),
    "single-row": (
        "in a grid of one row there is nothing above and nothing below",
        (["..#.#."], (0, 1), (0, 3)),
    ),
    "save-the-break": (
        "the quick break leads nowhere: the one who walked round still has it for the wall that matters",
        ([".#.#.", "...##"], (0, 0), (0, 4)),
    ),
    "save-the-break-longer": (
        "a cell reached late with the break left is another state than the same cell reached early without",
        (["..#...#.", ".##.###.", "....###.", "########"], (0, 0), (0, 7)),
    ),
    "goal-is-a-wall": (
        "the goal may be a wall, and moving into it is the break",
        (["..#", "..."], (0, 0), (0, 2)),
    ),
    "goal-is-a-wall-behind-a-wall": (
        "a goal that is a wall needs the break for itself",
        (["..##", ".###"], (0, 0), (0, 3)),
    ),
    "corner-to-corner": (
        "moves are not diagonal",
        ([".#.", "#..", "..."], (0, 0), (2, 2)),
    ),
    "taller-than-wide": (
        "rows come first and columns second, and the grid need not be square",
        (["..", "#.", "..", ".#", ".."], (0, 0), (4, 1)),
    ),
    "wider-than-tall": (
        "the edges of the grid do not join: row -1 and column -1 are outside",
        ([".........", ".........", "........."], (0, 0), (2, 8)),
    ),
    "edges-do-not-join": (
        "the last column is not a neighbour of the first, nor the last row of the first",
        (["......", "......", "......", "......", "......"], (4, 5), (0, 0)),
    ),
    "leave-in-every-direction": (
        "the way may have to go away from the goal first",
        (["......", ".####.", ".#.##.", ".####.", "......"], (2, 2), (0, 0)),
    ),
    "up-and-left": (
        "the way back is as long as the way there",
        (["...#", "##.#", "...#", ".##."], (3, 3), (0, 0)),
    ),
    "two-walls-one-break": (
        "only one of the two walls can be broken, so one of them must be walked round",
        (["...#...#...", "...#...#...", "...#...#...", ".......#...", "..........."], (0, 0), (0, 10)),
    ),
    "serpentine": (
        "the break belongs where it cuts off the most, not where the first wall stands",
        ([".......", "######.", ".......", ".######", ".......", "######.", "......."], (0, 0), (6, 0)),
    ),
}

INVALID = {
    "ragged": (["...", ".."], (0, 0), (0, 1)),
    "no-rows": ([], (0, 0), (0, 0)),
    "no-columns": ([""], (0, 0), (0, 0)),
    "start-in-a-wall": (["#."], (0, 0), (0, 1)),
    "goal-outside": ([".."], (0, 0), (0, 2)),
    "goal-before-the-first-column": ([".."], (0, 0), (0, -1)),
    "other-letter": ([".x"], (0, 0), (0, 1)),
    "place-of-three-numbers": ([".."], (0, 0, 0), (0, 1)),
}

LADDER = (200, 400, 800, 1600)


def big(n):
    """A serpentine of about n cells, 20 wide, walked from end to end: half of the cells are walls."""
    rows = n // 20 | 1
    gaps = ["#" * 19 + ".", "." + "#" * 19]
    grid = ["." * 20 if row % 2 == 0 else gaps[row // 2 % 2] for row in range(rows)]
    return grid, (0, 0), (rows - 1, 19 * (rows // 2 % 2))


def gen(rng, size):
    rows, columns = rng.randint(1, 2 + size // 2), rng.randint(1, 3 + size)
    share = rng.choice([0.2, 0.4, 0.5, 0.6])
    cells = [["#" if rng.random() < share else "." for _ in range(columns)] for _ in range(rows)]
    start, goal = [(rng.randrange(rows), rng.randrange(columns)) for _ in range(2)]
    cells[start[0]][start[1]] = "."
    return ["".join(row) for row in cells], start, goal


def _place(place, grid):
    return (
        isinstance(place, (tuple, list))
        and len(place) == 2
        and all(type(part) is int for part in place)
        and 0 <= place[0] < len(grid)
        and 0 <= place[1] < len(grid[0])
    )


def valid(inp):
    assert isinstance(inp, (tuple, list)) and len(inp) == 3, "the input is a grid, a start and a goal"
    grid, start, goal = inp
    assert isinstance(grid, (list, tuple)) and grid, "the grid is a list of at least one row"
    assert all(isinstance(row, str) and row for row in grid), "a row is a text of at least one cell"
    assert len({len(row) for row in grid}) == 1, "all rows must have the same length"
    assert all(set(row) <= set(".#") for row in grid), "a cell is . or #"
    assert len(grid) * len(grid[0]) <= MOST_CELLS, f"at most {MOST_CELLS} cells"
    assert _place(start, grid), f"start must be (row, column) inside the grid, not {start!r}"
    assert _place(goal, grid), f"goal must be (row, column) inside the grid, not {goal!r}"
    assert grid[start[0]][start[1]] == ".", "start must be an open cell"


def oracle(inp):
    """networkx on the two-storey graph: storey 0 before the break, storey 1 after it."""
    grid, start, goal = inp
    graph = nx.DiGraph()
    graph.add_nodes_from([(*start, 0), "there"])
    for row, line in enumerate(grid):
        for column in range(len(line)):
            for down, right in ((0, 1), (1, 0), (0, -1), (-1, 0)):
                r, c = row + down, column + right
                if r in range(len(grid)) and c in range(len(line)):
                    wall = grid[r][c] == "#"
                    graph.add_edge((row, column, 0), (r, c, int(wall)))
                    if not wall:
                        graph.add_edge((row, column, 1), (r, c, 1))
    graph.add_edges_from(((*goal, storey), "there") for storey in (0, 1))
    try:
        return nx.shortest_path_length(graph, (*start, 0), "there") - 1
    except nx.NetworkXNoPath:
        return None


def _moves(count):
    return f"{count} move{'' if count == 1 else 's'}"


def check(inp, out, expected):
    if out is not None and type(out) is not int:
        return f"the answer is a number of moves or None, not {out!r:.80}"
    if out == expected:
        return None
    if expected is None and out < 0:
        return f"there is no way, and the statement asks for None then, not {out}"
    if expected is None:
        return f"there is no way, even with one wall broken, and it found one of {_moves(out)}"
    if out is None:
        return f"there is a way of {_moves(expected)}, and it found none"
    if out == expected + 1:
        return (
            f"the shortest way has {_moves(expected)}, one less than {out}: a way over n cells has n - 1 moves"
        )
    if out > expected:
        return f"there is a way of {_moves(expected)}, and {out} is longer"
    return f"{_moves(out)}: too few, {expected} is right: one broken wall, no diagonals, inside the grid"
